//! Sample contexts of every kind of page, with facts like those of a real portal and with hostile text.

#![allow(clippy::too_many_lines, reason = "samples are long and flat")]
#![allow(dead_code, reason = "not every test uses every sample")]

use tragaluz::pages::a_to_z::context::{AToZContext, IndexGroup, IndexLetter, IndexLine};
use tragaluz::pages::action_plan::context::ActionPlanContext;
use tragaluz::pages::commitment::context::{
    CommitmentContext, Inception, Institution, MilestoneContext, MilestonesOverview, Timeline,
    TimelineBar, TimelineYear, UpdateContext, ValueReason,
};
use tragaluz::pages::context::*;
use tragaluz::pages::contradictions::context::{ContradictionsContext, OddPage};
use tragaluz::pages::dataset::context::{
    AlikeTables, Contact, DatasetContext, FurtherFact, JoinedFile, ProtectedTable, QualityCheck,
    QualityChecks, ResourceContext,
};
use tragaluz::pages::declared::context::{
    DeclaredContext, DeclaredFactContext, DeclaredValueContext,
};
use tragaluz::pages::developers::context::{DevelopersContext, Endpoint, Endpoints, Example};
use tragaluz::pages::dictionary::context::{
    ColumnContext, ColumnGroup, ColumnRule, DictionaryContext, FrequentValue, LabelledValue,
};
use tragaluz::pages::glossary::context::{GlossaryContext, GlossaryEntry, GlossaryGroup};
use tragaluz::pages::home::context::{HomeContext, HomeDataset, NewsEntry};
use tragaluz::pages::initiative::context::InitiativeContext;
use tragaluz::pages::left_out::context::LeftOutContext;
use tragaluz::pages::lists::context::{Facet, FacetValue, ListingContext};
use tragaluz::pages::not_found::context::NotFoundContext;
use tragaluz::pages::offline::context::{OfflineBook, OfflineContext, OfflineFile};
use tragaluz::pages::ordinary::context::OrdinaryPageContext;
use tragaluz::pages::quality::context::{
    CompletenessContext, DatasetFacts, FactCount, LackingFact,
};
use tragaluz::pages::report::context::{Question, ReportContext};
use tragaluz::pages::rows::context::{ColumnPart, RowPageLink, RowPager, RowsContext};
use tragaluz::pages::search::context::SearchContext;
use tragaluz::pages::series::context::{SeriesContext, SeriesMembership, ServiceContext};
use tragaluz::pages::statuses::context::{StatusEntry, StatusesContext};
use tragaluz::pages::table::context::TableContext;
use tragaluz::pages::terms::context::{TermContext, TermGroup, TermListEntry, TermsContext};
use tragaluz::pages::waivers::context::{WaivedKind, WaiverEntry, WaiversContext};

/// Words that no page may break on.
pub(crate) const LONG: &str = "Anticonstitucionalidadesdemocratiquísimamenteinterinstitucionalizadaslargas\
Anticonstitucionalidadesdemocratiquísimamenteinterinstitucionalizadaslargas\
Anticonstitucionalidadesdemocratiquísimamenteinterinstitucionalizadaslargas\
Anticonstitucionalidadesdemocratiquísimamenteinterinstitucionalizadaslargas";
/// Text that tries to be markup.
pub(crate) const HOSTILE: &str = "\"><script>alert('x')</script>&amp;<img src=x onerror=y> 'q'";
/// Text in a language from right to left.
pub(crate) const RTL: &str = "بيانات مفتوحة";

fn p(text: &str) -> Phrase {
    Phrase::new(text)
}

fn es(text: &str) -> Phrase {
    Phrase {
        text: Some(text.into()),
        lang: Some("es".into()),
        ..Phrase::default()
    }
}

fn msg(id: &str) -> Phrase {
    Phrase::message(id)
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn prose(markdown: &str) -> Option<Prose> {
    Some(Prose::new(markdown, "content/x.md", "x.html"))
}

fn strip(counts: &[(&str, u64)]) -> Strip {
    Strip::new(counts.iter().map(|(status, count)| StatusCount {
        status: (*status).to_owned(),
        count: *count,
        href: Some(format!("../statuses/{status}.html")),
    }))
}

fn section(id: &str, heading: Phrase, markdown: &str) -> Section {
    Section {
        id: id.into(),
        heading: Some(heading),
        text: prose(markdown),
    }
}

fn channels() -> Vec<ContactChannel> {
    vec![
        ContactChannel {
            kind: "whatsapp".into(),
            text: p("+52 81 0000 0000"),
            href: some("https://wa.me/528100000000"),
        },
        ContactChannel {
            kind: "email".into(),
            text: p("datos@example.org"),
            href: some("mailto:datos@example.org?subject=MXMEX0009"),
        },
        ContactChannel {
            kind: "hours".into(),
            text: p("Monday to Friday, 9 to 15 h"),
            href: None,
        },
    ]
}

fn feedback() -> Option<Feedback> {
    Some(Feedback {
        comments: Some(0),
        code: some("MXMEX0009 v3"),
        channels: channels(),
        heard: None,
        did: prose("We **published** the list."),
    })
}

fn downloads(stem: &str) -> Vec<Download> {
    let file = |format: &str, role: &str, bytes, rows, n: u8| Download {
        href: format!("{stem}.{format}"),
        file: format!("{stem}.{format}"),
        format: format.into(),
        role: role.into(),
        main: role == "table" && format != "json",
        bytes,
        rows,
        updated: some("2026-03-02"),
        sum: Some(format!("{n:02x}").repeat(6)),
    };
    vec![
        file("csv", "table", 1_912_345, Some(18_342), 0xa1),
        file("xlsx", "table", 812_300, Some(18_342), 0xb2),
        file("json", "table", 4_312_900, Some(18_342), 0xc3),
        file("zip", "archive", 9_712_900, None, 0xd4),
    ]
}

fn sources() -> Vec<FactSource> {
    vec![
        FactSource {
            title: p("Open Government Partnership, commitment MXMEX0009"),
            href: some("https://example.org/MXMEX0009"),
            date: some("2023-05-04"),
        },
        FactSource {
            title: p("A report on paper"),
            href: None,
            date: None,
        },
    ]
}

fn entry(kind: &str, id: &str, title: &str) -> ListEntry {
    ListEntry {
        kind: kind.into(),
        id: some(id),
        title: p(title),
        href: format!("../{kind}s/{id}.html"),
        ..ListEntry::default()
    }
}

fn commitments() -> Vec<ListEntry> {
    vec![
        ListEntry {
            status: some("in-progress"),
            finished: Some(3),
            total: Some(5),
            start: some("2022-02"),
            end: some("2022-05"),
            overdue_since: some("2022-05"),
            of: Some(p("State of Mexico")),
            ..entry("commitment", "MXMEX0009", "Culture of open government")
        },
        ListEntry {
            status: some("not-reported"),
            finished: Some(0),
            total: Some(1),
            end: some("2023-12"),
            report_missing_since: some("2023-12"),
            title: es("Presupuesto participativo para personas jóvenes"),
            of: Some(p("San Pedro Garza García")),
            ..entry("commitment", "MXSPG0003", "x")
        },
        ListEntry {
            status: some("not-reported"),
            evaluation: in_list(),
            ..entry("commitment", "MXTDB0005", "Evaluated")
        },
        ListEntry {
            status: some("finished"),
            evaluation: Some(EvaluationContext {
                elsewhere: true,
                ..EvaluationContext::default()
            }),
            ..entry("commitment", "MXTDB0006", "Evaluated elsewhere")
        },
        ListEntry {
            status: some("finished"),
            finished: Some(4),
            total: Some(4),
            start: some("2021"),
            end: some("2022"),
            ..entry(
                "commitment",
                "MXNLE0001",
                "Buildings that everybody can use",
            )
        },
    ]
}

fn dataset_entry() -> ListEntry {
    ListEntry {
        rows: Some(192),
        formats: vec!["csv".into(), "xlsx".into(), "json".into()],
        updated: some("2022-11-30"),
        summary: Some(p("Scores of 32 states by component, 2017, 2019 and 2021.")),
        ..entry(
            "dataset",
            "open-government-metric",
            "Open Government Metric",
        )
    }
}

fn changes() -> Vec<ChangeEntry> {
    vec![
        ChangeEntry {
            date: some("2023-05-04"),
            what: Link::to(
                p("Culture of open government"),
                "../commitments/mxmex0009.html",
            ),
            status: some("finished"),
            text: Some(p("Milestone 3 was finished.")),
            ..ChangeEntry::default()
        },
        ChangeEntry {
            date: some("2022"),
            added: Some(12),
            removed: Some(0),
            changed: Some(3),
            version: some("3"),
            cells: vec![ChangedColumn {
                name: HOSTILE.into(),
                cells: 2,
            }],
            cells_more: 1,
            facts: vec![p("Status"), p(HOSTILE)],
            columns_added: vec!["score".into()],
            columns_removed: vec![HOSTILE.into()],
            taken_down: Some(VersionName {
                version: "4".into(),
                date: "2023-01-02".into(),
            }),
            takes_from: vec!["1".into(), "2".into()],
            files: vec![VersionDownload {
                href: "versions/3/metric.csv.gz".into(),
                kind: "rows".into(),
                table: "metric".into(),
                version: "3".into(),
                date: "2022".into(),
                bytes: 1234,
            }],
            ..ChangeEntry::default()
        },
    ]
}

fn history() -> Vec<UpdateContext> {
    vec![
        UpdateContext {
            date: some("2022-06-30"),
            status: some("finished"),
            word: Some(es("Concluido")),
            text: Some(es("La lista ya se publicó.")),
            reported_by: some("Office of Archives"),
            evidence: vec![Evidence {
                title: p("The list"),
                href: some("https://example.org/list.pdf"),
                ..Evidence::default()
            }],
        },
        UpdateContext {
            date: some("2022-03"),
            text: Some(p(HOSTILE)),
            ..UpdateContext::default()
        },
        UpdateContext {
            status: some("not-started"),
            ..UpdateContext::default()
        },
    ]
}

fn milestone(number: &str, text: Phrase, status: &str) -> MilestoneContext {
    MilestoneContext {
        number: number.into(),
        anchor: format!("m-{number}"),
        text,
        start: some("2022-02"),
        end: some("2022-05"),
        status: status.into(),
        owner: some("Office of Archives"),
        ..MilestoneContext::default()
    }
}

fn commitment() -> CommitmentContext {
    CommitmentContext {
        id: "MXMEX0009".into(),
        summary: prose(
            "The institute trains the staff of *twelve* offices and publishes who was trained, so that anyone can see whether openness became a habit.",
        ),
        status: "not-reported".into(),
        history: history(),
        strip: strip(&[
            ("not-started", 1),
            ("in-progress", 1),
            ("finished", 2),
            ("not-reported", 1),
        ]),
        evaluation: evaluation(),
        start: some("2022-02"),
        end: some("2022-05"),
        locality: Some(Link::to(
            p("State of Mexico"),
            "../localities/mexico-state.html",
        )),
        action_plans: vec![Link::to(
            p("State of Mexico, action plan 2021–2022"),
            "../action-plans/mexico-state-2021.html",
        )],
        inception_report: Some(Link::unlinked(p("Inception report 2022"))),
        who: vec![
            Link::to(
                p("Institute for Transparency (Infoem)"),
                "../institutions/infoem.html",
            ),
            Link::unlinked(p("Secretariat of Women")),
        ],
        who_more: 1,
        institutions: vec![
            Institution {
                name: Link::to(
                    p("Institute for Transparency (Infoem)"),
                    "../institutions/infoem.html",
                ),
                role: some("lead"),
            },
            Institution {
                name: Link::unlinked(p("Secretariat of Women")),
                role: None,
            },
        ],
        policy_areas: vec![
            Link::to(p("Capacity building"), "../policy-areas/capacity.html"),
            Link::to(p("Gender"), "../policy-areas/gender.html"),
        ],
        values: vec![
            ValueReason {
                name: Link::to(p("Access to information"), "../values/access.html"),
                reason: Some(p("More people get to know what the offices hold.")),
            },
            ValueReason {
                name: Link::to(p("Civic participation"), "../values/participation.html"),
                reason: None,
            },
        ],
        inception: Some(Inception {
            verifiable: Some(true),
            relevance: None,
            novelty: some("continuation"),
            ambition: some("positive"),
            statements: vec![
                p("The milestones can be counted."),
                es("Conviene publicar las listas."),
            ],
        }),
        milestones: vec![
            MilestoneContext {
                evidence: vec![Evidence {
                    title: p("List of those trained"),
                    href: some("https://example.org/list.pdf"),
                    format: some("pdf"),
                    bytes: Some(231_000),
                    date: some("2022-04"),
                }],
                reported: some("2022-06-30"),
                progress: Some(es("El curso está en línea: lo terminaron 212 personas.")),
                ..milestone(
                    "1",
                    es(
                        "Diseñar un curso en línea sobre gobierno abierto con perspectiva de género.",
                    ),
                    "finished",
                )
            },
            MilestoneContext {
                status_word: Some(es("Concluido")),
                history: history(),
                ..milestone(
                    "2",
                    es(
                        "Impartir el curso a las personas servidoras públicas de doce dependencias.",
                    ),
                    "finished",
                )
            },
            MilestoneContext {
                overdue_since: some("2022-05"),
                odd: vec![odd_line()],
                ..milestone("3", p("Publish the results as open data."), "in-progress")
            },
            MilestoneContext {
                report_missing_since: some("2022-05"),
                ..milestone("4", p(HOSTILE), "not-reported")
            },
            MilestoneContext {
                start: None,
                end: None,
                ..milestone("5", p(LONG), "not-started")
            },
        ],
        timeline: Some(Timeline {
            height: 52,
            from: "2021-11".into(),
            to: "2023-05".into(),
            grid: "M30 0V32M356 0V32".into(),
            years: vec![TimelineYear {
                year: "2022".into(),
                x: 190,
            }],
            bars: ["finished", "not-reported"]
                .map(|status| TimelineBar {
                    number: "1".into(),
                    status: status.into(),
                    x: 30,
                    y: 16,
                    width: 120,
                })
                .to_vec(),
        }),
        jumps: vec![
            Link::to(msg("milestones"), "#milestones"),
            Link::to(msg("section-problem"), "#problem"),
            Link::to(msg("comment"), "#comment"),
        ],
        overview: MilestonesOverview {
            has_status: true,
            has_evidence: true,
            past: 1,
            unreported: vec![Link::to(p("4"), "#m-4")],
            without_evidence: ["2", "3", "4", "5"]
                .map(|number| Link::to(p(number), format!("#m-{number}")))
                .to_vec(),
            ask: some("#comment"),
        },
        sections: vec![
            section(
                "problem",
                msg("section-problem"),
                "Few offices know what they *must* publish. See [the report](../reports/a.md).\n\n| Office | Trained |\n|---|---:|\n| Health | 12 |\n| Education | 7 |\n",
            ),
            section(
                "status-quo",
                msg("section-status-quo"),
                "There is no course.[^1]\n\n[^1]: Infoem, 2021.\n\n### How we know\n\nWe asked.",
            ),
            Section {
                id: "action".into(),
                heading: Some(msg("section-action")),
                text: None,
            },
        ],
        related: vec![commitments().remove(2)],
        datasets: vec![dataset_entry()],
        reports: vec![ListEntry {
            evaluation: in_list(),
            ..entry(
                "report",
                "mxmex0009-end",
                "End-of-commitment report of MXMEX0009",
            )
        }],
        feedback: feedback(),
        changes: changes(),
        downloads: downloads("mxmex0009"),
        cite: Some(Citation {
            text: "Infoem (2022). Culture of open government (v3). https://example.org/".into(),
            files: vec![Link::to(p("BibTeX"), "mxmex0009.bib")],
        }),
        sources: sources(),
        ..CommitmentContext::default()
    }
}

fn column(name: &str, kind: &str) -> ColumnContext {
    ColumnContext {
        name: name.into(),
        anchor: format!("c-{name}"),
        kind: kind.into(),
        declared: true,
        distinct: Some(32),
        distinct_exact: true,
        ..ColumnContext::default()
    }
}

fn columns() -> Vec<ColumnContext> {
    vec![
        ColumnContext {
            title: Some(p("State")),
            description: Some(p("One of the 32 states of Mexico.")),
            key: true,
            required: true,
            labels: vec![LabelledValue {
                value: HOSTILE.into(),
                label: es("Un estado"),
            }],
            rules: vec![
                ColumnRule {
                    kind: "unique".into(),
                    value: None,
                },
                ColumnRule {
                    kind: "pattern".into(),
                    value: some(HOSTILE),
                },
            ],
            frequent: vec![
                FrequentValue {
                    value: "Nuevo León".into(),
                    label: Some(p("Nuevo León, a state")),
                    count: 6,
                    percent: some("3.1"),
                },
                FrequentValue {
                    value: HOSTILE.into(),
                    label: None,
                    count: 6,
                    percent: some("3.1"),
                },
            ],
            ..column("entity", "string")
        },
        ColumnContext {
            group: Some(ColumnGroup {
                last: HOSTILE.into(),
                count: 24,
                names: vec!["y1990".into(), HOSTILE.into()],
            }),
            declared: false,
            min: some("2017"),
            max: some("2021"),
            ..column("year", "year")
        },
        ColumnContext {
            missing: 12,
            missing_percent: some("6.3"),
            missing_values: vec![String::new(), "n/d".into()],
            min: some("0.09"),
            max: some("1234.5"),
            unit: some("points from 0 to 1"),
            description: Some(es("Calificación del componente.")),
            distinct_exact: false,
            received_name: some("calificación"),
            ..column("score", "number")
        },
    ]
}

fn preview() -> TablePreview {
    let row = |a: &str, b: &str, c: Option<&str>| vec![some(a), some(b), c.map(ToOwned::to_owned)];
    TablePreview {
        columns: vec![
            PreviewColumn {
                name: "entity".into(),
                title: Some(p("State")),
                said_in: some("es"),
                numeric: false,
                long: true,
                labels: [("México".into(), "The State of Mexico".into())].into(),
                lang: some("en"),
            },
            PreviewColumn {
                name: "year".into(),
                title: None,
                ..PreviewColumn::default()
            },
            PreviewColumn {
                name: "score".into(),
                title: Some(p("Score")),
                numeric: true,
                ..PreviewColumn::default()
            },
        ],
        rows: vec![
            row("Nuevo León", "2021", Some("0.10")),
            row("México", "2021", Some("12345.67")),
            row(HOSTILE, "2019", None),
            row(LONG, "2017", Some("0.35")),
        ],
        first: 1,
        total: 192,
        hidden_columns: 2,
        lang: some("es"),
    }
}

fn chart() -> Chart {
    let line = |name: &str, values: [&str; 3]| ChartSeries {
        name: some(name),
        values: values.iter().map(|v| some(v)).collect(),
        numeric: true,
    };
    Chart {
        kind: "columns".into(),
        measure: p("Score"),
        by: Some(p("Year")),
        time: true,
        labels: ["2017", "2019", "2021"].map(ToOwned::to_owned).to_vec(),
        series: vec![
            line("Nuevo León", ["0.31", "0.40", "0.35"]),
            line(HOSTILE, ["0.39", "0.52", "0.48"]),
        ],
        ..Chart::default()
    }
}

fn headline() -> Headline {
    Headline {
        kind: "newest".into(),
        value: "0.48".into(),
        unit: some("points"),
        measure: p("Score"),
        of: some(HOSTILE),
        time: some("2021"),
        before: Some(EarlierFigure {
            value: "0.52".into(),
            time: "2017".into(),
        }),
        whole: None,
        lang: some("es"),
    }
}

fn full_table() -> ResourceContext {
    ResourceContext {
        external: None,
        href: None,
        snippets: vec![Snippet {
            program: "r".into(),
            code: format!("data <- read.csv({HOSTILE:?})"),
        }],
        name: "scores".into(),
        title: p("Scores"),
        description: prose("All components."),
        rows: Some(192),
        columns: Some(3),
        downloads: downloads("scores"),
        chart: Some(chart()),
        preview: Some(preview()),
        rows_href: some("rows/scores-1.html"),
        by_value: Some(RowIndex {
            column: PreviewColumn {
                name: HOSTILE.into(),
                ..PreviewColumn::default()
            },
            values: vec![ValueLink {
                value: HOSTILE.into(),
                href: "rows/scores/by-place/jalisco.html".into(),
            }],
            href: None,
        }),
        dictionary: columns(),
        dictionary_href: None,
        received_encoding: some("windows-1252"),
        protected: Some(ProtectedTable {
            hidden: 12,
            below: 5,
            columns: vec!["people".into()],
            quasi_identifiers: vec!["sex".into(), "age".into()],
            shared_by: Some(7),
        }),
        notes: vec!["Padrón de pozos, 2024".to_owned(), "Total · 49".to_owned()],
    }
}

fn joined_file() -> JoinedFile {
    JoinedFile {
        download: Download {
            href: "all-tables.csv".into(),
            file: "all-tables.csv".into(),
            format: "csv".into(),
            role: "joined".into(),
            bytes: 9_100,
            rows: Some(384),
            ..Download::default()
        },
        column: HOSTILE.into(),
    }
}

fn table() -> TableContext {
    TableContext {
        row_is: Some(p(HOSTILE)),
        headlines: vec![headline()],
        modified: some("2022-11-30"),
        licence: Some(Licence {
            title: p("Creative Commons Attribution 4.0"),
            href: some("https://creativecommons.org/licenses/by/4.0/"),
        }),
        table: full_table(),
        alike: vec![Link::to(p("Counts"), "counts.html")],
        alike_more: 3,
        joined: Some(joined_file()),
        cite: Some(Citation {
            text: format!("{HOSTILE}. {LONG}. https://x.example/a.html"),
            files: Vec::new(),
        }),
        previous: Some(Link::to(p(LONG), "counts.html")),
        next: Some(Link::to(p(HOSTILE), "obligations.html")),
    }
}

fn dataset() -> DatasetContext {
    DatasetContext {
        id: "open-government-metric".into(),
        summary: prose("How open each state is, by its *own* offices and as citizens see it."),
        row_is: Some(p("one state's score in one component in one year.")),
        rows: Some(192),
        columns: Some(3),
        headlines: vec![headline()],
        modified: some("2022-11-30"),
        licence: Some(Licence {
            title: p("Creative Commons Attribution 4.0"),
            href: some("https://creativecommons.org/licenses/by/4.0/"),
        }),
        publisher: Some(Publisher {
            name: p("INAI"),
            href: some("https://example.org/inai"),
        }),
        contact: Some(Contact {
            name: p("Open data office"),
            channels: channels(),
        }),
        frequency: some("biennial"),
        issued: some("2017"),
        version: some("1.1"),
        spatial: Some(p("Mexico")),
        temporal: Some(DateRange {
            start: some("2017"),
            end: some("2021"),
        }),
        language: Some(Language {
            lang: "es".into(),
            endonym: None,
        }),
        keywords: vec![p("open government"), es("transparencia")],
        themes: vec![msg("theme-gove")],
        further: vec![FurtherFact {
            id: "identifier".into(),
            values: vec![Link {
                text: p(HOSTILE),
                href: None,
            }],
        }],
        series: Some(SeriesMembership {
            title: p("Metric of each edition"),
            href: "../../series/metric.html".into(),
            description: Some(p(HOSTILE)),
            count: 3,
            previous: Some(Link::to(p("2017"), "../metric-2017/index.html")),
            next: Some(Link::to(p(HOSTILE), "../metric-2021/index.html")),
            datasets: vec![
                Link::to(p("2017"), "../metric-2017/index.html"),
                Link::to(p("2019"), "index.html"),
            ],
        }),
        services: vec![ServiceContext {
            title: p(HOSTILE),
            href: "https://example.org/api".into(),
            description: Some(p("Scores of one state.")),
            documentation: some("https://example.org/api/help"),
            format: some("json"),
            conforms_to: vec!["https://example.org/norm".into()],
        }],
        disaggregations: vec![p("state")],
        provenance: prose("Copied from the published tables."),
        limits: None,
        sections: vec![section("method", p("Method"), "Two surveys.")],
        several: false,
        alike: vec![AlikeTables {
            all: false,
            count: 2,
            tables: vec![Link::to(p(HOSTILE), "scores.html")],
            file: Some(joined_file()),
        }],
        table: Some(full_table()),
        resources: vec![
            ResourceContext {
                name: "scores".into(),
                title: p("Scores"),
                rows: Some(192),
                columns: Some(3),
                downloads: downloads("scores"),
                href: some("scores.html"),
                ..ResourceContext::default()
            },
            ResourceContext {
                name: "guide".into(),
                title: p(HOSTILE),
                description: prose("How it was done."),
                downloads: downloads("guide"),
                ..ResourceContext::default()
            },
        ],
        downloads: vec![Download {
            href: "datapackage.json".into(),
            file: "datapackage.json".into(),
            format: "json".into(),
            role: "description".into(),
            bytes: 3_100,
            ..Download::default()
        }],
        quality: Some(QualityChecks {
            passed: 8,
            total: 10,
            checks: vec![
                QualityCheck {
                    text: p("Every column has a meaning"),
                    passed: false,
                },
                QualityCheck {
                    text: p("Every row has a key"),
                    passed: true,
                },
            ],
        }),
        cite: commitment().cite,
        changes: changes(),
        commitments: commitments(),
        commitments_more: 3,
        sources: sources(),
        feedback: feedback(),
        ..DatasetContext::default()
    }
}

/// The same in a list, which names no reports.
fn in_list() -> Option<EvaluationContext> {
    let mut evaluation = evaluation()?;
    evaluation
        .opened
        .iter_mut()
        .for_each(|opened| opened.from = None);
    Some(EvaluationContext {
        report: None,
        completion_from: None,
        ..evaluation
    })
}

fn evaluation() -> Option<EvaluationContext> {
    let opened = |of: &str, answer, degree: Option<&str>| OpeningAnswer {
        of: of.into(),
        answer,
        degree: degree.map(ToOwned::to_owned),
        from: None,
    };
    Some(EvaluationContext {
        elsewhere: false,
        report: Some(Link::to(
            p("End-of-commitment report of MXMEX0009"),
            "../reports/mxmex0009-end.html",
        )),
        stage: some("mid-term"),
        completion: some("limited"),
        completion_from: Some(Link::to(
            p("An older report"),
            "../reports/mxmex0009-mid.html",
        )),
        as_planned: some("most"),
        opened: vec![
            opened("information", Some(true), Some("major")),
            OpeningAnswer {
                from: Some(Link::to(
                    p("An older report"),
                    "../reports/mxmex0009-mid.html",
                )),
                ..opened("participation", None, Some("worsened"))
            },
            opened("problem", Some(false), None),
        ],
    })
}

fn report() -> ReportContext {
    let question = |number: &str, answer, degree: Option<&str>| {
        let anchor = format!("q{}", number.replace('.', "-"));
        Question {
            number: number.into(),
            begins: number.ends_with(".1").then(|| msg("form-2")),
            text: msg(&anchor),
            anchor,
            said: None,
            answer,
            degree: degree.map(ToOwned::to_owned),
            narrative: prose("Something was *done*."),
            evidence: Vec::new(),
            odd: vec![odd_line()],
        }
    };
    ReportContext {
        id: "mxmex0009-end".into(),
        summary: prose("Half of it was done."),
        commitment: commitments().into_iter().next(),
        locality: commitment().locality,
        evaluators: vec![p("A. Evaluator")],
        contact_withheld: true,
        stage: some("end-of-term"),
        date: some("2022-12"),
        completion: some("limited"),
        as_planned: some("all"),
        evidence: commitment().milestones.remove(0).evidence,
        questions: vec![
            Question {
                said: Some(msg("completion-limited")),
                ..question("1.1", None, None)
            },
            Question {
                text: p("The author's own heading"),
                ..question("1.3", None, None)
            },
            Question {
                evidence: commitment().milestones.remove(0).evidence,
                ..question("2.1.1", Some(true), Some("major"))
            },
            Question {
                narrative: None,
                ..question("2.2", None, None)
            },
        ],
        feedback: feedback(),
        downloads: downloads("mxmex0009-end"),
        sources: Vec::new(),
        ..ReportContext::default()
    }
}

fn pager() -> Option<Pager> {
    let link = |number, current, gap| PagerLink {
        number,
        href: format!("page-{number}.html"),
        current,
        gap,
    };
    Some(Pager {
        page: 2,
        pages: 9,
        previous: some("index.html"),
        next: some("page-3.html"),
        links: vec![
            link(1, false, false),
            link(2, true, false),
            link(9, false, true),
        ],
    })
}

fn row_pager() -> RowPager {
    let link = |number: u64, key: Option<&str>| RowPageLink {
        number,
        href: format!("scores-{}.html", if number == 2 { 1 } else { number }),
        current: number == 2,
        from: key.map(ToOwned::to_owned),
        to: some(LONG),
        first: number * 100 - 99,
        last: number * 100,
    };
    RowPager {
        pages: 3,
        here: link(2, Some("Jalisco 1999")),
        previous: Some(link(1, Some(HOSTILE))),
        next: Some(link(3, None)),
        links: vec![
            link(1, Some(HOSTILE)),
            link(2, Some("Jalisco 1999")),
            link(3, None),
        ],
    }
}

fn value_link(value: &str) -> ValueLink {
    ValueLink {
        value: value.into(),
        href: "scores-1.html#r-2".into(),
    }
}

fn column_part(number: u64, current: bool) -> ColumnPart {
    ColumnPart {
        number,
        // Nothing leads to what is on the page already.
        href: "columns-1/2.html".into(),
        current,
        from: "score".into(),
        to: HOSTILE.into(),
    }
}

fn listing(of: &str) -> ListingContext {
    ListingContext {
        of: of.into(),
        intro: prose("Everything that was promised, and how it stands."),
        strip: Some(strip(&[
            ("in-progress", 12),
            ("finished", 31),
            ("incomplete", 5),
            ("not-reported", 19),
        ])),
        total: 67,
        first: 51,
        last: 53,
        filters: vec![Link::to(
            Phrase::sentence("filter-remove", [("name", es("Género"))]),
            "../index.html",
        )],
        facets: vec![facet()],
        also: vec![
            Link::unlinked(msg("order-own")),
            Link::to(msg("order-by-end"), "sorted/by-end-date.html"),
        ],
        calendar: some("calendar.ics"),
        groups: Vec::new(),
        entries: commitments(),
        pager: pager(),
        downloads: downloads("commitments"),
    }
}

fn term_entry(title: Phrase, href: &str, count: u64) -> TermListEntry {
    TermListEntry {
        title,
        href: href.into(),
        count,
        summary: None,
    }
}

fn facet() -> Facet {
    Facet {
        only_largest: true,
        name: msg("policy-areas"),
        values: vec![
            FacetValue {
                text: p("Gender"),
                href: "../policy-areas/gender.html".into(),
                count: 4,
                current: false,
            },
            FacetValue {
                text: p("Budget"),
                href: "index.html".into(),
                count: 1234,
                current: true,
            },
        ],
        more: Some(Link::to(msg("policy-areas"), "../policy-areas/index.html")),
    }
}

fn home() -> HomeContext {
    HomeContext {
        left_out: true,
        intro: prose(
            "Here anyone can see what governments promised, **what was done**, and the data behind it.",
        ),
        strip: strip(&[
            ("not-started", 2),
            ("in-progress", 12),
            ("stuck", 3),
            ("finished", 31),
            ("incomplete", 5),
            ("not-reported", 19),
        ]),
        milestones: strip(&[("finished", 120), ("in-progress", 40), ("not-reported", 88)]),
        overdue: Group {
            id: "overdue".into(),
            heading: msg("overdue"),
            entries: commitments()[..1].to_vec(),
            more: Some(Link::to(p("All overdue"), "overdue.html")),
        },
        unreported: Group {
            id: "unreported".into(),
            heading: msg("unreported"),
            entries: commitments()[1..2].to_vec(),
            more: None,
        },
        search: some("search.html"),
        ways: vec![facet()],
        changes: vec![
            NewsEntry {
                date: "2023-05-04".into(),
                what: Link::to(p("Culture"), "commitments/mxmex0009.html#m-3"),
                kind: "milestone".into(),
                milestones: 2,
                numbers: "3, 4".into(),
                status: some("finished"),
                is_first: false,
            },
            NewsEntry {
                date: "2022".into(),
                what: Link::to(p(HOSTILE), "datasets/metric/index.html"),
                kind: "dataset".into(),
                is_first: true,
                ..NewsEntry::default()
            },
        ],
        browse: vec![
            term_entry(msg("commitments"), "commitments/index.html", 72),
            term_entry(msg("datasets"), "datasets/index.html", 4),
            term_entry(msg("institutions"), "institutions/index.html", 38),
            term_entry(msg("policy-areas"), "policy-areas/index.html", 17),
        ],
        datasets: vec![
            HomeDataset {
                title: p(HOSTILE),
                href: "datasets/metric-2017/index.html".into(),
                figure: Some(headline()),
                lowest: Some(headline()),
                rows: Some(39),
                ..HomeDataset::default()
            },
            HomeDataset {
                title: p("Prices"),
                href: "datasets/prices/index.html".into(),
                claim: Some(p(HOSTILE)),
                ..HomeDataset::default()
            },
            HomeDataset {
                title: p("Airlines"),
                href: "datasets/airlines/index.html".into(),
                summary: Some(p(HOSTILE)),
                ..HomeDataset::default()
            },
        ],
        more_datasets: Some(Link::to(msg("all-datasets"), "datasets/index.html")),
        feedback: feedback(),
        registers: vec![Link::to(
            p("Register of commitments"),
            "datasets/c/index.html",
        )],
        sections: Vec::new(),
    }
}

fn action_plan() -> ActionPlanContext {
    ActionPlanContext {
        id: "mexico-state-2021".into(),
        locality: commitment().locality,
        start: some("2021"),
        end: some("2022"),
        strip: strip(&[("in-progress", 1), ("finished", 1), ("not-reported", 1)]),
        milestones: strip(&[("finished", 7), ("not-reported", 3)]),
        commitments: commitments(),
        sections: vec![section("about", p("About"), "The second plan.")],
        sources: sources(),
        pager: pager(),
        ..ActionPlanContext::default()
    }
}

fn initiative() -> InitiativeContext {
    InitiativeContext {
        id: "follow-the-money".into(),
        of: "initiative".into(),
        institution: Some(Link::unlinked(p("INAI"))),
        topics: vec![Link::to(p("Budget"), "../policy-areas/budget.html")],
        level: some("national"),
        country: some("MEX"),
        editions: vec!["2017".into(), "2019".into()],
        extent: "heading-only".into(),
        sections: vec![section("what", p("What it is"), "A map.")],
        datasets: vec![dataset_entry()],
        sources: sources(),
        ..InitiativeContext::default()
    }
}

fn declared() -> DeclaredContext {
    let fact = |name: &str, values| DeclaredFactContext {
        name: name.into(),
        title: p(&format!("{name} {HOSTILE}")),
        values,
    };
    let value = DeclaredValueContext::default;
    let linked = |link| DeclaredValueContext {
        link: Some(link),
        ..value()
    };
    DeclaredContext {
        id: "cost".into(),
        of: "question".into(),
        noun: es("Pregunta"),
        sections: vec![section("answer", p("Answer"), "Nothing.")],
        facts: vec![
            fact(
                "names",
                vec![
                    linked(Link::unlinked(p(HOSTILE))),
                    linked(Link::to(p(RTL), "../institutions/a.html")),
                ],
            ),
            fact(
                "day",
                vec![DeclaredValueContext {
                    date: some("2026-03-02"),
                    ..value()
                }],
            ),
            fact(
                "cost",
                vec![DeclaredValueContext {
                    number: some("20"),
                    ..value()
                }],
            ),
            fact(
                "open",
                vec![DeclaredValueContext {
                    flag: Some(false),
                    ..value()
                }],
            ),
        ],
        sources: sources(),
        ..DeclaredContext::default()
    }
}

fn term() -> TermContext {
    TermContext {
        of: "institution".into(),
        code: some("09015"),
        country: some("MEX"),
        href: some("https://example.org/"),
        sections: vec![section(
            "task",
            p("Its task"),
            "It guards access to information.",
        )],
        listing: listing("commitment"),
        groups: vec![Group {
            id: "datasets".into(),
            heading: msg("datasets"),
            entries: vec![dataset_entry()],
            more: None,
        }],
        ..TermContext::default()
    }
}

fn statuses() -> StatusesContext {
    let all = [
        "not-started",
        "in-progress",
        "stuck",
        "finished",
        "incomplete",
        "not-reported",
    ];
    StatusesContext {
        intro: None,
        statuses: all
            .iter()
            .map(|s| StatusEntry {
                status: (*s).into(),
                commitments: 3,
                milestones: 1,
                href: Some(format!("{s}.html")),
                milestones_href: Some(format!("../milestones/{s}.html")),
            })
            .collect(),
    }
}

fn terms() -> TermsContext {
    let letter = |name: &str| IndexLetter {
        name: some(name),
        href: format!("#l-{name}"),
        count: 1,
    };
    TermsContext {
        of: "institution".into(),
        intro: None,
        letters: vec![letter("I"), letter("L")],
        groups: vec![
            TermGroup {
                id: "l-i".into(),
                name: some("I"),
                terms: vec![term_entry(p("Infoem"), "infoem.html", 3)],
            },
            TermGroup {
                id: "l-l".into(),
                name: some("L"),
                terms: vec![term_entry(p(LONG), "long.html", 1)],
            },
        ],
        pager: pager(),
    }
}

fn edition(kind: &str, file: &str, qr: bool) -> OfflineFile {
    OfflineFile {
        kind: kind.into(),
        file: file.into(),
        href: file.into(),
        url: Some(format!("https://example.org/{file}")),
        qr,
        bytes: 1_912_345,
        date: some("2023-05-04"),
        sha256: "0123456789abcdef".repeat(4),
        left_out: 2,
    }
}

/// The body of a page of every kind, with a title.
pub(crate) fn bodies() -> Vec<(Phrase, Body)> {
    let dataset_link = Link::to(p("Open Government Metric"), "../index.html");
    vec![
        (p("Open government, kept in sight"), Body::of(home())),
        (msg("commitments"), Body::of(listing("commitment"))),
        (p("Institute for Transparency (Infoem)"), Body::of(term())),
        (msg("institutions"), Body::of(terms())),
        (msg("statuses"), Body::of(statuses())),
        (
            es("Cultura de gobierno abierto con perspectiva de género"),
            Body::of(commitment()),
        ),
        (
            p("End-of-commitment report: culture of open government"),
            Body::of(report()),
        ),
        (
            p("State of Mexico, action plan 2021–2022"),
            Body::of(action_plan()),
        ),
        (p(&format!("{HOSTILE} {LONG}")), Body::of(initiative())),
        (p(LONG), Body::of(declared())),
        (p("Open Government Metric"), Body::of(dataset())),
        (p("Scores"), Body::of(table())),
        (
            p("Scores, page 2"),
            Body::of(RowsContext {
                dataset: dataset_link.clone(),
                resource: p("Scores"),
                preview: TablePreview {
                    first: 101,
                    ..preview()
                },
                anchors: vec![None, some("r-102"), None, None],
                fits: true,
                reordered: true,
                pager: Some(row_pager()),
                index: Some(RowIndex {
                    column: preview().columns.swap_remove(0),
                    values: [HOSTILE, "México"].map(value_link).to_vec(),
                    href: some("scores-1.html#index"),
                }),
                parts: vec![column_part(1, false), column_part(2, true)],
                value_csv: downloads("jalisco").pop(),
                downloads: downloads("scores"),
            }),
        ),
        (
            p("Columns of Scores"),
            Body::of(DictionaryContext {
                dataset: dataset_link,
                resource: p("Scores"),
                rows: Some(192),
                column_count: 40,
                columns: columns(),
                pager: pager(),
                downloads: downloads("scores"),
            }),
        ),
        (
            p("Metric of each edition"),
            Body::of(SeriesContext {
                description: Some(p(HOSTILE)),
                frequency: some("biennial"),
                temporal: Some(DateRange {
                    start: some("2017"),
                    end: some("2021"),
                }),
                ordered: true,
                listing: ListingContext {
                    of: "dataset".into(),
                    total: 1,
                    first: 1,
                    last: 1,
                    entries: vec![dataset_entry()],
                    ..ListingContext::default()
                },
            }),
        ),
        (
            p("Completeness"),
            Body::of(CompletenessContext {
                total: 2,
                complete: 1,
                facts: vec![FactCount {
                    id: "temporal".into(),
                    mandatory: false,
                    present: 1,
                }],
                legend: "#fact-".into(),
                first: 1,
                last: 2,
                left_out: vec![
                    Link::to(p("Faulty"), "commitments/faulty.html"),
                    Link::unlinked(p("photo.png")),
                ],
                datasets: vec![
                    DatasetFacts {
                        title: p("Metric"),
                        href: "dataset.html".into(),
                        passed: 11,
                        total: 11,
                        unsaid: vec![],
                        missing: vec![],
                        points: Some(405),
                        most_points: 405,
                    },
                    DatasetFacts {
                        title: es(HOSTILE),
                        href: "dataset.html".into(),
                        passed: 10,
                        total: 11,
                        unsaid: vec![LackingFact {
                            id: "frequency".into(),
                            points: None,
                        }],
                        missing: vec![
                            LackingFact {
                                id: "temporal".into(),
                                points: Some(20),
                            },
                            LackingFact {
                                id: "frequency".into(),
                                points: None,
                            },
                        ],
                        points: Some(385),
                        most_points: 405,
                    },
                ],
                lacking: 1,
                whole: vec![Link::to(p("Metric"), "dataset.html")],
                pager: None,
            }),
        ),
        (
            p("Developers"),
            Body::of(DevelopersContext {
                base: some("https://example.org/"),
                groups: vec![Endpoints {
                    id: "own".into(),
                    heading: msg("dev-own"),
                    about: msg("dev-own-about"),
                    files: vec![
                        Endpoint {
                            path: "catalog.json".into(),
                            href: some("catalog.json"),
                            about: msg("dev-catalog"),
                            media_type: "application/json".into(),
                            schema: some("schemas/catalog.schema.json"),
                        },
                        Endpoint {
                            path: "datasets/NAME.json".into(),
                            about: p(HOSTILE),
                            ..Endpoint::default()
                        },
                    ],
                }],
                examples: vec![Example {
                    title: msg("dev-example-list"),
                    language: "python".into(),
                    code: "print(\"<b>\")\n".into(),
                }],
            }),
        ),
        (
            msg("offline"),
            Body::of(OfflineContext {
                inside: true,
                web: some("https://example.org/offline.html"),
                sums: some("SHA256SUMS"),
                key: some("RWQyIc5APABLzQvaIFfKHs8cwcUbQmUiJkjyNt6x6eG1RLZS+cJya+X/"),
                whole: vec![
                    edition("zip", "site.zip", true),
                    edition("text", "everything.txt", false),
                ],
                books: vec![OfflineBook {
                    id: "plan-x".into(),
                    title: es(HOSTILE),
                    href: "action-plan.html".into(),
                    files: vec![edition("epub", "x.epub", false)],
                }],
                pager: None,
            }),
        ),
        (
            p("About"),
            Body::of(OrdinaryPageContext {
                summary: prose("Who we are."),
                sections: vec![Section {
                    id: "text".into(),
                    heading: None,
                    text: prose(
                        "We publish.\n\n> Openness is a habit.\n\n![A map](map.png)\n\n```\ncode\n```\n\nterm\n: definition",
                    ),
                }],
                entries: vec![entry("page", "privacy", "Privacy")],
                ..OrdinaryPageContext::default()
            }),
        ),
        (
            msg("a-z"),
            Body::of(AToZContext {
                total: 120,
                first: 51,
                last: 100,
                letters: vec![
                    IndexLetter {
                        name: None,
                        href: "index.html#signs".into(),
                        count: 2,
                    },
                    IndexLetter {
                        name: some("Ñ"),
                        href: "page-2.html#l-1".into(),
                        count: 70,
                    },
                ],
                guides: vec![
                    Link::to(p("Ñandú"), "page-2.html"),
                    Link::to(es("Ñame"), "page-3.html"),
                ],
                headings: true,
                groups: vec![IndexGroup {
                    id: "l-1".into(),
                    name: some("Ñ"),
                    continued: true,
                    lines: [p(HOSTILE), es(LONG), p(RTL)]
                        .map(|title| IndexLine {
                            title,
                            href: "../x.html".into(),
                            kind: Phrase::message("commitment"),
                        })
                        .into(),
                }],
                pager: pager(),
                search: some("../search.html"),
            }),
        ),
        (
            msg("search"),
            Body::of(SearchContext {
                a_to_z: "a-z/index.html".into(),
                examples: vec![Link::to(p(HOSTILE), "datasets/rows/page-2.html#r-40")],
                browse: vec![TermListEntry {
                    title: msg("datasets"),
                    href: "datasets/index.html".into(),
                    count: 3,
                    ..TermListEntry::default()
                }],
                total: 120,
                index: "search/".into(),
                script: String::new(),
            }),
        ),
        (
            p("Faulty"),
            Body::of(LeftOutContext {
                links: vec![Link::to(msg("commitments"), "index.html")],
            }),
        ),
        (msg("waivers"), Body::of(waivers())),
        (msg("contradictions"), Body::of(contradictions())),
        (msg("glossary"), Body::of(glossary())),
        (
            msg("not-found"),
            Body::of(NotFoundContext {
                links: vec![Link::to(
                    msg("commitments"),
                    "https://example.org/commitments/index.html",
                )],
            }),
        ),
    ]
}

/// Bodies of every kind with nothing but what must be there.
pub(crate) fn bare_bodies() -> Vec<Body> {
    vec![
        Body::of(HomeContext::default()),
        Body::of(ListingContext::default()),
        Body::of(TermContext {
            of: "value".into(),
            ..TermContext::default()
        }),
        Body::of(TermsContext::default()),
        Body::of(StatusesContext::default()),
        Body::of(CommitmentContext {
            status: "not-reported".into(),
            ..CommitmentContext::default()
        }),
        Body::of(ReportContext::default()),
        Body::of(ActionPlanContext::default()),
        Body::of(InitiativeContext {
            of: "practice".into(),
            extent: "full".into(),
            ..InitiativeContext::default()
        }),
        Body::of(DatasetContext::default()),
        Body::of(RowsContext {
            resource: p("x"),
            dataset: Link::to(p("d"), "../index.html"),
            ..RowsContext::default()
        }),
        Body::of(DictionaryContext {
            resource: p("x"),
            dataset: Link::to(p("d"), "../index.html"),
            ..DictionaryContext::default()
        }),
        Body::of(SeriesContext::default()),
        Body::of(CompletenessContext::default()),
        Body::of(DevelopersContext::default()),
        Body::of(OfflineContext::default()),
        Body::of(OrdinaryPageContext::default()),
        Body::of(AToZContext::default()),
        Body::of(SearchContext::default()),
        Body::of(LeftOutContext::default()),
        Body::of(WaiversContext::default()),
        Body::of(NotFoundContext::default()),
    ]
}

fn glossary() -> GlossaryContext {
    let own = GlossaryEntry {
        anchor: "own-window".into(),
        term: Some(Phrase::new("Window")),
        means: Some(Phrase::new("An office.")),
    };
    let of_theme = GlossaryEntry {
        anchor: "irm".into(),
        ..GlossaryEntry::default()
    };
    let groups = [("own", own), ("promises", of_theme)].map(|(name, term)| GlossaryGroup {
        name: name.into(),
        terms: vec![term],
    });
    GlossaryContext {
        groups: groups.into(),
    }
}

fn odd_line() -> OddLine {
    OddLine {
        text: p("This ends in February 2023, after the commitment."),
        reason: Some(es("Así está en la fuente.")),
    }
}

fn contradictions() -> ContradictionsContext {
    let bare = OddLine {
        text: p(HOSTILE),
        reason: None,
    };
    ContradictionsContext {
        pages: vec![OddPage {
            of: Link::to(
                p("Culture of open government"),
                "commitments/mxmex0009.html",
            ),
            lines: vec![odd_line(), bare],
        }],
    }
}

fn waivers() -> WaiversContext {
    let kind = |id: &str, name: &str| WaivedKind {
        id: id.into(),
        name: name.into(),
    };
    WaiversContext {
        off: some("Another office looks."),
        waivers: vec![WaiverEntry {
            of: Link::to(p("Directory"), "page.html"),
            file: some("data/directory/a.csv"),
            columns: vec!["correo".into(), HOSTILE.into()],
            kinds: vec![kind("e-mail", "e-mail"), kind("br-cpf", "CPF (BR)")],
            ground: "public-official".into(),
            reason: HOSTILE.into(),
            by: "Unidad".into(),
            until: "2027-06-30".into(),
        }],
    }
}

/// A whole page around a body.
pub(crate) fn page(title: Phrase, body: Body, lang: &str, dir: &str) -> PageContext {
    let kind = body.kind().to_owned();
    let alternate = |tag: &str| Alternate {
        lang: tag.into(),
        endonym: None,
        href: format!("{tag}-{kind}.html"),
        url: None,
        current: tag == lang,
    };
    PageContext {
        own_template: None,
        page: PageFrame {
            title,
            lang: lang.into(),
            dir: dir.into(),
            path: format!("{kind}.html"),
            description: some("What was promised & what was done \"in short\""),
            text_edition: Some(format!("{kind}.txt")),
            offline: (kind == "action-plan").then(|| "offline.html#plan-x".to_owned()),
            data_edition: Some(format!("{kind}.json")),
            canonical: Some(format!("https://example.org/{kind}.html")),
            alternates: vec![alternate("es"), alternate("en")],
            breadcrumbs: if kind == "home" {
                Vec::new()
            } else {
                vec![
                    Link::to(msg("home"), "home.html"),
                    Link::to(msg("commitments"), "listing.html"),
                ]
            },
            updated: some("2023-05-04"),
            untranslated: (kind == "commitment").then(|| Language {
                lang: "es".into(),
                endonym: None,
            }),
            feed: Some(format!("{kind}.atom")),
            hints: vec![Hint {
                href: "catalog.ttl".into(),
                media_type: "text/turtle".into(),
            }],
            structured: (kind == "dataset")
                .then(|| "{\"name\":\"</script><script>alert(1)\"}".to_owned()),
            kind,
            ..PageFrame::default()
        },
        site: SiteFrame {
            title: p("Portal de Gobierno Abierto"),
            description: Some(p(HOSTILE)),
            home: "home.html".into(),
            nav: [
                ("commitments", "listing.html", "row"),
                ("datasets", "dataset.html", "row"),
                ("institutions", "terms.html", "wide"),
                ("statuses", "statuses.html", "more"),
            ]
            .map(|(id, href, place)| NavItem {
                title: msg(id),
                href: href.into(),
                current: id == "commitments",
                place: place.into(),
            })
            .to_vec(),
            nav_more: "every".into(),
            foot: vec![
                Link::to(p("About"), "page.html"),
                Link::to(msg("offline"), "offline.html"),
            ],
            publisher: Some(Publisher {
                name: p("Infoem"),
                href: some("https://example.org/"),
            }),
            licence: Some(Licence {
                title: p("CC BY 4.0"),
                href: some("https://creativecommons.org/licenses/by/4.0/"),
            }),
            help: channels(),
            as_of: some("2023-05-04"),
            generator: "tragaluz 0.1.0".into(),
            ..SiteFrame::default()
        },
        body,
    }
}
