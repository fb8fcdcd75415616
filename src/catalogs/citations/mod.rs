//! How a dataset is cited, for programs that keep lists of literature: what its page says in words, in the forms that they
//! read. In the order of DataCite (creator, year, title, version, publisher, type, address); in the portal's main language,
//! for one entry in a list is one entry. A new form is a file here, a line in [`ALL`] and one in
//! [`CITATIONS`](crate::model::address::CITATIONS).

mod bibtex;
mod csl;
mod ris;

use crate::model::address::{CITATIONS, citation};
use crate::record::{CatalogRecord, Record, doi};
use crate::stage::OutputFile;
use crate::text::date::PartialDate;

/// What is cited. Texts are on one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Cited {
    pub(crate) id: String,
    /// Who made it.
    pub(crate) creator: String,
    /// When it changed last, or came out.
    pub(crate) date: Option<PartialDate>,
    pub(crate) title: String,
    /// Its version, as written.
    pub(crate) version: Option<String>,
    /// The portal's name, for it is the portal that publishes.
    pub(crate) publisher: String,
    /// The DOI by which others know it.
    pub(crate) doi: Option<String>,
    /// The identifier by which others know it, where that is no DOI.
    pub(crate) number: Option<String>,
    /// Its address, where the portal says where it is.
    pub(crate) url: Option<String>,
    /// The language of all this.
    pub(crate) lang: String,
}

/// A form of citation.
pub(crate) trait Form: Sync {
    /// Returns the ending of its files.
    fn ending(&self) -> &'static str;
    /// Writes a citation.
    fn write(&self, cited: &Cited) -> String;
}

pub(crate) static ALL: &[&dyn Form] = &[&bibtex::BibTex, &ris::Ris, &csl::Csl];

/// Returns the citations of every dataset.
pub(crate) fn all(catalog: &CatalogRecord) -> Vec<OutputFile> {
    let datasets = catalog.datasets.iter();
    datasets
        .flat_map(|record| citations_of(catalog, record))
        .collect()
}

/// Returns the citation of a dataset in every form.
fn citations_of(catalog: &CatalogRecord, record: &Record) -> Vec<OutputFile> {
    let cited = cited(catalog, record);
    let endings = CITATIONS.iter().map(|(_, ending)| *ending);
    endings
        .filter_map(|ending| ALL.iter().find(|form| form.ending() == ending))
        .map(|form| OutputFile {
            path: citation(&record.id, form.ending()),
            text: form.write(&cited),
        })
        .collect()
}

/// Returns the citation of a dataset in BibTeX.
pub(super) fn bibtex(catalog: &CatalogRecord, record: &Record) -> String {
    bibtex::BibTex.write(&cited(catalog, record))
}

fn cited(catalog: &CatalogRecord, record: &Record) -> Cited {
    let main = &catalog.portal.main;
    let publisher = one_line(catalog.portal.title.text(main));
    let identifier = record.identifier.as_deref().map(one_line);
    let doi = identifier.as_deref().and_then(doi).map(str::to_owned);
    let page = record
        .pages
        .first()
        .map(|(_, path)| path.as_str())
        .unwrap_or_default();
    Cited {
        id: record.id.clone(),
        creator: record
            .publisher
            .as_ref()
            .map_or_else(|| publisher.clone(), |p| one_line(p.name.text(main))),
        date: record.modified.or(record.issued),
        title: one_line(record.title.text(main)),
        version: record.version.as_deref().map(one_line),
        publisher,
        number: identifier.filter(|_| doi.is_none()),
        doi,
        url: catalog.url(page),
        lang: main.tag().to_owned(),
    }
}

fn one_line(text: &str) -> String {
    text.split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(cited: &Cited) -> Vec<String> {
        ALL.iter().map(|form| form.write(cited)).collect()
    }

    fn gasto() -> Cited {
        Cited {
            id: "gasto".into(),
            creator: "Secretaría de {Hacienda} & Co.".into(),
            date: PartialDate::parse("2024-05"),
            title: "Gasto 100 % \\ TY  - X".into(),
            version: Some("1.10".into()),
            publisher: "Portal".into(),
            doi: None,
            number: None,
            url: Some("https://a.example/p/datasets/gasto/index.html".into()),
            lang: "es".into(),
        }
    }

    #[test]
    fn every_form_says_the_same_and_nothing_breaks_out_of_it() {
        let [bibtex, ris, csl] = said(&gasto()).try_into().unwrap();
        assert_eq!(
            bibtex,
            "@misc{gasto,\n  author = \"{Secretaría de \\textbraceleft{}Hacienda\\textbraceright{} \\& Co.}\",\n  year = {2024},\n  month = {5},\n  \
             title = \"{Gasto 100 \\% \\textbackslash{} TY  - X}\",\n  version = {1.10},\n  publisher = \"{Portal}\",\n  \
             type = {Dataset},\n  url = {https://a.example/p/datasets/gasto/index.html},\n  language = {es}\n}\n"
        );
        assert_eq!(
            ris,
            "TY  - DATA\r\nID  - gasto\r\nAU  - Secretaría de {Hacienda} & Co.\r\nPY  - 2024\r\nDA  - 2024/05//\r\n\
             TI  - Gasto 100 % \\ TY  - X\r\nET  - 1.10\r\nPB  - Portal\r\n\
             UR  - https://a.example/p/datasets/gasto/index.html\r\nLA  - es\r\nER  - \r\n"
        );
        let csl: serde_json::Value = serde_json::from_str(&csl).unwrap();
        assert_eq!(
            csl[0]["issued"]["date-parts"],
            serde_json::json!([[2024, 5]])
        );
        assert_eq!(
            (&csl[0]["type"], &csl[0]["author"][0]["literal"]),
            (&"dataset".into(), &gasto().creator.into())
        );
    }

    #[test]
    fn what_others_call_it_has_a_field_of_its_own() {
        let [bibtex, ris, csl] = said(&Cited {
            doi: Some("10.5281/a_b#c".into()),
            ..gasto()
        })
        .try_into()
        .unwrap();
        assert!(bibtex.contains("\n  doi = {10.5281/a_b#c},\n"), "{bibtex}");
        assert!(
            ris.contains("\r\nDO  - 10.5281/a_b#c\r\n")
                && csl.contains("\"DOI\": \"10.5281/a_b#c\"")
        );
        let [bibtex, ris, csl] = said(&Cited {
            number: Some("urn:uuid:1_2".into()),
            ..gasto()
        })
        .try_into()
        .unwrap();
        assert!(
            bibtex.contains("\n  number = {urn:uuid:1\\_2},\n"),
            "{bibtex}"
        );
        assert!(
            ris.contains("\r\nAN  - urn:uuid:1_2\r\n")
                && csl.contains("\"number\": \"urn:uuid:1_2\"")
        );
        let [bibtex, ris, csl] = said(&gasto()).try_into().unwrap();
        assert!(
            !bibtex.contains("doi =")
                && !bibtex.contains("number =")
                && !ris.contains("DO  -")
                && !csl.contains("DOI")
        );
    }

    #[test]
    fn what_is_not_known_is_left_out() {
        let bare = Cited {
            date: None,
            version: None,
            url: None,
            ..gasto()
        };
        let [bibtex, ris, csl] = said(&bare).try_into().unwrap();
        assert!(!bibtex.contains("year") && !bibtex.contains("url") && !bibtex.contains("version"));
        assert!(!ris.contains("PY  -") && !ris.contains("UR  -") && !ris.contains("ET  -"));
        assert!(!csl.contains("issued") && !csl.contains("URL") && !csl.contains("version"));
        assert_eq!(one_line(" a\r\nTY  - X\u{0}b "), "a TY - X b");
    }
}
