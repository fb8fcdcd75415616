//! Milestones as a calendar (iCalendar, RFC 5545): an entry on the last day of each, all day long.

use crate::model::commitment::{Commitment, Milestone};
use crate::pages::SiteFacts;
use crate::pages::address::{self, in_lang};
use crate::pages::milestones::CALENDAR;
use crate::record::absolute;
use crate::render::Theme;
use crate::stage::OutputFile;
use crate::text::date::PartialDate;
use crate::text::lang::Lang;

/// Most bytes of a line, without its end (RFC 5545, section 3.1).
const LINE: usize = 75;

/// Returns the calendar in each language; none of a portal whose milestones have no end.
pub(crate) fn calendars(view: &SiteFacts<'_>, theme: &Theme) -> Vec<OutputFile> {
    let portal = view.portal;
    let languages = portal.settings.languages.iter();
    let files = languages.filter_map(|lang| {
        let text = Calendar { view, theme, lang }.text()?;
        let path = in_lang(lang, portal.settings.main(), CALENDAR);
        Some(OutputFile { path, text })
    });
    files.collect()
}

/// What a calendar is made from.
struct Calendar<'a> {
    view: &'a SiteFacts<'a>,
    theme: &'a Theme,
    lang: &'a Lang,
}

impl Calendar<'_> {
    /// Returns the whole calendar; `None` where it has no entry.
    fn text(&self) -> Option<String> {
        let mut events = String::new();
        for commitment in &self.view.portal.commitments {
            for milestone in &commitment.milestones {
                if let Some(end) = &milestone.end {
                    self.event(&mut events, commitment, milestone, end.value);
                }
            }
        }
        if events.is_empty() {
            return None;
        }
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
        out.push_str(&events);
        line(&mut out, "END", "VCALENDAR");
        Some(out)
    }

    fn event(&self, out: &mut String, c: &Commitment, m: &Milestone, end: PartialDate) {
        let portal = self.view.portal;
        let day = end.last_day();
        let stamp = m
            .reported
            .or(c.head.updated)
            .or(self.view.as_of)
            .unwrap_or(end);
        let status = format!("status-{}", m.status.code());
        let status = self.theme.say(self.lang, &status, &[]);
        let number = m.number.to_string();
        let nth = self
            .theme
            .say(self.lang, "milestone-n", &[("number", number.into())]);
        let base = portal.settings.base_url.as_deref();
        let page = address::commitment(&c.head.id);
        let anchor = format!("#m-{}", m.number);
        let host = base.and_then(host_of).unwrap_or("portal.invalid");
        let title = c.head.title.text(self.lang);
        let text = m.text.text(self.lang);
        line(out, "BEGIN", "VEVENT");
        line(
            out,
            "UID",
            &format!("{}-m-{}@{host}", c.head.id.to_ascii_lowercase(), m.number),
        );
        line(
            out,
            "DTSTAMP",
            &format!("{}T000000Z", digits(stamp.last_day())),
        );
        line(out, "DTSTART;VALUE=DATE", &digits(day));
        line(out, "SUMMARY", &escaped(&format!("{text} ({status})")));
        line(
            out,
            "DESCRIPTION",
            &escaped(&format!("{title}\n{nth}: {text}\n{status}")),
        );
        line(out, "CATEGORIES", &escaped(&status));
        line(out, "TRANSP", "TRANSPARENT");
        if let Some(base) = base {
            let path = in_lang(self.lang, portal.settings.main(), &page);
            line(out, "URL", &format!("{}{anchor}", absolute(base, &path)));
        }
        line(out, "END", "VEVENT");
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
