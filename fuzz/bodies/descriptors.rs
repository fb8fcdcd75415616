//! The front matter of a dataset's page, and its `datapackage.json`.
use super::{folder, spoken};
use tragaluz::cache::Cache;
use tragaluz::timing::Timings;
use tragaluz::{Sink, model, source, tables};
use tragaluz_tables::Home;

/// Fails where what must hold does not.
pub fn run(text: &str) {
    let root = folder::own();
    for (name, file) in [("a", "dataset.md"), ("b", "datapackage.json")] {
        folder::write(&root, &format!("data/{name}/{file}"), text.as_bytes());
        folder::write(&root, &format!("data/{name}/a.csv"), b"a,b\n1,2\n");
    }
    folder::write(&root, "tragaluz.toml", b"");
    let mut sink = Sink::new();
    if let Ok(found) = source::read(&root, &mut sink) {
        let portal = model::gather(&found, &Cache::off(), &mut sink);
        let _ = tables::ingest(
            &portal.datasets,
            &Home::of_publisher(&root),
            Some(&tragaluz_tables::privacy::DeclaredContacts::default()),
            &Timings::default(),
            &mut sink,
        );
    }
    spoken::check(&sink);
}
