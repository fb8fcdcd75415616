//! Floor 3: the gate. Whatever a portal publishes is looked through for personal data: facts and texts of pages, settings,
//! descriptors, files of a theme, documents that are passed on, the names of files; cells are looked at where tables are
//! read. What is found says where, what kind and how many, never what; and it stops the build, unless a waiver holds.

mod declared;
mod documents;
mod facts;
mod gate;
mod names;
mod offices;
mod shown;
mod texts;
mod theme_files;
mod waivers;

pub(crate) use gate::Gate;
