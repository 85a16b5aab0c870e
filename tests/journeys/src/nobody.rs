//! A port that nobody may reach. What leaves the app for another host, would leave for here as well.

use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::Outcome;

#[derive(Clone)]
pub struct Nobody {
    address: SocketAddr,
    visitors: Arc<AtomicUsize>,
}

impl Nobody {
    pub fn listen() -> Outcome<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let nobody = Self { address: listener.local_addr()?, visitors: Arc::default() };
        let visitors = Arc::clone(&nobody.visitors);
        // The thread ends with the test program: nobody asks it to.
        std::thread::spawn(move || {
            for _visitor in listener.incoming() {
                visitors.fetch_add(1, Ordering::SeqCst);
            }
        });
        Ok(nobody)
    }

    pub fn url(&self) -> String {
        format!("http://{}/", self.address)
    }

    pub fn visitors(&self) -> usize {
        self.visitors.load(Ordering::SeqCst)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::{Duration, Instant};

    #[test]
    fn a_visitor_is_counted() {
        let nobody = Nobody::listen().unwrap();
        assert_eq!(nobody.visitors(), 0);
        let _visit = std::net::TcpStream::connect(nobody.address).unwrap();
        let start = Instant::now();
        while nobody.visitors() == 0 && start.elapsed() < Duration::from_secs(5) {
            std::thread::yield_now();
        }
        assert_eq!(nobody.visitors(), 1);
    }
}
