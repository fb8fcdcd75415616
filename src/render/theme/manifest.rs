//! `theme.toml`.

use serde::Deserialize;

/// What a theme says of itself.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ThemeManifest {
    /// Its name: that of its folder.
    pub name: String,
    /// The engine of its templates.
    pub(crate) engine: String,
    /// The theme below it. Its words and static files are inherited, and its templates where the engine is the same.
    #[serde(default)]
    pub(crate) extends: Option<String>,
    /// Version of the page context it is written for; see [`CONTEXT_VERSION`].
    #[serde(default)]
    pub(crate) requires: Option<u32>,
    /// Settings that a portal may change under `[theme.options]`, with their defaults.
    #[serde(default)]
    pub(crate) options: serde_json::Map<String, serde_json::Value>,
}

/// Version of the page context (`pages/context`). It grows when a field goes or changes its meaning, never when one
/// is added.
pub(crate) const CONTEXT_VERSION: u32 = 1;
