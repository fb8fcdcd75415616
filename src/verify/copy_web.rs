//! A copy on the web, of which each file is asked for when it is read.
//!
//! A server is somebody's who may want to deceive, and somebody's whose line is thin: few files are asked for at once, none for ever,
//! nothing is followed to another server, and a server that no longer answers is left alone.

use super::copy_reader::{CopyReader, OpenFault};
use crate::diag::Fatal;
use crate::text::web::{encode_path, resolve_address};
use rustls::ClientConfig;
use rustls::crypto::ring;
use rustls_platform_verifier::BuilderVerifierExt;
use std::io::{self, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use ureq::http::Uri;
use ureq::tls::{RootCerts, TlsConfig};
use ureq::{Agent, Body};

/// Files that are asked for at once.
const AT_ONCE: usize = 4;

/// How long a server may take to accept a connection, and to begin its answer.
const TO_ANSWER: Duration = Duration::from_secs(20);

/// How long one file may take.
const TO_SEND: Duration = Duration::from_mins(30);

/// How often a server may send on to another address of its own for one file.
const MOST_REDIRECTS: usize = 5;

/// After so many files in a row without an answer, no more are asked for.
const MOST_SILENCES: usize = 3;

/// A copy at an address.
pub(super) struct CopyWeb {
    agent: Agent,
    /// The address of its folder, with `/` at its end.
    base: String,
    /// How many files in a row got no answer.
    silences: AtomicUsize,
}

impl CopyWeb {
    /// Prepares to ask for files below an address. Nothing is asked for yet.
    ///
    /// # Errors
    /// When the address is none.
    pub(super) fn open(address: &str) -> Result<CopyWeb, Fatal> {
        let bare = address.split(['?', '#']).next().unwrap_or(address);
        let folder = bare.strip_suffix("index.html").unwrap_or(bare);
        let base = format!("{}/", folder.trim_end_matches('/'));
        let is_whole = (base.parse::<Uri>()).is_ok_and(|uri| origin(&uri).is_some());
        if !is_whole {
            return Err(Fatal::wrong_command(
                "no-web",
                vec![("url", address.into())],
            ));
        }
        Ok(CopyWeb {
            agent: web_agent(),
            base,
            silences: AtomicUsize::new(0),
        })
    }

    /// Asks for an address, and for those that its own server sends on to.
    fn ask(&self, address: &str) -> Result<Box<dyn Read>, OpenFault> {
        let mut uri: Uri = address.parse().map_err(|_| refused("not an address"))?;
        for _ in 0..=MOST_REDIRECTS {
            let answer = self.agent.get(uri.clone()).call();
            let answer = answer.map_err(|error| {
                self.silences.fetch_add(1, Ordering::Relaxed);
                OpenFault::Unreadable(error.into_io())
            })?;
            self.silences.store(0, Ordering::Relaxed);
            let status = answer.status().as_u16();
            match status {
                200 => return Ok(Box::new(body(answer.into_body()))),
                404 | 410 => return Err(OpenFault::Absent),
                301 | 302 | 303 | 307 | 308 => {
                    let to = answer.headers().get("location");
                    let to = to.and_then(|to| to.to_str().ok()).unwrap_or_default();
                    uri = sent_on(&uri, to)?;
                }
                _ => return Err(refused(&format!("HTTP status {status}"))),
            }
        }
        Err(refused("redirects without an end"))
    }
}

/// Returns what asks servers: it trusts the system's certificates, for offices have their own, follows nothing, and waits for nobody for
/// ever.
pub(crate) fn web_agent() -> Agent {
    let tls = TlsConfig::builder()
        .root_certs(RootCerts::PlatformVerifier)
        .unversioned_rustls_crypto_provider(Arc::new(ring::default_provider()));
    let config = Agent::config_builder()
        .tls_config(tls.build())
        .user_agent(concat!("tragaluz/", env!("CARGO_PKG_VERSION")))
        .max_redirects(0)
        .http_status_as_error(false)
        .timeout_connect(Some(TO_ANSWER))
        .timeout_recv_response(Some(TO_ANSWER))
        .timeout_recv_body(Some(TO_SEND));
    config.build().new_agent()
}

/// Returns how TLS is spoken that is no HTTP, with the same certificates.
///
/// # Errors
/// When the system's certificates cannot be had.
pub(crate) fn tls_config() -> Result<Arc<ClientConfig>, rustls::Error> {
    let provider = Arc::new(ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .with_platform_verifier()?;
    Ok(Arc::new(config.with_no_client_auth()))
}

impl CopyReader for CopyWeb {
    fn open(&self, path: &str) -> Result<Box<dyn Read>, OpenFault> {
        if self.silences.load(Ordering::Relaxed) >= MOST_SILENCES {
            return Err(refused("the server no longer answers"));
        }
        self.ask(&format!("{}{}", self.base, encode_path(path)))
    }

    /// Without a list nothing is known of a server's files.
    fn has(&self, _path: &str) -> bool {
        false
    }

    fn paths(&self) -> Box<dyn Iterator<Item = &str> + '_> {
        Box::new(std::iter::empty())
    }

    fn at_once(&self) -> Option<usize> {
        Some(AT_ONCE)
    }
}

/// Returns the bytes of an answer, however many: who reads them says how many are wanted.
fn body(body: Body) -> impl Read {
    body.into_with_config().limit(u64::MAX).reader()
}

fn refused(why: &str) -> OpenFault {
    OpenFault::Unreadable(io::Error::other(why.to_owned()))
}

/// Returns the server of an address: its scheme, host and port.
fn origin(uri: &Uri) -> Option<(String, String)> {
    let scheme = uri.scheme_str()?.to_ascii_lowercase();
    let server = uri.authority()?.as_str().to_ascii_lowercase();
    Some((scheme, server))
}

/// Returns the address that a server sends on to: one of its own, or the same on its safe side.
fn sent_on(from: &Uri, to: &str) -> Result<Uri, OpenFault> {
    let elsewhere = || refused("the server sends on to another one");
    let (scheme, server) = origin(from).ok_or_else(elsewhere)?;
    let full = resolve_address(&from.to_string(), to);
    let next: Uri = full.parse().map_err(|_| elsewhere())?;
    let (next_scheme, next_server) = origin(&next).ok_or_else(elsewhere)?;
    let is_same = next_server == server;
    let is_as_safe = next_scheme == scheme || next_scheme == "https";
    if is_same && is_as_safe {
        Ok(next)
    } else {
        Err(elsewhere())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_may_send_on_within_itself_alone() {
        let from: Uri = "http://a.example:8080/p/x.csv".parse().unwrap();
        let to = |to: &str| sent_on(&from, to).ok().map(|uri| uri.to_string());
        assert_eq!(to("/q"), Some("http://a.example:8080/q".to_owned()));
        assert_eq!(to("y"), Some("http://a.example:8080/p/y".to_owned()));
        let safe = "https://a.example:8080/p/x.csv";
        assert_eq!(to(safe), Some(safe.to_owned()));
        for other in [
            "http://b.example/",
            "//b.example/x",
            "//a.example:80/x",
            "file:///etc/passwd",
            "http://a.example/x",
            "http://a.example:8080@b.example/x",
        ] {
            assert_eq!(to(other), None, "{other}");
        }
        // What names no address leads to the same one, until the redirects are too many.
        assert_eq!(to(""), Some(from.to_string()));
        let safe: Uri = "https://a.example/x".parse().unwrap();
        assert!(sent_on(&safe, "http://a.example/x").is_err());
    }

    #[test]
    fn an_address_is_a_folders() {
        for (given, base) in [
            ("https://a.example", Some("https://a.example/")),
            (
                "http://a.example/p/index.html?x#y",
                Some("http://a.example/p/"),
            ),
            ("https:///x", None),
            ("https://", None),
        ] {
            let opened = CopyWeb::open(given).ok();
            assert_eq!(opened.map(|copy| copy.base).as_deref(), base, "{given}");
        }
    }
}
