//! The door: where connections come in, how many at once, and for which hosts.

use super::http::{self, Response};
use super::live_site::LiveSite;
use super::respond::respond;
use std::io;
use std::net::{Ipv4Addr, TcpListener, TcpStream, ToSocketAddrs};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tragaluz::Fatal;
use tragaluz::diag::refusal;
use tragaluz::source::limits::Limit;

/// Ports tried, from the one asked for.
const PORTS: u16 = 10;
/// Connections that are open at once: each open page holds one.
const MOST_CONNECTIONS: usize = 128;
/// How long nobody is let in after the system could not let somebody in: it is out of something.
const PAUSE: Duration = Duration::from_millis(50);
/// The names of this computer to itself.
const LOOPBACK: &[&str] = &["localhost", "127.0.0.1", "[::1]"];

/// The port that the preview was given, and the names under which it answers.
pub(super) struct Listener {
    listeners: Vec<TcpListener>,
    hosts: Vec<String>,
    /// Those of the hosts at which others reach this computer.
    pub reachable_hosts: Vec<String>,
    /// The port, the same everywhere.
    pub port: u16,
}

impl Listener {
    /// Listens on this computer's own address, and on those that these names have.
    pub(super) fn open(first: u16, hosts: &[String]) -> Result<Listener, Fatal> {
        let last = first.saturating_add(PORTS);
        for port in first..=last {
            let Ok(listener) = TcpListener::bind(("127.0.0.1", port)) else {
                continue;
            };
            // Port 0 asks the system for any free one.
            let port = listener.local_addr().map_or(port, |address| address.port());
            let mut listeners = vec![listener];
            let mut reachable_hosts = Vec::new();
            for host in hosts
                .iter()
                .filter(|host| !LOOPBACK.contains(&host.as_str()))
            {
                let more = listen(host, port).map_err(|error| host_refused(host, &error))?;
                reachable_hosts.extend((!more.is_empty()).then(|| host.clone()));
                listeners.extend(more);
            }
            return Ok(Listener {
                listeners,
                hosts: hosts.to_vec(),
                reachable_hosts,
                port,
            });
        }
        let ports = vec![
            ("first", first.to_string().into()),
            ("last", last.to_string().into()),
        ];
        Err(Fatal::wrong_command("serve-port", ports))
    }

    /// Lets connections in from now on, each in a thread of its own: one that waits may not hold up others.
    pub(super) fn accept(self, live: &Arc<LiveSite>) {
        let open = Arc::new(AtomicUsize::new(0));
        let hosts: Arc<[String]> = self.hosts.into();
        for listener in self.listeners {
            let (live, open, hosts) = (live.clone(), open.clone(), hosts.clone());
            std::thread::spawn(move || {
                for stream in listener.incoming() {
                    match stream {
                        Ok(stream) => start_connection(stream, &live, &open, &hosts),
                        Err(_) => std::thread::sleep(PAUSE),
                    }
                }
            });
        }
    }
}

/// Listens on every address of this computer that a name has; the one that it calls itself by has been listened on. A name
/// of something else, such as a tunnel that leads here, has none.
fn listen(host: &str, port: u16) -> io::Result<Vec<TcpListener>> {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    let Ok(addresses) = (bare, port).to_socket_addrs() else {
        return Ok(Vec::new());
    };
    let mut listeners = Vec::new();
    for address in addresses.filter(|address| address.ip() != Ipv4Addr::LOCALHOST) {
        match TcpListener::bind(address) {
            Err(error) if error.kind() == io::ErrorKind::AddrNotAvailable => {}
            bound => listeners.push(bound?),
        }
    }
    Ok(listeners)
}

fn host_refused(host: &str, error: &io::Error) -> Fatal {
    let (cause, detail) = (refusal(error).into(), error.to_string().into());
    Fatal::wrong_command(
        "serve-host",
        vec![("host", host.into()), ("cause", cause), ("detail", detail)],
    )
}

/// A connection that counts as open for as long as this lives.
struct OpenConnection(Arc<AtomicUsize>);

impl Drop for OpenConnection {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

fn start_connection(
    stream: TcpStream,
    live: &Arc<LiveSite>,
    open: &Arc<AtomicUsize>,
    hosts: &Arc<[String]>,
) {
    let full = open.fetch_add(1, Ordering::Relaxed) >= MOST_CONNECTIONS;
    let counted = OpenConnection(open.clone());
    if full {
        // Answered without reading: whoever fills the door does not wait for words.
        drop(stream);
        return;
    }
    let (live, hosts) = (live.clone(), hosts.clone());
    // Where the system has no thread to give, the connection ends, and the preview goes on.
    let _ = std::thread::Builder::new().spawn(move || {
        let _counted = counted;
        serve_connection(stream, &live, &hosts);
    });
}

fn serve_connection(mut stream: TcpStream, live: &LiveSite, hosts: &[String]) {
    let is_ours = |name: &str| {
        LOOPBACK
            .iter()
            .copied()
            .chain(hosts.iter().map(String::as_str))
            .any(|own| own.eq_ignore_ascii_case(name))
    };
    let patience = live.patience();
    match http::read(&mut stream, patience, is_ours) {
        Ok(request) => respond(stream, &request, live),
        Err(refused) => {
            let Some(status) = refused.status() else {
                return;
            };
            let words = match status {
                403 => OTHER_HOST.to_owned(),
                408 => too_late(patience),
                _ => String::new(),
            };
            http::send(
                stream,
                patience,
                Response::of(status, "text/plain; charset=utf-8", words.into()),
                false,
            );
        }
    }
}

/// Says which limit a request exceeds that takes too long.
fn too_late(patience: Duration) -> String {
    let (seconds, name) = (patience.as_secs(), Limit::ServeSeconds.name());
    format!(
        "This request took more than {seconds} s. To wait longer: {name} below [limits] in tragaluz.toml\n"
    )
}

/// A page of another site may ask a browser to ask for a name that leads here: it must not get to read the preview.
const OTHER_HOST: &str = "This preview is for this computer alone. To reach it under another name: tragaluz serve --host NAME\n";
