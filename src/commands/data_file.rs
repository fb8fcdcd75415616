//! Data files outside a portal.

use std::io;
use std::path::{Path, PathBuf};
use tragaluz::model::dataset::Schema;
use tragaluz::source::limits::{Limit, Limits};
use tragaluz::stage::ScratchFolder;
use tragaluz::tables::standalone::{FileRequest, ProfileDepth, read_file};
use tragaluz::{Fatal, Sink, model, source};
use tragaluz_disk::DiskFile;
use tragaluz_tables::{Onlooker, Table};

/// Where a file to be read is; what came by a pipe is kept aside for as long as this lives.
pub(super) struct Input {
    path: PathBuf,
    _aside: Option<ScratchFolder>,
}

impl Input {
    /// The file, or what the pipe gives: a table is read more than once, so it has to be somewhere.
    pub(super) fn open(file: &Path) -> Result<Input, Fatal> {
        if file != Path::new("-") {
            return Ok(Input {
                path: file.to_owned(),
                _aside: None,
            });
        }
        let aside = ScratchFolder::new()?;
        let path = aside.path().join("stdin");
        let mut kept = DiskFile::create(&path).map_err(Fatal::io("writing", &path))?;
        io::copy(&mut io::stdin().lock(), &mut kept).map_err(Fatal::io("writing", &path))?;
        Ok(Input {
            path,
            _aside: Some(aside),
        })
    }
}

/// What is said of a file on the command line.
pub(super) struct FileArgs<'a> {
    /// The schema that it is held against.
    pub schema: Option<&'a Path>,
    /// Limits that it may exceed, as `NAME=NUMBER`.
    pub limits: &'a [String],
    /// Who is told how its reading goes on.
    pub onlooker: Onlooker,
}

impl FileArgs<'_> {
    fn limits(&self) -> Result<Limits, Fatal> {
        raised(self.limits)
    }
}

/// Returns the limits with those that are raised, each given as `NAME=NUMBER`.
pub(super) fn raised(given: &[String]) -> Result<Limits, Fatal> {
    let mut limits = Limits::default();
    for given in given {
        let number = given
            .split_once('=')
            .and_then(|(name, number)| Some((name, number.trim().parse().ok()?)));
        if !number.is_some_and(|(name, most)| limits.set(name.trim(), most)) {
            let known: Vec<&str> = Limit::ALL.iter().map(|known| known.name).collect();
            let args = vec![("given", given.into()), ("known", known.join(", ").into())];
            return Err(Fatal::wrong_command("limit", args));
        }
    }
    Ok(limits)
}

/// Reads a file as a table and counts what a profile shows; what is wrong with it goes to the sink.
pub(super) fn table(
    file: &Path,
    said: &FileArgs<'_>,
    sink: &mut Sink,
) -> Result<Option<(Input, Table)>, Fatal> {
    read(file, said, ProfileDepth::Whole, sink)
}

/// As [`table`], for whoever needs no profile.
pub(super) fn checked(
    file: &Path,
    said: &FileArgs<'_>,
    sink: &mut Sink,
) -> Result<Option<(Input, Table)>, Fatal> {
    read(file, said, ProfileDepth::Forms, sink)
}

fn read(
    file: &Path,
    said: &FileArgs<'_>,
    depth: ProfileDepth,
    sink: &mut Sink,
) -> Result<Option<(Input, Table)>, Fatal> {
    let limits = said.limits()?;
    let schema = said
        .schema
        .map(|path| read_schema(path, &limits, sink))
        .transpose()?
        .flatten();
    let input = Input::open(file)?;
    let request = FileRequest {
        limits,
        depth,
        onlooker: said.onlooker.clone(),
    };
    let table = read_file(&input.path, schema, &request, sink)?;
    Ok(table.map(|table| (input, table)))
}

fn read_schema(path: &Path, limits: &Limits, sink: &mut Sink) -> Result<Option<Schema>, Fatal> {
    let document = source::descriptor(path, limits, sink)?;
    Ok(model::schema(&document, sink))
}
