//! Loops that are counted, for an engine that does not count its steps itself: each body begins with a call of a function.

use regex::{Captures, Regex};
use std::borrow::Cow;
use std::sync::LazyLock;

/// What begins a body that may run again and again, and what only looks so: comments, texts that are as they are,
/// expressions with such signs in their quotes.
static TAGS: LazyLock<Regex> = LazyLock::new(|| {
    let quoted = r#""[^"]*"|'[^']*'|`[^`]*`"#;
    let tags = format!(
        r"(?s)\{{#.*?#\}}|\{{%[-]?\s*raw\s*[-]?%\}}.*?\{{%[-]?\s*endraw\s*[-]?%\}}|\{{\{{(?:{quoted}|[^}}]|\}}[^}}])*?\}}\}}|\{{%-?\s*(?P<name>[a-z]+)\b(?:{quoted}|[^%]|%[^}}])*?(?P<trim>-?)%\}}"
    );
    Regex::new(&tags).expect("a pattern of this file")
});

/// Returns a template in which every loop and every component calls this function as often as its body is gone through.
/// No line gets another number.
pub(super) fn counted<'t>(template: &'t str, function: &str) -> Cow<'t, str> {
    TAGS.replace_all(template, |tag: &Captures<'_>| {
        let whole = &tag[0];
        match tag.name("name").map(|name| name.as_str()) {
            // The blanks that the tag takes away are now behind the call.
            Some("for" | "component") => {
                format!("{whole}{{{{ {function}() {}}}}}", &tag["trim"])
            }
            _ => whole.to_owned(),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn loops_are_counted_and_what_looks_like_one_is_not() {
        for (template, expected) in [
            (
                "{% for x in y %}a{% endfor %}",
                "{% for x in y %}{{ n() }}a{% endfor %}",
            ),
            ("{%- for x in y -%}\n a", "{%- for x in y -%}{{ n() -}}\n a"),
            ("{% for x in \"%}\" %}a", "{% for x in \"%}\" %}{{ n() }}a"),
            ("{% component a(b) %}c", "{% component a(b) %}{{ n() }}c"),
            ("{# {% for x in y %} #}", "{# {% for x in y %} #}"),
            (
                "{% raw %}{% for x in y %}{% endraw %}",
                "{% raw %}{% for x in y %}{% endraw %}",
            ),
            ("{{ \"{% for x in y %}\" }}", "{{ \"{% for x in y %}\" }}"),
            (
                "{% if a > 5 % 2 %}b{% endif %}",
                "{% if a > 5 % 2 %}b{% endif %}",
            ),
            ("{% set for = 1 %}", "{% set for = 1 %}"),
        ] {
            assert_eq!(counted(template, "n"), expected, "{template}");
        }
    }
}
