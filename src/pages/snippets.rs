//! Lines for R, Python and Excel that read a table's CSV from its address, with its types.

use super::context::Snippet;
use super::{PagePlan, SiteFacts};
use crate::downloads::Role;
use crate::pages::linking;
use tragaluz_tables::cell_formats::CellFormat;
use tragaluz_tables::cell_formats::pattern::Pattern;
use tragaluz_tables::{Column, FieldType, Table};

/// Most columns whose types the lines state; of wider tables they state only those that a program would guess wrong.
const MOST_COLUMNS: usize = 40;

/// Most columns of which they state anything.
const MOST_NAMED: usize = 60;

/// Returns the lines for each program; none where there is no CSV.
pub(crate) fn of_table(site: &SiteFacts<'_>, page: &PagePlan, table: &Table) -> Vec<Snippet> {
    let mut files = site.files.of(&table.dataset);
    let csv = files.find(|f| {
        f.resource.as_deref() == Some(&*table.resource)
            && f.role == Role::Table
            && f.format == "csv"
    });
    let Some(csv) = csv else {
        return Vec::new();
    };
    let url = site.plan.catalog.url(&csv.path);
    let url = url.unwrap_or_else(|| linking::href_of_file(page, &csv.path));
    let columns = TypedColumns::of(table);
    let snippet = |program: &str, code: String| Snippet {
        program: program.to_owned(),
        code,
    };
    vec![
        snippet("r", columns.in_r(&url)),
        snippet("python", columns.in_python(&url)),
        snippet("spreadsheet", columns.in_power_query(&url)),
    ]
}

/// What a program has to be told of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum CsvType {
    Text,
    Whole,
    Decimal,
    Date,
    /// A day with its time, in no zone.
    Moment,
    /// Yes or no, in words.
    Truth,
}

impl CsvType {
    /// Returns the type of a column as the published CSV has it; whatever is not plain there is read as text.
    fn of(column: &Column) -> CsvType {
        match &column.published {
            _ if column.exceeds_doubles => CsvType::Text,
            CellFormat::Integer(format) if format.is_plain() => CsvType::Whole,
            CellFormat::Number(format) if format.is_plain() => CsvType::Decimal,
            CellFormat::Year => CsvType::Whole,
            CellFormat::Moment(FieldType::Date, _) => CsvType::Date,
            CellFormat::Moment(FieldType::DateTime, patterns) if are_local(patterns) => {
                CsvType::Moment
            }
            CellFormat::Boolean(yes, no) if are_words(column, yes, no) => CsvType::Truth,
            _ => CsvType::Text,
        }
    }

    /// Returns whether a program that is told nothing would take a text for a number, or a date for a text.
    fn is_guessed_wrong(self) -> bool {
        matches!(self, CsvType::Text | CsvType::Date | CsvType::Moment)
    }

    /// Returns R's name. R reads a day with its time as the day alone, so that stays text.
    fn in_r(self) -> &'static str {
        match self {
            CsvType::Text | CsvType::Moment => "character",
            CsvType::Truth => "logical",
            CsvType::Whole | CsvType::Decimal => "numeric",
            CsvType::Date => "Date",
        }
    }

    /// Returns pandas' name; dates are named elsewhere.
    fn in_python(self) -> Option<&'static str> {
        match self {
            CsvType::Text => Some("string"),
            CsvType::Whole => Some("Int64"),
            CsvType::Decimal => Some("float64"),
            CsvType::Truth => Some("boolean"),
            CsvType::Date | CsvType::Moment => None,
        }
    }

    fn in_power_query(self) -> &'static str {
        match self {
            CsvType::Text => "type text",
            CsvType::Whole => "Int64.Type",
            CsvType::Decimal => "type number",
            CsvType::Date => "type date",
            CsvType::Moment => "type datetime",
            CsvType::Truth => "type logical",
        }
    }
}

/// Whether days with their times are written as every program reads them, and in no zone.
fn are_local(patterns: &[Pattern]) -> bool {
    let known = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"];
    matches!(patterns, [only] if known.contains(&only.text().as_str()))
}

/// Whether a column's yes and no are words that every program takes for them: ones and noughts are not, and where both may
/// be there, the values tell.
fn are_words(column: &Column, yes: &[String], no: &[String]) -> bool {
    let words = ["true", "false", "True", "False", "TRUE", "FALSE"];
    let known = |text: &str| words.contains(&text);
    let values = &column.profile.frequent;
    yes.iter().chain(no).all(|word| known(word))
        || !values.is_empty() && values.iter().all(|(value, _)| known(value))
}

/// A column whose type is stated.
struct TypedColumn<'t> {
    name: &'t str,
    of: CsvType,
}

/// The columns whose types are stated, and the texts that stand for no value.
struct TypedColumns<'t> {
    columns: Vec<TypedColumn<'t>>,
    missing: Vec<&'t str>,
    /// Whether there is no row.
    is_empty: bool,
}

impl TypedColumns<'_> {
    fn of(table: &Table) -> TypedColumns<'_> {
        let is_wide = table.columns.len() > MOST_COLUMNS;
        let typed = table.columns.iter().map(|c| TypedColumn {
            name: &c.name,
            of: CsvType::of(c),
        });
        let mut missing: Vec<&str> = Vec::new();
        for text in table.columns.iter().flat_map(|c| &c.missing_values) {
            if !missing.contains(&&**text) {
                missing.push(text);
            }
        }
        TypedColumns {
            columns: typed
                .filter(|column| !is_wide || column.of.is_guessed_wrong())
                .take(MOST_NAMED)
                .collect(),
            missing,
            is_empty: table.rows == 0,
        }
    }

    /// Returns lines in R without any package.
    fn in_r(&self, url: &str) -> String {
        let of = |c: &TypedColumn<'_>| format!("{} = \"{}\"", quoted(c.name), c.of.in_r());
        let classes: Vec<String> = self.columns.iter().map(of).collect();
        let missing = list(self.missing.iter().copied());
        let mut out = format!(
            "data <- read.csv(\n  {},\n  fileEncoding = \"UTF-8\", check.names = FALSE,\n  na.strings = c({missing})",
            quoted(url)
        );
        if !classes.is_empty() {
            out.push_str(&format!(",\n  colClasses = c({})", classes.join(", ")));
        }
        out.push_str("\n)\n");
        out
    }

    /// Returns lines in Python with pandas.
    fn in_python(&self, url: &str) -> String {
        let of =
            |c: &TypedColumn<'_>| Some(format!("{}: \"{}\"", quoted(c.name), c.of.in_python()?));
        let types: Vec<String> = self.columns.iter().filter_map(of).collect();
        let missing = list(self.missing.iter().copied());
        let mut out = format!(
            "import pandas as pd\n\ndata = pd.read_csv(\n    {},\n    keep_default_na=False, na_values=[{missing}],\n",
            quoted(url)
        );
        if !types.is_empty() {
            out.push_str(&format!("    dtype={{{}}},\n", types.join(", ")));
        }
        let dates = self.columns.iter();
        let dates = dates.filter(|c| matches!(c.of, CsvType::Date | CsvType::Moment));
        let names: Vec<&str> = dates.map(|c| c.name).collect();
        if !names.is_empty() && !self.is_empty {
            out.push_str(&format!(
                "    parse_dates=[{}],\n",
                list(names.iter().copied())
            ));
        }
        out.push_str(")\n");
        // Of no row pandas finds no date in a column.
        for name in names.iter().filter(|_| self.is_empty) {
            let name = quoted(name);
            out.push_str(&format!("data[{name}] = pd.to_datetime(data[{name}])\n"));
        }
        out
    }

    /// Returns lines of Power Query's language, which Excel reads.
    fn in_power_query(&self, url: &str) -> String {
        let of =
            |c: &TypedColumn<'_>| format!("{{{}, {}}}", doubled(c.name), c.of.in_power_query());
        let types: Vec<String> = self.columns.iter().map(of).collect();
        format!(
            "let\n  File = Csv.Document(Web.Contents({}), [Delimiter = \",\", Encoding = 65001]),\n  \
             Rows = Table.PromoteHeaders(File, [PromoteAllScalars = true]),\n  \
             Data = Table.TransformColumnTypes(Rows, {{ {} }}, \"en-US\")\nin\n  Data\n",
            doubled(url),
            types.join(", ")
        )
    }
}

/// Returns a text in double quotes, as R and Python read it.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Returns a text in double quotes, as Power Query reads it.
fn doubled(text: &str) -> String {
    let text = text.replace("#(", "#(#)(").replace('"', "\"\"");
    format!("\"{text}\"")
}

fn list<'t>(texts: impl Iterator<Item = &'t str>) -> String {
    texts.map(quoted).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_columns_are_quoted_for_each_program() {
        let column = |name, of| TypedColumn { name, of };
        let columns = TypedColumns {
            columns: vec![
                column("say \"a\\b\"", CsvType::Text),
                column("año", CsvType::Whole),
                column("día", CsvType::Date),
            ],
            missing: vec!["", "NA"],
            is_empty: false,
        };
        let r = columns.in_r("https://x.example/a.csv");
        assert!(r.contains(r#""say \"a\\b\"" = "character", "año" = "numeric", "día" = "Date""#));
        assert!(r.contains(r#"na.strings = c("", "NA")"#));
        let python = columns.in_python("https://x.example/a.csv");
        assert!(python.contains(r#"dtype={"say \"a\\b\"": "string", "año": "Int64"}"#));
        assert!(python.contains(r#"parse_dates=["día"]"#));
        let excel = columns.in_power_query("https://x.example/a.csv");
        assert!(excel.contains(r#"{"say ""a\b""", type text}, {"año", Int64.Type}"#));
    }
}
