//! Values of each kind, made up: random digits and letters, and check digits by code of their own, none of the detectors'.

/// Numbers that are the same in every run.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Dice {
        Dice(seed ^ 0x9E37_79B9_7F4A_7C15)
    }

    /// Returns a number below this one.
    pub(crate) fn below(&mut self, most: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most
    }

    pub(crate) fn pick<'l, T: ?Sized>(&mut self, list: &[&'l T]) -> &'l T {
        list[self.below(list.len() as u64) as usize]
    }

    pub(crate) fn digits(&mut self, count: usize) -> String {
        (0..count)
            .map(|_| char::from(b'0' + self.below(10) as u8))
            .collect()
    }

    fn letters(&mut self, count: usize, of: &str) -> String {
        (0..count)
            .map(|_| char::from(of.as_bytes()[self.below(of.len() as u64) as usize]))
            .collect()
    }

    /// Returns two digits each of a year, a month and a day.
    fn date(&mut self) -> String {
        format!(
            "{:02}{:02}{:02}",
            self.below(100),
            1 + self.below(12),
            1 + self.below(28)
        )
    }
}

const CONSONANTS: &str = "BCDFGHJKLMNPQRSTVWXYZ";
const VOWELS: &str = "AEIOU";
const ALNUM: &str = "0123456789ABCDEFGHIJKLMNPQRSTUVWXYZ";
const STATES: &str = "AS BC BS CC CL CM CS CH DF DG GT GR HG JC MC MN MS NT NL OC PL QT QR SP SL SR TC TS TL VZ YN ZS NE";

/// Given names and surnames.
pub(crate) const GIVEN: [&str; 24] = [
    "Ana",
    "José",
    "María",
    "Luis",
    "Guadalupe",
    "Francisco",
    "Carmen",
    "Jorge",
    "Ximena",
    "Ángel",
    "Sofía",
    "Raúl",
    "Verónica",
    "Héctor",
    "Itzel",
    "Omar",
    "John",
    "Mary",
    "João",
    "Camille",
    "Andrés",
    "Lucía",
    "Pablo",
    "Elena",
];
pub(crate) const SURNAMES: [&str; 20] = [
    "Pérez",
    "García",
    "Hernández",
    "Ruiz",
    "Soto",
    "Ñúñez",
    "Luna",
    "Vega",
    "Ramos",
    "Cruz",
    "Ortega",
    "Salas",
    "Mena",
    "Solís",
    "Ibarra",
    "Quiroz",
    "Zamora",
    "Smith",
    "Silva",
    "Dubois",
];

/// Returns a first name and two surnames.
pub(crate) fn person(dice: &mut Dice) -> String {
    format!(
        "{} {} {}",
        dice.pick(&GIVEN),
        dice.pick(&SURNAMES),
        dice.pick(&SURNAMES)
    )
}

fn value_of(sign: char, signs: &str) -> usize {
    signs.chars().position(|other| other == sign).unwrap_or(0)
}

/// Returns the last digit that Luhn's rule asks for behind these.
fn luhn_digit(number: &str) -> char {
    let mut sum = 0;
    for (nth, sign) in number.chars().rev().enumerate() {
        let digit = sign.to_digit(10).unwrap_or(0);
        sum += match digit * 2 {
            doubled if nth % 2 == 0 && doubled > 9 => doubled - 9,
            doubled if nth % 2 == 0 => doubled,
            _ => digit,
        };
    }
    char::from_digit((10 - sum % 10) % 10, 10).unwrap_or('0')
}

fn with_luhn(number: String) -> String {
    let digit = luhn_digit(&number);
    number + &digit.to_string()
}

/// Returns the sum of digits by weights, modulo a number.
fn sum_of(number: &str, weights: &[u32], modulus: u32) -> u32 {
    number
        .chars()
        .zip(weights)
        .map(|(sign, weight)| sign.to_digit(10).unwrap_or(0) * weight)
        .sum::<u32>()
        % modulus
}

pub(crate) fn curp(dice: &mut Dice) -> String {
    const SIGNS: &str = "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ";
    let states: Vec<&str> = STATES.split(' ').collect();
    let first = format!(
        "{}{}{}{}{}{}{}{}",
        dice.letters(1, CONSONANTS),
        dice.letters(1, VOWELS),
        dice.letters(2, CONSONANTS),
        dice.date(),
        dice.pick(&["H", "M", "X"]),
        dice.pick(&states),
        dice.letters(3, CONSONANTS),
        dice.letters(1, "0123456789ABC")
    );
    let sum: usize = first
        .chars()
        .enumerate()
        .map(|(at, sign)| value_of(sign, SIGNS) * (18 - at))
        .sum();
    format!("{first}{}", (10 - sum % 10) % 10)
}

pub(crate) fn rfc(dice: &mut Dice) -> String {
    const SIGNS: &str = "0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ Ñ";
    let first = format!(
        "{}{}{}{}{}",
        dice.letters(1, CONSONANTS),
        dice.letters(1, VOWELS),
        dice.letters(2, CONSONANTS),
        dice.date(),
        dice.letters(2, ALNUM)
    );
    let sum: usize = first
        .chars()
        .enumerate()
        .map(|(at, sign)| value_of(sign, SIGNS) * (13 - at))
        .sum();
    let last = match 11 - sum % 11 {
        11 => "0".to_owned(),
        10 => "A".to_owned(),
        digit => digit.to_string(),
    };
    first + &last
}

pub(crate) fn voter_key(dice: &mut Dice) -> String {
    format!(
        "{}{}{:02}{}{}",
        dice.letters(6, CONSONANTS),
        dice.date(),
        1 + dice.below(32),
        dice.pick(&["H", "M"]),
        dice.digits(3)
    )
}

pub(crate) fn nss(dice: &mut Dice) -> String {
    let birth = 40 + dice.below(60);
    let work = (birth + 15 + dice.below(30)) % 100;
    with_luhn(format!(
        "{:02}{work:02}{birth:02}{}",
        1 + dice.below(97),
        dice.digits(4)
    ))
}

pub(crate) fn clabe(dice: &mut Dice) -> String {
    let number = format!(
        "{}{}{}",
        dice.pick(&[
            "002", "012", "014", "021", "044", "072", "127", "646", "722"
        ]),
        100 + dice.below(800),
        dice.digits(11)
    );
    let weights = [3, 7, 1];
    let sum: u32 = number
        .chars()
        .enumerate()
        .map(|(at, sign)| sign.to_digit(10).unwrap_or(0) * weights[at % 3] % 10)
        .sum();
    format!("{number}{}", (10 - sum % 10) % 10)
}

pub(crate) fn card(dice: &mut Dice) -> String {
    let first = dice.pick(&["4", "51", "53", "55", "2221", "34", "37", "6011", "5022"]);
    let length = if first.starts_with('3') { 15 } else { 16 };
    with_luhn(format!("{first}{}", dice.digits(length - 1 - first.len())))
}

pub(crate) fn iban(dice: &mut Dice) -> String {
    let (country, length) = [
        ("ES", 24),
        ("DE", 22),
        ("FR", 27),
        ("PT", 25),
        ("CR", 22),
        ("GB", 22),
    ][dice.below(6) as usize];
    let account = if country == "GB" {
        format!("WEST{}", dice.digits(14))
    } else {
        dice.digits(length - 4)
    };
    let mut rest = 0;
    for sign in format!("{account}{country}00").chars() {
        let value = sign.to_digit(36).unwrap_or(0);
        rest = (rest * if value > 9 { 100 } else { 10 } + value) % 97;
    }
    format!("{country}{:02}{account}", 98 - rest)
}

pub(crate) fn email(dice: &mut Dice) -> String {
    let plain = |word: &str| {
        word.to_lowercase()
            .replace(['á', 'à'], "a")
            .replace('é', "e")
            .replace(['í'], "i")
            .replace(['ó', 'ã'], "o")
            .replace('ú', "u")
            .replace('ñ', "n")
    };
    let (given, surname) = (plain(dice.pick(&GIVEN)), plain(dice.pick(&SURNAMES)));
    let local = match dice.below(4) {
        0 => format!("{given}.{surname}"),
        1 => format!("{given}{}", dice.below(99)),
        2 => format!("{}_{surname}", &given[..1]),
        _ => format!("{given}-{surname}+x"),
    };
    format!(
        "{local}@{}",
        dice.pick(&[
            "correo.test",
            "oficina.gob.example",
            "mail.example.org",
            "uni.edu.example",
            "a-b.example.com"
        ])
    )
}

/// Returns ten digits of a Mexican number.
pub(crate) fn telephone(dice: &mut Dice) -> String {
    let area = dice.pick(&[
        "55", "56", "33", "81", "222", "951", "999", "442", "614", "800", "744",
    ]);
    let mut rest = format!("{}", 1 + dice.below(9));
    rest += &dice.digits(9 - area.len());
    format!("{area}{rest}")
}

/// Returns a number of another country, with its code.
pub(crate) fn foreign_telephone(dice: &mut Dice) -> String {
    match dice.below(8) {
        0 => format!(
            "+34 6{} {} {}",
            dice.digits(2),
            dice.digits(3),
            dice.digits(3)
        ),
        1 => format!(
            "+1 ({}{}) {}{}-{}",
            2 + dice.below(8),
            dice.digits(2),
            2 + dice.below(8),
            dice.digits(2),
            dice.digits(4)
        ),
        2 => format!("+56 9 {} {}", dice.digits(4), dice.digits(4)),
        3 => format!("+5511 9{}-{}", dice.digits(4), dice.digits(4)),
        4 => format!("+54 9 11 {}-{}", dice.digits(4), dice.digits(4)),
        5 => format!("+502 {} {}", dice.digits(4), dice.digits(4)),
        6 => format!("+336{}", dice.digits(8)),
        _ => format!("0044 20 {} {}", dice.digits(4), dice.digits(4)),
    }
}

pub(crate) fn ip_address(dice: &mut Dice) -> String {
    match dice.below(5) {
        0 => format!(
            "2001:db8:{:x}:{:x}::{:x}",
            1 + dice.below(65_000),
            1 + dice.below(65_000),
            1 + dice.below(65_000)
        ),
        1 => format!("192.168.{}.{}", dice.below(255), 1 + dice.below(254)),
        _ => format!(
            "{}.{}.{}.{}",
            148 + dice.below(60),
            dice.below(255),
            dice.below(255),
            1 + dice.below(254)
        ),
    }
}

pub(crate) fn passport(dice: &mut Dice) -> String {
    format!("G{}", dice.digits(8))
}

pub(crate) fn street(dice: &mut Dice) -> String {
    let way = dice.pick(&[
        "Calle", "Av.", "Avenida", "Blvd.", "Privada", "Calzada", "C/", "Rua",
    ]);
    let name = dice.pick(&[
        "Reforma",
        "Benito Juárez",
        "de los Pinos",
        "Miguel Hidalgo",
        "San Martín",
        "5 de Mayo",
        "Las Palmas",
    ]);
    let number = dice.pick(&["", "No. ", "#", "núm. "]);
    format!(
        "{way} {name} {number}{}, Col. Centro",
        1 + dice.below(1_999 - 100)
    )
}

pub(crate) fn birth_date(dice: &mut Dice) -> String {
    format!(
        "{}-{:02}-{:02}",
        1940 + dice.below(65),
        1 + dice.below(12),
        1 + dice.below(28)
    )
}

pub(crate) fn plate(dice: &mut Dice) -> String {
    match dice.below(3) {
        0 => format!(
            "{}-{}-{}",
            dice.letters(3, CONSONANTS),
            dice.digits(2),
            dice.digits(2)
        ),
        1 => format!(
            "{}-{}-{}",
            dice.letters(3, CONSONANTS),
            dice.digits(3),
            dice.letters(1, CONSONANTS)
        ),
        _ => format!(
            "{}{}-{}",
            dice.letters(1, CONSONANTS),
            dice.digits(2),
            dice.letters(3, CONSONANTS)
        ),
    }
}

/// Returns an identifier of another country: the kind, in its signs.
pub(crate) fn national(kind: &str, dice: &mut Dice) -> String {
    const CUIT: [u32; 10] = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
    match kind {
        "ar-cuit" => loop {
            let number = format!("{}{}", dice.pick(&["20", "23", "27"]), dice.digits(8));
            let digit = (11 - sum_of(&number, &CUIT, 11)) % 11;
            if digit < 10 {
                return format!("{}-{}-{digit}", &number[..2], &number[2..]);
            }
        },
        "br-cpf" => {
            let mut number = dice.digits(9);
            for first in [10, 11] {
                let weights: Vec<u32> = (2..=first).rev().collect();
                let rest = sum_of(&number, &weights, 11);
                number += &if rest < 2 { 0 } else { 11 - rest }.to_string();
            }
            format!(
                "{}.{}.{}-{}",
                &number[..3],
                &number[3..6],
                &number[6..9],
                &number[9..]
            )
        }
        "cl-rut" => {
            let number = format!("{}{}", 1 + dice.below(2), dice.digits(7));
            let digit = match 11 - sum_of(&number, &[3, 2, 7, 6, 5, 4, 3, 2], 11) {
                11 => "0".to_owned(),
                10 => "K".to_owned(),
                digit => digit.to_string(),
            };
            format!(
                "{}.{}.{}-{digit}",
                &number[..2],
                &number[2..5],
                &number[5..]
            )
        }
        "do-cedula" => {
            let number = with_luhn(dice.digits(10));
            format!("{}-{}-{}", &number[..3], &number[3..10], &number[10..])
        }
        "ec-cedula" => with_luhn(format!(
            "{:02}{}{}",
            1 + dice.below(24),
            dice.below(6),
            dice.digits(6)
        )),
        "uy-ci" => {
            let number = format!("{}{}", 1 + dice.below(6), dice.digits(6));
            let digit = (10 - sum_of(&number, &[2, 9, 8, 7, 6, 3, 4], 10)) % 10;
            format!(
                "{}.{}.{}-{digit}",
                &number[..1],
                &number[1..4],
                &number[4..]
            )
        }
        "sv-dui" => {
            let number = dice.digits(8);
            let digit = (10 - sum_of(&number, &[9, 8, 7, 6, 5, 4, 3, 2], 10)) % 10;
            format!("{number}-{digit}")
        }
        "us-ssn" => format!(
            "{}-{:02}-{:04}",
            100 + dice.below(500),
            1 + dice.below(99),
            1 + dice.below(9_999)
        ),
        "ca-sin" => {
            let number = with_luhn(format!("{}{}", 1 + dice.below(7), dice.digits(7)));
            format!("{}-{}-{}", &number[..3], &number[3..6], &number[6..])
        }
        "es-dni" => spanish(String::new(), dice.digits(8)),
        "es-nie" => {
            let first = dice.below(3);
            let number = dice.digits(7);
            let whole = spanish(String::new(), format!("{first}{number}"));
            format!(
                "{}-{}-{}",
                ["X", "Y", "Z"][first as usize],
                &whole[1..8],
                &whole[8..]
            )
        }
        _ => loop {
            let number = format!("1{}{}", dice.pick(&["0", "5"]), dice.digits(8));
            let digit = (11 - sum_of(&number, &CUIT, 11)) % 10;
            if kind == "pe-ruc" {
                return format!("{number}{digit}");
            }
        },
    }
}

fn spanish(first: String, number: String) -> String {
    let rest: usize = number.parse::<usize>().unwrap_or(0) % 23;
    format!("{first}{number}{}", &"TRWAGMYFPDXBNJZSQVHLCKE"[rest..=rest])
}
