//! Floor 2: from files to facts. [`gather`] turns a [`Source`] into a [`Portal`], and [`rules`] say what is odd in it.

pub(crate) mod accent;
pub(crate) mod acknowledgement;
pub(crate) mod acknowledgements;
pub(crate) mod action_plan;
pub(crate) mod active_content;
pub mod address;
mod agents;
mod allowed_content;
mod area;
pub(crate) mod bilingual;
pub mod body;
pub mod body_text;
pub mod chart;
pub(crate) mod commitment;
pub(crate) mod contradiction;
mod contradictions;
pub mod dataset;
pub(crate) mod dataset_summary;
mod datasets;
pub(crate) mod declared_fact;
pub(crate) mod declared_kind;
pub(crate) mod declared_page;
pub(crate) mod disclosure;
mod duplicates;
pub(crate) mod editions;
pub mod evaluation;
pub(crate) mod evidence;
mod exclusion_effects;
pub(crate) mod exclusions;
mod external_files;
pub(crate) mod facts;
pub(crate) mod fence;
mod file_kind;
pub(crate) mod folder_kind;
pub mod form;
mod frequency;
pub(crate) mod glossary;
pub mod head;
pub(crate) mod index;
pub(crate) mod initiative;
pub(crate) mod kind_facts;
pub(crate) mod known_words;
mod lookup;
pub(crate) mod named_targets;
pub(crate) mod page;
pub(crate) mod page_files;
mod page_reading;
mod page_update;
mod page_versions;
mod portal;
pub(crate) mod privacy;
mod publish_day;
pub(crate) mod registers;
mod repeated_warnings;
pub(crate) mod report;
mod report_subjects;
mod resource_names;
mod resources;
pub(crate) mod rules;
pub(crate) mod sample;
pub mod series;
pub mod service;
pub(crate) mod settings;
pub mod stated_facts;
pub(crate) mod status_update;
pub(crate) mod status_word;
mod table_schema;
pub(crate) mod term;
pub(crate) mod text_links;
pub mod translation_mark;
mod undeclared_files;
pub(crate) mod value_labels;
pub mod vocabulary;
mod waiting_files;
pub mod waiver;

pub(crate) use datasets::read as package;
pub use portal::Portal;
pub(crate) use resource_names::unique_names;
pub use table_schema::schema;

use crate::cache::Cache;
use crate::diag::Sink;
use crate::source::Source;
use crate::text::date::PartialDate;
use publish_day::PublishDay;
use repeated_warnings::once_a_name;
use settings::Settings;

/// Reads every fact, and checks what the pages say against each other.
pub fn gather(source: &Source, cache: &Cache, sink: &mut Sink) -> Portal {
    gather_on(source, None, cache, sink)
}

/// As [`gather`], with every commitment as it stood on a day, and without what waits for a later one.
pub(crate) fn gather_on(
    source: &Source,
    day: Option<PartialDate>,
    cache: &Cache,
    sink: &mut Sink,
) -> Portal {
    let mut until = PublishDay(day);
    while day.is_none() && publish_day::is_named(source) {
        let known = Day { stands: day, until };
        let newest = gather_until(source, known, cache, &mut Sink::new()).newest();
        if PublishDay(newest) == until {
            break;
        }
        until = PublishDay(newest);
    }
    gather_until(source, Day { stands: day, until }, cache, sink)
}

/// What "now" is for a portal.
#[derive(Clone, Copy)]
struct Day {
    /// The day that commitments stand on; none where that is the newest one they tell of.
    stands: Option<PartialDate>,
    /// The day up to which pages are published that wait for one.
    until: PublishDay,
}

fn gather_until(source: &Source, day: Day, cache: &Cache, sink: &mut Sink) -> Portal {
    let mut portal = Portal::new(Settings::read(&source.settings, sink));
    portal.until = day.until;
    let mut found = Sink::new();
    portal.take_attachments(source, &mut found);
    portal.take_exclusions(source);
    portal.read_pages(source, &mut found);
    portal.name_report_subjects();
    portal.read_datasets(source, &mut found);
    portal.hold_back_files(source);
    portal.stand_on(day.stands, &mut found);
    portal.put_in_order();
    portal.ask_no_left_out();
    portal.hold_back_programs(source, &mut found);
    portal.enter_index();
    portal.leave_out_repeated(&mut found);
    let mut held = Sink::new();
    rules::check(&portal, cache, &mut held);
    portal.take_contradictions(held.iter());
    found.extend(held.into_found());
    if !sample::is_address(portal.settings.base_url.as_ref()) {
        sample::check(source, &mut found);
    }
    sink.extend(once_a_name(found.into_found()));
    portal
}
