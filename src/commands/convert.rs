//! `tragaluz convert`

use super::console::Console;
use super::data_file::FileArgs;
use super::progress::Progress;
use super::{FOUND, consent, data_file, ended};
use crate::cli::ConvertArgs;
use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Stdout, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use tragaluz::diag::show;
use tragaluz::tables::standalone::folder_of;
use tragaluz::{Fatal, Sink};
use tragaluz_disk::{DiskFile, TemporaryFile};
use tragaluz_tables::writers::convert::{convert, format_for, format_named};
use tragaluz_tables::writers::format::Format;
use tragaluz_tables::writers::formats::FORMATS;
use tragaluz_tables::{Column, Error, Table};

pub(super) fn run(args: &ConvertArgs, console: &Console<'_>) -> Result<ExitCode, Fatal> {
    let formats = args.out.iter().map(|out| format(args, out));
    let formats = formats.collect::<Result<Vec<_>, _>>()?;
    each_file_is_another(args)?;
    let files = args.out.iter().map(PathBuf::as_path);
    let files = files.filter(|out| *out != Path::new("-"));
    consent::before_replacing(files, args.force, console)?;
    let progress = console.progress();
    let options = FileArgs {
        schema: args.schema.as_deref(),
        limits: &args.limits,
        onlooker: progress.onlooker(),
    };
    let mut sink = Sink::new();
    let table = data_file::checked(&args.file, &options, &mut sink)?;
    sink.warn_of_personal();
    let failed = sink.has_errors();
    // Where the error stream cannot be written to, there is nobody left to be told.
    progress.aside(|| {
        let _ = show::ALL[0].show(&sink.into_sorted(), console, &mut anstream::stderr());
    });
    // What came by a pipe is aside for as long as the input lives.
    let Some((_input, mut table)) = table else {
        return Ok(ExitCode::from(FOUND));
    };
    if args.as_received {
        table.columns.iter_mut().for_each(Column::keep_as_received);
    }
    write(&table, formats, args, progress, console)?;
    Ok(ended(failed))
}

/// Writes a table in these formats, one for each file that was named, and says how many rows there are.
fn write(
    table: &Table,
    formats: Vec<&'static dyn Format>,
    args: &ConvertArgs,
    progress: Progress,
    console: &Console<'_>,
) -> Result<(), Fatal> {
    let outputs = args.out.iter().map(|out| ConvertOutput::new(out));
    let mut outputs = outputs.collect::<Result<Vec<_>, _>>()?;
    let writers = outputs.iter_mut().map(ConvertOutput::writer);
    let rows = convert(table, formats.iter().copied().zip(writers).collect());
    drop(progress);
    // Whoever reads has had enough (`| head -1`): nothing is wrong, and there is nobody to be told.
    if let [ConvertOutput::Pipe(pipe)] = outputs.as_slice()
        && pipe.closed
    {
        return Ok(());
    }
    let rows = rows.map_err(|error| naming(error, &formats, &args.out))?;
    for (output, path) in outputs.into_iter().zip(&args.out) {
        output.finish(path)?;
        if path != Path::new("-") {
            let out = path.display().to_string();
            let counts = [("rows", rows.into()), ("out", out.into())];
            console.remark("converted", &counts);
        }
    }
    Ok(())
}

/// Names the file that could not be written, where the library names its format.
fn naming(error: Error, formats: &[&'static dyn Format], outs: &[PathBuf]) -> Error {
    match error {
        Error::Io {
            action,
            path,
            source,
        } => {
            let at = formats.iter().position(|format| format.id() == path);
            let out = at.map(|at| outs[at].display().to_string());
            let path = out.unwrap_or(path);
            Error::Io {
                action,
                path,
                source,
            }
        }
        other => other,
    }
}

/// Refuses to write the file that is read, or one file twice.
fn each_file_is_another(args: &ConvertArgs) -> Result<(), Fatal> {
    if args.file != Path::new("-") && args.out.contains(&args.file) {
        return Err(Fatal::wrong_command("same-file", Vec::new()));
    }
    let mut earlier = BTreeSet::new();
    if args.out.iter().all(|out| earlier.insert(out)) {
        Ok(())
    } else {
        Err(Fatal::wrong_command("same-out", Vec::new()))
    }
}

/// Where a table is written.
enum ConvertOutput {
    Pipe(StdoutPipe),
    /// Beside its place first, so that a failure leaves whatever stood there.
    File(TemporaryFile),
    /// What is no file, and may not be replaced by one (`/dev/null`).
    Device(DiskFile),
}

impl ConvertOutput {
    fn new(path: &Path) -> Result<ConvertOutput, Fatal> {
        if path == Path::new("-") {
            return Ok(ConvertOutput::Pipe(StdoutPipe {
                out: io::stdout(),
                closed: false,
            }));
        }
        if fs::metadata(path).is_ok_and(|found| !found.is_file() && !found.is_dir()) {
            let device = DiskFile::of_device(path).map_err(Fatal::io("writing", path))?;
            return Ok(ConvertOutput::Device(device));
        }
        let folder = folder_of(path);
        tragaluz::stage::beside(folder)
            .map(ConvertOutput::File)
            .map_err(Fatal::io("writing in", folder))
    }

    fn writer(&mut self) -> &mut (dyn Write + Send) {
        match self {
            ConvertOutput::Pipe(pipe) => pipe,
            ConvertOutput::File(file) => file,
            ConvertOutput::Device(device) => device,
        }
    }

    /// Puts what was written in its place.
    fn finish(self, path: &Path) -> Result<(), Fatal> {
        match self {
            ConvertOutput::Pipe(mut pipe) => pipe.flush().map_err(Fatal::io("writing", path)),
            ConvertOutput::File(file) => {
                tragaluz::stage::place(file, path).map_err(Fatal::io("placing", path))
            }
            ConvertOutput::Device(mut device) => device.flush().map_err(Fatal::io("writing", path)),
        }
    }
}

/// The standard output, which remembers that its reader has gone: formats wrap the error in errors of their own.
struct StdoutPipe {
    out: Stdout,
    closed: bool,
}

impl StdoutPipe {
    fn note<T>(&mut self, outcome: io::Result<T>) -> io::Result<T> {
        self.closed |= outcome
            .as_ref()
            .is_err_and(|error| error.kind() == io::ErrorKind::BrokenPipe);
        outcome
    }
}

impl Write for StdoutPipe {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let outcome = self.out.write(bytes);
        self.note(outcome)
    }

    fn flush(&mut self) -> io::Result<()> {
        let outcome = self.out.flush();
        self.note(outcome)
    }
}

fn format(args: &ConvertArgs, out: &Path) -> Result<&'static dyn Format, Fatal> {
    if let Some(id) = &args.to {
        return format_named(id).ok_or_else(|| {
            let args = vec![("format", id.into()), ("known", known_formats().into())];
            Fatal::wrong_command("no-format", args)
        });
    }
    if out == Path::new("-") {
        return Ok(format_named("csv").expect("CSV is always there"));
    }
    let name = out.display().to_string();
    format_for(&name).ok_or_else(|| {
        Fatal::wrong_command(
            "no-ending",
            vec![("name", name.into()), ("known", known_formats().into())],
        )
    })
}

/// Returns the names of all formats.
fn known_formats() -> String {
    let ids: Vec<&str> = FORMATS.iter().map(|f| f.id()).collect();
    ids.join(", ")
}
