//! Words that the program itself knows in Spanish and English: of registers and of verdicts.

use crate::text::lang::Lang;
use crate::text::words::Words;

/// A text in Spanish and English. Other languages of a portal show the words of the first of these that it has, else
/// the English ones, with the language that they are in.
pub(crate) type Bilingual = [&'static str; 2];

/// Returns the name of the column that holds the words of one language.
pub(crate) fn column_in(name: &str, lang: &Lang) -> String {
    format!("{name}_{}", lang.tag().replace('-', "_"))
}

/// Returns a text in a portal's languages.
pub(crate) fn in_languages([es, en]: Bilingual, languages: &[Lang]) -> Words {
    let mut words = Words::default();
    for lang in languages {
        match lang.primary().as_str() {
            "es" => words.add(lang.clone(), es),
            "en" => words.add(lang.clone(), en),
            _ => {}
        }
    }
    // Under their own language, so that pages in another one say so.
    if let Some(english) = Lang::parse("en").filter(|_| words.is_empty()) {
        words.add(english, en);
    }
    words
}
