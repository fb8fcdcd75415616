//! The feed of one thing: what changed of a dataset, of a commitment, of an institution's commitments.

use super::{Feed, FeedEntry, atom, newest_first, non_empty};
use crate::diag::Fatal;
use crate::feeds::ListedPage;
use crate::model::commitment::Commitment;
use crate::model::dataset::Dataset;
use crate::model::status_update::{self, StatusUpdate};
use crate::model::vocabulary::Taxonomy;
use crate::pages::address;
use crate::pages::address::in_lang;
use crate::pages::{PagePlan, SiteFacts};
use crate::render::Theme;
use crate::stage::Staging;
use crate::text::lang::Lang;
use crate::text::messages::Arg;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Writes the feeds of all pages that have one of their own; none without a base address.
///
/// # Errors
/// When the disk refuses.
pub(super) fn write_things(teller: &Teller<'_>, staging: &Staging) -> Result<(), Fatal> {
    let (view, theme) = (teller.view, teller.theme);
    let record = &view.plan.catalog;
    let Some(base) = record.portal.base_url.as_deref() else {
        return Ok(());
    };
    let with_feed: Vec<(&PagePlan, String)> = view
        .plan
        .pages
        .iter()
        .filter_map(|page| Some((page, page.kind.feed(page)?)))
        .collect();
    with_feed.into_par_iter().try_for_each(|(page, path)| {
        let title =
            (page.draft.title).text(&page.lang, &|id, args| theme.say(&page.lang, id, args));
        let feed = Feed {
            path: in_lang(&page.lang, &record.portal.main, &path),
            page: page.path.clone(),
            lang: &page.lang,
            title: format!("{title} – {}", record.portal.title.text(&page.lang)),
            subtitle: page.draft.summary.text(&page.lang).to_owned(),
            changes: newest_first(teller.changes(page)),
        };
        staging.write_files(&[atom::write(record, base, &feed)])
    })
}

/// What changes are told from.
pub(super) struct Teller<'a> {
    view: &'a SiteFacts<'a>,
    theme: &'a Theme,
    /// Every page by its path.
    pages: BTreeMap<&'a str, &'a ListedPage>,
}

impl<'a> Teller<'a> {
    pub(super) fn of(view: &'a SiteFacts<'a>, theme: &'a Theme, pages: &'a [ListedPage]) -> Self {
        let by_path = pages.iter().map(|page| (page.path.as_str(), page));
        Teller {
            view,
            theme,
            pages: by_path.collect(),
        }
    }

    /// Returns what was reported of all commitments on a day.
    pub(super) fn updates(&self, lang: &Lang) -> Vec<FeedEntry> {
        let commitments = self.view.portal.commitments.par_iter();
        (commitments.flat_map_iter(|c| self.reported(c, lang))).collect()
    }

    fn changes(&self, page: &PagePlan) -> Vec<FeedEntry> {
        let portal = self.view.portal;
        let address = page.draft.address.as_str();
        let (folder, _) = address.split_once('/').unwrap_or_default();
        match folder {
            "commitments" => self.of_commitment(&portal.commitments[page.draft.item], &page.lang),
            "datasets" => self.of_dataset(&portal.datasets[page.draft.item], &page.lang),
            _ => {
                let id = address
                    .rsplit('/')
                    .next()
                    .unwrap_or_default()
                    .trim_end_matches(".html");
                let own = self.of_page(address, &page.lang);
                let theirs = portal.commitments_of(Taxonomy::Institution, id);
                own.into_iter()
                    .chain(theirs.flat_map(|c| self.of_commitment(c, &page.lang)))
                    .collect()
            }
        }
    }

    fn of_page(&self, address: &str, lang: &Lang) -> Option<FeedEntry> {
        let path = in_lang(lang, self.view.portal.settings.main(), address);
        self.pages
            .get(path.as_str())
            .and_then(|page| FeedEntry::of_page(page))
    }

    /// Returns changes of a commitment's own facts, of milestones whose status was reported on a date, of its reports and of its datasets.
    fn of_commitment(&self, c: &Commitment, lang: &Lang) -> Vec<FeedEntry> {
        let portal = self.view.portal;
        let own = address::commitment(&c.head.id);
        let mut changes: Vec<FeedEntry> = self.of_page(&own, lang).into_iter().collect();
        changes.extend(self.reported(c, lang));
        changes.extend(
            portal
                .reports_on(c)
                .filter_map(|r| self.of_page(&address::report(&r.head.id), lang)),
        );
        changes.extend(
            c.datasets
                .iter()
                .filter_map(|d| self.of_page(&address::dataset(&d.value), lang)),
        );
        changes
    }

    /// Returns what was reported of a commitment and of its milestones on a day: of one thing and day the newest.
    fn reported(&self, c: &Commitment, lang: &Lang) -> Vec<FeedEntry> {
        let name = c.head.title.text(lang);
        let own = |update: &StatusUpdate| {
            let title = ("title", Arg::from(name));
            let status = ("status", self.status(update, lang).into());
            self.update(c, update, lang).map(|entry| FeedEntry {
                title: self.say(lang, "feed-commitment", &[title, status]),
                fragment: Some("history".to_owned()),
                summary: update.text.text(lang).to_owned(),
                kind: "commitment".to_owned(),
                ..entry
            })
        };
        let mut all: Vec<FeedEntry> = newest(&c.updates).filter_map(own).collect();
        for milestone in &c.milestones {
            let of = |update: &StatusUpdate| {
                let number = ("number", Arg::from(milestone.number.to_string()));
                let title = ("title", Arg::from(name));
                let status = ("status", self.status(update, lang).into());
                let said = non_empty(update.text.text(lang), milestone.text.text(lang));
                self.update(c, update, lang).map(|entry| FeedEntry {
                    title: self.say(lang, "feed-milestone", &[number, title, status]),
                    fragment: Some(format!("m-{}", milestone.number)),
                    summary: said.to_owned(),
                    kind: "milestone".to_owned(),
                    ..entry
                })
            };
            all.extend(newest(&milestone.updates).filter_map(of));
        }
        all
    }

    /// Returns an entry for an update, without its words; none where that has no date.
    fn update(&self, c: &Commitment, update: &StatusUpdate, lang: &Lang) -> Option<FeedEntry> {
        let main = self.view.portal.settings.main();
        Some(FeedEntry {
            date: update.day()?,
            path: in_lang(lang, main, &address::commitment(&c.head.id)),
            fragment: None,
            title: String::new(),
            summary: String::new(),
            kind: String::new(),
        })
    }

    /// Returns the status that an update gives, in words; that there is news, where it gives none.
    fn status(&self, update: &StatusUpdate, lang: &Lang) -> String {
        let Some(own) = &update.status else {
            return self.say(lang, "update-news", &[]);
        };
        let status = self.say(lang, &format!("status-{}", own.status.code()), &[]);
        match &own.word {
            Some(word) => format!("{status} ({})", word.labels.text(lang)),
            None => status,
        }
    }

    /// Returns the last change of a dataset's data, and its first publication.
    fn of_dataset(&self, d: &Dataset, lang: &Lang) -> Vec<FeedEntry> {
        let changed = self.of_page(&address::dataset(&d.head.id), lang);
        let issued = d
            .issued
            .zip(changed.as_ref())
            .filter(|(issued, changed)| *issued < changed.date);
        let first = issued.map(|(date, changed)| FeedEntry {
            date,
            fragment: Some("issued".to_owned()),
            title: self.say(
                lang,
                "feed-issued",
                &[("title", changed.title.as_str().into())],
            ),
            ..changed.clone()
        });
        changed.clone().into_iter().chain(first).collect()
    }

    fn say(&self, lang: &Lang, message: &str, args: &[(&str, Arg)]) -> String {
        self.theme.say(lang, message, args)
    }
}

/// Returns updates with the newest first.
fn newest(updates: &[StatusUpdate]) -> impl Iterator<Item = &StatusUpdate> {
    status_update::newest_first(updates).into_iter()
}
