//! Where files of data come from.

use std::path::Path;
use std::sync::Arc;

/// Where files of data come from: the folder that they are read from, and who wrote them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Home {
    /// The folder that paths begin at.
    pub folder: Arc<Path>,
    /// Whether the author or the program wrote them.
    pub origin: Origin,
    /// The folder of data that are in a descriptor, which were written there as the files that they would be.
    pub inline: Option<Arc<Path>>,
}

/// Who wrote a file of data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The publisher: it is in the portal's folder.
    Publisher,
    /// This program, from what the portal's pages say: a register.
    Pages,
}

impl Home {
    /// The folder of what a publisher wrote.
    pub fn of_publisher(folder: &Path) -> Home {
        Home {
            folder: folder.into(),
            origin: Origin::Publisher,
            inline: None,
        }
    }

    /// The same, with the folder of data that are in descriptors.
    #[must_use]
    pub fn with_inline(self, folder: &Path) -> Home {
        Home {
            inline: Some(folder.into()),
            ..self
        }
    }

    /// Where a file is read from, by whether its data are in a descriptor.
    #[must_use]
    pub fn of(&self, is_inline: bool) -> Home {
        match &self.inline {
            Some(folder) if is_inline => Home {
                folder: folder.clone(),
                inline: None,
                ..self.clone()
            },
            _ => Home {
                inline: None,
                ..self.clone()
            },
        }
    }

    /// The folder of what was made of the portal's pages.
    pub fn of_pages(folder: &Path) -> Home {
        Home {
            folder: folder.into(),
            origin: Origin::Pages,
            inline: None,
        }
    }
}
