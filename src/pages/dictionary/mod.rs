//! Dictionaries: what the columns of a table mean and hold, on a page of their own where there are many.

pub mod context;

use crate::model::Portal;
use crate::model::dataset::Constraints;
use crate::model::value_labels::ColumnLabels;
use crate::pages::context::{Body, BodyFacts, Link, Phrase};
use crate::pages::dataset_lists::{
    column_anchors, columns_of_part, dictionary_address, is_apart, is_quantity, of_columns,
    page_of_table, part_of_column,
};
use crate::pages::dictionary::context::{ColumnRule, FrequentValue, LabelledValue};
use crate::pages::kinds::PageKindFacts;
use crate::pages::paging::ListRange;
use crate::pages::{Draft, PagePlan, SiteFacts, Title, address, alike_columns, entries, linking};
use crate::text::unit;
use std::borrow::Cow;
use std::ops::Range;
use tragaluz_tables::{Column, FieldType, Table, Tables};

/// Dictionaries that have a page of their own.
pub(crate) struct DictionaryPages;

/// Beyond so many columns a dictionary leaves out the most frequent values, to stay within its page's budget.
const WIDE: usize = 40;

/// Most values whose labels are listed.
const LABELS: usize = 60;

/// Most of the most frequent values shown of a column.
const FREQUENT: usize = 3;

impl PageKindFacts for DictionaryPages {
    fn name(&self) -> &'static str {
        context::DictionaryContext::KIND
    }

    fn budget(&self) -> u64 {
        12 * 1024
    }

    fn pages(&self, portal: &Portal, tables: &Tables) -> Vec<Draft> {
        let with_place = tables.tables.iter().enumerate();
        with_place
            .filter(|(_, table)| is_apart(table))
            .filter_map(|(at, table)| {
                let dataset = portal.dataset(&table.dataset)?;
                let resource = dataset
                    .resources
                    .iter()
                    .find(|r| r.name == table.resource)?;
                let title = if resource.title.is_empty() {
                    &dataset.head.title
                } else {
                    &resource.title
                };
                let parent = Title::Words(dataset.head.title.clone());
                let first = dictionary_address(tables, table);
                let draft = move |(part, span): (usize, ListRange)| {
                    let own = Draft::generated(
                        address::list_of(&first, part),
                        Title::Words(title.clone()),
                    )
                    .item(at);
                    Draft {
                        part,
                        span,
                        ..own.under(parent.clone(), page_of_table(tables, table))
                    }
                };
                Some((1..).zip(of_columns(table)).map(draft))
            })
            .flatten()
            .collect()
    }

    fn body(&self, page: &PagePlan, site: &SiteFacts<'_>) -> Body {
        let table = &site.tables.tables[page.draft.item];
        let record = site
            .plan
            .catalog
            .dataset(&table.dataset)
            .expect("every dataset has a record");
        let files = site
            .files
            .of(&table.dataset)
            .filter(|f| f.resource.as_deref() == Some(&*table.resource));
        Body::of(context::DictionaryContext {
            dataset: linking::link(site, page, &address::dataset(&table.dataset))
                .unwrap_or_default(),
            resource: linking::title(page, &page.draft.title),
            rows: Some(table.rows),
            column_count: table.columns.len() as u64,
            columns: facts_of(
                site,
                page,
                table,
                page.draft.span.start..page.draft.span.end,
            ),
            pager: entries::pager(site, page, |n| {
                address::list_of(&dictionary_address(site.tables, table), n)
            }),
            downloads: files.map(|f| linking::download(page, f, record)).collect(),
        })
    }
}

/// Describes these columns of a table, by their places from 0.
pub(super) fn facts_of(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    table: &Table,
    places: Range<usize>,
) -> Vec<context::ColumnContext> {
    let anchors = column_anchors(table, places.clone());
    let groups = alike_columns::groups(&table.columns[places.clone()]);
    groups
        .into_iter()
        .map(|group| {
            let (start, end) = (places.start + group.start, places.start + group.end);
            let first = column_of(site, page, table, start, anchors[group.start].clone());
            if group.len() == 1 {
                first
            } else {
                together(first, &table.columns[start..end], table.rows)
            }
        })
        .collect()
}

/// Turns the facts of the first of columns that are alike into those of them all.
fn together(
    first: context::ColumnContext,
    columns: &[Column],
    rows: u64,
) -> context::ColumnContext {
    let missing = columns.iter().map(|c| c.profile.missing).sum();
    let [min, max] = alike_columns::range(columns)
        .map(|range| range.map(Some))
        .unwrap_or_default();
    let has_one_title = columns.iter().all(|c| c.title == columns[0].title);
    context::ColumnContext {
        group: Some(group_of(columns)),
        title: first.title.filter(|_| has_one_title),
        received_name: None,
        missing,
        missing_percent: percent(missing, rows.saturating_mul(columns.len() as u64)),
        distinct: None,
        min,
        max,
        spread: Vec::new(),
        frequent: Vec::new(),
        ..first
    }
}

fn group_of(columns: &[Column]) -> context::ColumnGroup {
    let names = columns.iter().map(|c| c.name.clone());
    context::ColumnGroup {
        last: columns.last().map(|c| c.name.clone()).unwrap_or_default(),
        count: columns.len() as u64,
        names: if alike_columns::are_numbered(columns) {
            Vec::new()
        } else {
            names.collect()
        },
    }
}

/// Describes the column at a place of a table.
fn column_of(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    table: &Table,
    at: usize,
    anchor: String,
) -> context::ColumnContext {
    let c = &table.columns[at];
    let profile = &c.profile;
    let labels = labels_of(site, table, c);
    let labels = labels.as_deref();
    let ordered = has_order(c, labels);
    let spread = spread(site, table, at, labels);
    context::ColumnContext {
        name: c.name.clone(),
        group: None,
        anchor,
        received_name: received_name(c),
        kind: c.kind.id().to_owned(),
        declared: c.declared,
        title: Phrase::of(&c.title, &page.lang),
        description: Phrase::of(&c.description, &page.lang),
        unit: unit_of(c, page),
        key: table.primary_key.contains(&c.name),
        required: c.constraints.required,
        allowed: c.constraints.allowed.clone().unwrap_or_default(),
        missing_values: missing_values(c),
        missing: profile.missing,
        missing_percent: percent(profile.missing, table.rows),
        distinct: profile.distinct.map(|(n, _)| n),
        distinct_exact: profile.distinct.is_some_and(|(_, exact)| exact),
        numeric: is_quantity(c),
        min: profile.min.clone().filter(|_| ordered),
        max: profile.max.clone().filter(|_| ordered),
        // How numbers are spread is drawn; which of many occurs twice is no news.
        frequent: if spread.is_empty() {
            frequent(table, c, labels, page)
        } else {
            Vec::new()
        },
        spread,
        labels: labelled(labels, c, page),
        refers_to: refers_to(site, page, table, c),
        rules: rules(&c.constraints),
    }
}

/// Returns the labels that a dataset declares for a column.
fn labels_of<'s>(
    site: &SiteFacts<'s>,
    table: &Table,
    column: &Column,
) -> Option<Cow<'s, ColumnLabels>> {
    site.portal.dataset(&table.dataset)?.labels.of(column)
}

/// Lists what values mean, as declared; of a code list only what the column has, where its values are known.
fn labelled(of: Option<&ColumnLabels>, column: &Column, page: &PagePlan) -> Vec<LabelledValue> {
    let own = &column.profile.values;
    let is_own = |value: &&str| own.is_empty() || own.iter().any(|known| known == value);
    let values = of.into_iter().flat_map(|of| {
        let values = of.values();
        values.filter(move |value| !of.is_of_list() || is_own(value))
    });
    let values = values.take(LABELS);
    let each = values.filter_map(|value| {
        Some(LabelledValue {
            value: value.to_owned(),
            label: of?.label(value, &page.lang)?,
        })
    });
    each.collect()
}

/// Returns the unit of a column, in the page's language where it is a common one.
fn unit_of(column: &Column, page: &PagePlan) -> Option<String> {
    let unit = column.unit.as_deref()?;
    Some(unit::name(unit, &page.lang).unwrap_or(unit).to_owned())
}

/// Returns a column's name in the received file, where that differs.
fn received_name(column: &Column) -> Option<String> {
    let received = column.received_name.clone();
    received.filter(|name| *name != column.name)
}

/// Returns how the numbers of a column are spread; nothing of a wide table, and of codes.
fn spread(
    site: &SiteFacts<'_>,
    table: &Table,
    at: usize,
    labels: Option<&ColumnLabels>,
) -> Vec<u64> {
    if table.columns.len() > WIDE || labels.is_some() {
        return Vec::new();
    }
    site.charts.spread(&table.dataset, &table.resource, at)
}

/// Returns the texts that stand for a missing value. The empty cell is what everybody expects; only others need saying.
fn missing_values(column: &Column) -> Vec<String> {
    let texts = column.missing_values.iter();
    texts.filter(|text| !text.is_empty()).cloned().collect()
}

/// Whether none of the values occurs in as many as one row of twenty.
fn is_even(table: &Table, column: &Column) -> bool {
    let mut counts = column.profile.frequent.iter().map(|(_, count)| *count);
    counts.all(|count| count.saturating_mul(20) < table.rows)
}

/// Returns the most frequent values. One that occurs once says nothing about the column; a wide table shows none.
fn frequent(
    table: &Table,
    column: &Column,
    labels: Option<&ColumnLabels>,
    page: &PagePlan,
) -> Vec<FrequentValue> {
    // Dates are told by the first and the last.
    if table.columns.len() > WIDE || has_order(column, labels) && is_even(table, column) {
        return Vec::new();
    }
    let values = column.profile.frequent.iter().filter(|(_, n)| *n > 1);
    values
        .take(FREQUENT)
        .map(|(value, count)| FrequentValue {
            value: value.clone(),
            label: labels.and_then(|labels| labels.label(value, &page.lang)),
            count: *count,
            // A smaller share would be drawn as a speck.
            percent: percent(*count, table.rows).filter(|_| count.saturating_mul(50) >= table.rows),
        })
        .collect()
}

/// The table whose rows a column names.
fn refers_to(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    table: &Table,
    column: &Column,
) -> Option<Link> {
    let key = table
        .foreign_keys
        .iter()
        .find(|k| k.fields.contains(&column.name))?;
    let dataset = key.dataset.as_deref().unwrap_or(&table.dataset);
    let other = if key.resource.is_empty() {
        &table.resource
    } else {
        &key.resource
    };
    let place = key.fields.iter().position(|field| *field == column.name)?;
    let reference = key.reference.get(place)?;
    let target = site.tables.of(dataset).find(|t| t.resource == *other)?;
    let at = target
        .columns
        .iter()
        .position(|c| c.name == *reference)
        .unwrap_or(0);
    let part = part_of_column(target, at);
    let apart = is_apart(target);
    let places = if apart {
        columns_of_part(target, part)
    } else {
        0..target.columns.len()
    };
    let shown = alike_columns::group_of(&target.columns, &places, at);
    let anchor = column_anchors(target, places.clone())
        .get(shown.checked_sub(places.start)?)?
        .clone();
    let address = if apart {
        address::list_of(&dictionary_address(site.tables, target), part)
    } else {
        page_of_table(site.tables, target)
    };
    let href = format!("{}#{anchor}", linking::href(site, page, &address));
    site.plan
        .has(&address::dataset(dataset))
        .then(|| Link::to(Phrase::new(other), href))
}

/// Lists the rules of a column that no other of its facts says.
fn rules(of: &Constraints) -> Vec<ColumnRule> {
    let rule = |kind: &str, value: Option<String>| ColumnRule {
        kind: kind.to_owned(),
        value,
    };
    let bounds = [
        ("pattern", of.pattern.clone()),
        ("minimum", of.minimum.clone()),
        ("maximum", of.maximum.clone()),
        ("min-length", of.min_length.map(|n| n.to_string())),
        ("max-length", of.max_length.map(|n| n.to_string())),
    ];
    let bounds = bounds
        .into_iter()
        .filter(|(_, value)| value.is_some())
        .map(|(kind, value)| rule(kind, value));
    of.unique
        .then(|| rule("unique", None))
        .into_iter()
        .chain(bounds)
        .collect()
}

/// Whether a column's smallest and largest value tell a reader anything; the first and last name of a list do not, and codes
/// are neither small nor large.
fn has_order(column: &Column, labels: Option<&ColumnLabels>) -> bool {
    use FieldType::{Date, DateTime, Integer, Number, Time, Year, YearMonth};
    let is_ordered = matches!(
        column.kind,
        Integer | Number | Date | DateTime | Time | Year | YearMonth
    );
    is_ordered && labels.is_none()
}

/// A share as a percentage with at most one decimal, rounded half up; none of nothing.
fn percent(part: u64, whole: u64) -> Option<String> {
    if whole == 0 || part == 0 {
        return None;
    }
    let tenths = (u128::from(part) * 2000 + u128::from(whole)) / (u128::from(whole) * 2);
    Some(match (tenths / 10, tenths % 10) {
        (whole, 0) => whole.to_string(),
        (whole, tenth) => format!("{whole}.{tenth}"),
    })
}

#[cfg(test)]
mod tests {
    use super::percent;

    #[test]
    fn percentages_are_rounded_once() {
        assert_eq!(percent(1, 8).as_deref(), Some("12.5"));
        assert_eq!(percent(1, 3).as_deref(), Some("33.3"));
        assert_eq!(percent(3, 3).as_deref(), Some("100"));
        assert_eq!(percent(0, 3), None);
    }
}
