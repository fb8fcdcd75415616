//! Published evidence that something was done.

use crate::diag::Sink;
use crate::source::fields::{At, Fields};
use crate::text::date::PartialDate;

/// A piece of evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// What it is called.
    pub title: String,
    /// Where it is: a web address, or a file of `content/`.
    pub url: Option<At<String>>,
    /// Its date.
    pub date: Option<PartialDate>,
}

impl Proof {
    /// Reads `{title, url, date}`; whoever calls has read what else there is. Without a title there is none.
    pub fn read(fields: &mut Fields<'_>, sink: &mut Sink) -> Option<Proof> {
        let title = fields.required("title", sink);
        let url = fields.text("url", sink);
        let date = fields.date("date", sink).map(|d| d.value);
        Some(Proof { title: title?.value, url, date })
    }
}
