//! Milestones as a calendar (iCalendar, RFC 5545): an entry on the last day of each, all day long.

use crate::diag::Fatal;
use crate::model::commitment::{Commitment, Milestone};
use crate::pages::SiteFacts;
use crate::pages::address::{self, in_lang};
use crate::pages::milestones::CALENDAR;
use crate::record::absolute;
use crate::render::Theme;
use crate::stage::Staging;
use crate::text::date::PartialDate;
use crate::text::lang::Lang;
use crate::text::messages::Arg;
use rayon::prelude::*;
use std::io::{self, Write};
use std::path::Path;

/// Most bytes of a line, without its end (RFC 5545, section 3.1).
const LINE: usize = 75;

/// Writes the calendar in each language; none of a portal whose milestones have no end. A large portal's takes hundreds of megabytes, and so
/// is written entry by entry.
///
/// # Errors
/// When the disk refuses.
pub(crate) fn write_all(
    view: &SiteFacts<'_>,
    theme: &Theme,
    staging: &Staging,
) -> Result<(), Fatal> {
    let portal = view.portal;
    let mut milestones = portal.commitments.iter().flat_map(|c| &c.milestones);
    if !milestones.any(|milestone| milestone.end.is_some()) {
        return Ok(());
    }
    portal.settings.languages.par_iter().try_for_each(|lang| {
        let path = in_lang(lang, portal.settings.main(), CALENDAR);
        let mut file = staging.create(&path)?;
        let calendar = Calendar { view, theme, lang };
        let written = calendar.write(&mut file);
        written.map_err(Fatal::io("writing", Path::new(&path)))?;
        file.finish().map(drop)
    })
}

/// What a calendar is made from.
struct Calendar<'a> {
    view: &'a SiteFacts<'a>,
    theme: &'a Theme,
    lang: &'a Lang,
}

impl Calendar<'_> {
    /// Writes the whole calendar.
    fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(self.head().as_bytes())?;
        let mut event = String::new();
        for commitment in &self.view.portal.commitments {
            for milestone in &commitment.milestones {
                if let Some(end) = &milestone.end {
                    event.clear();
                    self.event(&mut event, commitment, milestone, end.value);
                    out.write_all(event.as_bytes())?;
                }
            }
        }
        out.write_all(b"END:VCALENDAR\r\n")
    }

    /// Returns what is before its entries.
    fn head(&self) -> String {
        let mut out = String::new();
        line(&mut out, "BEGIN", "VCALENDAR");
        line(&mut out, "VERSION", "2.0");
        line(
            &mut out,
            "PRODID",
            concat!("-//tragaluz//tragaluz ", env!("CARGO_PKG_VERSION"), "//EN"),
        );
        let title = self.view.portal.settings.title.text(self.lang);
        let name = format!("{title}: {}", self.theme.say(self.lang, "milestones", &[]));
        for property in ["NAME", "X-WR-CALNAME"] {
            line(&mut out, property, &escaped(&name));
        }
        out
    }

    fn event(&self, out: &mut String, c: &Commitment, m: &Milestone, end: PartialDate) {
        let stamp = m.reported.or(c.head.updated).or(self.view.as_of);
        let stamp = stamp.unwrap_or(end).last_day();
        line(out, "BEGIN", "VEVENT");
        line(out, "UID", &self.identity(c, m));
        line(out, "DTSTAMP", &format!("{}T000000Z", digits(stamp)));
        line(out, "DTSTART;VALUE=DATE", &digits(end.last_day()));
        self.words(out, c, m);
        line(out, "TRANSP", "TRANSPARENT");
        let portal = self.view.portal;
        if let Some(base) = portal.settings.base_url.as_deref() {
            let page = address::commitment(&c.head.id);
            let path = in_lang(self.lang, portal.settings.main(), &page);
            let url = format!("{}#m-{}", absolute(base, &path), m.number);
            line(out, "URL", &url);
        }
        line(out, "END", "VEVENT");
    }

    /// Returns what tells an entry from all others, whatever becomes of it.
    fn identity(&self, c: &Commitment, m: &Milestone) -> String {
        let base = self.view.portal.settings.base_url.as_deref();
        let host = base.and_then(host_of).unwrap_or("portal.invalid");
        format!("{}-m-{}@{host}", c.head.id.to_ascii_lowercase(), m.number)
    }

    /// Writes what a milestone is, and how it stands.
    fn words(&self, out: &mut String, c: &Commitment, m: &Milestone) {
        let say = |id: &str, args: &[(&str, Arg)]| self.theme.say(self.lang, id, args);
        let status = say(&format!("status-{}", m.status.code()), &[]);
        let nth = say("milestone-n", &[("number", m.number.to_string().into())]);
        let (title, text) = (c.head.title.text(self.lang), m.text.text(self.lang));
        line(out, "SUMMARY", &escaped(&format!("{text} ({status})")));
        let about = format!("{title}\n{nth}: {text}\n{status}");
        line(out, "DESCRIPTION", &escaped(&about));
        line(out, "CATEGORIES", &escaped(&status));
    }
}

fn digits(day: jiff::civil::Date) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

/// Returns the host of a web address.
fn host_of(url: &str) -> Option<&str> {
    let (_, rest) = url.split_once("://")?;
    rest.split(['/', ':'])
        .next()
        .filter(|host| !host.is_empty())
}

/// Escapes text as a value (RFC 5545, section 3.3.11); control characters are left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.trim().chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// Writes a line, folded where it is longer than a line may be.
fn line(out: &mut String, name: &str, value: &str) {
    let whole = format!("{name}:{value}");
    let mut length = 0;
    for c in whole.chars() {
        if length + c.len_utf8() > LINE {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(c);
        length += c.len_utf8();
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_folded_between_characters() {
        let mut out = String::new();
        line(&mut out, "SUMMARY", &"ñ".repeat(100));
        let lines: Vec<&str> = out.split("\r\n").collect();
        assert!(lines.iter().all(|line| line.len() <= LINE), "{lines:?}");
        let whole = out.trim_end().replace("\r\n ", "");
        assert_eq!(whole, format!("SUMMARY:{}", "ñ".repeat(100)));
    }

    #[test]
    fn text_is_escaped() {
        assert_eq!(escaped("a, b; c\\d\ne\u{7}"), "a\\, b\\; c\\\\d\\ne");
    }
}
