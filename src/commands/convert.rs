//! `tragaluz convert`

use super::{FOUND, outside};
use crate::cli::Convert;
use std::io::{self, Stdout, Write};
use std::path::Path;
use std::process::ExitCode;
use tragaluz::data::outside::folder_of;
use tragaluz::diag::{Speech, show};
use tragaluz::downloads::formats::{FORMATS, Format};
use tragaluz::downloads::outside::{convert, format_for, format_named};
use tragaluz::{Fatal, Sink};

pub fn run(args: &Convert, speech: &Speech) -> Result<ExitCode, Fatal> {
    let format = format(args, speech)?;
    if args.file == args.out && args.file != Path::new("-") {
        return Err(Fatal::Refused(speech.say("same-file", &[])));
    }
    let mut sink = Sink::new();
    let table = outside::checked(&args.file, args.schema.as_deref(), &mut sink)?;
    let failed = sink.has_errors();
    let shown = show::ALL[0].show(&sink.into_sorted(), speech, &mut anstream::stderr());
    shown.map_err(Fatal::io("writing", Path::new("the findings")))?;
    // What came by a pipe stands aside for as long as the input lives.
    let Some((_input, table)) = table else { return Ok(ExitCode::from(FOUND)) };
    if args.out == Path::new("-") {
        let mut out = Pipe { out: std::io::stdout(), closed: false };
        let written = convert(&table, format, &mut out);
        // Whoever reads has had enough (`| head -1`): nothing is wrong, and there is nobody to be told.
        if !out.closed {
            written?;
            out.flush().map_err(Fatal::io("writing", &args.out))?;
        }
    } else {
        // Beside its place first, so that a failure leaves whatever stood there.
        let folder = folder_of(&args.out);
        let mut out = beside(folder).map_err(Fatal::io("writing in", folder))?;
        let rows = convert(&table, format, &mut out)?;
        out.persist(&args.out).map_err(|e| Fatal::io("placing", &args.out)(e.error))?;
        let out = args.out.display().to_string();
        anstream::eprintln!("{}", speech.say("converted", &[("rows", rows.into()), ("out", out.into())]));
    }
    Ok(if failed { ExitCode::from(FOUND) } else { ExitCode::SUCCESS })
}

/// The standard output, which remembers that its reader has gone: formats wrap the error in errors of their own.
struct Pipe {
    out: Stdout,
    closed: bool,
}

impl Pipe {
    fn note<T>(&mut self, outcome: io::Result<T>) -> io::Result<T> {
        self.closed |= outcome.as_ref().is_err_and(|error| error.kind() == io::ErrorKind::BrokenPipe);
        outcome
    }
}

impl Write for Pipe {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let outcome = self.out.write(bytes);
        self.note(outcome)
    }

    fn flush(&mut self) -> io::Result<()> {
        let outcome = self.out.flush();
        self.note(outcome)
    }
}

fn format(args: &Convert, speech: &Speech) -> Result<&'static dyn Format, Fatal> {
    let known = || FORMATS.iter().map(|f| f.id()).collect::<Vec<_>>().join(", ");
    if let Some(id) = &args.to {
        let refused =
            || Fatal::Refused(speech.say("no-such-format", &[("format", id.into()), ("known", known().into())]));
        return format_named(id).ok_or_else(refused);
    }
    if args.out == Path::new("-") {
        return Ok(format_named("csv").expect("CSV is always there"));
    }
    let name = args.out.display().to_string();
    format_for(&name).ok_or_else(|| {
        Fatal::Refused(speech.say("no-format-of-ending", &[("name", name.into()), ("known", known().into())]))
    })
}

/// A file beside the one to be written, which others may read as any new file: temporary files are private.
#[cfg(unix)]
fn beside(folder: &Path) -> std::io::Result<tempfile::NamedTempFile> {
    use std::os::unix::fs::PermissionsExt;
    tempfile::Builder::new().permissions(std::fs::Permissions::from_mode(0o666)).tempfile_in(folder)
}

#[cfg(not(unix))]
fn beside(folder: &Path) -> std::io::Result<tempfile::NamedTempFile> {
    tempfile::NamedTempFile::new_in(folder)
}
