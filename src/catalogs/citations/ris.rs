//! RIS, as reference managers exchange it: a tag, two blanks, a hyphen and the value on each line.

use super::{Cited, Form};

/// RIS, which programs that manage literature read.
pub(crate) struct Ris;

impl Form for Ris {
    fn ending(&self) -> &'static str {
        "ris"
    }

    fn write(&self, cited: &Cited) -> String {
        let mut lines = vec![
            ("TY", "DATA".to_owned()),
            ("ID", cited.id.clone()),
            ("AU", cited.creator.clone()),
        ];
        if let Some(date) = cited.date {
            let [month, day] = [date.month, date.day].map(two_digits);
            lines.push(("PY", date.year.to_string()));
            lines.push(("DA", format!("{}/{month}/{day}/", date.year)));
        }
        lines.push(("TI", cited.title.clone()));
        lines.extend(cited.version.clone().map(|version| ("ET", version)));
        lines.push(("PB", cited.publisher.clone()));
        lines.extend(cited.doi.clone().map(|doi| ("DO", doi)));
        lines.extend(cited.number.clone().map(|number| ("AN", number)));
        lines.extend(cited.url.clone().map(|url| ("UR", url)));
        lines.push(("LA", cited.lang.clone()));
        lines.push(("ER", String::new()));
        lines
            .iter()
            .map(|(tag, value)| format!("{tag}  - {value}\r\n"))
            .collect()
    }
}

/// Returns a month or day in two digits; the empty text where it is not known.
fn two_digits(part: Option<i8>) -> String {
    part.map(|number| format!("{number:02}"))
        .unwrap_or_default()
}
