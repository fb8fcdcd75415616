//! An image, made small for a page and freed of what its camera wrote.
use tragaluz::probe;

/// Fails where what must hold does not: what is published is an image again, and the same one when it is read anew.
pub fn run(bytes: &[u8]) {
    if let Some(made) = probe::image(bytes.to_vec()) {
        let again = probe::image(made.clone()).expect("what was made can be read");
        assert!(
            again.len() <= made.len() * 2,
            "an image grows each time that it is made"
        );
    }
}
