//! The plain-text edition of a page.

/// The plain-text edition of a finished page: UTF-8 with a byte order mark, no markup, wrapped at 78 columns.
///
/// `top` are the lines above the text, ready in the page's language (its address, its date). `base` turns relative
/// links into full addresses: the full address of the page itself, where the portal says where it stands.
pub fn text_edition(_html: &str, _top: &[String], _base: Option<&str>) -> String {
    todo!()
}
