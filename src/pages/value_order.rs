//! The order in which pages list values: numbers by their size, names as the language has them.

use super::context::ValueLink;
use crate::text::collate::Order;
use crate::text::lang::Lang;
use std::cmp::Ordering;

/// Sorts values as a reader of a language looks for them.
pub(crate) fn sort(values: &mut [ValueLink], lang: &Lang) {
    let numbers: Vec<Option<f64>> = values.iter().map(|v| number(&v.value)).collect();
    if numbers.iter().all(Option::is_some) {
        values.sort_by(|a, b| {
            let sizes = number(&a.value).partial_cmp(&number(&b.value));
            sizes.unwrap_or(Ordering::Equal)
        });
        return;
    }
    let order = Order::of(lang);
    values.sort_by(|a, b| order.compare(&a.value, &b.value));
}

/// Returns the number that a value is.
fn number(value: &str) -> Option<f64> {
    let size: f64 = value.parse().ok()?;
    size.is_finite().then_some(size)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_with_accents_stand_with_their_letters_and_numbers_by_size() {
        let sorted = |values: &[&str]| {
            let link = |value: &&str| ValueLink {
                value: (*value).to_owned(),
                ..ValueLink::default()
            };
            let mut links: Vec<ValueLink> = values.iter().map(link).collect();
            sort(&mut links, &Lang::parse("es").expect("a language"));
            links.into_iter().map(|l| l.value).collect::<Vec<_>>()
        };
        assert_eq!(
            sorted(&["Zapopan", "Ávila", "nuevo", "Ñuble", "Aguascalientes"]),
            ["Aguascalientes", "Ávila", "nuevo", "Ñuble", "Zapopan"]
        );
        assert_eq!(sorted(&["10", "9", "-1", "2.5"]), ["-1", "2.5", "9", "10"]);
        assert_eq!(sorted(&["Zona 10", "Zona 9"]), ["Zona 9", "Zona 10"]);
    }
}
