//! Facts that are addresses of the web or codes of countries.

use super::fields::{Fields, Spanned};
use crate::diag::Sink;
use crate::text::iso::is_country;
use crate::text::web::web_address;

impl<'a> Fields<'a> {
    /// A country's code of three letters (ISO 3166-1).
    pub(crate) fn country(&mut self, name: &'a str, sink: &mut Sink) -> Option<String> {
        let text = self.text(name, sink)?;
        if is_country(&text.value) {
            return Some(text.value);
        }
        sink.push(self.wrong_form(&text.span, name, "country-code"));
        None
    }

    /// One address of the web.
    pub(crate) fn web_address(&mut self, name: &'a str, sink: &mut Sink) -> Option<String> {
        let text = self.text(name, sink)?;
        self.as_web_address(name, text, sink)
    }

    /// A list of addresses of the web.
    pub(crate) fn web_addresses(&mut self, name: &'a str, sink: &mut Sink) -> Vec<String> {
        let texts = self.texts(name, sink);
        texts
            .into_iter()
            .filter_map(|text| self.as_web_address(name, text, sink))
            .collect()
    }

    /// Parses a text of these facts as an address of the web.
    pub(crate) fn as_web_address(
        &self,
        name: &str,
        text: Spanned<String>,
        sink: &mut Sink,
    ) -> Option<String> {
        // People copy addresses as browsers show them, with accents and blanks.
        if let Some(address) = web_address(&text.value) {
            return Some(address);
        }
        sink.push(self.wrong_form(&text.span, name, "web-address"));
        None
    }
}
