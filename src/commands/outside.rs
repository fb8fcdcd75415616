//! Data files outside a portal.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use tragaluz::data::Table;
use tragaluz::data::outside::{check_file, profile_file};
use tragaluz::model::dataset::Schema;
use tragaluz::stage::Aside;
use tragaluz::{Fatal, Sink, model, source};

/// Where a file to be read stands; what came by a pipe is kept aside for as long as this lives.
pub struct Input {
    path: PathBuf,
    _aside: Option<Aside>,
}

impl Input {
    /// The file, or what the pipe gives: a table is read more than once, so it has to stand somewhere.
    pub fn open(file: &Path) -> Result<Input, Fatal> {
        if file != Path::new("-") {
            return Ok(Input { path: file.to_owned(), _aside: None });
        }
        let aside = Aside::new()?;
        let path = aside.path().join("stdin");
        let mut kept = File::create_new(&path).map_err(Fatal::io("writing", &path))?;
        io::copy(&mut io::stdin().lock(), &mut kept).map_err(Fatal::io("writing", &path))?;
        Ok(Input { path, _aside: Some(aside) })
    }
}

/// Reads a file as a table and counts what a profile shows; what is wrong with it goes to the sink.
pub fn table(file: &Path, schema: Option<&Path>, sink: &mut Sink) -> Result<Option<(Input, Table)>, Fatal> {
    read(file, schema, profile_file, sink)
}

/// As [`table`], for whoever needs no profile.
pub fn checked(file: &Path, schema: Option<&Path>, sink: &mut Sink) -> Result<Option<(Input, Table)>, Fatal> {
    read(file, schema, check_file, sink)
}

type Survey = fn(&Path, Option<Schema>, &mut Sink) -> Result<Option<Table>, Fatal>;

fn read(file: &Path, schema: Option<&Path>, survey: Survey, sink: &mut Sink) -> Result<Option<(Input, Table)>, Fatal> {
    let schema = schema.map(|path| read_schema(path, sink)).transpose()?.flatten();
    let input = Input::open(file)?;
    let table = survey(&input.path, schema, sink)?;
    Ok(table.map(|table| (input, table)))
}

fn read_schema(path: &Path, sink: &mut Sink) -> Result<Option<Schema>, Fatal> {
    let document = source::descriptor(path, sink)?;
    Ok(model::schema(&document, sink))
}
