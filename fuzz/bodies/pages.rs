//! A page's file, as each kind of page: its facts in YAML, TOML or JSON, its text, its blocks.
use super::{folder, spoken};
use tragaluz::cache::Cache;
use tragaluz::{Sink, model, source};

const FOLDERS: [&str; 6] = [
    "action-plans",
    "commitments",
    "initiatives",
    "localities",
    "reports",
    "services",
];

/// Fails where what must hold does not.
pub fn run(text: &str) {
    let root = folder::own();
    folder::write(
        &root,
        "tragaluz.toml",
        b"[portal]\ntitle = \"A\"\nlanguages = [\"es\", \"en\"]\n",
    );
    folder::write(&root, "content/a.md", text.as_bytes());
    let kind = FOLDERS[text.len() % FOLDERS.len()];
    let own = root.join("content").join(kind);
    folder::write(&root, &format!("content/{kind}/B.md"), text.as_bytes());
    let mut sink = Sink::new();
    if let Ok(found) = source::read(&root, &mut sink) {
        let _ = model::gather(&found, &Cache::off(), &mut sink);
    }
    std::fs::remove_dir_all(own).expect("it was made");
    spoken::check(&sink);
}
