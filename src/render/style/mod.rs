//! Styles that a page has no use for are left out of it, so that a theme may be rich and each page stays light.
//!
//! Every page carries the theme's style sheet inline, because a second request costs a reader on 2G more than the
//! bytes do. A rule stays when some selector of its list could match: each class and element that the selector
//! names outside of `:is()`, `:not()` and their like occurs in the page. Whatever is not understood stays.

mod parse;
mod sheet;
mod usage;

use memchr::memmem;
use sheet::StyleSheet;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use usage::UsedNames;

/// Makes pages lean. Keeps each style sheet that it has read, since pages share a few.
#[derive(Debug, Default)]
pub struct Styles {
    /// By their lengths: those of a theme begin alike, so that comparing them takes as long as reading them.
    sheets: Mutex<BTreeMap<usize, Vec<ReadSheet>>>,
}

/// A style sheet as it was written, and as it was read.
type ReadSheet = (String, Arc<StyleSheet>);

/// What opens a style sheet that is made lean; one with any attribute is the author's business and stays whole.
const OPEN: &str = "<style>";

impl Styles {
    /// Returns the page with the rules it can use, in their order.
    ///
    /// A page with a script from a file keeps every rule: what that script will add is not known.
    pub fn lean(&self, html: String) -> String {
        let has_sheet = find(&html, OPEN).is_some();
        let Some(used) = has_sheet.then(|| UsedNames::of(&html)).flatten() else {
            return html;
        };
        let mut out = String::with_capacity(html.len());
        let mut rest = html.as_str();
        while let Some(start) = find(rest, OPEN).map(|at| at + OPEN.len()) {
            let Some(length) = find(&rest[start..], "</style") else {
                break;
            };
            out.push_str(&rest[..start]);
            let css = &rest[start..start + length];
            match self.sheet(css) {
                Some(sheet) => out.push_str(&sheet.lean(&used)),
                None => out.push_str(css),
            }
            rest = &rest[start + length..];
        }
        out.push_str(rest);
        out
    }

    fn sheet(&self, css: &str) -> Option<Arc<StyleSheet>> {
        // A panic elsewhere leaves at most a sheet that is missing.
        let mut sheets = self.sheets.lock().unwrap_or_else(PoisonError::into_inner);
        let alike = sheets.entry(css.len()).or_default();
        if let Some((_, sheet)) = alike.iter().find(|(text, _)| text == css) {
            return Some(sheet.clone());
        }
        let sheet = Arc::new(StyleSheet::of(parse::rules(css)?));
        alike.push((css.to_owned(), sheet.clone()));
        Some(sheet)
    }
}

fn find(text: &str, wanted: &str) -> Option<usize> {
    memmem::find(text.as_bytes(), wanted.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::Styles;

    fn lean(css: &str, body: &str) -> String {
        let page = Styles::default().lean(format!("<style>{css}</style><body>{body}"));
        let end = page.find("</style>").expect("the style sheet ends");
        page["<style>".len()..end].to_owned()
    }

    #[test]
    fn rules_stay_where_every_class_and_element_occurs() {
        let css = ".a{x:1}.b .a{x:2}p>.a,b.c{x:3}h1.a:hover::before{x:4}";
        assert_eq!(lean(css, "<p class='a z'>t</p>"), ".a{x:1}p>.a{x:3}");
        assert_eq!(
            lean(css, "<h1 CLASS=a></h1><B class=\"\n c\"></B>"),
            ".a{x:1}b.c{x:3}h1.a:hover::before{x:4}"
        );
    }

    #[test]
    fn what_is_always_there_or_not_understood_stays() {
        let all = "*{x:1}html,body{x:2}[dir=rtl]{x:3}:is(.no,p){x:4}:not(.no){x:5}a\\:b{x:6}.\\31 x{x:7}table tbody td{x:8}table>:first-child{x:9}";
        assert_eq!(lean(all, "<table><tr><td>"), all);
        assert_eq!(lean(".a{x:1}.b{x:", "t"), ".a{x:1}.b{x:");
    }

    #[test]
    fn groups_go_when_they_are_empty_and_descriptors_stay() {
        let css = "@media print{.a{x:1}.b{x:2}}@media(width>9px){.b{x:3}}@page{margin:0}@font-face{src:url(\"}\")}\
                   @import \"u;{\";.b{c:'}'}.a{d:url(a;b)}";
        let kept = "@media print{.a{x:1}}@page{margin:0}@font-face{src:url(\"}\")}@import \"u;{\";.a{d:url(a;b)}";
        assert_eq!(lean(css, "<i class=a>"), kept);
    }

    #[test]
    fn comments_go_and_nested_rules_stay_in_their_rule() {
        assert_eq!(
            lean("/* .b{ */.a/* x */{x:1;.b{y:2}}", "<i class=a>"),
            ".a{x:1;.b{y:2}}"
        );
    }

    #[test]
    fn scripts_count() {
        let css = ".a{x:1}.b{x:2}";
        assert_eq!(
            lean(css, "<script>e.classList.add('a')</script>"),
            ".a{x:1}"
        );
        assert_eq!(lean(css, "<script src=s.js></script>"), css);
        assert_eq!(
            lean(
                css,
                "<script type=\"application/ld+json\">{\"a\":1}</script>"
            ),
            ""
        );
    }

    #[test]
    fn a_style_sheet_with_an_attribute_stays_whole() {
        let page = "<style data-whole>.b{x:2}</style><p>".to_owned();
        assert_eq!(Styles::default().lean(page.clone()), page);
    }
}
