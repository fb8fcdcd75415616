//! What is found of the output as it is: what somebody else put there, changed or took the right to read, and whether
//! the common hosts take a site of its size.

use crate::diag::{AddressHolder, Diagnostic, Place, Sink, codes};
use crate::stage::{Manifest, NameSample, Remainder, Staging, Strangers};

/// The largest file that the common hosts take: GitHub's limit.
const LARGEST_FILE: u64 = 100_000_000;

/// The largest site that they take: the limit of GitHub Pages.
const LARGEST_SITE: u64 = 1_000_000_000;

/// Finds what somebody did to the last output. `holder` says what of the portal has an address.
pub(crate) fn check(
    staging: &Staging,
    kept: &Strangers,
    folder: &str,
    holder: &dyn Fn(&str) -> AddressHolder,
    sink: &mut Sink,
) {
    sink.extend(in_the_way(kept, &staging.manifest(), folder, holder));
    let altered = NameSample::of(staging.altered().iter().cloned());
    if altered.count() > 0 {
        let [names, more, count] = altered.args();
        let finding = Diagnostic::new(&codes::OUTPUT_ALTERED);
        sink.push(Diagnostic {
            args: vec![names, more, count, ("out", staging.shown().into())],
            ..finding
        });
    }
    let unnamed = kept.unnamed(staging.named());
    if unnamed.count() > 0 {
        let [names, more, count] = unnamed.args();
        let finding = Diagnostic::new(&codes::OUTPUT_KEPT);
        sink.push(Diagnostic {
            args: vec![names, more, count, ("out", staging.shown().into())],
            ..finding
        });
    }
    if let Some(modes) = staging.closed_modes() {
        let finding = Diagnostic::new(&codes::OUTPUT_UNREADABLE).arg("file", octal(modes.file));
        sink.push(
            finding
                .arg("folder", octal(modes.folder))
                .arg("umask", octal(modes.umask())),
        );
    }
}

/// Writes the mode of a file or folder as `chmod` takes it.
fn octal(mode: u32) -> String {
    format!("{mode:04o}")
}

/// Finds what is in the output at addresses that the portal wants; `folder` is the output's path as its owner knows it.
pub(crate) fn in_the_way(
    kept: &Strangers,
    manifest: &Manifest,
    folder: &str,
    holder: &dyn Fn(&str) -> AddressHolder,
) -> Vec<Diagnostic> {
    let taken = kept.taken(manifest);
    let told = taken.into_iter().map(|taken| {
        let stranger = AddressHolder::Output(format!("{folder}/{}", taken.stranger));
        Diagnostic::address_taken(&taken.address, &stranger, &holder(&taken.address))
    });
    told.collect()
}

/// What could not be removed, after the site was published.
pub(crate) fn left(left: &Remainder) -> Diagnostic {
    let finding = Diagnostic::new(&codes::OUTPUT_LEFT).arg("folder", &left.folder);
    let first = if left.first.is_empty() {
        "none"
    } else {
        &left.first
    };
    finding
        .arg("first", first)
        .arg("count", left.count)
        .arg("cause", left.cause)
        .arg("detail", &left.detail)
}

/// Returns megabytes, rounded up.
fn megabytes(bytes: u64) -> u64 {
    bytes.div_ceil(1_000_000)
}

/// Finds files, and a whole site, that are larger than the common hosts take.
pub(crate) fn too_large(manifest: &Manifest, settings: &Place) -> Vec<Diagnostic> {
    let files = manifest
        .iter()
        .filter(|(_, file)| file.bytes > LARGEST_FILE)
        .map(|(path, file)| {
            Diagnostic::new(&codes::FILE_TOO_LARGE_FOR_HOSTS)
                .arg("path", path)
                .arg("megabytes", megabytes(file.bytes))
        });
    let mut found: Vec<Diagnostic> = files.collect();
    let bytes: u64 = manifest.values().map(|file| file.bytes).sum();
    if bytes > LARGEST_SITE {
        let finding = Diagnostic::new(&codes::SITE_TOO_LARGE_FOR_HOSTS).at(settings.clone());
        found.push(finding.arg("megabytes", megabytes(bytes)));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stage::WrittenFile;

    #[test]
    fn what_the_common_hosts_refuse_is_told() {
        let site = |sizes: &[u64]| -> Manifest {
            let file = |(at, bytes): (usize, &u64)| {
                (
                    format!("{at}.csv"),
                    WrittenFile {
                        bytes: *bytes,
                        sha256: String::new(),
                    },
                )
            };
            sizes.iter().enumerate().map(file).collect()
        };
        let codes = |sizes: &[u64]| -> Vec<&str> {
            too_large(&site(sizes), &Place::file("tragaluz.toml"))
                .iter()
                .map(|found| found.code.id)
                .collect()
        };
        assert_eq!(codes(&[100_000_000; 10]), [""; 0]);
        assert_eq!(
            codes(&[100_000_001, 5, 200_000_000]),
            ["file-too-large-for-hosts"; 2]
        );
        let mut many = vec![100_000_000; 10];
        many.push(1);
        assert_eq!(codes(&many), ["site-too-large-for-hosts"]);
        let found = &too_large(&site(&[100_000_001]), &Place::file("tragaluz.toml"))[0];
        assert!(
            found.args.contains(&("megabytes", 101_u64.into())),
            "{found:?}"
        );
    }
}
