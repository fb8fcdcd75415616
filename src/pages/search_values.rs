//! What a search finds a dataset by of the values in its tables: their labels, and where their rows are.

use super::kinds::FoundValue;
use super::row_pages::{self, place_of_value};
use super::{PagePlan, SiteFacts};
use crate::model::dataset::Dataset;
use crate::model::value_labels::ColumnLabels;
use crate::record::encode_path;
use crate::text::lang::Lang;
use tragaluz_tables::{Column, FieldType, Table};

/// Returns what readers of a page see in place of values of a dataset's tables.
pub(super) fn labels(site: &SiteFacts<'_>, page: &PagePlan, d: &Dataset) -> Vec<String> {
    let tables = site.tables.of(&d.head.id);
    let columns = tables.flat_map(|table| &table.columns);
    columns
        .filter_map(|column| Some(labels_of(&*d.labels.of(column)?, column, &page.lang)))
        .flatten()
        .collect()
}

/// Returns the labels of a column; of a list of this program those that its values have.
fn labels_of(labels: &ColumnLabels, column: &Column, lang: &Lang) -> Vec<String> {
    if !labels.is_of_list() {
        let all = labels.all(lang).into_iter();
        return all.filter_map(|(_, label)| label.text).collect();
    }
    let values = column.profile.values.iter();
    values
        .filter_map(|value| labels.label(value, lang)?.text)
        .collect()
}

/// Returns the values of a dataset's tables whose rows have a page, or begin on one.
pub(super) fn placed(site: &SiteFacts<'_>, page: &PagePlan, d: &Dataset) -> Vec<FoundValue> {
    let tables = site.tables.of(&d.head.id);
    let mut of_tables: Vec<(&Table, Vec<FoundValue>)> = tables
        .map(|table| (table, of_table(page, d, table)))
        .filter(|(_, values)| !values.is_empty())
        .collect();
    if of_tables.len() > 1 {
        for (table, values) in &mut of_tables {
            let title = title_of(d, table, &page.lang);
            values
                .iter_mut()
                .for_each(|v| v.table = Some(title.clone()));
        }
    }
    of_tables
        .into_iter()
        .flat_map(|(_, values)| values)
        .collect()
}

fn title_of(d: &Dataset, table: &Table, lang: &Lang) -> String {
    let resource = d.resources.iter().find(|r| r.name == table.resource);
    let title = resource.map_or("", |resource| resource.title.text(lang));
    let title = if title.is_empty() {
        &table.resource
    } else {
        title
    };
    title.to_owned()
}

fn of_table(page: &PagePlan, d: &Dataset, table: &Table) -> Vec<FoundValue> {
    let outline = &table.outline;
    let split = outline.split.as_ref();
    let by_value = split.map(|s| (s.column, s.values.iter().map(|v| &*v.value).collect()));
    let groups = (outline.groups.as_ref())
        .filter(|g| split.is_none_or(|s| s.column != g.column))
        .filter(|g| is_searched(d, &table.columns[g.column]));
    let grouped = groups.map(|g| (g.column, g.starts.iter().map(|s| &*s.value).collect()));
    let columns: [Option<(usize, Vec<&str>)>; 2] = [by_value, grouped];
    let found = |(column, values): (usize, Vec<&str>)| {
        let column = &table.columns[column];
        let labels = d.labels.of(column);
        let found = |value: &str| found_value(page, labels.as_deref(), table, column, value);
        values.into_iter().filter_map(found).collect::<Vec<_>>()
    };
    columns.into_iter().flatten().flat_map(found).collect()
}

/// Whether a search finds a column's values.
fn is_searched(d: &Dataset, column: &Column) -> bool {
    column.kind == FieldType::Year
        || d.labels.of(column).is_some()
        || column.categories().next().is_some()
}

fn found_value(
    page: &PagePlan,
    labels: Option<&ColumnLabels>,
    table: &Table,
    column: &Column,
    value: &str,
) -> Option<FoundValue> {
    let place = place_of_value(table, &column.name, value)?;
    let label = labels.and_then(|labels| labels.label(value, &page.lang)?.text);
    let anchor = place.anchor.map_or_else(String::new, |id| format!("#{id}"));
    Some(FoundValue {
        written: label.as_ref().map(|_| value.to_owned()),
        shown: label.unwrap_or_else(|| row_pages::shown(value)),
        href: format!("{}{anchor}", encode_path(&place.address)),
        table: None,
    })
}
