//! `serve`: a development build at a local address, built again at every edit. It leaves `dist/`, the release, alone.

use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::num::NonZeroU16;
use std::path::Path;
use std::process::Child;
use std::time::Duration;

use crate::failure::{Failure, Result};
use crate::rust::Profile;
use crate::shell;
use crate::steps::Steps;
use crate::trunk::Trunk;

const FOLDER: &str = "target/serve";

#[derive(Debug, PartialEq, Eq)]
struct Options {
    port: u16,
    release: bool,
}

pub fn serve(arguments: &[&str]) -> Result<()> {
    let options = options(arguments)?;
    check_port(options.port)?;
    let steps = Steps::begin();
    let profile = if options.release { Profile::Release } else { Profile::Development };
    let mut serve = Trunk::fetch(&steps, profile)?.command("serve")?;
    serve.args(["--dist", FOLDER, "--address", "127.0.0.1", "--port", &options.port.to_string()]);

    let page = Path::new(FOLDER).join("index.html");
    forget(&page)?;
    let mut trunk = shell::start(&mut serve)?;
    steps.take("build", || wait_for(&page, options.port, &mut trunk))?;

    println!("\n{}", steps.table());
    println!("Open http://127.0.0.1:{}/ and reload after an edit. Ctrl-C ends it.\n", options.port);
    shell::finish(&serve, &mut trunk)
}

/// What an earlier run built says nothing of this one.
fn forget(page: &Path) -> Result<()> {
    match std::fs::remove_file(page) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(Failure::new(format!("{} cannot be removed: {error}", page.display()))
                .mend(format!("Remove the folder {FOLDER}.")))
        }
        _ => Ok(()),
    }
}

/// Until Trunk answers. It does so after the first build, even when that failed.
fn wait_for(page: &Path, port: u16, trunk: &mut Child) -> Result<()> {
    let ended = |trunk: &mut Child| trunk.try_wait().map_or(true, |status| status.is_some());
    while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() && !ended(trunk) {
        std::thread::sleep(Duration::from_millis(50));
    }
    if page.is_file() && !ended(trunk) {
        return Ok(());
    }
    // It may have ended by itself, which is as well.
    trunk.kill().and_then(|()| trunk.wait()).map(drop).unwrap_or_default();
    Err(Failure::new("Trunk could not build the app; its own words stand above"))
}

fn options(mut arguments: &[&str]) -> Result<Options> {
    let mut options = Options { port: 8080, release: false };
    loop {
        arguments = match arguments {
            [] => return Ok(options),
            ["--release", rest @ ..] => {
                options.release = true;
                rest
            }
            ["--port", rest @ ..] => {
                let port = rest.first().copied().unwrap_or_default();
                let number = port.parse::<NonZeroU16>();
                options.port =
                    number.map_err(|_| Failure::new(format!("`--port {port}` is not a number from 1 to 65535")))?.get();
                rest.get(1..).unwrap_or_default()
            }
            [other, ..] => {
                return Err(Failure::new(format!("`serve` has no option `{other}`"))
                    .mend("Type `cargo xtask serve [--port N] [--release]`."));
            }
        }
    }
}

/// Better known now than after minutes of building.
fn check_port(port: u16) -> Result<()> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map(drop).map_err(|error| {
        Failure::new(format!("port {port} cannot be listened at: {error}")).mend(format!(
            "End what uses it, or type `cargo xtask serve --port {}`.",
            port.checked_add(1).unwrap_or(8080)
        ))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_are_read() {
        assert_eq!(options(&[]), Ok(Options { port: 8080, release: false }));
        assert_eq!(options(&["--port", "9000", "--release"]), Ok(Options { port: 9000, release: true }));
        assert!(options(&["--port", "much"]).is_err());
        let refusal = |arguments: &[&str]| options(arguments).unwrap_err().to_string();
        assert_eq!(refusal(&["--port", "0"]), "`--port 0` is not a number from 1 to 65535.");
        assert_eq!(refusal(&["--port"]), "`--port ` is not a number from 1 to 65535.");
    }

    #[test]
    fn a_port_in_use_is_noticed_before_the_build() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = taken.local_addr().unwrap().port();
        let message = check_port(port).unwrap_err().to_string();
        assert!(message.starts_with(&format!("port {port} cannot be listened at")), "{message}");
    }
}
