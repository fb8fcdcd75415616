//! A column whose cells are looked at as they pass by: how many of each kind, and where the first is.

use super::scan::{is_plain, look};
use super::sighting::{Agreement, Evidence, Sighting};
use super::text_traits::TextTraits;
use super::{DeclaredContacts, FieldHint, PersonalKind, given_names};

/// How often a kind was found in a column, and where first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KindCount {
    /// The kind.
    pub kind: PersonalKind,
    /// Cells that hold one or more.
    pub cells: u64,
    /// Where its first cell begins, as [`ColumnScan::take`] was told.
    pub first: CellStart,
}

/// Where a cell begins: the line of its row, with its file, and its offset in the decoded text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CellStart {
    /// The line's address.
    pub line: u64,
    /// Bytes of decoded text before the cell.
    pub start: u64,
}

/// The personal data in a column, as far as its cells have passed by. It keeps counts, and no cell.
#[derive(Debug, Clone, Default)]
pub struct ColumnScan {
    hint: FieldHint,
    declared: DeclaredContacts,
    counts: Vec<KindCount>,
    /// Values that count where the others of the column agree.
    alike: Vec<AlikeValues>,
    /// Cells that are one number and nothing else, by its digits.
    numbers: [u64; NUMBER_LENGTHS],
    /// Cells that may be what the column's name suggests.
    suggested: Option<KindCount>,
    /// Cells with a text.
    filled: u64,
}

/// Numbers of so many digits and more are counted together.
const NUMBER_LENGTHS: usize = 20;

/// Values of a kind whose form alone says too little.
#[derive(Debug, Clone)]
struct AlikeValues {
    count: KindCount,
    /// How many there must be.
    agreement: Agreement,
    /// Digits of each.
    digits: usize,
    /// A bit for each hash of a value: how many bits there are says how different they are.
    different: u64,
    /// The number that came last.
    last: u64,
    /// Numbers that are little more than the one before.
    steps: u64,
}

/// What was found in a column, when all its cells have passed by.
#[derive(Debug, Clone, Default)]
pub struct ColumnVerdict {
    /// How many cells hold each kind, in the order in which kinds were first met.
    pub counts: Vec<KindCount>,
    /// What the column's name suggests, which counts beside other personal data.
    suggested: Option<KindCount>,
}

impl ColumnScan {
    /// Returns the scan of a column whose name says this, in a portal with these contacts.
    pub fn new(hint: FieldHint, declared: DeclaredContacts) -> ColumnScan {
        ColumnScan {
            hint,
            declared,
            ..ColumnScan::default()
        }
    }

    /// Takes in a cell.
    #[inline]
    pub fn take(&mut self, cell: &str, at: impl FnOnce() -> CellStart) {
        if self.hint.announces.is_some() || self.hint.suggests.is_some() {
            self.filled += u64::from(!cell.trim().is_empty());
        } else if is_plain(cell) {
            return;
        }
        self.look_at(cell, at);
    }

    /// Looks at a cell that may hold something.
    #[inline(never)]
    fn look_at(&mut self, cell: &str, at: impl FnOnce() -> CellStart) {
        let digits = TextTraits::digits_of_number(cell);
        if let Some(digits) = digits {
            self.numbers[digits.min(NUMBER_LENGTHS - 1)] += 1;
        }
        let found = look(cell, self.hint, &self.declared);
        let is_suggested = self.hint.suggests.is_some_and(|kind| may_be(kind, cell));
        if found.is_empty() && !is_suggested {
            return;
        }
        let first = at();
        if let Some(kind) = self.hint.suggests.filter(|_| is_suggested) {
            add(self.suggested.get_or_insert(KindCount {
                kind,
                cells: 0,
                first,
            }));
        }
        for (nth, one) in found.iter().enumerate() {
            if found[..nth].iter().any(|other| other.kind == one.kind) {
                continue;
            }
            match one.evidence {
                Evidence::Enough => self.count(one.kind, first),
                Evidence::Among(agreement) => self.take_alike(one, agreement, cell, first),
            }
        }
    }

    fn count(&mut self, kind: PersonalKind, first: CellStart) {
        match self.counts.iter_mut().find(|count| count.kind == kind) {
            Some(count) => add(count),
            None => self.counts.push(KindCount {
                kind,
                cells: 1,
                first,
            }),
        }
    }

    /// Keeps count of a value that needs others like it.
    fn take_alike(&mut self, one: &Sighting, agreement: Agreement, cell: &str, first: CellStart) {
        let bytes = cell.as_bytes()[one.span.clone()].iter();
        let digits = bytes.clone().filter(|byte| byte.is_ascii_digit());
        let number = digits.clone().fold(0u64, |number, digit| {
            number
                .wrapping_mul(10)
                .wrapping_add(u64::from(digit - b'0'))
        });
        let length = digits.count();
        let is_own = |own: &&mut AlikeValues| own.count.kind == one.kind && own.digits == length;
        let bit = 1 << (number.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 58);
        let Some(own) = self.alike.iter_mut().find(is_own) else {
            let kind = one.kind;
            self.alike.push(AlikeValues {
                count: KindCount {
                    kind,
                    cells: 1,
                    first,
                },
                agreement,
                digits: length,
                different: bit,
                last: number,
                steps: 0,
            });
            return;
        };
        add(&mut own.count);
        own.different |= bit;
        own.steps += u64::from(number.abs_diff(own.last) < 1_000);
        own.last = number;
    }

    /// Returns what was found, now that all cells have passed by.
    pub fn finish(mut self) -> ColumnVerdict {
        let mut alike = std::mem::take(&mut self.alike);
        let numbers = &self.numbers;
        alike.retain(|own| own.agree(numbers[own.digits.min(NUMBER_LENGTHS - 1)]));
        // Where numbers of one length pass as several kinds, they are of the one as which most do.
        alike.sort_by_key(|own| (own.digits, std::cmp::Reverse(own.count.cells)));
        alike.dedup_by_key(|own| own.digits);
        for own in alike.iter().filter(|_| !self.hint.is_code) {
            match self
                .counts
                .iter_mut()
                .find(|count| count.kind == own.count.kind)
            {
                Some(count) => count.cells += own.count.cells,
                None => self.counts.push(own.count),
            }
        }
        // A name of anything is a person's where many cells begin as persons' names do.
        let suggested = self.suggested.filter(|one| {
            one.kind.id != given_names::NAME.id
                || one.cells.saturating_mul(10) >= self.filled.saturating_mul(3)
        });
        ColumnVerdict {
            counts: self.counts,
            suggested,
        }
    }
}

impl AlikeValues {
    /// Whether these values are of their kind, in a column with so many numbers of their length.
    fn agree(&self, cells: u64) -> bool {
        let (count, of) = (self.count.cells, cells.max(self.count.cells));
        count >= u64::from(self.agreement.least)
            && count * 100 >= of * u64::from(self.agreement.percent)
            && u64::from(self.different.count_ones()) * 3 >= count.min(24)
            && self.steps * 2 <= count
    }
}

fn add(count: &mut KindCount) {
    count.cells += 1;
}

/// Whether a cell may be what the name of its column suggests.
fn may_be(kind: PersonalKind, cell: &str) -> bool {
    match kind.id {
        "name" => given_names::begins_as_a_persons(cell),
        "home-coordinates" => decimals(cell) >= 4,
        _ => cell.len() > 6 && cell.bytes().any(|byte| byte.is_ascii_digit()),
    }
}

/// Returns the decimals of a number; none of what is no number of degrees.
fn decimals(cell: &str) -> usize {
    let number = cell.trim().trim_start_matches(['-', '+']);
    let first = number
        .split([' ', ';'])
        .next()
        .unwrap_or_default()
        .trim_end_matches(',');
    let (whole, rest) = first.split_once(['.', ',']).unwrap_or_default();
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let rest = rest.split(',').next().unwrap_or_default();
    if whole.len() <= 3 && is_number(whole) && is_number(rest) {
        rest.len()
    } else {
        0
    }
}

/// Settles what columns of one table are together: a name, a street, a place of a person counts where the name of its column
/// only suggests it, and it is beside other data of persons.
pub fn settle_beside(columns: &mut [ColumnVerdict]) {
    // Offices and shops have the others too.
    let leads = |kind: PersonalKind| {
        !matches!(
            kind.id,
            "e-mail" | "telephone" | "ip-address" | "street" | "plate"
        )
    };
    let is_name = |kind: PersonalKind| kind.id == given_names::NAME.id;
    let counted = |columns: &[ColumnVerdict], which: &dyn Fn(PersonalKind) -> bool| {
        columns
            .iter()
            .flat_map(|one| &one.counts)
            .any(|count| which(count.kind))
    };
    let suggested = |columns: &[ColumnVerdict], which: &dyn Fn(PersonalKind) -> bool| {
        columns
            .iter()
            .filter_map(|one| one.suggested)
            .any(|count| which(count.kind))
    };
    let others = suggested(columns, &|kind| !is_name(kind));
    let any = counted(columns, &|_| true);
    let persons = counted(columns, &leads) || suggested(columns, &is_name);
    for column in columns {
        let counts = |one: &KindCount| {
            if is_name(one.kind) {
                any || others
            } else {
                persons
            }
        };
        column.counts.extend(column.suggested.take().filter(counts));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(name: &str, cells: &[&str]) -> ColumnVerdict {
        let mut column = ColumnScan::new(FieldHint::of(name), DeclaredContacts::default());
        for (line, cell) in (0..).zip(cells) {
            column.take(cell, || CellStart { line, start: 7 });
        }
        column.finish()
    }

    fn told(verdict: &ColumnVerdict) -> Vec<(&'static str, u64, u64)> {
        let counts = verdict.counts.iter();
        counts
            .map(|one| (one.kind.id, one.cells, one.first.line))
            .collect()
    }

    #[test]
    fn a_column_counts_cells_and_keeps_the_first_place() {
        let found = verdict("notas", &["none", "a@b.test, c@d.test", "e@f.test"]);
        assert_eq!(told(&found), [("e-mail", 2, 1)]);
    }

    #[test]
    fn a_name_counts_beside_an_identifier() {
        let names = ["Ana Pérez", "Luis Soto", "María del Mar Ruiz"];
        let mut table = [
            verdict("nombre", &names),
            verdict("dato", &["a@b.test", "", ""]),
        ];
        settle_beside(&mut table);
        assert_eq!(told(&table[0]), [("name", 3, 0)]);
        let mut table = [verdict("nombre", &names), verdict("dato", &["1", "2", "3"])];
        settle_beside(&mut table);
        assert_eq!(told(&table[0]), []);
        let mut places = [
            verdict("nombre", &["Oaxaca", "Puebla"]),
            verdict("dato", &["a@b.test", ""]),
        ];
        settle_beside(&mut places);
        assert_eq!(told(&places[0]), []);
    }

    #[test]
    fn a_place_counts_beside_persons_and_where_it_is_exact() {
        let persons = || verdict("nombre completo", &["Ana Pérez", "Luis Soto"]);
        let mut table = [persons(), verdict("latitud", &["19.43261", "19.50002"])];
        settle_beside(&mut table);
        assert_eq!(told(&table[1]), [("home-coordinates", 2, 0)]);
        let mut table = [persons(), verdict("latitud", &["19.4", "19.5"])];
        settle_beside(&mut table);
        assert_eq!(told(&table[1]), []);
        let mut schools = [
            verdict("plantel", &["Primaria 5"]),
            verdict("latitud", &["19.43261"]),
        ];
        settle_beside(&mut schools);
        assert_eq!(told(&schools[1]), []);
    }
}
