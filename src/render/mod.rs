//! Floor 7: from a page's context to HTML.
//!
//! A [`Theme`] is a stack of layers resolved once: the portal's own files over the theme over its parent. It gives an
//! [`Engine`] for each language; an engine turns a template's name and a page's JSON value into text. Two engines
//! are behind that one trait, and both know the same [`helpers`].

pub mod engine;
pub(crate) mod glossary;
pub(crate) mod helper_context;
pub mod helpers;
pub(crate) mod markdown;
pub(crate) mod plain_cause;
pub mod style;
pub(crate) mod theme;
pub(crate) mod untranslated;
pub(crate) mod voice;

pub use engine::{Engine, PageEngine};
pub(crate) use engine::{MissingKind, RenderError};
pub use glossary::OwnTerm;
pub use helper_context::{HelperContext, LinkRequest, LinkResolver, LinkTarget, LinksAsWritten};
pub(crate) use theme::shipped_separators;
pub use theme::{ShippedFiles, Theme};
pub use voice::Voice;
