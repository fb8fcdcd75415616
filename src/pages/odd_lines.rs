//! What does not fit together on a page, a line each.

use super::context::{OddLine, Phrase};
use super::{PagePlan, SiteFacts};
use crate::model::contradiction::{Contradiction, OddPlace};
use crate::text::date::PartialDate;
use crate::text::lang::Lang;
use crate::text::messages::Arg;

/// Returns what is odd about a page as a whole.
pub(super) fn of_page(site: &SiteFacts<'_>, page: &PagePlan) -> Vec<OddLine> {
    at(site, page, OddPlace::Page)
}

/// Returns what is odd about a place of a page.
pub(super) fn at(site: &SiteFacts<'_>, page: &PagePlan, place: OddPlace<'_>) -> Vec<OddLine> {
    let Some(source) = &page.draft.source else {
        return Vec::new();
    };
    let all = site.portal.contradictions_in(source).iter();
    let own = all.filter(|one| one.place() == place);
    own.filter_map(|one| line(site, page, one)).collect()
}

/// Returns a contradiction in words; none where it is about the page in another language.
pub(super) fn line(site: &SiteFacts<'_>, page: &PagePlan, one: &Contradiction) -> Option<OddLine> {
    let main = site.portal.settings.main();
    if one.lang.as_ref().is_some_and(|lang| *lang != page.lang) {
        return None;
    }
    let names = one.args.iter();
    let names = names.map(|(name, arg)| (*name, said(name, arg, main, &page.lang)));
    let reason = one.reason.as_ref();
    Some(OddLine {
        text: Phrase::sentence(format!("odd-{}", one.code.id), names),
        reason: reason.map(|reason| Phrase::in_lang(reason, main, &page.lang)),
    })
}

/// Returns what stands in a variable of the message: a date in words, a code by its name, or the words themselves.
fn said(name: &str, arg: &Arg, main: &Lang, page: &Lang) -> Phrase {
    let text = match arg {
        Arg::Text(text) => text,
        Arg::Count(count) => return Phrase::new(count.to_string()),
    };
    match name {
        "date" | "limit" | "start" | "end" => date(text),
        "completion" | "status" | "degree" => Phrase::message(format!("{name}-{text}")),
        "answer" => Phrase::message(text),
        "name" | "other" | "plan" | "locality" => Phrase::in_lang(text, main, page),
        _ => Phrase::new(text),
    }
}

/// Returns a date in words, as precise as it is.
pub(super) fn date(text: &str) -> Phrase {
    let Some(date) = PartialDate::parse(text) else {
        return Phrase::new(text);
    };
    let year = ("year", Phrase::new(date.year.to_string()));
    let Some(month) = date.month else {
        return Phrase::sentence("date-year", [year]);
    };
    let month = ("month", Phrase::message(format!("month-{month}")));
    match date.day {
        None => Phrase::sentence("date-month", [month, year]),
        Some(day) => {
            let day = ("day", Phrase::new(day.to_string()));
            Phrase::sentence("date-day", [day, month, year])
        }
    }
}
