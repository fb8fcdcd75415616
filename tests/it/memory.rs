//! Memory does not grow with the rows: a file four times as large takes as much of it, and so does one sixteen times as
//! large. These are the sizes of `docs/speed.md`, 64, 256 and 1,024 MB, in the same proportions but a thirty-second of
//! them: tests run without the compiler's optimisation, which takes ten times as long.
//!
//! The most memory that a run ever held is what Linux says of it (`VmHWM` in `/proc/PID/status`), asked again and
//! again until it ends. Speed at real sizes is measured by hand: `docs/speed.md`.

#![allow(
    clippy::disallowed_methods,
    reason = "a test writes the files that it measures with"
)]

use crate::driver::{Dice, Tool, most_held, require, tragaluz};
use std::fmt::Write;
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

/// Megabytes of the files. The smallest one is past every limit up to which counts are exact.
const SIZES: [usize; 3] = [2, 8, 32];
/// KiB that two runs may differ by, besides a tenth: what the allocator keeps.
const SLACK: u64 = 4 * 1024;
/// KiB that no run may hold.
const MOST: u64 = 256 * 1024;

/// A table of numbers, codes and dates, the same in every run; of short rows, so that there are many.
fn table(megabytes: usize) -> String {
    let mut text = String::from("id,date,amount\n");
    let mut dice = Dice::new(1);
    let mut id = 0;
    while text.len() < megabytes * 1_000_000 {
        let n = dice.next();
        id += 1;
        writeln!(
            text,
            "{id},2024-{:02}-{:02},{}.{:02}",
            1 + n % 12,
            1 + n % 28,
            n % 99_991,
            n % 100
        )
        .unwrap();
    }
    text
}

/// KiB that the program held at most while it did this.
fn peak(folder: &Path, args: &[&str]) -> u64 {
    let mut child = tragaluz()
        .args(args)
        .current_dir(folder)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut peak = 0;
    let code = loop {
        peak = peak.max(most_held(child.id()));
        match child.try_wait().unwrap() {
            Some(code) => break code,
            None => std::thread::sleep(Duration::from_millis(5)),
        }
    };
    assert!(code.success(), "{args:?} ended with {code}");
    assert!(peak > 0, "{args:?} ended before it was looked at");
    peak
}

#[test]
fn memory_does_not_grow_with_the_rows() {
    if require(
        Tool::PROC,
        Path::new("/proc/self/status").is_file().then_some(()),
    )
    .is_none()
    {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    for size in SIZES {
        std::fs::write(folder.path().join(format!("{size}.csv")), table(size)).unwrap();
    }
    for what in [&["profile"][..], &["convert", "out.json", "--force"]] {
        let peaks = SIZES.map(|size| {
            let file = format!("{size}.csv");
            peak(folder.path(), &[&what[..1], &[&file], &what[1..]].concat())
        });
        for (size, peak) in SIZES.iter().zip(peaks) {
            assert!(
                peak.abs_diff(peaks[0]) <= peaks[0] / 10 + SLACK,
                "{what:?}: {peaks:?} KiB"
            );
            assert!(peak < MOST, "{what:?}: {peak} KiB at {size} MB");
        }
    }
}
