//! What an element of a list is called.

/// Parses a text, or the name that an object has.
pub(crate) fn name_of(json: &[u8]) -> Option<String> {
    if json.first() == Some(&b'"') {
        return serde_json::from_slice(json).ok();
    }
    if json.len() > 64 * 1024 {
        return None;
    }
    let object: serde_json::Map<String, serde_json::Value> = serde_json::from_slice(json).ok()?;
    ["name", "id", "text", "fieldName", "field", "nombre", "code"]
        .iter()
        .find_map(|key| object.get(*key)?.as_str().map(str::to_owned))
}
