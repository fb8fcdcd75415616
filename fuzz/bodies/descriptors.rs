//! The front matter of a dataset's page, and its `datapackage.json`.
use tragaluz::timing::Timings;
use tragaluz::{Sink, model, source, tables};
use tragaluz_tables::Home;

/// Fails where what must hold does not.
pub(super) fn run(text: &str) {
    let root = tempfile::tempdir().expect("a folder");
    for (name, file) in [("a", "dataset.md"), ("b", "datapackage.json")] {
        let folder = root.path().join("data").join(name);
        std::fs::create_dir_all(&folder).expect("a folder");
        std::fs::write(folder.join(file), text).expect("a file");
        std::fs::write(folder.join("a.csv"), "a,b\n1,2\n").expect("a file");
    }
    std::fs::write(root.path().join("tragaluz.toml"), "").expect("a file");
    let mut sink = Sink::new();
    if let Ok(found) = source::read(root.path(), &mut sink) {
        let portal = model::gather(&found, &tragaluz::cache::Cache::off(), &mut sink);
        let _ = tables::ingest(
            &portal.datasets,
            &Home::of_publisher(root.path()),
            &Timings::default(),
            &mut sink,
        );
    }
}
