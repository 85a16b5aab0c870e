//! `serve`: a development build at a local address, built again at every edit. It leaves `dist/`, the release, alone.

use std::net::{Ipv4Addr, TcpListener};

use crate::failure::{Failure, Result};
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
    let mut steps = Steps::default();
    let trunk = if options.release { Trunk::fetch_for_release(&mut steps)? } else { Trunk::fetch(&mut steps)? };
    let profile: &[&str] = if options.release { &["--release"] } else { &[] };

    let mut build = trunk.command("build")?;
    steps.take("build", || shell::run(build.args(profile).args(["--dist", FOLDER])))?;

    println!("\n{}", steps.table());
    println!("Open http://127.0.0.1:{}/ and reload after an edit. Ctrl-C ends it.\n", options.port);
    let mut serve = trunk.command("serve")?;
    serve.args(profile).args(["--dist", FOLDER, "--address", "127.0.0.1", "--port", &options.port.to_string()]);
    shell::run(&mut serve)
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
            ["--port", port, rest @ ..] => {
                options.port = port
                    .parse()
                    .map_err(|_| Failure::new(format!("`--port {port}` is not a number from 1 to 65535")))?;
                rest
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
        Failure::new(format!("port {port} cannot be listened at: {error}"))
            .mend(format!("End what uses it, or type `cargo xtask serve --port {}`.", port.wrapping_add(1)))
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
        assert!(options(&["--port"]).is_err());
    }

    #[test]
    fn a_port_in_use_is_noticed_before_the_build() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = taken.local_addr().unwrap().port();
        let message = check_port(port).unwrap_err().to_string();
        assert!(message.starts_with(&format!("port {port} cannot be listened at")), "{message}");
    }
}
