//! Code lists: small tables that say what the values of other tables' columns are called. A column whose foreign key leads to
//! one shows its words in the place of the codes.

use crate::diag::Fatal;
use crate::model::dataset::Dataset;
use crate::model::settings::Settings;
use crate::text::lang::Lang;
use crate::text::slug::slug;
use crate::text::words::Words;
use std::collections::BTreeMap;
use std::sync::Arc;
use tragaluz_tables::{Column, FieldType, Table, Tables};

/// Most codes of a list.
const MOST_CODES: u64 = 1_000;

/// Longest name of a code, in characters: what is longer explains it.
const LONGEST_NAME: usize = 120;

/// What columns are called that hold the names of codes, and the language that each is a word of; the likelier come first.
const NAMES: &[(&str, &str)] = &[
    ("nombre", "es"),
    ("name", "en"),
    ("etiqueta", "es"),
    ("label", "en"),
    ("titulo", "es"),
    ("title", "en"),
    ("descripcion", "es"),
    ("description", "en"),
    ("significado", "es"),
    ("meaning", "en"),
];

/// What codes are called, by their cells.
type CodeNames = Arc<BTreeMap<String, Words>>;

/// A column that others refer to, of a table of a dataset.
type ReferredColumn = (String, String, String);

/// Gives each column the names of its values: those that its dataset declares, else its own, else those of the code list that
/// it refers to.
///
/// # Errors
/// When a file is no longer as it was read before.
pub(crate) fn label(
    datasets: &[Dataset],
    tables: &mut Tables,
    settings: &Settings,
) -> Result<(), Fatal> {
    let declared = datasets.iter().filter(|d| !d.labels.is_empty());
    let declared: BTreeMap<&str, &Dataset> = declared.map(|d| (&*d.head.id, d)).collect();
    for table in &mut tables.tables {
        if let Some(dataset) = declared.get(&*table.dataset) {
            dataset.labels.settle(&mut table.columns);
        }
    }
    let (languages, main) = (&settings.languages, settings.main());
    let mut lists: BTreeMap<ReferredColumn, Option<CodeNames>> = BTreeMap::new();
    let mut labelled: Vec<(usize, usize, CodeNames)> = Vec::new();
    for (at, table) in tables.tables.iter().enumerate() {
        for (column, referred) in references(table) {
            let names = match lists.get(&referred) {
                Some(known) => known.clone(),
                None => {
                    let read = names_of(tables, &referred, languages, main)?;
                    lists.entry(referred).or_insert(read).clone()
                }
            };
            labelled.extend(names.map(|names| (at, column, names)));
        }
    }
    for (table, column, names) in labelled {
        let column = &mut tables.tables[table].columns[column];
        if column.labels.is_empty() {
            column.labels = names;
        }
    }
    Ok(())
}

/// Returns the columns of a table that refer, each by itself, to a column of another table.
fn references(table: &Table) -> Vec<(usize, ReferredColumn)> {
    let own = |key: &tragaluz_tables::schema::ForeignKey| {
        let ([field], [reference]) = (key.fields.as_slice(), key.reference.as_slice()) else {
            return None;
        };
        if key.resource.is_empty() || key.resource == table.resource && key.dataset.is_none() {
            return None;
        }
        let column = table.columns.iter().position(|c| c.name == *field)?;
        let dataset = key.dataset.as_ref().unwrap_or(&table.dataset);
        Some((
            column,
            (dataset.clone(), key.resource.clone(), reference.clone()),
        ))
    };
    table.foreign_keys.iter().filter_map(own).collect()
}

/// Reads the names of the codes in a column; `None` where its table is no code list: too long, with a code twice, or without a
/// column that is sure to hold names.
fn names_of(
    tables: &Tables,
    (dataset, resource, code): &ReferredColumn,
    languages: &[Lang],
    main: &Lang,
) -> Result<Option<CodeNames>, Fatal> {
    let mut own = tables.of(dataset);
    let Some(table) = own.find(|table| table.resource == *resource) else {
        return Ok(None);
    };
    let Some(code) = table.columns.iter().position(|c| c.name == *code) else {
        return Ok(None);
    };
    let is_unique = table.columns[code].profile.distinct == Some((table.rows, true));
    let named = name_columns(table, code, languages, main);
    if table.rows > MOST_CODES || !is_unique || named.is_empty() {
        return Ok(None);
    }
    let changed = |_| Fatal::changed(&table.received.path);
    let mut rows = table.records().map_err(changed)?;
    let mut names = BTreeMap::new();
    while let Some(row) = rows.next_row().map_err(changed)? {
        let mut words = Words::default();
        for (lang, column) in &named {
            let cell = row.cell(*column).unwrap_or_default().trim();
            if !cell.is_empty() && !table.columns[*column].is_missing(cell) {
                words.add(lang.clone(), cell);
            }
        }
        let code = row.cell(code).unwrap_or_default().trim();
        if !words.is_empty() {
            names.insert(code.to_owned(), words);
        }
    }
    Ok((!names.is_empty()).then(|| Arc::new(names)))
}

/// Returns the columns that hold the names of codes, with their languages: those named with a language of the portal
/// (`nombre_es`, `nombre_en`), else those named so in one language each (`nombre`, `name`), else the only column of short texts.
fn name_columns(table: &Table, code: usize, languages: &[Lang], main: &Lang) -> Vec<(Lang, usize)> {
    let texts = TextColumns::of(table, code);
    let with_language = texts.with_language(languages);
    if !with_language.is_empty() {
        return with_language;
    }
    let own = table.language.as_ref().unwrap_or(main);
    for pair in NAMES.chunks(2) {
        let found = texts.named_as(pair);
        match found.as_slice() {
            [] => {}
            // The name of a column says nothing of the language of its cells, unless there is one for each.
            [(_, only)] => return vec![(own.clone(), *only)],
            _ => return found,
        }
    }
    match texts.0.as_slice() {
        [(_, only)] => vec![(own.clone(), *only)],
        _ => Vec::new(),
    }
}

/// The columns of short texts, by their names as addresses have them.
struct TextColumns(Vec<(String, usize)>);

impl TextColumns {
    fn of(table: &Table, code: usize) -> TextColumns {
        let columns = table.columns.iter().enumerate();
        let texts = columns.filter(|(at, column)| *at != code && is_text(column));
        TextColumns(texts.map(|(at, column)| (slug(&column.name), at)).collect())
    }

    fn place(&self, name: &str) -> Option<usize> {
        let mut columns = self.0.iter();
        columns.find(|(known, _)| known == name).map(|(_, at)| *at)
    }

    fn with_language(&self, languages: &[Lang]) -> Vec<(Lang, usize)> {
        let of_word = |word: &str| -> Vec<(Lang, usize)> {
            let place = |lang: &Lang| self.place(&format!("{word}-{}", slug(lang.tag())));
            let found = languages.iter();
            found
                .filter_map(|lang| Some((lang.clone(), place(lang)?)))
                .collect()
        };
        let mut all = NAMES.iter().map(|(word, _)| of_word(word));
        all.find(|found| !found.is_empty()).unwrap_or_default()
    }

    fn named_as(&self, words: &[(&str, &str)]) -> Vec<(Lang, usize)> {
        let words = words.iter();
        words
            .filter_map(|(word, lang)| Some((Lang::parse(lang)?, self.place(word)?)))
            .collect()
    }
}

fn is_text(column: &Column) -> bool {
    column.kind == FieldType::String && column.profile.longest <= LONGEST_NAME
}
