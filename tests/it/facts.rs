//! Every fact of the model is in every edition: the page, its plain text, the JSON, the book, the PDF.
//!
//! The list of facts is that of the types: each page is written out by its `Debug`, which names every field down to its
//! leaves. A new field is found there by itself. It must have a value in `tests/facts/portal`, and it must be said in each
//! edition, or are among the exceptions below with the reason why not.

#![allow(
    clippy::disallowed_methods,
    reason = "a test builds a portal and reads it back"
)]

mod leaves;

use crate::driver::{BuiltPortal, Portal, Tool, ended, lacks, program_of, repository, require};
use leaves::{Leaf, leaves};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;
use std::io::{Read, Write};
use std::process::Command;
use tragaluz::cache::Cache;
use tragaluz::model::vocabulary::Taxonomy;
use tragaluz::model::{self, Portal as Model};
use tragaluz::{Sink, source};

/// An edition of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Edition {
    Html,
    Text,
    Json,
    Book,
    #[cfg_attr(not(feature = "pdf"), allow(dead_code, reason = "no PDF is made then"))]
    Pdf,
}

use Edition::{Book, Html, Json, Pdf, Text};

/// Fields that no reader has a use for, whichever type has them: a part of the path, and why.
const NOT_SAID: &[(&str, &str)] = &[
    ("span", "where it stands in its file: for findings"),
    ("texts_at", "where it stands in its file: for findings"),
    ("summary_at", "where it stands in its file: for findings"),
    ("title_at", "where it stands in its file: for findings"),
    ("place", "where it stands in its file: for findings"),
    (
        "head.file",
        "the file itself: everything that it says is a fact of its own",
    ),
    (
        "head.files",
        "the file itself: everything that it says is a fact of its own",
    ),
    (
        "head.former",
        "a former address sends readers on; who is here has arrived",
    ),
    (
        "head.acknowledged",
        "the reason stands beside what does not fit, where readers are told: held by tests/it/contradictions.rs",
    ),
    (
        "head.translations",
        "what a translation was made of: told where the original has changed since",
    ),
    (
        "head.waivers",
        "every page's waivers are on one page, which those concerned lead to",
    ),
    (
        "head.order",
        "the place among siblings is seen by the order",
    ),
    ("head.menu", "seen by the menu"),
    (
        "own.further",
        "facts of another generator: templates alone see them, and a finding says so",
    ),
    (
        "own.template",
        "how the page looks: held by tests/it/theme_files.rs",
    ),
    ("sections.id", "an address inside the page"),
    ("taxonomy", "the kind of page: said as its kind"),
    (
        "Declared.kind",
        "the place of its kind among those declared: said as its kind",
    ),
    (
        "word.means",
        "what a portal's word for a status means: the status beside it says it",
    ),
    (
        "own_word.means",
        "what a portal's word for a status means: the status beside it says it",
    ),
    (
        "question.es",
        "the form's own words, the same in every report: shown where the report has none of its own",
    ),
    (
        "question.en",
        "the form's own words, the same in every report: shown where the report has none of its own",
    ),
    ("question.anchor", "an address inside the page"),
    (
        "question.begins",
        "where a part of the form begins: the same in every report",
    ),
    (
        "question.opens",
        "what a question of the form is about: the same in every report",
    ),
    (
        "disclosure",
        "how small counts are hidden: the page says what was done",
    ),
    (
        "resources.limits",
        "how much is read before a file is refused: for the program",
    ),
    (
        "resources.dialect",
        "how the received file is written: the published ones are all written in one way",
    ),
    (
        "resources.encoding",
        "how the received file is written: the published ones are all written in one way",
    ),
    (
        "fields.written",
        "how the received file is written: the published ones are all written in one way",
    ),
    (
        "fields.format",
        "how the received file is written: the published ones are all written in one way",
    ),
    (
        "resources.inline",
        "the data themselves, which are a file of their own",
    ),
    (
        "resources.more",
        "files that are one table, and offered as one",
    ),
    (
        "resources.is_named",
        "whether the name is declared: the name is said",
    ),
    (
        "resources.former",
        "a former address sends readers on; who is here has arrived",
    ),
    (
        "resources.as_received",
        "whether a table is looked for: seen by the tables that there are",
    ),
    (
        "Dataset.labels",
        "what values are called: asked for in tests/it/languages.rs",
    ),
    (
        "Dataset.chart",
        "whether a chart is drawn: seen in the chart",
    ),
    (
        "chart.shape",
        "how a chart is drawn: seen in the chart, whose kind its words name",
    ),
    ("chart.data", "how a chart is drawn: seen in the chart"),
    ("chart.x", "how a chart is drawn: seen in the chart"),
    ("chart.y", "how a chart is drawn: seen in the chart"),
    ("chart.series", "how a chart is drawn: seen in the chart"),
    ("chart.aggregate", "how a chart is drawn: seen in the chart"),
    ("chart.columns", "how a chart is drawn: seen in the chart"),
    ("chart.tiles", "how a chart is drawn: seen in the chart"),
    ("chart.limit", "how a chart is drawn: seen in the chart"),
    (
        "Page.head.id",
        "the page's own name in addresses: its address says it",
    ),
    (
        "chart.note_from",
        "which values are projections: said beneath the chart and in its table, held by tests of charts",
    ),
];

/// Facts that some editions do not say: the path, the editions, and why.
const EXCEPTIONS: &[(&str, &[Edition], &str)] = &[
    (
        "Commitment.own_word.code",
        &[Html, Text, Book, Pdf],
        "how pages give a portal's word: readers see what it is called",
    ),
    (
        "Commitment.milestones.word.code",
        &[Html, Text, Book, Pdf],
        "how pages give a portal's word: readers see what it is called",
    ),
    (
        "Commitment.updates.status.word.code",
        &[Html, Text, Book, Pdf],
        "how pages give a portal's word: readers see what it is called",
    ),
    (
        "Commitment.milestones.updates.status.word.code",
        &[Html, Text, Book, Pdf],
        "how pages give a portal's word: readers see what it is called",
    ),
    (
        "Dataset.head.updated",
        &[Html, Text, Json],
        "when the data changed is said in its place",
    ),
    (
        "Dataset.head.body.sections.heading",
        &[Json],
        "the page's text: its beginning is the description",
    ),
    (
        "Dataset.head.body.sections.markdown",
        &[Json],
        "the page's text: its beginning is the description",
    ),
    (
        "Dataset.publisher.kind",
        &[Html, Text],
        "a code for the catalogs that ask for it",
    ),
    (
        "Dataset.licenses.name",
        &[Html, Text],
        "the title of the licence says which it is",
    ),
    (
        "Dataset.resources.path",
        &[Html, Text, Json],
        "where it stands at the publisher's; its name is kept in original/",
    ),
    (
        "Dataset.external.media_type",
        &[Html, Text],
        "the format says it in a word",
    ),
    (
        "Service.id",
        &[Html, Text],
        "a name in the settings: the title says which it is",
    ),
    (
        "Service.licence.name",
        &[Html, Text, Json],
        "said in the catalogs; the service's own manual is linked",
    ),
    (
        "Service.licence.title",
        &[Html, Text, Json],
        "said in the catalogs; the service's own manual is linked",
    ),
    (
        "Service.licence.path",
        &[Html, Text],
        "said in the catalogs; the service's own manual is linked",
    ),
    (
        "Service.contact.name",
        &[Html, Text, Json],
        "said in the catalogs; the service's own manual is linked",
    ),
    (
        "Service.contact.email",
        &[Html, Text, Json],
        "said in the catalogs; the service's own manual is linked",
    ),
    (
        "Service.contact.url",
        &[Html, Text, Json],
        "said in the catalogs; the service's own manual is linked",
    ),
    (
        "Term.head.comments",
        &[Html, Text],
        "there is nothing to comment on: a term is a list",
    ),
    (
        "Dataset.head.comments",
        &[Json],
        "a fact of the page, not of the data",
    ),
    (
        "Dataset.resources.chart.title",
        &[Json],
        "a drawing of the page's: its data are the tables",
    ),
    (
        "Dataset.resources.chart.note",
        &[Json],
        "a drawing of the page's: its data are the tables",
    ),
    (
        "Dataset.resources.chart.alt",
        &[Json],
        "a drawing of the page's: its data are the tables",
    ),
    (
        "Dataset.resources.chart.highlight",
        &[Json],
        "a drawing of the page's: its data are the tables",
    ),
];

/// Flags of which an edition says only that they are set.
const ONLY_IF_SET: &[&str] = &[
    "Dataset.resources.schema.fields.constraints.required",
    "Dataset.resources.schema.fields.constraints.unique",
];

/// How facts that are no text are said: the path, the value in the model, the words in Spanish, the code in JSON.
const WORDS: &[(&str, &str, &str, &str)] = &[
    ("Dataset.themes", "ENVI", "Medio ambiente", "ENVI"),
    ("Initiative.country", "MEX", "México", "MEX"),
    ("Term.country", "MEX", "México", "MEX"),
    (
        "Commitment.own_status",
        "InProgress",
        "En curso",
        "\"status\": \"in-progress\"",
    ),
    (
        "Commitment.institutions.lead",
        "true",
        "(responsable)",
        "\"role\": \"lead\"",
    ),
    (
        "Commitment.institutions.lead",
        "false",
        "(de apoyo)",
        "\"role\": \"supporting\"",
    ),
    (
        "Commitment.inception.verifiable",
        "true",
        "¿Se puede verificar? Sí",
        "\"verifiable\": true",
    ),
    (
        "Commitment.inception.relevance",
        "false",
        "¿Sirve a un valor de gobierno abierto? No",
        "\"relevance\": false",
    ),
    (
        "Commitment.head.comments",
        "17",
        "17 comentarios publicados.",
        "\"comments_published\": 17",
    ),
    (
        "Report.head.comments",
        "17",
        "17 comentarios publicados.",
        "\"comments_published\": 17",
    ),
    (
        "ActionPlan.head.comments",
        "17",
        "17 comentarios publicados.",
        "\"comments_published\": 17",
    ),
    (
        "Initiative.head.comments",
        "17",
        "17 comentarios publicados.",
        "\"comments_published\": 17",
    ),
    (
        "Page.head.comments",
        "17",
        "17 comentarios publicados.",
        "\"comments_published\": 17",
    ),
    (
        "Dataset.head.comments",
        "17",
        "17 comentarios publicados.",
        "\"comments_published\": 17",
    ),
    (
        "Commitment.inception.novelty",
        "continuation",
        "¿Es nuevo? Continúa una práctica",
        "\"novelty\": \"continuation\"",
    ),
    (
        "Commitment.inception.ambition",
        "binding",
        "¿Cuánto cambiaría? Cambio vinculante o institucionalizado",
        "\"ambition\": \"binding\"",
    ),
    (
        "Report.stage",
        "MidTerm",
        "A medio término",
        "\"stage\": \"mid-term\"",
    ),
    (
        "Commitment.milestones.number",
        "41",
        "Hito 41",
        "\"number\": 41",
    ),
    (
        "Commitment.milestones.updates.status.status",
        "Finished",
        "Terminado",
        "\"status\": \"finished\"",
    ),
    (
        "Commitment.milestones.updates.status.status",
        "Stuck",
        "Detenido",
        "\"status\": \"stuck\"",
    ),
    (
        "Commitment.milestones.updates.status.status",
        "InProgress",
        "En curso",
        "\"status\": \"in-progress\"",
    ),
    (
        "Commitment.updates.status.status",
        "InProgress",
        "En curso",
        "\"status\": \"in-progress\"",
    ),
    (
        "Commitment.updates.status.status",
        "NotStarted",
        "No iniciado",
        "\"status\": \"not-started\"",
    ),
    (
        "Commitment.milestones.status",
        "InProgress",
        "En curso",
        "\"status\": \"in-progress\"",
    ),
    (
        "Commitment.milestones.number",
        "42",
        "Hito 42",
        "\"number\": 42",
    ),
    (
        "Commitment.milestones.status",
        "Stuck",
        "Detenido",
        "\"status\": \"stuck\"",
    ),
    (
        "Report.contact_withheld",
        "true",
        "La fuente trae datos de contacto; aquí no se publican.",
        "\"contact_withheld\": true",
    ),
    (
        "Report.completion",
        "Substantial",
        "Sustancial (esta es la respuesta)",
        "\"completion\": \"substantial\"",
    ),
    (
        "Report.as_planned",
        "Most",
        "La mayoría",
        "\"as_planned\": \"most\"",
    ),
    ("Report.answers.yes", "true", "Sí", "\"answer\": true"),
    ("Report.answers.yes", "false", "No", "\"answer\": false"),
    (
        "Report.answers.degree",
        "outstanding",
        "Sobresaliente (esta es la respuesta)",
        "\"degree\": \"outstanding\"",
    ),
    (
        "Report.answers.degree",
        "worsened",
        "Empeoró (esta es la respuesta)",
        "\"degree\": \"worsened\"",
    ),
    (
        "Report.answers.degree",
        "marginal",
        "Marginal (esta es la respuesta)",
        "\"degree\": \"marginal\"",
    ),
    (
        "Dataset.frequency",
        "monthly",
        "Cada mes",
        "\"frequency\": \"monthly\"",
    ),
    ("Dataset.language", "es", "Español", "\"language\": \"es\""),
    (
        "Dataset.external.bytes",
        "73412",
        "73 kB",
        "\"bytes\": 73412",
    ),
    (
        "Dataset.resources.schema.fields.kind",
        "string",
        "Texto",
        "\"type\": \"string\"",
    ),
    (
        "Dataset.resources.schema.fields.kind",
        "number",
        "Número",
        "\"type\": \"number\"",
    ),
    (
        "Dataset.resources.schema.fields.kind",
        "boolean",
        "Sí o no",
        "\"type\": \"boolean\"",
    ),
    (
        "Dataset.resources.schema.fields.constraints.required",
        "true",
        "nunca va vacía",
        "\"required\": true",
    ),
    (
        "Dataset.resources.schema.fields.constraints.unique",
        "true",
        "sin valores repetidos",
        "\"unique\": true",
    ),
    (
        "Dataset.resources.schema.fields.constraints.min_length",
        "2",
        "caracteres, como mínimo: 2",
        "\"minLength\": 2",
    ),
    (
        "Dataset.resources.schema.fields.constraints.max_length",
        "17",
        "caracteres, como máximo: 17",
        "\"maxLength\": 17",
    ),
    (
        "Dataset.resources.schema.fields.constraints.minimum",
        "0,25",
        "como mínimo: 0,25",
        "\"minimum\": \"0.25\"",
    ),
    (
        "Dataset.resources.schema.fields.constraints.maximum",
        "97,5",
        "como máximo: 97,5",
        "\"maximum\": \"97.5\"",
    ),
    (
        "Series.frequency",
        "annual",
        "Cada año",
        "\"frequency\": \"annual\"",
    ),
    ("Declared.answers", "true", "Sí", ""),
    ("Declared.answers", "COMP01", "Título del compromiso", ""),
    ("Initiative.practice", "false", "Iniciativa", ""),
    ("Initiative.practice", "true", "Buena práctica", ""),
    ("Initiative.level", "state", "Estatal", ""),
    (
        "Initiative.extent",
        "Untitled",
        "La fuente da este texto sin encabezado.",
        "",
    ),
];

/// A page of one kind: what the model has of it, and its editions.
struct Page {
    kind: &'static str,
    leaves: Vec<Leaf>,
    editions: BTreeMap<Edition, String>,
}

fn model() -> Model {
    let mut sink = Sink::new();
    let source = source::read(&folder(), &mut sink).unwrap();
    model::gather(&source, &Cache::off(), &mut sink)
}

fn folder() -> std::path::PathBuf {
    repository("tests/facts/portal")
}

/// Every kind of page, one of each.
fn pages(built: &BuiltPortal) -> Vec<Page> {
    let model = model();
    let book = book(&built.files()["action-plans/plan-uno.epub"]);
    let one = |kind: &'static str, debug: &dyn Debug, path: &str, book: Option<&str>| {
        let mut editions = BTreeMap::new();
        // What only programs see in a page does not count.
        let html = without(
            &without(&built.text(&format!("{path}.html")), "head>"),
            "script",
        );
        editions.insert(Html, format!("{} {}", plain(&html), entities(&html)));
        editions.insert(Text, built.text(&format!("{path}.txt")));
        let json = format!("{}.json", path.trim_end_matches("/index"));
        let package = format!("{}/datapackage.json", path.trim_end_matches("/index"));
        let files = built.files();
        // A dataset's own file names its descriptor, which has the rules of the columns.
        let found: Vec<String> = [json, package]
            .iter()
            .filter_map(|f| Some(String::from_utf8_lossy(files.get(f)?).into_owned()))
            .collect();
        if !found.is_empty() {
            editions.insert(Json, found.join("\n"));
        }
        editions.extend(book.map(|book| (Book, book.to_owned())));
        editions.extend(printed(built, &format!("{path}.pdf")).map(|text| (Pdf, text)));
        Page {
            kind,
            leaves: leaves(kind, &format!("{debug:?}")),
            editions,
        }
    };
    let commitment = model
        .commitments
        .iter()
        .find(|c| c.head.id == "COMP01")
        .unwrap();
    let plan = model
        .action_plans
        .iter()
        .find(|p| p.head.id == "plan-uno")
        .unwrap();
    let dataset = model.datasets.iter().find(|d| d.head.id == "agua").unwrap();
    let news = model.pages.iter().find(|p| p.head.id == "nota").unwrap();
    let mut pages = vec![
        one("Commitment", commitment, "commitments/comp01", Some(&book)),
        one("Report", &model.reports[0], "reports/inf-uno", Some(&book)),
        one("ActionPlan", plan, "action-plans/plan-uno", Some(&book)),
        one("Page", news, "news/nota", None),
        one("Declared", &model.declared[0], "talleres/taller-uno", None),
        one("Dataset", dataset, "datasets/agua/index", None),
        one("Series", &model.settings.series[0], "series/anuarios", None),
        one(
            "Service",
            &model.settings.services[0],
            "datasets/agua/index",
            None,
        ),
    ];
    for initiative in &model.initiatives {
        let folder = if initiative.practice {
            "practices"
        } else {
            "initiatives"
        };
        pages.push(one(
            "Initiative",
            initiative,
            &format!("{folder}/{}", initiative.head.id),
            None,
        ));
    }
    for (taxonomy, path) in [
        (Taxonomy::Locality, "localities/localidad-uno"),
        (Taxonomy::Institution, "institutions/institucion-uno"),
        (Taxonomy::PolicyArea, "policy-areas/tema-uno"),
        (Taxonomy::Sector, "sectors/sector-uno"),
        (Taxonomy::Value, "values/valor-uno"),
    ] {
        let term = model
            .terms
            .get(taxonomy, path.rsplit('/').next().unwrap())
            .unwrap();
        pages.push(one("Term", term, path, None));
    }
    pages
}

/// Reads a page's PDF with poppler: its words in the order of the document, then where its links lead. None where there is no
/// such PDF, or where nobody reads it.
fn printed(built: &BuiltPortal, path: &str) -> Option<String> {
    let bytes = built.files().remove(path)?;
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(&bytes).unwrap();
    let file = file.path().to_str().unwrap();
    let words = poppler("pdftotext", &["-raw", "-nopgbrk", file, "-"])?;
    Some(words + &poppler("pdfinfo", &["-url", file])?)
}

/// Returns what a reader of PDFs says; none where it is absent.
fn poppler(program: &str, args: &[&str]) -> Option<String> {
    let program = require(Tool::POPPLER, program_of(None, program))?;
    let read = ended(Command::new(program).args(args));
    read.assert_code(0);
    Some(read.out)
}

/// All chapters of a book.
fn book(bytes: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut said = String::new();
    for at in 0..archive.len() {
        let mut entry = archive.by_index(at).unwrap();
        if entry.name().unwrap().ends_with(".xhtml") {
            let mut text = String::new();
            entry.read_to_string(&mut text).unwrap();
            let text = without(&text, "head>");
            said.push_str(&format!("{} {}", plain(&text), entities(&text)));
        }
    }
    said
}

/// A page without the elements that begin so, and what they hold.
fn without(html: &str, name: &str) -> String {
    let mut out = String::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once(&format!("<{name}")) {
        out.push_str(before);
        let Some((_, after)) = after.split_once(&format!("</{}>", name.trim_end_matches('>')))
        else {
            break;
        };
        rest = after;
    }
    out + rest
}

/// A page's words without its markup.
fn plain(html: &str) -> String {
    let mut out = String::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('<') {
        out.push_str(before);
        out.push(' ');
        rest = after.split_once('>').map_or("", |(_, after)| after);
    }
    entities(&(out + rest))
}

fn entities(html: &str) -> String {
    [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ]
    .iter()
    .fold(html.to_owned(), |html, (entity, sign)| {
        html.replace(entity, sign)
    })
}

/// Returns how a fact must read in an edition.
fn wanted(leaf: &Leaf, edition: Edition) -> String {
    for (path, value, words, code) in WORDS {
        if *path == leaf.path && *value == leaf.value {
            return (if edition == Json { *code } else { *words }).to_owned();
        }
    }
    if leaf.is_date && edition != Json {
        return in_words(&leaf.value);
    }
    leaf.value.clone()
}

/// An ISO date in Spanish.
fn in_words(iso: &str) -> String {
    const MONTHS: [&str; 12] = [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ];
    let mut parts = iso.split('-');
    let year = parts.next().unwrap();
    let month = parts
        .next()
        .map(|m| MONTHS[m.parse::<usize>().unwrap() - 1]);
    match (parts.next(), month) {
        (Some(day), Some(month)) => format!("{} de {month} de {year}", day.trim_start_matches('0')),
        (None, Some(month)) => format!("{month} de {year}"),
        _ => year.to_owned(),
    }
}

fn is_left_out(path: &str) -> bool {
    let path = format!(".{path}.");
    NOT_SAID
        .iter()
        .any(|(part, _)| path.contains(&format!(".{part}.")))
}

/// Letters and digits of a printed text: lines are broken within words too.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Returns those of the facts that an edition does not say.
fn lacking<'a>(text: &str, facts: &[&'a str], edition: Edition) -> Vec<&'a str> {
    if edition != Pdf {
        return lacks(text, facts);
    }
    let text = letters(text);
    let absent = facts.iter().filter(|fact| !text.contains(&letters(fact)));
    absent.copied().collect()
}

/// What was looked for and not found.
#[derive(Default)]
struct Account {
    /// Paths of all fields.
    named: BTreeSet<String>,
    /// Paths of the fields that have a value somewhere.
    given: BTreeSet<String>,
    unsaid: BTreeSet<(String, Edition)>,
    /// What is wrong, in words.
    faults: Vec<String>,
}

impl Account {
    /// Looks for every fact of a page in each of its editions.
    fn look(&mut self, page: &Page) {
        let leaves = page.leaves.iter().filter(|leaf| !is_left_out(&leaf.path));
        self.named
            .extend(leaves.clone().map(|leaf| leaf.path.clone()));
        let is_given = |leaf: &&Leaf| {
            !leaf.is_empty && (leaf.value != "false" || !ONLY_IF_SET.contains(&leaf.path.as_str()))
        };
        let given: Vec<&Leaf> = leaves.filter(is_given).collect();
        self.given
            .extend(given.iter().map(|leaf| leaf.path.clone()));
        for (edition, text) in &page.editions {
            self.look_in(page.kind, &given, *edition, text);
        }
    }

    fn look_in(&mut self, kind: &str, leaves: &[&Leaf], edition: Edition, text: &str) {
        let wanted: Vec<String> = leaves.iter().map(|leaf| wanted(leaf, edition)).collect();
        let asked = wanted.iter().map(String::as_str);
        let asked: Vec<&str> = asked.filter(|words| !words.is_empty()).collect();
        let lacking = lacking(text, &asked, edition);
        for (leaf, words) in leaves.iter().zip(&wanted) {
            let excepted = is_excepted(&leaf.path, edition);
            if lacking.contains(&words.as_str()) {
                self.unsaid.insert((leaf.path.clone(), edition));
            }
            if lacking.contains(&words.as_str()) && !excepted {
                self.faults.push(format!(
                    "{edition:?}: {} = {:?} ({kind})",
                    leaf.path, leaf.value
                ));
            }
        }
    }

    /// Names the fields without a value anywhere.
    fn valueless(&self) -> impl Iterator<Item = String> {
        let has_below = |path: &&String| {
            let below = format!("{path}.");
            self.given.iter().any(|other| other.starts_with(&below))
        };
        self.named
            .difference(&self.given)
            .filter(move |path| !has_below(path))
            .map(|path| format!("without a value in tests/facts/portal: {path}"))
    }
}

fn is_excepted(path: &str, edition: Edition) -> bool {
    let mut exceptions = EXCEPTIONS.iter();
    exceptions.any(|(excepted, editions, _)| *excepted == path && editions.contains(&edition))
}

#[test]
fn every_fact_of_the_model_is_said_in_every_edition() {
    let mut portal = Portal::copy_of(&folder());
    // Elsewhere `.ci/pdf` looks at PDFs.
    if cfg!(feature = "pdf") {
        let settings = std::fs::read_to_string(folder().join("tragaluz.toml")).unwrap();
        let settings = format!("{settings}\n[editions]\nmake = [\"epub\", \"pdf\"]\n");
        portal = portal.file("tragaluz.toml", &settings);
    }
    let built = portal.build();
    let mut account = Account::default();
    for page in pages(&built) {
        account.look(&page);
    }
    account
        .faults
        .extend(account.valueless().collect::<Vec<_>>());
    let faults = account.faults.join("\n");
    assert!(faults.is_empty(), "not said:\n{faults}");
    let excepted = EXCEPTIONS
        .iter()
        .flat_map(|(path, editions, _)| editions.iter().map(|e| ((*path).to_owned(), *e)));
    let stale: Vec<_> = excepted
        .filter(|exception| is_made(exception.1) && !account.unsaid.contains(exception))
        .collect();
    assert!(
        stale.is_empty(),
        "these exceptions are none any more: {stale:#?}"
    );
}

/// Whether an edition is made, and read, here.
fn is_made(edition: Edition) -> bool {
    edition != Pdf || cfg!(feature = "pdf") && program_of(None, "pdftotext").is_some()
}
