//! Which of the authors' pictures a book holds: those that all reading systems show, in the order of the text, as long as
//! there is room.

use std::collections::BTreeSet;

/// The most bytes of pictures in a book: what is sent to a telephone in a minute at 400 kbit/s, with some room for the text.
const ROOM: u64 = 2_000_000;

/// A picture of a book.
pub(crate) struct BookPicture {
    /// Its path in the site.
    pub(crate) path: String,
    /// Its file in the book.
    pub(crate) file: String,
    pub(crate) media_type: &'static str,
}

/// Formats that every reading system shows (EPUB 3.3, "Core media types"); the newest of them, WebP, older ones do not know.
const TYPES: &[(&str, &str)] = &[
    ("gif", "image/gif"),
    ("jpeg", "image/jpeg"),
    ("jpg", "image/jpeg"),
    ("png", "image/png"),
];

/// The pictures that a book holds of those that it shows. `size` says how large a file of the site is.
pub(crate) fn chosen(shown: &[String], size: &dyn Fn(&str) -> Option<u64>) -> Vec<BookPicture> {
    let (mut room, mut seen, mut chosen) = (ROOM, BTreeSet::new(), Vec::new());
    for path in shown {
        let ending = path
            .rsplit_once('.')
            .map_or("", |(_, ending)| ending)
            .to_ascii_lowercase();
        let known = TYPES.iter().find(|(known, _)| *known == ending);
        let (Some((ending, media_type)), true) = (known, seen.insert(path)) else {
            continue;
        };
        if let Some(left) = size(path).and_then(|bytes| room.checked_sub(bytes)) {
            room = left;
            chosen.push(BookPicture {
                path: path.clone(),
                file: format!("picture-{}.{ending}", chosen.len() + 1),
                media_type,
            });
        }
    }
    chosen
}

#[cfg(test)]
mod tests {
    use super::chosen;

    #[test]
    fn pictures_are_taken_in_order_as_long_as_there_is_room() {
        let shown = ["a.png", "b.webp", "c.JPG", "a.png", "d.gif", "none.png"].map(str::to_owned);
        let size = |path: &str| match path {
            "a.png" => Some(1_500_000),
            "c.JPG" => Some(600_000),
            "none.png" => None,
            _ => Some(400_000),
        };
        let files: Vec<(String, String)> = chosen(&shown, &size)
            .into_iter()
            .map(|p| (p.path, p.file))
            .collect();
        let expected = [("a.png", "picture-1.png"), ("d.gif", "picture-2.gif")];
        assert_eq!(
            files,
            expected.map(|(path, file)| (path.to_owned(), file.to_owned()))
        );
    }
}
