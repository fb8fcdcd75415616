//! Portals as the catalogue record takes them: one with everything, one with nothing, one that means harm.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use tragaluz::diag::{Diagnostic, Place, Sink};
use tragaluz::downloads::{DownloadFile, Files, Role};
use tragaluz::model::body::{BodySection, PageBody};
use tragaluz::model::chart::SpannedText;
use tragaluz::model::dataset::{
    Agent, Bounds, Constraints, ContactPoint, Dataset, Dialect, ForeignKey, License, Resource,
    Schema, Spatial,
};
use tragaluz::model::head::{CitedSource, Head};
use tragaluz::model::series::Series;
use tragaluz::model::service::Service;
use tragaluz::model::stated_facts::{LIMITS, PROVENANCE};
use tragaluz::record::{CatalogRecord, PortalFacts, draw};
use tragaluz::source::fields::Spanned;
use tragaluz::source::file::SourceFile;
use tragaluz::tables::standalone::profile_file;
use tragaluz::text::by_lang::ByLang;
use tragaluz::text::date::PartialDate;
use tragaluz::text::lang::Lang;
use tragaluz::text::words::Words;
use tragaluz_tables::{FieldType, Home, ReceivedFile, Table, Tables, table::OtherFile};

/// Everything that breaks careless output, in one text.
pub(super) const HOSTILE: &str = "</script><script>alert('x')</script> \"quotes\" & <b>tags</b> ]]> \u{202e}rtl \u{1f600}\n\ttab \\ {{ x }} %2e%2e/ =1+1 ñ\u{0}\u{b}";

pub(super) fn lang(tag: &str) -> Lang {
    Lang::parse(tag).unwrap()
}

pub(super) fn date(text: &str) -> Option<PartialDate> {
    Some(PartialDate::parse(text).unwrap())
}

/// The same words in Spanish and English.
pub(super) fn both(es: &str, en: &str) -> Words {
    let mut words = Words::new(lang("es"), es);
    words.add(lang("en"), en);
    words
}

pub(super) fn facts(base_url: Option<&str>) -> PortalFacts {
    PortalFacts {
        title: both("Portal de prueba", "Test portal"),
        description: both("Un portal.", "A portal."),
        main: lang("es"),
        languages: vec![lang("es"), lang("en")],
        base_url: base_url.map(str::to_owned),
        publisher: None,
        contact: None,
        licenses: Vec::new(),
        series: Vec::new(),
        services: Vec::new(),
        commitments: BTreeMap::from([("metric".to_owned(), vec!["MXEJE0001".to_owned()])]),
    }
}

/// The same with a series, and a service of these datasets.
pub(super) fn with_collections(facts: PortalFacts, datasets: &[&str], mark: &str) -> PortalFacts {
    let text = |es: &str, en: &str| both(&format!("{es}{mark}"), &format!("{en}{mark}"));
    let contact = ContactPoint {
        name: text("Oficina", "Office"),
        email: Some("api@institute.example".into()),
        url: None,
    };
    let publisher = Agent {
        name: text("Instituto", "Institute"),
        url: None,
        kind: None,
    };
    PortalFacts {
        publisher: Some(publisher),
        contact: Some(contact.clone()),
        series: vec![Series {
            id: "metric".into(),
            title: text("Métrica de cada edición", "Metric of each edition"),
            description: text("Una edición cada dos años.", "One edition every two years."),
            frequency: Some("biennial".into()),
        }],
        services: vec![Service {
            id: "scores".into(),
            title: text("Consulta de calificaciones", "Scores on request"),
            description: text("Responde por estado.", "Answers by state."),
            endpoint: "https://api.institute.example/v1".into(),
            documentation: Some("https://api.institute.example/openapi.json".into()),
            format: Some("json".into()),
            conforms_to: vec!["https://spec.openapis.org/oas/v3.1.0".into()],
            licence: Some(License {
                name: Some("CC-BY-4.0".into()),
                title: None,
                path: None,
            }),
            contact: Some(contact),
            datasets: datasets
                .iter()
                .map(|id| SpannedText {
                    text: (*id).to_owned(),
                    place: Place::file("tragaluz.toml"),
                })
                .collect(),
        }],
        ..facts
    }
}

/// A dataset that declares nothing but its name.
pub(super) fn bare(id: &str) -> Dataset {
    let file = Arc::new(SourceFile::new(format!("data/{id}/dataset.md"), ""));
    let head = Head {
        id: id.to_owned(),
        title: Words::new(lang("es"), id),
        summary: Words::default(),
        updated: None,
        sources: Vec::new(),
        former: Vec::new(),
        order: None,
        menu: false,
        body: ByLang::default(),
        file,
        files: ByLang::default(),
        acknowledged: Vec::new(),
        waivers: Vec::new(),
        comments: None,
        summary_at: ByLang::default(),
        translations: ByLang::default(),
        own: tragaluz::model::head::OwnFacts::default(),
    };
    Dataset::new(head, Place::file(format!("data/{id}")))
}

/// A dataset that declares everything, each text ending in `mark`.
pub(super) fn full(id: &str, mark: &str) -> Dataset {
    let text = |es: &str, en: &str| both(&format!("{es}{mark}"), &format!("{en}{mark}"));
    let mut dataset = bare(id);
    let section = BodySection {
        id: String::new(),
        heading: None,
        markdown: format!("Texto *largo*.{mark}").into(),
        span: 0..0,
    };
    dataset.head.title = text("Métrica de Gobierno Abierto", "Open Government Metric");
    dataset.head.summary = text(
        "Qué tan abiertos son los gobiernos.",
        "How open governments are.",
    );
    dataset.head.body = ByLang::from([(
        lang("es"),
        PageBody {
            sections: vec![section],
        },
    )]);
    dataset.publisher = Some(Agent {
        name: text("Instituto", "Institute"),
        url: Some("https://institute.example/".into()),
        kind: Some("RegionalAuthority".into()),
    });
    dataset.contact = Some(ContactPoint {
        name: text("Oficina", "Office"),
        email: Some("datos@institute.example".into()),
        url: None,
    });
    dataset.licenses = vec![License {
        name: Some("CC-BY-4.0".into()),
        title: None,
        path: None,
    }];
    dataset.origins = vec![
        CitedSource {
            title: text("Informe", "Report"),
            url: Some(Spanned {
                value: "https://source.example/r.pdf".into(),
                span: 0..0,
            }),
            date: date("2021"),
        },
        CitedSource {
            title: text("Acta", "Minutes"),
            url: Some(Spanned {
                value: format!("javascript:{mark}"),
                span: 0..0,
            }),
            date: None,
        },
    ];
    dataset.keywords = vec![text("apertura", "openness"), text("apertura", "openness")];
    dataset.themes = vec!["GOVE".into()];
    dataset.frequency = Some("annual_2".into());
    dataset.issued = date("2019");
    dataset.modified = date("2021-07");
    dataset.version = Some(format!("1.0{mark}"));
    dataset.spatial = Some(Spatial {
        name: text("México", "Mexico"),
        code: Some("MX".into()),
        geonames: Some("https://sws.geonames.org/3996063/".into()),
        bounds: Some(Bounds {
            west: "-118.40".parse().unwrap(),
            south: 15.into(),
            east: (-86).into(),
            north: 33.into(),
        }),
    });
    dataset.conforms_to = vec!["https://standards.example/metric".into()];
    dataset.temporal = Some((date("2017"), date("2021-06-30")));
    dataset.series = Some(Spanned {
        value: "metric".into(),
        span: 0..0,
    });
    let provenance = text("De la métrica.", "From the metric.");
    let limits = text("Nada de lo municipal.", "Nothing of towns.");
    let stated = [(&PROVENANCE, provenance), (&LIMITS, limits)];
    dataset.stated = stated.into_iter().collect();
    dataset.row_is = text("una calificación", "a score");
    dataset.disaggregations = vec!["state".into()];
    dataset.resources = vec![resource("scores", text("Calificaciones", "Scores"))];
    dataset
}

fn resource(name: &str, title: Words) -> Resource {
    Resource {
        is_named: true,
        as_received: false,
        inline: None,
        chart: None,
        name: name.to_owned(),
        path: format!("data/x/{name}.csv"),
        more: Vec::new(),
        description: title.clone(),
        title,
        schema: Schema::default(),
        dialect: Dialect::default(),
        encoding: None,
        format: None,
        pages_by: None,
        former: Vec::new(),
        disclosure: None,
        limits: tragaluz::source::limits::Limits::default(),
        place: Place::file("data/x/dataset.md"),
    }
}

fn received(name: &str) -> ReceivedFile {
    ReceivedFile {
        path: format!("data/x/{name}"),
        name: name.to_owned(),
        bytes: 10,
        sha256: "0".repeat(64),
        encoding: Some("windows-1252".into()),
        media_type: "text/csv".into(),
    }
}

/// A table with a column of every type, read from a file as any other.
pub(super) fn table(dataset: &str, mark: &str) -> Table {
    let name = |kind: FieldType| format!("{}{}", kind.id(), mark.replace(['\n', '\u{0}'], " "));
    let quoted: Vec<String> = FieldType::ALL
        .into_iter()
        .map(|kind| format!("\"{}\"", name(kind).replace('"', "\"\"")))
        .collect();
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("scores.csv");
    let cells = vec!["1"; FieldType::ALL.len()].join(",");
    std::fs::write(&path, format!("{}\n{cells}\n", quoted.join(","))).unwrap();
    let mut table = profile_file(&path, None, &mut Sink::new())
        .unwrap()
        .unwrap();
    for (column, kind) in table.columns.iter_mut().zip(FieldType::ALL) {
        column.name = name(kind);
        column.kind = kind;
        column.declared = true;
        column.format = Some(if kind == FieldType::Date {
            "%d/%m/%Y".into()
        } else {
            mark.to_owned()
        });
        column.title = both(&format!("Título{mark}"), &format!("Title{mark}"));
        column.description = both(mark, mark);
        column.unit = Some("%".into());
        column.constraints = Constraints {
            required: true,
            unique: kind == FieldType::String,
            allowed: (kind == FieldType::Boolean).then(|| vec!["true".into(), "true".into()]),
            pattern: (kind == FieldType::String).then(|| "^a".into()),
            minimum: (kind == FieldType::Integer).then(|| "1".into()),
            ..Constraints::default()
        };
        column.missing_values = vec![String::new(), "n/d".into()];
    }
    table.dataset = dataset.to_owned();
    table.resource = "scores".into();
    table.received = received("año 1.csv");
    table.primary_key = vec![table.columns[0].name.clone()];
    table.foreign_keys = vec![ForeignKey {
        fields: vec![table.columns[1].name.clone()],
        dataset: None,
        resource: String::new(),
        reference: vec![table.columns[0].name.clone()],
    }];
    table.rows = 6;
    table
}

/// The downloads of that table, and a file that is no table.
pub(super) fn files(dataset: &str) -> Vec<DownloadFile> {
    let file =
        |resource: Option<&str>, role, format: &str, path: &str, media_type: &str| DownloadFile {
            dataset: dataset.to_owned(),
            resource: resource.map(str::to_owned),
            role,
            format: format.to_owned(),
            path: format!("datasets/{}/{path}", dataset.to_ascii_lowercase()),
            media_type: media_type.to_owned(),
            rows: (role == Role::Table).then_some(6),
            bytes: 1234,
            copy_of: None,
            sha256: "a1".repeat(32),
        };
    vec![
        file(
            Some("scores"),
            Role::Sample,
            "csv",
            "scores.sample.csv",
            "text/csv",
        ),
        file(
            Some("scores"),
            Role::Table,
            "csv",
            "scores.csv",
            "text/csv; charset=utf-8",
        ),
        file(
            Some("scores"),
            Role::Excel,
            "excel",
            "scores.excel.csv",
            "text/csv",
        ),
        file(
            Some("scores"),
            Role::Table,
            "json",
            "scores.json",
            "application/json",
        ),
        file(
            Some("scores"),
            Role::Received,
            "csv",
            "original/año 1.csv",
            "text/csv",
        ),
        file(
            Some("method"),
            Role::Received,
            "pdf",
            "original/method.pdf",
            "application/pdf",
        ),
        file(
            None,
            Role::Archive,
            "zip",
            "everything.zip",
            "application/zip",
        ),
        file(
            None,
            Role::Description,
            "json",
            "datapackage.json",
            "application/json",
        ),
    ]
}

/// The record of these datasets, each with the table and the files above, and what was found in drawing it.
pub(super) fn record(
    portal: PortalFacts,
    datasets: &[Dataset],
    mark: &str,
) -> (CatalogRecord, Vec<Diagnostic>) {
    let ids = || datasets.iter().map(|d| d.head.id.as_str());
    let other = |id: &str| OtherFile {
        home: Home::of_publisher(Path::new(".")),
        dataset: id.into(),
        resource: "method".into(),
        received: received("method.pdf"),
    };
    let tables = Tables::new(
        ids().map(|id| table(id, mark)).collect(),
        ids().map(other).collect(),
    );
    let files = Files::new(ids().flat_map(files).collect());
    let mut sink = Sink::new();
    let record = draw(portal, datasets, &tables, &files, &mut sink);
    (record, sink.into_sorted())
}
