//! A static host for the built app, below a path that is not the root, as any static host might serve it.
//!
//! It can stop and start again at the same address, give other bytes for single files, and tells what was asked for.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;

use crate::{Nobody, Outcome, Trouble};

/// The app stands here.
const BASE: &str = "/a/b/";

pub struct Host {
    address: SocketAddr,
    shelf: Arc<Shelf>,
    listening: Mutex<Option<Listening>>,
    nobody: Nobody,
}

struct Shelf {
    folder: PathBuf,
    /// What single files are instead.
    instead: Mutex<HashMap<String, Answer>>,
    requests: Mutex<Vec<String>>,
}

#[derive(Clone)]
enum Answer {
    File { kind: &'static str, bytes: Vec<u8> },
    Moved { to: String },
    Missing,
}

struct Listening {
    ended: Arc<AtomicBool>,
    thread: JoinHandle<()>,
}

impl Host {
    /// Serves the app that `TOUCHSTONE_DIST` names.
    pub fn start() -> Outcome<Self> {
        let folder = std::env::var_os("TOUCHSTONE_DIST").map(PathBuf::from).ok_or_else(|| {
            Trouble::new("TOUCHSTONE_DIST does not name the built app. Type `cargo xtask test --only journeys`.")
        })?;
        Self::start_with(&folder)
    }

    pub fn start_with(folder: &Path) -> Outcome<Self> {
        if !folder.join("index.html").is_file() {
            let folder = folder.display();
            return Err(Trouble::new(format!("{folder} holds no index.html. Type `cargo xtask build`.")));
        }
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let shelf = Shelf { folder: folder.to_owned(), instead: Mutex::default(), requests: Mutex::default() };
        let host = Self {
            address: listener.local_addr()?,
            shelf: Arc::new(shelf),
            listening: Mutex::new(None),
            nobody: Nobody::listen()?,
        };
        host.listen(listener);
        Ok(host)
    }

    /// The address of the app, with a route such as `#/` or a file such as `frameworks/catalog.json` behind it.
    pub fn url(&self, route: &str) -> String {
        format!("http://{}{BASE}{route}", self.address)
    }

    /// From now on `file`, relative to the app, has these bytes.
    pub fn gives(&self, file: &str, bytes: impl Into<Vec<u8>>) {
        self.gives_as(mime(file), file, bytes);
    }

    /// From now on `file` has these bytes and this content type, as where a network's login page stands in its place.
    pub fn gives_as(&self, kind: &'static str, file: &str, bytes: impl Into<Vec<u8>>) {
        held(&self.shelf.instead).insert(file.to_owned(), Answer::File { kind, bytes: bytes.into() });
    }

    /// From now on there is no `file`.
    pub fn lacks(&self, file: &str) {
        held(&self.shelf.instead).insert(file.to_owned(), Answer::Missing);
    }

    /// From now on who asks for `file` is sent on to another one.
    pub fn sends_on(&self, file: &str, to: &str) {
        held(&self.shelf.instead).insert(file.to_owned(), Answer::Moved { to: to.to_owned() });
    }

    /// The bytes of a file as it was built.
    pub fn built(&self, file: &str) -> Outcome<Vec<u8>> {
        Ok(std::fs::read(self.shelf.folder.join(file))?)
    }

    /// From now on every file is the built one again.
    pub fn gives_what_was_built(&self) {
        held(&self.shelf.instead).clear();
    }

    /// The paths that were asked for, relative to the app where they are below it.
    pub fn requests(&self) -> Vec<String> {
        held(&self.shelf.requests).clone()
    }

    /// Nobody answers at this address until `starts_again`. Works against service workers too, unlike what a
    /// browser calls offline.
    pub fn stops(&self) {
        if let Some(listening) = held(&self.listening).take() {
            listening.ended.store(true, Ordering::SeqCst);
            // A last visitor wakes the thread, which then sees that it is over.
            drop(TcpStream::connect(self.address));
            if listening.thread.join().is_err() {
                eprintln!("the host's thread panicked");
            }
        }
    }

    pub fn starts_again(&self) -> Outcome {
        self.stops();
        self.listen(TcpListener::bind(self.address)?);
        Ok(())
    }

    /// The port beside, to which nothing of the app may connect.
    pub fn nobody(&self) -> &Nobody {
        &self.nobody
    }

    fn listen(&self, listener: TcpListener) {
        let ended = Arc::new(AtomicBool::new(false));
        let (over, shelf) = (Arc::clone(&ended), Arc::clone(&self.shelf));
        let thread = std::thread::spawn(move || {
            for visitor in listener.incoming().flatten() {
                if over.load(Ordering::SeqCst) {
                    break;
                }
                let shelf = Arc::clone(&shelf);
                // A browser that hangs up in the middle is no trouble of the host.
                std::thread::spawn(move || shelf.answer(visitor).unwrap_or_default());
            }
        });
        *held(&self.listening) = Some(Listening { ended, thread });
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        self.stops();
    }
}

impl Shelf {
    fn answer(&self, mut visitor: TcpStream) -> std::io::Result<()> {
        let mut reader = BufReader::new(visitor.try_clone()?);
        let mut first = String::new();
        reader.read_line(&mut first)?;
        let mut header = String::new();
        while reader.read_line(&mut header)? > 2 {
            header.clear();
        }
        let mut words = first.split_whitespace();
        let (Some(method), Some(target)) = (words.next(), words.next()) else { return Ok(()) };
        let path = target.split(['?', '#']).next().unwrap_or(target);
        let name = path.strip_prefix(BASE).map(|name| if name.is_empty() { "index.html" } else { name });
        held(&self.requests).push(name.unwrap_or(path).to_owned());
        let (status, kind, body) = match name.map_or(Answer::Missing, |name| self.look_up(name)) {
            Answer::File { kind, bytes } => ("200 OK".to_owned(), kind, bytes),
            Answer::Moved { to } => (format!("302 Found\r\nLocation: {BASE}{to}"), TEXT, Vec::new()),
            Answer::Missing => ("404 Not Found".to_owned(), TEXT, b"There is nothing here.".to_vec()),
        };
        write!(
            visitor,
            "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\
             Cache-Control: no-cache\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
            body.len()
        )?;
        if method != "HEAD" {
            visitor.write_all(&body)?;
        }
        visitor.flush()
    }

    fn look_up(&self, name: &str) -> Answer {
        if let Some(answer) = held(&self.instead).get(name) {
            return answer.clone();
        }
        let inside = name.split('/').all(|part| !part.is_empty() && part != "..");
        match std::fs::read(self.folder.join(name)) {
            Ok(bytes) if inside => Answer::File { kind: mime(name), bytes },
            _ => Answer::Missing,
        }
    }
}

const TEXT: &str = "text/plain; charset=utf-8";

fn mime(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        _ => "application/octet-stream",
    }
}

/// A thread that panicked while it held one of these did not leave it half-written.
fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Folder;
    use std::io::Read;

    fn ask(host: &Host, path: &str) -> std::io::Result<String> {
        let mut stream = TcpStream::connect(host.address)?;
        write!(stream, "GET {path} HTTP/1.1\r\nHost: x\r\n\r\n")?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        Ok(answer)
    }

    #[test]
    fn the_app_stands_below_a_path_and_single_files_can_be_given() {
        let folder = Folder::new("host").unwrap();
        std::fs::write(folder.path().join("index.html"), "built").unwrap();
        let host = Host::start_with(folder.path()).unwrap();
        assert!(ask(&host, "/a/b/").unwrap().ends_with("\r\n\r\nbuilt"));
        assert!(ask(&host, "/").unwrap().starts_with("HTTP/1.1 404"));
        assert!(ask(&host, "/a/b/../index.html").unwrap().starts_with("HTTP/1.1 404"));
        host.gives("one.json", "[]");
        assert!(ask(&host, "/a/b/one.json?x").unwrap().contains("Content-Type: application/json\r\n"));
        host.gives_as("text/html", "one.json", "Log in");
        assert!(ask(&host, "/a/b/one.json").unwrap().contains("Content-Type: text/html\r\n"));
        host.sends_on("one.json", "two.json");
        assert!(ask(&host, "/a/b/one.json").unwrap().contains("\r\nLocation: /a/b/two.json\r\n"));
        host.lacks("one.json");
        assert!(ask(&host, "/a/b/one.json").unwrap().starts_with("HTTP/1.1 404"));
        assert_eq!(
            host.requests(),
            ["index.html", "/", "../index.html", "one.json", "one.json", "one.json", "one.json"]
        );
    }

    #[test]
    fn a_host_that_stopped_can_start_again_at_its_address() {
        let folder = Folder::new("host").unwrap();
        std::fs::write(folder.path().join("index.html"), "built").unwrap();
        let host = Host::start_with(folder.path()).unwrap();
        host.stops();
        assert!(ask(&host, "/a/b/").is_err());
        host.starts_again().unwrap();
        assert!(ask(&host, "/a/b/").unwrap().ends_with("built"));
    }
}
