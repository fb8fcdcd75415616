//! Blocks that a template fills in the one that it extends. One that no template above it has would be shown nowhere: one
//! engine says nothing of it, and so it is looked for here, for all engines alike.

use super::{MissingKind, MissingName, RenderError};
use crate::text::near::nearest;
use regex::Regex;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// Comments, and the tags that say how templates are put together.
static TAGS: LazyLock<Regex> = LazyLock::new(|| {
    let tags =
        r#"(?s)\{#.*?#\}|\{%[-+]?\s*(raw|endraw|extends|block|endblock)\b\s*["']?([^\s"'%]*)"#;
    Regex::new(tags).expect("a pattern of this file")
});

/// How deep templates may extend each other.
const MOST_STEPS: usize = 20;

/// What a template extends, and its blocks.
#[derive(Debug, Default)]
struct Outline<'t> {
    extends: Option<&'t str>,
    /// The names of all blocks.
    all: BTreeSet<&'t str>,
    /// Blocks that are in no other, and where.
    outer: Vec<(&'t str, usize)>,
}

/// Fails with the first block that no template above has; `templates` are names and texts.
pub(super) fn check(templates: &[(String, String)]) -> Result<(), RenderError> {
    let outlines: BTreeMap<&str, Outline<'_>> = templates
        .iter()
        .map(|(name, text)| (name.as_str(), outline(text)))
        .collect();
    for (name, text) in templates {
        let own = &outlines[name.as_str()];
        let Some(above) = above(own, &outlines) else {
            continue;
        };
        if let Some((block, at)) = own.outer.iter().find(|(block, _)| !above.contains(block)) {
            let near = nearest(block, above.iter().copied()).map(str::to_owned);
            let line = text[..*at].matches('\n').count() + 1;
            let cause = format!("no template that it extends has a block “{block}”");
            let missing = MissingName {
                kind: MissingKind::Block,
                name: (*block).to_owned(),
                near,
            };
            return Err(RenderError {
                missing: Some(missing),
                ..RenderError::new(name, line, cause)
            });
        }
    }
    Ok(())
}

/// Returns the blocks of all templates above one; `None` where it extends none, or one that is not here.
fn above<'t>(
    own: &Outline<'t>,
    outlines: &BTreeMap<&str, Outline<'t>>,
) -> Option<BTreeSet<&'t str>> {
    let mut next = own.extends;
    next?;
    let mut above = BTreeSet::new();
    for _ in 0..MOST_STEPS {
        let Some(name) = next else { break };
        let outline = outlines.get(name)?;
        above.extend(outline.all.iter().copied());
        next = outline.extends;
    }
    Some(above)
}

/// Returns the name of the template that a template extends in the end; its own where it extends none that is here.
pub(super) fn frame_of<'t>(name: &'t str, templates: &'t [(String, String)]) -> &'t str {
    let mut frame = name;
    for _ in 0..MOST_STEPS {
        let text = templates.iter().find(|(other, _)| other == frame);
        match text.and_then(|(_, text)| outline(text).extends) {
            Some(next) => frame = next,
            None => break,
        }
    }
    frame
}

fn outline(text: &str) -> Outline<'_> {
    let mut outline = Outline::default();
    let (mut depth, mut raw) = (0_usize, false);
    for tag in TAGS.captures_iter(text) {
        let (Some(whole), Some(kind)) = (tag.get(0), tag.get(1)) else {
            continue;
        };
        let name = tag.get(2).map_or("", |name| name.as_str());
        match kind.as_str() {
            "raw" => raw = true,
            "endraw" => raw = false,
            _ if raw => {}
            "extends" => outline.extends = Some(name),
            "endblock" => depth = depth.saturating_sub(1),
            _ => {
                if depth == 0 {
                    outline.outer.push((name, whole.start()));
                }
                outline.all.insert(name);
                depth += 1;
            }
        }
    }
    outline
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checked(page: &str) -> Result<(), RenderError> {
        let named = |(name, text): (&str, &str)| (name.to_owned(), text.to_owned());
        let base = "{% block title %}{% block inner %}{% endblock %}{% endblock title %}{%- block body -%}{% endblock %}";
        let middle = "{% extends \"base.html\" %}{% block body %}{% block own %}{% endblock %}{% endblock %}";
        check(
            &[
                ("base.html", base),
                ("middle.html", middle),
                ("page.html", page),
            ]
            .map(named),
        )
    }

    #[test]
    fn a_block_that_no_template_above_has_is_found_with_its_line() {
        for right in [
            "{% block anything %}{% endblock %}",
            "{% extends 'base.html' %}{%- block body -%}{% block new %}{% endblock %}{% endblock %}{% block inner %}{% endblock %}",
            "{% extends \"middle.html\" %}{% block own %}{% endblock %}{% block title %}{% endblock %}",
            "{% extends \"base.html\" %}{# {% block no %} #}{% raw %}{% block no %}{% endraw %}",
            "{% extends \"elsewhere.html\" %}{% block no %}{% endblock %}",
        ] {
            assert_eq!(checked(right), Ok(()), "{right}");
        }
        let fault =
            checked("{% extends \"base.html\" %}\n{% block body %}{% endblock %}\n{% block boddy %}{% endblock %}")
                .unwrap_err();
        assert_eq!((fault.template.as_str(), fault.line), ("page.html", 3));
        assert_eq!(fault.missing.unwrap().near.as_deref(), Some("body"));
        let fault =
            checked("{% extends \"middle.html\" %}{%+ block sidebar %}{% endblock %}").unwrap_err();
        assert_eq!((fault.missing.unwrap().near, fault.line), (None, 1));
    }
}
