//! The publisher's colour in the frame of pages, and whether it can be seen there, by day and by night.

use crate::diag::{Diagnostic, Sink, codes};
use crate::source::fields::{Fields, Spanned};

/// A colour for each scheme, each of which stands out from the pages' grounds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Accent {
    /// On light grounds, as `#rrggbb`.
    pub(crate) light: String,
    /// On dark ones.
    pub(crate) dark: String,
}

/// Red, green and blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct ContrastColour([u8; 3]);

/// A colour scheme: its grounds in the built-in theme, and where a colour goes that does not stand out from them.
struct Scheme {
    name: &'static str,
    grounds: [ContrastColour; 2],
    towards: ContrastColour,
}

/// What graphics need (WCAG 2.2, 1.4.11).
const LEAST: f64 = 3.0;

/// Steps in which a colour is made darker or lighter.
const STEPS: u16 = 32;

const LIGHT: Scheme = Scheme {
    name: "light",
    grounds: [
        ContrastColour([0xff, 0xff, 0xff]),
        ContrastColour([0xf2, 0xf5, 0xf9]),
    ],
    towards: ContrastColour([0, 0, 0]),
};

const DARK: Scheme = Scheme {
    name: "dark",
    grounds: [
        ContrastColour([0x14, 0x18, 0x1c]),
        ContrastColour([0x1c, 0x22, 0x29]),
    ],
    towards: ContrastColour([0xff, 0xff, 0xff]),
};

impl Accent {
    /// Parses `accent`, and `accent_dark`, without which the dark scheme has the other made lighter. A colour that does
    /// not stand out is a finding, and is made darker or lighter until it does.
    pub(crate) fn read(theme: &mut Fields<'_>, sink: &mut Sink) -> Option<Accent> {
        let light = colour(theme, "accent", sink);
        let dark = colour(theme, "accent_dark", sink);
        let light = light?;
        let own_dark = dark.map(|dark| seen(theme, &DARK, &dark, sink));
        Some(Accent {
            dark: own_dark
                .unwrap_or_else(|| DARK.nearest(light.value))
                .to_string(),
            light: seen(theme, &LIGHT, &light, sink).to_string(),
        })
    }
}

/// Returns a colour that is written as `#rgb` or `#rrggbb`; anything else is a finding.
fn colour(
    theme: &mut Fields<'_>,
    name: &'static str,
    sink: &mut Sink,
) -> Option<Spanned<ContrastColour>> {
    let text = theme.text(name, sink)?;
    if let Some(value) = ContrastColour::parse(&text.value) {
        return Some(Spanned {
            value,
            span: text.span,
        });
    }
    sink.push(theme.wrong_form(&text.span, name, "colour"));
    None
}

/// Returns a colour as it is shown in a scheme; one that had to be changed for that is a finding.
fn seen(
    theme: &Fields<'_>,
    scheme: &Scheme,
    given: &Spanned<ContrastColour>,
    sink: &mut Sink,
) -> ContrastColour {
    let shown = scheme.nearest(given.value);
    if shown != given.value {
        let finding = Diagnostic::new(&codes::ACCENT_UNSEEN).at(theme.place(&given.span));
        // Cut, not rounded: 2.98 is not 3.
        let contrast = (scheme.contrast(given.value) * 10.0).floor() / 10.0;
        sink.push(
            finding
                .arg("colour", given.value.to_string())
                .arg("scheme", scheme.name)
                .arg("contrast", format!("{contrast:.1}"))
                .arg("shown", shown.to_string()),
        );
    }
    shown
}

impl Scheme {
    /// Returns how much a colour stands out from the ground from which it does so least.
    fn contrast(&self, colour: ContrastColour) -> f64 {
        let of = self.grounds.map(|ground| colour.contrast(ground));
        of[0].min(of[1])
    }

    /// Returns the colour, darker or lighter by as little as makes it stand out.
    fn nearest(&self, colour: ContrastColour) -> ContrastColour {
        let steps = (0..=STEPS).map(|step| colour.mixed(self.towards, step));
        let mut seen = steps.filter(|colour| self.contrast(*colour) >= LEAST);
        seen.next().unwrap_or(self.towards)
    }
}

impl ContrastColour {
    fn parse(text: &str) -> Option<ContrastColour> {
        let digits = text.trim().strip_prefix('#')?;
        if !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
            return None;
        }
        let part = |at: usize| match digits.len() {
            3 => u8::from_str_radix(&digits[at..=at].repeat(2), 16).ok(),
            6 => u8::from_str_radix(&digits[at * 2..at * 2 + 2], 16).ok(),
            _ => None,
        };
        Some(ContrastColour([part(0)?, part(1)?, part(2)?]))
    }

    /// Mixes in another colour, so many steps of [`STEPS`].
    fn mixed(self, other: ContrastColour, step: u16) -> ContrastColour {
        let mut mixed = self.0;
        for (own, other) in mixed.iter_mut().zip(other.0) {
            let sum = u16::from(*own) * (STEPS - step) + u16::from(other) * step;
            *own = u8::try_from(sum / STEPS).unwrap_or(u8::MAX);
        }
        ContrastColour(mixed)
    }

    /// Returns how much two colours differ in brightness (WCAG 2.2, "contrast ratio").
    fn contrast(self, other: ContrastColour) -> f64 {
        let [a, b] = [self.luminance(), other.luminance()];
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    fn luminance(self) -> f64 {
        let [red, green, blue] = self.0.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.040_45 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

impl std::fmt::Display for ContrastColour {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_that_of_the_guidelines() {
        let of = |a: &str, b: &str| {
            ContrastColour::parse(a)
                .unwrap()
                .contrast(ContrastColour::parse(b).unwrap())
        };
        assert!((of("#000", "#ffffff") - 21.0).abs() < 1e-9);
        assert!((of("#777777", "#fff") - 4.478).abs() < 0.001);
    }

    #[test]
    fn colours_that_stand_out_stay() {
        for (given, light, dark) in [
            ("#9f2241", "#9f2241", true),
            ("#0b4a8f", "#0b4a8f", true),
            ("#c0392b", "#c0392b", true),
            ("#e05a4a", "#e05a4a", false),
        ] {
            let given = ContrastColour::parse(given).unwrap();
            assert_eq!(LIGHT.nearest(given).to_string(), light);
            assert_eq!(DARK.nearest(given) != given, dark, "{given}");
        }
    }

    #[test]
    fn any_colour_is_made_to_stand_out_in_both_schemes() {
        for part in (0..=255).step_by(15) {
            for scheme in [LIGHT, DARK] {
                for colour in [
                    ContrastColour([part, 255 - part, 128]),
                    ContrastColour([part; 3]),
                ] {
                    assert!(scheme.contrast(scheme.nearest(colour)) >= LEAST);
                }
            }
        }
    }

    #[test]
    fn only_hexadecimal_colours_are_read() {
        for text in ["red", "#12", "#1234", "#12345g", "9f2241", "#", "#é12"] {
            assert_eq!(ContrastColour::parse(text), None, "{text}");
        }
    }
}
