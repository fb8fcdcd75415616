//! Files that would be replaced: whoever is at a terminal is asked, everybody else says it beforehand.

use super::stdio::note;
use std::io::{self, IsTerminal, Write};
use std::path::Path;
use tragaluz::Fatal;
use tragaluz::diag::Speech;

/// Lets files be replaced only where the user wants it: said with `--force`, or answered here. What is no plain file, such as a
/// device, is not replaced but written to.
///
/// # Errors
/// When one is there already, and nobody says that it may go.
pub(super) fn before_replacing<'p>(
    files: impl IntoIterator<Item = &'p Path>,
    is_forced: bool,
    speech: &Speech,
) -> Result<(), Fatal> {
    for file in files {
        let is_file = file.metadata().is_ok_and(|found| found.is_file());
        if !is_file || is_forced || is_agreed(file, speech) {
            continue;
        }
        let out = file.display().to_string();
        return Err(Fatal::wrong_command(
            "file-exists",
            vec![("out", out.into())],
        ));
    }
    Ok(())
}

/// Asks at the terminal; nobody is there where one of both streams is none.
fn is_agreed(file: &Path, speech: &Speech) -> bool {
    if !io::stdin().is_terminal() || !io::stderr().is_terminal() {
        return false;
    }
    let out = file.display().to_string();
    note!("{}", speech.say("replace-asked", &[("out", out.into())]));
    let mut answer = String::new();
    let is_read = io::stdin().read_line(&mut answer).is_ok();
    is_read && is_yes(&answer, &speech.say("answers-yes", &[]))
}

/// Asks a person at a terminal; elsewhere nobody agrees.
///
/// # Errors
/// When the question cannot be written.
pub(super) fn is_agreed_to(question: &str, speech: &Speech) -> Result<bool, Fatal> {
    if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
        return Ok(false);
    }
    let out = &mut anstream::stdout();
    super::stdio::done(write!(out, "{question} ").and_then(|()| out.flush()))?;
    let mut answer = String::new();
    // Where no answer comes, there is none.
    let is_read = io::stdin().read_line(&mut answer).is_ok();
    Ok(is_read && is_yes(&answer, &speech.say("answers-yes", &[])))
}

/// Whether an answer is one of these words, whatever their case.
fn is_yes(answer: &str, words: &str) -> bool {
    let answer = answer.trim().to_lowercase();
    words.split_whitespace().any(|word| word == answer)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_yes_is_a_yes() {
        let words = |lang: &str| Speech::for_locale(lang).say("answers-yes", &[]);
        for (answer, english, spanish) in [
            ("y\n", true, true),
            ("Sí\r\n", false, true),
            ("si", false, true),
            (" YES ", true, true),
            ("", false, false),
            ("no", false, false),
        ] {
            assert_eq!(is_yes(answer, &words("en")), english, "{answer:?}");
            assert_eq!(is_yes(answer, &words("es")), spanish, "{answer:?}");
        }
    }
}
