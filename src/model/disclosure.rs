//! What a dataset declares so that nobody is recognised in it: columns that together tell who somebody is, and counts of
//! persons of which small ones are not shown.

use crate::diag::{Place, Sink};
use crate::source::fields::{Fields, scalar};
use crate::source::node::FactValue;
use tragaluz_tables::disclosure::{ColumnList, Disclosure};

/// The greatest number that a declaration can want: a larger one would be a slip.
const MOST: u64 = 1_000_000;

/// What holds for the whole portal, where a dataset says nothing else.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct SmallNumbers {
    /// Counts below this are not shown.
    pub(crate) small_counts: Option<u64>,
    /// How many rows must share each combination of values.
    pub(crate) shared_by: Option<u64>,
}

impl SmallNumbers {
    /// Parses what `[privacy]` says of it.
    pub(crate) fn read(fields: &mut Fields<'_>, sink: &mut Sink) -> SmallNumbers {
        SmallNumbers {
            small_counts: number(fields, "small_counts", sink),
            shared_by: number(fields, "shared_by", sink),
        }
    }

    /// Gives a declaration what it does not say itself.
    pub(crate) fn complete(self, declared: &mut Disclosure) {
        declared.below = declared.below.or(self.small_counts);
        declared.at_least = declared.at_least.or(self.shared_by);
    }
}

/// Parses the group `disclosure`, where there is one.
pub(crate) fn read(fields: &mut Fields<'_>, sink: &mut Sink) -> Option<Disclosure> {
    let Some(node) = fields.node("disclosure") else {
        // It is asked for what it may hold, where somebody wants to know.
        if let Some(absent) = fields.map("disclosure", sink) {
            read_group(absent, &mut Disclosure::new(Place::file("")), sink);
        }
        return None;
    };
    let place = fields.place(&node.span);
    let mut found = Sink::new();
    let read = fields.map("disclosure", &mut found);
    let mut declared = Disclosure::new(place);
    if let Some(group) = read {
        read_group(group, &mut declared, &mut found);
    }
    let found = found.into_found();
    declared.is_broken = !found.is_empty();
    sink.extend(found);
    Some(declared)
}

fn read_group(mut group: Fields<'_>, declared: &mut Disclosure, sink: &mut Sink) {
    declared.quasi_identifiers = group.values("quasi_identifiers", sink);
    declared.at_least = number(&mut group, "at_least", sink);
    declared.counts = group.values("counts", sink);
    declared.below = number(&mut group, "below", sink);
    let zeros = group.word("zeros", &[("shown", false), ("hidden", true)], sink);
    declared.hides_zeros = zeros.is_some_and(|zeros| zeros.value);
    declared.dimensions = group.values("dimensions", sink);
    declared.totals = lists(&mut group, "totals", sink);
    declared.total_columns = lists(&mut group, "total_columns", sink);
    declared.hide_with = lists(&mut group, "hide_with", sink);
    group.finish(sink);
}

/// Parses a number of persons or rows.
fn number(fields: &mut Fields<'_>, name: &'static str, sink: &mut Sink) -> Option<u64> {
    let given = fields.integer(name, sink)?;
    let number = u64::try_from(given.value).ok();
    let number = number.filter(|number| (1..=MOST).contains(number));
    if number.is_none() {
        sink.push(fields.outside(&given, name, MOST));
    }
    number
}

/// Parses a group whose names are columns, each with a list.
fn lists(fields: &mut Fields<'_>, name: &'static str, sink: &mut Sink) -> Vec<ColumnList> {
    let Some(group) = fields.map(name, sink) else {
        return Vec::new();
    };
    let file = group.file();
    let mut all = Vec::new();
    for (key, node) in group.entries() {
        let items = match &node.value {
            FactValue::Null => &[],
            FactValue::List(items) => items.as_slice(),
            _ => std::slice::from_ref(node),
        };
        let texts = items
            .iter()
            .filter_map(|item| scalar(file, item, name, sink));
        all.push(ColumnList {
            column: key.name.clone(),
            list: texts.map(|text| text.value).collect(),
        });
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::file::SourceFile;
    use crate::source::yaml;

    fn declared(text: &str) -> (Disclosure, Vec<&'static str>) {
        let file = SourceFile::new("data/x/dataset.md", text);
        let node = yaml::parse(text, &crate::source::limits::Limits::default()).unwrap();
        let mut sink = Sink::new();
        let mut fields = Fields::of(&file, &node, "dataset", &mut sink).unwrap();
        let declared = read(&mut fields, &mut sink).unwrap();
        let found = sink.into_found().into_iter().map(|found| found.code.id);
        (declared, found.collect())
    }

    #[test]
    fn everything_is_read() {
        let (declared, found) = declared(
            "disclosure:\n  quasi_identifiers: [sex, age]\n  counts: people\n  below: 10\n  zeros: hidden\n  \
             totals: {sex: [Both, All], age: Total, town: []}\n  total_columns: {all: [women, men]}\n",
        );
        assert_eq!(found, [""; 0]);
        assert_eq!((declared.below, declared.at_least), (Some(10), None));
        assert!(declared.hides_zeros && !declared.is_broken);
        assert_eq!(declared.counts, ["people"]);
        let totals: Vec<usize> = declared.totals.iter().map(|one| one.list.len()).collect();
        assert_eq!(totals, [2, 1, 0]);
        assert_eq!(declared.columns().count(), 9);
        let mut complete = declared.clone();
        let defaults = SmallNumbers {
            small_counts: Some(3),
            shared_by: Some(7),
        };
        defaults.complete(&mut complete);
        assert_eq!((complete.below, complete.at_least), (Some(10), Some(7)));
    }

    #[test]
    fn what_cannot_be_read_is_known_to_protect_nothing() {
        for (text, code) in [
            ("disclosure: {counts: [n], below: 0}", "wrong-form"),
            ("disclosure: {counts: [n], at_least: few}", "wrong-form"),
            ("disclosure: {counts: [n], zeros: gone}", "wrong-word"),
            ("disclosure: {countz: [n]}", "unknown-fact"),
            ("disclosure: [n]", "wrong-form"),
            ("disclosure: {counts: [{n: 1}]}", "wrong-form"),
        ] {
            let (declared, found) = declared(text);
            assert!(declared.is_broken, "{text}");
            assert_eq!(found, [code], "{text}");
        }
    }
}
