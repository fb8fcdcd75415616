//! What a browser, or somebody who says that he is one, sends to the preview.
#[allow(unused_imports, reason = "the preview uses the rest of it")]
#[path = "../../src/commands/serve/http.rs"]
mod http;

/// Fails where what must hold does not.
pub fn run(bytes: &[u8]) {
    let Ok(Some(request)) = http::parse(bytes, |name| name == "localhost") else {
        return;
    };
    assert!(request.url.starts_with('/'));
    let (url, _) = request.url.split_once('?').unwrap_or((&request.url, ""));
    let Some(path) = http::path_of(url) else {
        return;
    };
    let root = std::path::Path::new("/site");
    let parts = std::path::Path::new(&path).components();
    assert!(
        root.join(&path).starts_with(root)
            && parts
                .into_iter()
                .all(|part| matches!(part, std::path::Component::Normal(_))),
        "{path:?} leads out of the site"
    );
}
