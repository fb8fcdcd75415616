//! Published evidence that something was done.

use crate::diag::Sink;
use crate::source::fields::{Fields, Spanned};
use crate::text::date::PartialDate;
use crate::text::web::is_web_address;

/// A piece of evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Proof {
    pub(crate) title: String,
    /// Where it is: a web address, or a file of `content/`.
    pub(crate) url: Option<Spanned<String>>,
    pub(crate) date: Option<PartialDate>,
}

impl Proof {
    /// Parses the list `evidence`.
    pub(crate) fn read_all(fields: &mut Fields<'_>, sink: &mut Sink) -> Vec<Proof> {
        let mut all = Vec::new();
        for mut item in fields.maps_or("evidence", "title", sink) {
            all.extend(Proof::read(&mut item, sink));
            item.finish(sink);
        }
        all
    }

    /// Parses `{title, url, date}`; whoever calls has read what else there is. An address without a title is its own title;
    /// without either there is none.
    pub(crate) fn read(fields: &mut Fields<'_>, sink: &mut Sink) -> Option<Proof> {
        let url = fields.text("url", sink);
        let title = match &url {
            Some(url) => fields.text("title", sink).or_else(|| Some(url.clone())),
            None => fields.required("title", sink),
        };
        let date = fields.date("date", sink).map(|d| d.value);
        let title = title?;
        let url = url.or_else(|| is_web_address(&title.value).then(|| title.clone()));
        Some(Proof {
            title: title.value,
            url,
            date,
        })
    }
}
