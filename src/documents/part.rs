//! Where in a document a text is, and what of a document could not be looked into.

use crate::source::limits::Limit;

/// A text inside a document, and where it is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DocumentText {
    pub(crate) part: DocumentPart,
    /// One or more lines as a reader sees them.
    pub(crate) text: String,
}

/// Where in a document a text is.
///
/// A name in it is the author's own and may itself be personal data (the name of a file in a ZIP, of a property that
/// somebody added): whoever shows it masks it first.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum DocumentPart {
    /// The words of a document without pages, or of which pages are not known.
    Body,
    /// A page, from 1.
    Page(u32),
    /// The line on which the text begins, from 1.
    Line(u64),
    /// A part of a package, by its path: `word/header1.xml`, `xl/worksheets/sheet2.xml`.
    Member(String),
    /// What its program does not show: a hidden sheet or slide, and texts that nothing refers to any more.
    Hidden(String),
    /// What was struck out with changes tracked, and is still in the file.
    Deleted,
    /// An earlier state that was saved over and is still in the file.
    Earlier,
    /// A remark in the margin, and whose it is.
    Comment,
    /// What somebody entered in a form.
    Field,
    /// A bookmark's title, or one in a table of contents.
    Outline,
    /// What is read out in place of a picture.
    Alternative,
    /// Where a link leads.
    Link,
    /// A property of the document, by its name: `creator`, `lastModifiedBy`, `Company`.
    Property(String),
    /// What an image's file tells besides the picture: `Artist`, `GPS` (as "latitude, longitude" in degrees), `By-line`.
    Tag(String),
    /// The name of a file that is inside.
    Name,
    /// Inside a file that is inside: its name, and where there.
    Inside(String, Box<DocumentPart>),
}

/// The tag under which the position at which a picture was taken is told, as "latitude, longitude" in degrees.
pub(crate) const GPS: &str = "GPS";

impl DocumentPart {
    /// Returns what kind of place it is, as messages choose their words by it.
    pub(crate) fn id(&self) -> &'static str {
        match self {
            DocumentPart::Body => "body",
            DocumentPart::Page(_) => "page",
            DocumentPart::Line(_) => "line",
            DocumentPart::Member(_) => "member",
            DocumentPart::Hidden(_) => "hidden",
            DocumentPart::Deleted => "deleted",
            DocumentPart::Earlier => "earlier",
            DocumentPart::Comment => "comment",
            DocumentPart::Field => "field",
            DocumentPart::Outline => "outline",
            DocumentPart::Alternative => "alternative",
            DocumentPart::Link => "link",
            DocumentPart::Property(_) => "property",
            DocumentPart::Tag(_) => "tag",
            DocumentPart::Name => "name",
            DocumentPart::Inside(_, part) => part.id(),
        }
    }

    /// Returns the number or the name that goes with [`DocumentPart::id`]; empty where there is none.
    pub(crate) fn detail(&self) -> String {
        match self {
            DocumentPart::Page(page) => page.to_string(),
            DocumentPart::Line(line) => line.to_string(),
            DocumentPart::Member(name)
            | DocumentPart::Hidden(name)
            | DocumentPart::Property(name)
            | DocumentPart::Tag(name) => name.clone(),
            DocumentPart::Inside(_, part) => part.detail(),
            _ => String::new(),
        }
    }

    /// Returns the files inside one another that it is in, from the outermost.
    pub(crate) fn inside(&self) -> Vec<&str> {
        let (mut names, mut part) = (Vec::new(), self);
        while let DocumentPart::Inside(name, within) = part {
            names.push(name.as_str());
            part = within;
        }
        names
    }
}

/// Why something of a document was not looked into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum GapReason {
    /// No format known here.
    Format,
    /// It asks for a password, or is encrypted in a way that is not known here.
    Encrypted,
    /// It breaks off, or its parts are not what its format wants.
    Damaged,
    /// Pages of pictures alone, as a scanner makes them.
    Pictures,
    /// Letters whose font does not tell which they are.
    Letters,
    /// It exceeds a limit.
    Limit(Limit),
}

impl GapReason {
    /// Returns its name, as messages choose their words by it.
    pub(crate) fn id(self) -> &'static str {
        match self {
            GapReason::Format => "format",
            GapReason::Encrypted => "encrypted",
            GapReason::Damaged => "damaged",
            GapReason::Pictures => "pictures",
            GapReason::Letters => "letters",
            GapReason::Limit(_) => "limit",
        }
    }

    /// Returns the limit that was exceeded, where that is the reason.
    pub(crate) fn limit(self) -> Option<Limit> {
        match self {
            GapReason::Limit(limit) => Some(limit),
            _ => None,
        }
    }
}

/// What of a document was not looked into for one reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DocumentGap {
    pub(crate) reason: GapReason,
    /// The first place.
    pub(crate) first: DocumentPart,
    /// How many places (pages, files inside).
    pub(crate) count: u64,
}

/// What became of the reading of a document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct DocumentVerdict {
    /// What was not looked into; nothing where all of it was.
    pub(crate) gaps: Vec<DocumentGap>,
}

impl DocumentVerdict {
    /// Adds a place that was not looked into.
    pub(crate) fn add(&mut self, reason: GapReason, part: DocumentPart) {
        match self.gaps.iter_mut().find(|gap| gap.reason == reason) {
            Some(gap) => gap.count += 1,
            None => self.gaps.push(DocumentGap {
                reason,
                first: part,
                count: 1,
            }),
        }
    }
}
