//! A translation is as new as what it translates: `translates` in it is the mark of the original's words.

use crate::cache::Cache;
use crate::diag::{Diagnostic, Sink, codes};
use crate::model::portal::Portal;

pub(crate) fn check(portal: &Portal, _: &Cache, sink: &mut Sink) {
    for head in portal.heads() {
        for (lang, mark) in head.translations.iter().filter(|(_, mark)| mark.is_old()) {
            let finding = Diagnostic::new(&codes::TRANSLATION_OLDER)
                .at(head.place(lang, mark.given.span.clone()));
            sink.push(finding.arg("mark", &mark.now).arg("file", &head.file.path));
        }
    }
}
