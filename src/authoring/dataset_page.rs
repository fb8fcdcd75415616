//! A dataset's page, `dataset.md`: what its files say, filled in, and each unknown fact as a comment that says what it is for.

use super::AddOrder;
use super::asked_facts::ASKED;
use super::data_edition::KEPT_UP;
use super::declared_field::declarations;
use super::editor_schemas::{DATASET, line_for};
use crate::diag::Speech;
use crate::model::Portal;
use crate::model::dataset::{Dataset, Resource};
use crate::pages::column_names::in_words;
use crate::source::yaml::scalar;
use crate::text::date::PartialDate;
use crate::text::messages::Arg;
use tragaluz_tables::{Column, FieldType, Table, Tables};

/// A page, and what it asks for.
pub(crate) struct DatasetPage {
    pub(crate) text: String,
    /// Names of the facts that nobody told.
    pub(crate) unknown: Vec<&'static str>,
}

/// What a page is drawn of.
struct PageDrawing<'a> {
    portal: &'a Portal,
    dataset: &'a Dataset,
    tables: Vec<&'a Table>,
    speech: Speech,
}

impl DatasetPage {
    /// Draws the page of a dataset, in the portal's main language where the program speaks it, else in English.
    pub(crate) fn draw(
        portal: &Portal,
        tables: &Tables,
        dataset: &Dataset,
        said: &SaidFacts<'_>,
    ) -> DatasetPage {
        let drawing = PageDrawing {
            portal,
            dataset,
            tables: tables.of(&dataset.head.id).collect(),
            speech: Speech::for_locale(portal.settings.main().tag()),
        };
        drawing.page(said)
    }
}

/// What the page says besides what the files do.
pub(crate) struct SaidFacts<'a> {
    pub(crate) order: &'a AddOrder,
    /// The day of which the data are.
    pub(crate) day: Option<PartialDate>,
    /// Whether it names its tables: a descriptor among its files does so itself.
    pub(crate) declares: bool,
    /// Whether the portal has schemas for editors, one of which it then names.
    pub(crate) has_schemas: bool,
}

impl PageDrawing<'_> {
    fn page(&self, said: &SaidFacts<'_>) -> DatasetPage {
        let mut page = DatasetPage {
            text: "---\n".to_owned(),
            unknown: Vec::new(),
        };
        if said.has_schemas {
            let path = format!("data/{}/dataset.md", self.dataset.head.id);
            page.comment(&line_for(DATASET, &path));
        }
        page.comment(&self.speech.say("ask-head", &[]));
        page.line(&format!("title: {}", scalar(&self.title(said.order))));
        self.ask(said, &mut page);
        if said.declares && !self.tables.is_empty() {
            self.resources(&mut page);
        }
        page.line("---");
        page
    }

    /// The title that was given, else what the file says above its one table, else the name of the first file in words.
    fn title(&self, order: &AddOrder) -> String {
        let own = self.dataset.head.title.text(self.portal.settings.main());
        let is_named = own.is_empty() || own == self.dataset.head.id;
        if let Some(given) = &order.title {
            return given.clone();
        }
        if !is_named {
            return own.to_owned();
        }
        let above = match &self.tables[..] {
            [only] => only.notes.iter().find(|note| note.is_above),
            _ => None,
        };
        let stem = order.files.first().and_then(|file| file.file_stem());
        let stem = stem.map_or_else(
            || self.dataset.head.id.clone(),
            |stem| stem.to_string_lossy().into_owned(),
        );
        let words = stem.replace('-', "_");
        above.map_or_else(
            || in_words(&words).unwrap_or(stem),
            |note| note.text.clone(),
        )
    }

    /// Writes each fact that is told from the data or was given, and asks for each that nobody told.
    fn ask(&self, said: &SaidFacts<'_>, page: &mut DatasetPage) {
        for fact in ASKED {
            if (fact.is_known)(self.dataset, &self.portal.settings) {
                continue;
            }
            let told = match fact.name {
                "modified" => said.day.map(|day| day.to_string()),
                "temporal" => temporal(&self.tables),
                _ => None,
            };
            match told {
                Some(value) => page.line(&format!("{}: {value} {KEPT_UP}", fact.name)),
                None => {
                    page.unknown.push(fact.name);
                    page.comment(&self.speech.say(&format!("ask-{}", fact.name), &[]));
                }
            }
        }
    }

    /// Writes the tables with their columns.
    fn resources(&self, page: &mut DatasetPage) {
        page.comment(&self.speech.say("ask-resources", &[]));
        page.line("resources:");
        for table in &self.tables {
            let resources = self.dataset.resources.iter();
            if let Some(resource) = resources.clone().find(|one| one.name == table.resource) {
                self.resource(resource, table, page);
            }
        }
    }

    fn resource(&self, resource: &Resource, table: &Table, page: &mut DatasetPage) {
        let folder = format!("data/{}/", self.dataset.head.id);
        let path = resource
            .path
            .strip_prefix(&folder)
            .unwrap_or(&resource.path);
        page.line(&format!("  - name: {}", scalar(&resource.name)));
        page.line(&format!("    path: {}", scalar(path)));
        let own = resource.title.text(self.portal.settings.main());
        let title = match own {
            own if own.is_empty() || own == resource.name => {
                in_words(&resource.name.replace('-', "_")).unwrap_or_else(|| resource.name.clone())
            }
            own => own.to_owned(),
        };
        page.line(&format!("    title: {}", scalar(&title)));
        if let Some(sheet) = &resource.dialect.sheet {
            page.line(&format!("    dialect: {{sheetName: {}}}", scalar(sheet)));
        }
        let fields = declarations(table);
        if fields.is_empty() {
            return;
        }
        page.line("    schema:");
        self.ask_for_key(table, page);
        page.line("      fields:");
        for field in fields {
            page.line(&format!("        - {field}"));
        }
    }

    /// Asks for the columns that tell rows apart, and names the first in which no value is twice.
    fn ask_for_key(&self, table: &Table, page: &mut DatasetPage) {
        if !table.primary_key.is_empty() {
            return;
        }
        let unique = table
            .columns
            .iter()
            .find(|column| is_unique(column, table.rows));
        let column = unique.map_or("none", |column| column.name.as_str());
        let name = ("name", Arg::from(scalar(column)));
        let question = self
            .speech
            .say("ask-key", &[("column", column.into()), name]);
        for line in question.lines() {
            page.line(&format!("      # {line}"));
        }
    }
}

/// Returns the time that tables cover: from the first to the last of the first column of days, months or years.
pub(crate) fn temporal(tables: &[&Table]) -> Option<String> {
    let mut columns = tables.iter().flat_map(|table| &table.columns);
    let times = columns.find(|column| {
        matches!(
            column.kind,
            FieldType::Date | FieldType::YearMonth | FieldType::Year
        )
    })?;
    let start = date_of(times, times.profile.min.as_deref()?)?;
    let end = date_of(times, times.profile.max.as_deref()?)?;
    Some(format!("{{start: {start}, end: {end}}}"))
}

/// Returns a cell of a column of dates as ISO 8601 has it.
fn date_of(column: &Column, cell: &str) -> Option<PartialDate> {
    let mut iso = String::new();
    let form = &column.form;
    let is_rewritten = form.publish(cell, &column.published, &column.missing_values, &mut iso);
    PartialDate::parse(if is_rewritten { &iso } else { cell })
}

/// Whether each row has a value in a column, and no two the same.
fn is_unique(column: &Column, rows: u64) -> bool {
    let counts = matches!(
        column.kind,
        FieldType::String
            | FieldType::Integer
            | FieldType::Date
            | FieldType::Year
            | FieldType::YearMonth
    );
    counts && column.profile.missing == 0 && column.profile.distinct == Some((rows, true))
}

impl DatasetPage {
    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// Writes a comment of one line or several.
    fn comment(&mut self, text: &str) {
        for line in text.lines() {
            self.line(&format!("# {line}"));
        }
    }
}
