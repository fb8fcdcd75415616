//! One request and its answer. Nothing that a request says of itself is believed: its head has a length that is allowed
//! and a time in which it must have come, and what it announces to send after its head is never waited for.

use std::io::{self, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::time::{Duration, Instant};

/// Longest head of a request, in bytes, and most lines in it.
const LONGEST_HEAD: usize = 16 * 1024;
const MOST_LINES: usize = 64;
/// What is still taken in of a request that has been answered, so that its sender gets to see the answer, and for how long.
const DRAINED: usize = 256 * 1024;
const DRAINING: Duration = Duration::from_millis(500);

/// A request, as far as the preview heeds it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Request {
    /// Whether nothing but the head of the answer is wanted.
    pub head_only: bool,
    /// The address, from the site's root.
    pub url: String,
}

/// Why a request is not answered as it wishes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RequestError {
    /// What was sent is no HTTP request.
    Malformed,
    /// Its head is too long.
    TooLong,
    /// It is meant for another host.
    OtherHost,
    /// It wants something done.
    OtherMethod,
    /// Its head was not there in time.
    TooLate,
    /// Its sender has gone.
    Gone,
}

impl RequestError {
    /// The status that says it; none where nobody is there to be told.
    pub(super) fn status(self) -> Option<u16> {
        match self {
            RequestError::Malformed => Some(400),
            RequestError::OtherHost => Some(403),
            RequestError::OtherMethod => Some(405),
            RequestError::TooLate => Some(408),
            RequestError::TooLong => Some(431),
            RequestError::Gone => None,
        }
    }
}

/// Parses a request's head from a connection, which may take so long.
pub(super) fn read(
    stream: &mut TcpStream,
    patience: Duration,
    is_ours: impl Fn(&str) -> bool,
) -> Result<Request, RequestError> {
    let end = Instant::now() + patience;
    let (mut head, mut part) = (Vec::new(), [0; 2048]);
    loop {
        let remaining = end.saturating_duration_since(Instant::now());
        if remaining.is_zero() {
            return Err(RequestError::TooLate);
        }
        if stream.set_read_timeout(Some(remaining)).is_err() {
            return Err(RequestError::Gone);
        }
        match stream.read(&mut part) {
            Ok(0) => return Err(RequestError::Gone),
            Ok(n) => head.extend_from_slice(&part[..n]),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            // A system says either of a time that is over.
            Err(error)
                if matches!(
                    error.kind(),
                    io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut
                ) =>
            {
                return Err(RequestError::TooLate);
            }
            Err(_) => return Err(RequestError::Gone),
        }
        if let Some(request) = parse(&head, &is_ours)? {
            return Ok(request);
        }
        if head.len() > LONGEST_HEAD {
            return Err(RequestError::TooLong);
        }
    }
}

/// The request in these bytes; none where its head has not ended yet.
pub(super) fn parse(
    head: &[u8],
    is_ours: impl Fn(&str) -> bool,
) -> Result<Option<Request>, RequestError> {
    let mut lines = [httparse::EMPTY_HEADER; MOST_LINES];
    let mut request = httparse::Request::new(&mut lines);
    match request.parse(head) {
        Ok(httparse::Status::Partial) => return Ok(None),
        Ok(httparse::Status::Complete(length)) if length > LONGEST_HEAD => {
            return Err(RequestError::TooLong);
        }
        Ok(httparse::Status::Complete(_)) => {}
        Err(httparse::Error::TooManyHeaders) => return Err(RequestError::TooLong),
        Err(_) => return Err(RequestError::Malformed),
    }
    let mut hosts = request
        .headers
        .iter()
        .filter(|line| line.name.eq_ignore_ascii_case("host"));
    let (Some(host), None) = (hosts.next(), hosts.next()) else {
        return Err(RequestError::Malformed);
    };
    let host = std::str::from_utf8(host.value).map_err(|_| RequestError::Malformed)?;
    if !is_ours(name_of(host)) {
        return Err(RequestError::OtherHost);
    }
    let head_only = match request.method {
        Some("GET") => false,
        Some("HEAD") => true,
        _ => return Err(RequestError::OtherMethod),
    };
    let url = request
        .path
        .filter(|path| path.starts_with('/'))
        .ok_or(RequestError::Malformed)?;
    Ok(Some(Request {
        head_only,
        url: url.to_owned(),
    }))
}

/// The path that an address names; none when it would lead out of the site.
pub(super) fn path_of(url: &str) -> Option<String> {
    let plain = tragaluz::text::web::decode_percent(url.trim_start_matches('/'));
    let plain = if plain.is_empty() || plain.ends_with('/') {
        format!("{plain}index.html")
    } else {
        plain
    };
    tragaluz::stage::is_plain(&plain).then_some(plain)
}

/// A host without its port: `localhost` of `localhost:8040`, `[::1]` of `[::1]:8040`.
fn name_of(host: &str) -> &str {
    let host = host.trim();
    match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|b| b.is_ascii_digit()) && !name.is_empty() => name,
        _ => host,
    }
}

/// An answer: what it is, and how long.
pub(super) struct Response<B> {
    pub status: u16,
    pub kind: &'static str,
    pub length: u64,
    pub body: B,
}

impl Response<io::Cursor<Vec<u8>>> {
    /// Returns an answer whose bytes are in memory.
    pub(super) fn of(status: u16, kind: &'static str, bytes: Vec<u8>) -> Self {
        Response {
            status,
            kind,
            length: bytes.len() as u64,
            body: io::Cursor::new(bytes),
        }
    }
}

/// Sends an answer, each step of which may take so long, and lets go of the connection. A browser that has gone away is no
/// concern of ours.
pub(super) fn send(
    mut stream: TcpStream,
    patience: Duration,
    answer: Response<impl Read>,
    head_only: bool,
) {
    let _ = stream
        .set_write_timeout(Some(patience))
        .and_then(|()| write(&mut stream, answer, head_only));
    let _ = stream.shutdown(Shutdown::Write);
    drain(&mut stream);
}

fn write(stream: &mut TcpStream, answer: Response<impl Read>, head_only: bool) -> io::Result<()> {
    let Response {
        status,
        kind,
        length,
        body,
    } = answer;
    let allowed = if status == 405 {
        "Allow: GET, HEAD\r\n"
    } else {
        ""
    };
    // An answer without content has no length either (RFC 9110, 8.6).
    let length_line = if status == 204 {
        String::new()
    } else {
        format!("Content-Length: {length}\r\n")
    };
    let head = format!(
        "HTTP/1.1 {status} {}\r\nContent-Type: {kind}\r\n{length_line}{allowed}Cache-Control: no-store\r\n\
         X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
        reason(status)
    );
    stream.write_all(head.as_bytes())?;
    if !head_only {
        // A file that grows meanwhile is sent as long as was said.
        io::copy(&mut body.take(length), stream)?;
    }
    Ok(())
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        204 => "No Content",
        400 => "Bad Request",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        408 => "Request Timeout",
        431 => "Request Header Fields Too Large",
        _ => "Service Unavailable",
    }
}

/// Takes in a little of what is still being sent: a connection that is let go of before is broken off, with the answer.
fn drain(stream: &mut TcpStream) {
    let end = Instant::now() + DRAINING;
    let (mut part, mut taken) = ([0; 8192], 0);
    while taken < DRAINED {
        let remaining = end.saturating_duration_since(Instant::now());
        if remaining.is_zero() || stream.set_read_timeout(Some(remaining)).is_err() {
            return;
        }
        match stream.read(&mut part) {
            Ok(n) if n > 0 => taken += n,
            _ => return,
        }
    }
}

/// Whether the other end has let go of a connection.
pub(super) fn is_gone(stream: &TcpStream) -> bool {
    if stream.set_nonblocking(true).is_err() {
        return true;
    }
    let looked = stream.peek(&mut [0]);
    let waits = matches!(&looked, Err(error) if error.kind() == io::ErrorKind::WouldBlock);
    stream.set_nonblocking(false).is_err() || !waits && !matches!(looked, Ok(n) if n > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(head: &str) -> Result<Option<Request>, RequestError> {
        parse(head.as_bytes(), |name| {
            matches!(name, "localhost" | "127.0.0.1" | "[::1]")
        })
    }

    #[test]
    fn only_get_and_head_for_this_host_are_answered() {
        let get = |url: &str, head_only| {
            Ok(Some(Request {
                head_only,
                url: url.to_owned(),
            }))
        };
        assert_eq!(
            parsed("GET /a?b HTTP/1.1\r\nhost: localhost:8040\r\n\r\n"),
            get("/a?b", false)
        );
        assert_eq!(
            parsed("HEAD / HTTP/1.1\r\nHost: [::1]:1\r\nContent-Length: 99999999999\r\n\r\n"),
            get("/", true)
        );
        assert_eq!(parsed("GET / HTTP/1.1\r\nHost: localhost\r\n"), Ok(None));
        for host in [
            "example.org",
            "localhost.example.org",
            "",
            "127.0.0.1.example.org:80",
            "localhost@example.org",
        ] {
            assert_eq!(
                parsed(&format!("GET / HTTP/1.1\r\nHost: {host}\r\n\r\n")),
                Err(RequestError::OtherHost),
                "{host}"
            );
        }
        for method in [
            "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "BREW",
        ] {
            let head = format!("{method} / HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assert_eq!(parsed(&head), Err(RequestError::OtherMethod), "{method}");
        }
        for head in [
            "GET / HTTP/1.1\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n",
            "GET http://localhost/ HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "\0\0\0\0\r\n\r\n",
            "GET /\r\n\r\n",
        ] {
            assert_eq!(parsed(head), Err(RequestError::Malformed), "{head:?}");
        }
        let many = "A: b\r\n".repeat(MOST_LINES);
        assert_eq!(
            parsed(&format!("GET / HTTP/1.1\r\nHost: localhost\r\n{many}\r\n")),
            Err(RequestError::TooLong)
        );
    }

    #[test]
    fn addresses_stay_inside_the_site() {
        assert_eq!(path_of("/").as_deref(), Some("index.html"));
        assert_eq!(path_of("/a%20b/").as_deref(), Some("a b/index.html"));
        for url in [
            "/../etc/passwd",
            "/%2e%2e/x",
            "//etc//passwd",
            "/a%20b/../index.html",
        ] {
            assert_eq!(path_of(url), None, "{url}");
        }
    }
}
