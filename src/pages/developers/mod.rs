//! The page that documents what programs can read.

pub mod context;

use crate::catalogs::{self, CatalogEndpoint};
use crate::downloads::{DownloadFile, Role};
use crate::model::Portal;
use crate::pages::address::in_lang;
use crate::pages::context::{Body, BodyFacts, Phrase};
use crate::pages::developers::context::{DevelopersContext, Endpoint, Endpoints, Example};
use crate::pages::kinds::PageKindFacts;
use crate::pages::{Draft, PagePlan, SiteFacts, Title, address, linking};
use tragaluz_tables::Tables;

const ADDRESS: &str = "developers.html";

pub(crate) struct DevelopersPages;

impl PageKindFacts for DevelopersPages {
    fn name(&self) -> &'static str {
        DevelopersContext::KIND
    }

    /// None where the portal has a page of its own there.
    fn pages(&self, portal: &Portal, _tables: &Tables) -> Vec<Draft> {
        let own = portal.pages.iter().any(|p| p.address == "developers");
        if own {
            Vec::new()
        } else {
            vec![Draft::generated(
                ADDRESS.to_owned(),
                Title::Message("developers"),
            )]
        }
    }

    fn body(&self, page: &PagePlan, site: &SiteFacts<'_>) -> Body {
        let base = site.plan.catalog.portal.base_url.clone();
        let mut groups = vec![
            group("own", own_files(site, page)),
            group("catalogs", endpoints_of_catalogs(site, page, false)),
            group("feeds", feed_files(site, page)),
            group("registers", register_files(site, page)),
        ];
        groups.retain(|group| !group.files.is_empty());
        let examples = examples(site);
        Body::of(DevelopersContext {
            base,
            groups,
            examples,
        })
    }
}

fn group(id: &str, files: Vec<Endpoint>) -> Endpoints {
    let heading = Phrase::message(format!("dev-{id}"));
    Endpoints {
        id: id.to_owned(),
        heading,
        about: Phrase::message(format!("dev-{id}-about")),
        files,
    }
}

fn endpoint(
    page: &PagePlan,
    path: &str,
    example: Option<&str>,
    about: &str,
    media_type: &str,
) -> Endpoint {
    Endpoint {
        path: path.to_owned(),
        href: example.map(|example| linking::href_of_file(page, example)),
        about: Phrase::message(about),
        media_type: media_type.to_owned(),
        schema: None,
    }
}

/// Returns what catalogs tell of themselves: those of the portal's own form, or those of standards.
fn endpoints_of_catalogs(site: &SiteFacts<'_>, page: &PagePlan, are_own: bool) -> Vec<Endpoint> {
    let catalogs = catalogs::ALL.iter().filter(|c| c.is_own() == are_own);
    let declared = catalogs.flat_map(|catalog| {
        let endpoints = catalog.endpoints(&site.plan.catalog).into_iter();
        endpoints.map(|declared| endpoint_of_catalog(page, &declared, catalog.media_type()))
    });
    declared.collect()
}

/// Tells of a catalog's file, as the catalog does.
fn endpoint_of_catalog(page: &PagePlan, declared: &CatalogEndpoint, media_type: &str) -> Endpoint {
    Endpoint {
        path: declared.path.to_owned(),
        href: (declared.example.as_deref()).map(|path| linking::href_of_file(page, path)),
        about: Phrase::message(declared.about),
        media_type: media_type.to_owned(),
        schema: declared
            .schema
            .map(|path| linking::href_of_file(page, path)),
    }
}

/// Links to the schema of this name.
fn schema_href(page: &PagePlan, name: &str) -> String {
    linking::href_of_file(page, &format!("schemas/{name}.schema.json"))
}

/// Lists the portal's own JSON.
fn own_files(site: &SiteFacts<'_>, page: &PagePlan) -> Vec<Endpoint> {
    let json = "application/json";
    let mut files = endpoints_of_catalogs(site, page, true);
    if let Some(table) = site.tables.tables.first() {
        let profile = format!(
            "{}profile.json",
            address::dataset(&table.dataset).trim_end_matches("index.html")
        );
        let file = endpoint(
            page,
            "datasets/NAME/profile.json",
            Some(&profile),
            "dev-profile",
            json,
        );
        files.push(Endpoint {
            schema: Some(schema_href(page, "profile")),
            ..file
        });
    }
    let rows = site
        .files
        .all()
        .iter()
        .find(|f| f.role == Role::Table && f.format == "json");
    if let Some(rows) = rows {
        let file = endpoint(
            page,
            "datasets/NAME/TABLE.json",
            Some(&rows.path),
            "dev-rows",
            json,
        );
        files.push(Endpoint {
            schema: Some(schema_href(page, "rows")),
            ..file
        });
    }
    if let Some(c) = site.portal.commitments.first() {
        let path = address::commitment(&c.head.id).replace(".html", ".json");
        let file = endpoint(
            page,
            "commitments/ID.json",
            Some(&path),
            "dev-commitment",
            json,
        );
        files.push(Endpoint {
            schema: Some(schema_href(page, "commitment")),
            ..file
        });
    }
    if let Some(r) = site.portal.reports.first() {
        let path = address::report(&r.head.id).replace(".html", ".json");
        let file = endpoint(page, "reports/ID.json", Some(&path), "dev-report", json);
        files.push(Endpoint {
            schema: Some(schema_href(page, "report")),
            ..file
        });
    }
    files
}

fn feed_files(site: &SiteFacts<'_>, page: &PagePlan) -> Vec<Endpoint> {
    if site.plan.catalog.portal.base_url.is_none() {
        return Vec::new();
    }
    let atom = "application/atom+xml";
    let main = site.portal.settings.main();
    let own = |name: &str| in_lang(&page.lang, main, name);
    let mut files = vec![
        endpoint(
            page,
            &own("feed.xml"),
            Some(&own("feed.xml")),
            "dev-feed",
            atom,
        ),
        endpoint(
            page,
            &own("feed.json"),
            Some(&own("feed.json")),
            "dev-feed-json",
            "application/feed+json",
        ),
    ];
    let forms = [
        ("datasets/", "datasets/NAME/feed.xml", "dev-feed-dataset"),
        ("commitments/", "commitments/ID.xml", "dev-feed-commitment"),
        (
            "institutions/",
            "institutions/NAME.xml",
            "dev-feed-institution",
        ),
    ];
    for (folder, path, about) in forms {
        let mut in_folder = site
            .plan
            .pages
            .iter()
            .filter(|p| p.lang == page.lang && p.draft.address.starts_with(folder));
        if let Some(feed) = in_folder.find_map(|p| p.kind.feed(p)) {
            files.push(endpoint(page, &own(path), Some(&own(&feed)), about, atom));
        }
    }
    files.push(endpoint(
        page,
        "sitemap.xml",
        Some("sitemap.xml"),
        "dev-sitemap",
        "application/xml",
    ));
    files
}

/// The registers' rows as JSON.
fn register_files(site: &SiteFacts<'_>, page: &PagePlan) -> Vec<Endpoint> {
    registers(site)
        .map(|file| register_file(site, page, file))
        .collect()
}

/// Returns the JSON of every register's rows.
fn registers<'s>(site: &'s SiteFacts<'_>) -> impl Iterator<Item = &'s DownloadFile> {
    site.files.all().iter().filter(|f| {
        f.role == Role::Table
            && f.format == "json"
            && crate::pages::dataset_lists::is_register(site, &f.dataset)
    })
}

fn register_file(site: &SiteFacts<'_>, page: &PagePlan, file: &DownloadFile) -> Endpoint {
    let record = site.plan.catalog.dataset(&file.dataset);
    let title = record.and_then(|d| Phrase::of(&d.title, &page.lang));
    let path = &file.path;
    Endpoint {
        about: title.unwrap_or_default(),
        schema: Some(schema_href(page, "rows")),
        ..endpoint(page, path, Some(path), "dev-rows", "application/json")
    }
}

/// Programs of Python's standard library alone. They are run in the tests.
fn examples(site: &SiteFacts<'_>) -> Vec<Example> {
    let base = site
        .plan
        .catalog
        .portal
        .base_url
        .as_deref()
        .unwrap_or("https://example.org/");
    let start = format!(
        "import json, urllib.request\n\nbase = \"{base}\"\n\ndef get(path):\n    \
         with urllib.request.urlopen(base + path) as answer:\n        return json.load(answer)\n\n"
    );
    let python = |title: &str, code: &str| Example {
        title: Phrase::message(title),
        language: "python".to_owned(),
        code: format!("{start}{code}"),
    };
    let mut examples = Vec::new();
    if !site.plan.catalog.datasets.is_empty() {
        examples.push(python("dev-example-list", LIST));
    }
    let json = site
        .files
        .all()
        .iter()
        .find(|f| f.role == Role::Table && f.format == "json");
    if let Some(file) = json {
        let dataset = file.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        examples.push(python("dev-example-rows", &ROWS.replace("FOLDER", dataset)));
    }
    let register = registers(site).find(|f| f.dataset == "register-milestones");
    if let Some(register) = register {
        examples.push(python(
            "dev-example-unreported",
            &UNREPORTED.replace("REGISTER", &register.path),
        ));
    }
    examples
}

const LIST: &str = r#"page = "catalog.json"
while page:
    catalog = get(page)
    for dataset in catalog["datasets"]:
        print(dataset["id"], dataset["modified"])
    page = catalog["next"]
"#;

const ROWS: &str = r#"import hashlib

dataset = get("FOLDER.json")
for file in dataset["files"]:
    if file["format"] == "json" and file["role"] == "table":
        with urllib.request.urlopen(base + file["path"]) as answer:
            data = answer.read()
        assert hashlib.sha256(data).hexdigest() == file["sha256"]
        rows = json.loads(data)
        assert len(rows) == file["rows"]
        print(file["name"], len(rows), list(rows[0]) if rows else [])
"#;

const UNREPORTED: &str = r#"for row in get("REGISTER"):
    if row["status"] == "not-reported":
        print(row["commitment"], row["number"], row["end"])
"#;
