//! What rust_xlsxwriter does where the disk refuses the rows that it puts aside: it panics. Here that is an error like any
//! other.

use std::any::Any;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Lets the library work. What it was writing is of no use after an error.
///
/// # Errors
/// Those of the library, and what the disk said.
pub(crate) fn caught<T, E>(work: impl FnOnce() -> Result<T, E>) -> io::Result<T>
where
    E: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(outcome) => outcome.map_err(io::Error::other),
        Err(panic) => Err(of_disk(&*panic)),
    }
}

/// Returns the system's error of which a panic tells, by the number in its words.
fn of_disk(panic: &(dyn Any + Send)) -> io::Error {
    let words = match (panic.downcast_ref::<String>(), panic.downcast_ref::<&str>()) {
        (Some(words), _) => words,
        (None, Some(words)) => *words,
        (None, None) => "",
    };
    let number = words.split_once("code: ").map(|(_, after)| {
        let digits: String = after.chars().take_while(char::is_ascii_digit).collect();
        digits.parse()
    });
    match number {
        Some(Ok(code)) => io::Error::from_raw_os_error(code),
        _ => io::Error::other(words.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_over_a_full_disk_is_the_error_of_a_full_disk() {
        let full = || -> Result<(), String> {
            let error = io::Error::from_raw_os_error(28);
            panic!("Couldn't write to xml file: {error:?}")
        };
        assert_eq!(caught(full).unwrap_err().raw_os_error(), Some(28));
        let other = || -> Result<(), String> { panic!("something else") };
        assert_eq!(caught(other).unwrap_err().to_string(), "something else");
        assert_eq!(caught(|| Ok::<_, String>(1)).unwrap(), 1);
    }
}
