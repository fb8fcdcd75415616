//! Servers of others, asked whether anything is at an address. They owe us nothing: each is asked by one request at a time, with a pause
//! between two, for the head of an answer where it gives one, and no more once it asks to be left alone.

use super::written_links::OutsideLink;
use crate::diag::{Code, Fatal};
use crate::timing::Timings;

/// What is wrong with an address.
pub(super) struct AnswerFinding {
    pub(super) code: &'static Code,
    /// What was answered: a status, an address, or why there was no answer.
    pub(super) said: String,
}

/// What was answered for an address.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(not(feature = "net"), allow(dead_code, reason = "nobody is asked"))]
pub(super) enum LinkAnswer {
    /// Something is there.
    Alive,
    /// It is at another address for good (RFC 9110 15.4.2, 15.4.9).
    Moved { to: String },
    /// Nothing is there (RFC 9110 15.5.5, 15.5.11).
    Gone { status: u16 },
    /// There is no such server, or it does not answer.
    Silent { why: String },
    /// The server does not say: it wants a password, has a fault, or does not like programs.
    Unclear { why: String },
}

/// Asks for every address. The answers are in their order.
///
/// # Errors
/// When the program was built without the part that asks.
#[cfg(not(feature = "net"))]
pub(super) fn ask(_links: &[OutsideLink], _timings: &Timings) -> Result<Vec<LinkAnswer>, Fatal> {
    Err(Fatal::wrong_command("links-absent", Vec::new()))
}

#[cfg(feature = "net")]
pub(super) use with_net::ask;

#[cfg(feature = "net")]
mod with_net {
    use super::{Fatal, LinkAnswer, OutsideLink, Timings};
    use crate::text::web::{resolve_address, web_address};
    use crate::verify::web_agent;
    use std::collections::BTreeMap;
    use std::sync::Mutex;
    use std::thread;
    use std::time::Duration;
    use ureq::http::{Response, StatusCode, Uri};
    use ureq::{Agent, Body, Error};

    /// Servers that are asked at once.
    const SERVERS: usize = 8;

    /// The pause between two requests to one server.
    const PAUSE: Duration = Duration::from_millis(500);

    /// How often an address may send on to another one.
    const MOST_REDIRECTS: usize = 5;

    /// After so many addresses in a row without an answer, a server is asked for no more.
    const MOST_SILENCES: usize = 2;

    /// Asks for every address. The answers are in their order.
    ///
    /// # Errors
    /// None: what is wrong is an answer.
    #[allow(
        clippy::unnecessary_wraps,
        reason = "a program without this part has an error here"
    )]
    pub(in crate::outside) fn ask(
        links: &[OutsideLink],
        timings: &Timings,
    ) -> Result<Vec<LinkAnswer>, Fatal> {
        let mut servers: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, link) in links.iter().enumerate() {
            servers.entry(server(&link.address)).or_default().push(at);
        }
        let (waiting, agent) = (Mutex::new(servers.into_values()), web_agent());
        let queue = ServerQueue {
            links,
            timings,
            agent: &agent,
        };
        let asked: Vec<Answered> = timings.stage("links", || {
            thread::scope(|scope| {
                let work = || queue.empty(&waiting);
                let workers: Vec<_> = (0..SERVERS).map(|_| scope.spawn(work)).collect();
                let done = workers.into_iter().filter_map(|worker| worker.join().ok());
                done.flatten().collect()
            })
        });
        let mut answers = vec![unclear("not asked"); links.len()];
        for one in asked {
            answers[one.at] = one.answer;
        }
        Ok(answers)
    }

    /// An address's position in the list, and what was answered.
    struct Answered {
        at: usize,
        answer: LinkAnswer,
    }

    fn unclear(why: &str) -> LinkAnswer {
        LinkAnswer::Unclear {
            why: why.to_owned(),
        }
    }

    /// Returns the server of an address: its host and port.
    fn server(address: &str) -> String {
        let uri: Option<Uri> = address.parse().ok();
        let authority = uri.and_then(|uri| Some(uri.authority()?.as_str().to_ascii_lowercase()));
        authority.unwrap_or_default()
    }

    /// What one worker asks for.
    struct ServerQueue<'a> {
        links: &'a [OutsideLink],
        timings: &'a Timings,
        agent: &'a Agent,
    }

    impl ServerQueue<'_> {
        /// Asks one server after the other, until none is left.
        fn empty(&self, waiting: &Mutex<impl Iterator<Item = Vec<usize>>>) -> Vec<Answered> {
            let mut answers = Vec::new();
            loop {
                let next = waiting.lock().ok().and_then(|mut servers| servers.next());
                let Some(addresses) = next else {
                    return answers;
                };
                self.ask_server(addresses, &mut answers);
            }
        }

        /// Asks one server for all its addresses, as long as it answers and does not ask for peace.
        fn ask_server(&self, addresses: Vec<usize>, answers: &mut Vec<Answered>) {
            let (mut silences, mut peace) = (0, None);
            for (turn, at) in addresses.into_iter().enumerate() {
                if turn > 0 && peace.is_none() {
                    thread::sleep(PAUSE);
                }
                let address = &self.links[at].address;
                let answer = match &peace {
                    Some(answer) => LinkAnswer::clone(answer),
                    None => self
                        .timings
                        .work("links", address, || answer(self.agent, address)),
                };
                match &answer {
                    LinkAnswer::Silent { .. } => silences += 1,
                    LinkAnswer::Unclear { why } if why == "429" => peace = Some(answer.clone()),
                    _ => silences = 0,
                }
                if silences >= MOST_SILENCES {
                    peace = Some(answer.clone());
                }
                answers.push(Answered { at, answer });
            }
        }
    }

    /// Asks for an address, and for those that it sends on to.
    fn answer(agent: &Agent, address: &str) -> LinkAnswer {
        let (mut current, mut is_for_good) = (address.to_owned(), true);
        for _ in 0..=MOST_REDIRECTS {
            let answer = match head_of(agent, &current) {
                Ok(answer) => answer,
                Err(error) => return unanswered(&error),
            };
            match answer.status().as_u16() {
                200..=299 if current == address => return LinkAnswer::Alive,
                200..=299 if is_for_good => return LinkAnswer::Moved { to: current },
                200..=299 => return LinkAnswer::Alive,
                301 | 302 | 303 | 307 | 308 => {
                    let to = answer.headers().get("location");
                    let Some(to) = to.and_then(|to| to.to_str().ok()) else {
                        return unclear(answer.status().as_str());
                    };
                    is_for_good &= matches!(answer.status().as_u16(), 301 | 308);
                    current = resolve_address(&current, to);
                    if web_address(&current).is_none() {
                        return unclear(&current);
                    }
                }
                status @ (404 | 410) => return LinkAnswer::Gone { status },
                _ => return unclear(answer.status().as_str()),
            }
        }
        unclear("redirects without an end")
    }

    /// Asks for the head of an answer; for all of it where the server knows no other way, and then nothing of it is read.
    fn head_of(agent: &Agent, address: &str) -> Result<Response<Body>, Error> {
        let answer = agent.head(address).call()?;
        match answer.status() {
            StatusCode::METHOD_NOT_ALLOWED
            | StatusCode::NOT_IMPLEMENTED
            | StatusCode::FORBIDDEN
            | StatusCode::NOT_FOUND => agent.get(address).call(),
            _ => Ok(answer),
        }
    }

    /// What it means that there was no answer.
    fn unanswered(error: &Error) -> LinkAnswer {
        LinkAnswer::Silent {
            why: error.to_string(),
        }
    }
}
