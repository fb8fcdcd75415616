//! Fluent's choice by number, made by the rules of CLDR as they are now.
//!
//! The rules in Fluent's own crate are those of CLDR 37, which know no `many` of Spanish, French and Portuguese. So each choice
//! by a variable (`{ $n -> …`) becomes a choice by what the function [`FUNCTION`] makes of it.

use crate::text::lang::Lang;
use crate::text::plural::Plurals;
use fluent_bundle::{FluentArgs, FluentValue};
use fluent_syntax::ast::{
    CallArguments, Entry, Expression, Identifier, InlineExpression, Pattern, PatternElement,
    Resource, VariantKey,
};
use fluent_syntax::serializer;

/// The function's name in messages. Its arguments are the number, and the numbers that have a variant of their own.
pub(super) const FUNCTION: &str = "PLURAL";

/// Returns the text of a well-formed file in which choices by a variable call [`FUNCTION`].
pub(super) fn rewritten(mut file: Resource<&str>) -> String {
    rewrite(&mut file);
    serializer::serialize(&file)
}

/// Returns the function for a language: the name of a whole number's plural form, but a number that has a variant of its own,
/// and whatever is no whole number, as it is.
pub(super) fn function(
    lang: &Lang,
) -> impl for<'a> Fn(&[FluentValue<'a>], &FluentArgs<'_>) -> FluentValue<'a> + Send + Sync + 'static
{
    let plurals = Plurals::of(lang);
    move |values, _| {
        let Some((value, own)) = values.split_first() else {
            return FluentValue::Error;
        };
        match value {
            FluentValue::Number(number) if !own.contains(value) => match whole(number.value) {
                Some(n) => plurals.form(n).into(),
                None => value.clone(),
            },
            _ => value.clone(),
        }
    }
}

/// Returns a whole number that is not negative; counts past 2^53 do not occur.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "looked at before"
)]
fn whole(number: f64) -> Option<u64> {
    (number >= 0.0 && number.fract() == 0.0).then_some(number as u64)
}

fn rewrite(resource: &mut Resource<&str>) {
    for entry in &mut resource.body {
        let (value, attributes) = match entry {
            Entry::Message(message) => (message.value.as_mut(), &mut message.attributes),
            Entry::Term(term) => (Some(&mut term.value), &mut term.attributes),
            _ => continue,
        };
        let others = attributes.iter_mut().map(|attribute| &mut attribute.value);
        value.into_iter().chain(others).for_each(rewrite_pattern);
    }
}

fn rewrite_pattern(pattern: &mut Pattern<&str>) {
    for element in &mut pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            rewrite_expression(expression);
        }
    }
}

fn rewrite_expression(expression: &mut Expression<&str>) {
    let (selector, variants) = match expression {
        Expression::Select { selector, variants } => (selector, variants),
        Expression::Inline(InlineExpression::Placeable { expression }) => {
            return rewrite_expression(expression);
        }
        Expression::Inline(_) => return,
    };
    for variant in variants.iter_mut() {
        rewrite_pattern(&mut variant.value);
    }
    if !matches!(selector, InlineExpression::VariableReference { .. }) {
        return;
    }
    let own = variants.iter().filter_map(|variant| match variant.key {
        VariantKey::NumberLiteral { value } => Some(InlineExpression::NumberLiteral { value }),
        VariantKey::Identifier { .. } => None,
    });
    let positional = std::iter::once(selector.clone()).chain(own).collect();
    *selector = InlineExpression::FunctionReference {
        id: Identifier { name: FUNCTION },
        arguments: CallArguments {
            positional,
            named: Vec::new(),
        },
    };
}
