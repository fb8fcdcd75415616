//! Addresses of others (`check --links`): asked for one by one, slowly, and told where they are written.

#![allow(clippy::disallowed_methods, reason = "a test prepares its own files")]

#[cfg(feature = "net")]
use crate::driver::SETTINGS;
use crate::driver::{Portal, ended, tragaluz};

const PAGE: &str = "---\ntitle: Agua\n---\nLea [esto](https://a.invalid/x).\n";

#[test]
#[cfg(not(feature = "net"))]
fn a_program_that_cannot_ask_says_so() {
    let portal = Portal::new().file("content/agua.md", PAGE);
    let mut command = tragaluz();
    let outcome = ended(
        command
            .args(["check", "--links"])
            .current_dir(portal.root()),
    );
    outcome.assert_code(2);
    assert!(outcome.err.contains("--features net"), "{}", outcome.err);
}

#[cfg(feature = "net")]
mod asked {
    use super::{PAGE, Portal, SETTINGS, ended, tragaluz};
    use serde_json::Value;
    use std::collections::BTreeMap;
    use std::io::{BufRead, BufReader, Write};
    use std::net::{SocketAddr, TcpListener, TcpStream};
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::sync::{Arc, Mutex};
    use std::thread::JoinHandle;

    /// A server on loopback that ends with the value.
    struct OutsideServer {
        at: SocketAddr,
        is_over: Arc<AtomicBool>,
        /// First lines of requests, in their order.
        asked: Arc<Mutex<Vec<String>>>,
        thread: Option<JoinHandle<()>>,
    }

    impl OutsideServer {
        fn start() -> OutsideServer {
            let listener = TcpListener::bind("127.0.0.1:0").unwrap();
            let at = listener.local_addr().unwrap();
            let (is_over, asked) = (Arc::new(AtomicBool::new(false)), Arc::default());
            let (over, log) = (Arc::clone(&is_over), Arc::clone(&asked));
            let thread = std::thread::spawn(move || {
                for stream in listener.incoming() {
                    if over.load(Ordering::SeqCst) {
                        return;
                    }
                    // A client that goes away in the middle is none of the server's faults.
                    let _ = answer(stream.unwrap(), &log);
                }
            });
            OutsideServer {
                at,
                is_over,
                asked,
                thread: Some(thread),
            }
        }
    }

    impl Drop for OutsideServer {
        fn drop(&mut self) {
            self.is_over.store(true, Ordering::SeqCst);
            let _ = TcpStream::connect(self.at);
            let _ = self.thread.take().map(JoinHandle::join);
        }
    }

    /// Answers one request by its path, and closes the connection.
    fn answer(mut stream: TcpStream, log: &Mutex<Vec<String>>) -> std::io::Result<()> {
        let mut lines = BufReader::new(stream.try_clone()?).lines();
        let first = lines.next().transpose()?.unwrap_or_default();
        while lines
            .next()
            .transpose()?
            .is_some_and(|line| !line.is_empty())
        {}
        log.lock().unwrap().push(first.clone());
        let mut words = first.split(' ');
        let (method, path) = (words.next(), words.next().unwrap_or_default());
        let head = match (method, path) {
            (_, "/alive") | (Some("GET"), "/no-head") => "200 OK\r\n",
            (_, "/no-head") => "405 Method Not Allowed\r\n",
            (_, "/moved") => "301 Moved Permanently\r\nLocation: /alive\r\n",
            (_, "/for-now") => "302 Found\r\nLocation: alive\r\n",
            (_, "/round") => "302 Found\r\nLocation: /round\r\n",
            (_, "/away") => "302 Found\r\nLocation: file:///etc/passwd\r\n",
            (_, "/locked") => "401 Unauthorized\r\n",
            _ => "404 Not Found\r\n",
        };
        write!(
            stream,
            "HTTP/1.1 {head}Content-Length: 0\r\nConnection: close\r\n\r\n"
        )
    }

    /// Returns the code of each finding with its file, line and what was said, by the path that it is about.
    fn found(portal: &Portal) -> BTreeMap<String, Vec<String>> {
        let mut command = tragaluz();
        let args = ["check", "--links", "--format", "json"];
        let outcome = ended(command.args(args).current_dir(portal.root()));
        let findings: Value = serde_json::from_str(&outcome.out).unwrap();
        let mut all: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for finding in findings.as_array().unwrap() {
            let text = |name: &str| finding[name].as_str().unwrap_or_default().to_owned();
            let code = text("code");
            if code.starts_with("outside-") {
                let place = format!("{}:{} {code}", text("file"), finding["line"]);
                all.entry(place).or_default().push(text("message"));
            }
        }
        all
    }

    /// A portal whose settings name no address of others: no test asks anybody but its own server.
    fn portal(page: &str) -> Portal {
        let portal = Portal::new().file("content/agua.md", page);
        let settings = SETTINGS.replace(
            "path = \"https://creativecommons.org/licenses/by/4.0/\"",
            "",
        );
        assert!(!settings.contains("creativecommons"));
        portal.file("tragaluz.toml", &settings)
    }

    #[test]
    fn each_address_is_asked_for_and_told_where_it_is_written() {
        let server = OutsideServer::start();
        let at = format!("http://{}", server.at);
        let text = format!(
            "---\ntitle: Agua\nsources:\n  - title: Informe\n    url: {at}/gone\nextra:\n  nota: Vea {at}/moved#parte y {at}/alive.\n---\n\
             Lea [esto]({at}/alive#otro), [aquello]({at}/gone), {at}/for-now y {at}/round.\n\n\
             [Ajeno]({at}/away), [cerrado]({at}/locked), [sin cabeza]({at}/no-head).\n"
        );
        let portal = portal(&text);
        let found = found(&portal);
        let codes: Vec<&str> = found.keys().map(String::as_str).collect();
        assert_eq!(
            codes,
            [
                "content/agua.md:11 outside-unclear",
                "content/agua.md:5 outside-gone",
                "content/agua.md:7 outside-moved",
                "content/agua.md:9 outside-gone",
                "content/agua.md:9 outside-unclear",
            ],
            "{found:#?}"
        );
        assert_eq!(found["content/agua.md:11 outside-unclear"].len(), 2);
        let moved = &found["content/agua.md:7 outside-moved"][0];
        assert!(moved.ends_with(&format!("{at}/alive")), "{moved}");
        // Each is asked for once, by its head, however many places name it, and no server is told a fragment.
        let asked = server.asked.lock().unwrap();
        let heads = |path: &str| {
            let line = format!("HEAD {path} HTTP/1.1");
            asked.iter().filter(|first| **first == line).count()
        };
        assert_eq!(
            (heads("/locked"), heads("/gone"), heads("/moved")),
            (1, 1, 1)
        );
        assert!(asked.iter().all(|line| !line.contains('#')), "{asked:?}");
    }

    #[test]
    fn a_server_that_does_not_answer_is_told_at_each_of_its_addresses() {
        let gone = TcpListener::bind("127.0.0.1:0").unwrap();
        let at = gone.local_addr().unwrap();
        drop(gone);
        let links: String = (0..6)
            .map(|n| format!("[n](http://{at}/{n})\n\n"))
            .collect();
        let page = format!("---\ntitle: Agua\n---\n{links}");
        let portal = portal(&page);
        let found = found(&portal);
        assert_eq!(found.len(), 6, "{found:#?}");
        assert!(found.keys().all(|key| key.ends_with("outside-silent")));
    }

    #[test]
    fn nobody_is_asked_unless_the_user_wants_it() {
        let server = OutsideServer::start();
        let page = PAGE.replace("https://a.invalid", &format!("http://{}", server.at));
        let portal = portal(&page);
        let mut command = tragaluz();
        ended(command.arg("check").current_dir(portal.root()));
        assert!(server.asked.lock().unwrap().is_empty());
    }
}
