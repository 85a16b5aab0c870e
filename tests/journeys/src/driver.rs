//! The browser's driver: one process for all journeys of a test program, ended when the last of them lets go.

use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::{Duration, Instant};

use crate::{Outcome, Trouble};

static SHARED: Mutex<Weak<Driver>> = Mutex::new(Weak::new());

pub(crate) struct Driver {
    port: u16,
    process: Child,
}

impl Driver {
    pub fn shared() -> Outcome<Arc<Self>> {
        let mut shared = SHARED.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(driver) = shared.upgrade() {
            return Ok(driver);
        }
        let driver = Arc::new(Self::start()?);
        *shared = Arc::downgrade(&driver);
        Ok(driver)
    }

    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    fn start() -> Outcome<Self> {
        let program = program("TOUCHSTONE_CHROMEDRIVER", &["chromedriver"])?;
        let port = free_port()?;
        let process = Command::new(&program)
            .arg(format!("--port={port}"))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| Trouble::new(format!("{} cannot be started: {error}", program.display())))?;
        let driver = Self { port, process };
        let start = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            if start.elapsed() > Duration::from_secs(20) {
                return Err(Trouble::new(format!("{} does not answer at port {port}", program.display())));
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        Ok(driver)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // It may have ended by itself, which is as well.
        self.process.kill().and_then(|()| self.process.wait()).map(drop).unwrap_or_default();
    }
}

pub(crate) fn chromium() -> Outcome<PathBuf> {
    program("TOUCHSTONE_CHROMIUM", &["chromium", "chromium-browser", "google-chrome"])
}

fn program(variable: &str, names: &[&str]) -> Outcome<PathBuf> {
    if let Some(file) = std::env::var_os(variable) {
        return Ok(file.into());
    }
    let folders = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&folders)
        .flat_map(|folder| names.iter().map(move |name| folder.join(name)))
        .find(|file| file.is_file())
        .ok_or_else(|| {
            let names = names.join(", ");
            Trouble::new(format!("none of {names} is on PATH. `cargo xtask test` fetches it; {variable} may name one."))
        })
}

/// Free a moment ago; the driver has no way to choose one and say which.
fn free_port() -> Outcome<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}
