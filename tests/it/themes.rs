//! Themes of a portal's own, with what no theme may hold and what it may get wrong, in both engines.

use crate::driver::{BuiltPortal, Portal};
use tragaluz::Options;
use tragaluz::diag::{Diagnostic, Speech};

const THEMES: &[&str] = &["claro", "llano"];

/// A portal with a page, and this template in place of the theme's for pages.
fn with(theme: &str, page: &str) -> BuiltPortal {
    let portal = Portal::new()
        .file("content/index.md", "---\ntitle: Inicio\n---\nTexto.\n")
        .file("content/about.md", "---\ntitle: Acerca\n---\nTexto.\n")
        .file(&format!("themes/{theme}/templates/page.html"), page);
    portal.build_with(&Options {
        theme: Some(theme.into()),
        ..Options::default()
    })
}

/// A page of its own with this in its body.
fn body(markup: &str) -> String {
    format!(
        "{{% extends \"base.html\" %}}\n{{% block body %}}\n<p>x</p>{markup}\n{{% endblock %}}\n"
    )
}

/// Returns the errors: the code, the file and the line of each.
fn errors(built: &BuiltPortal) -> Vec<(&'static str, String, usize)> {
    let errors = built.errors().into_iter();
    let located = |d: &Diagnostic| match &d.place {
        Some(place) => (d.code.id, place.file.clone(), place.line),
        None => (d.code.id, String::new(), 0),
    };
    errors.map(located).collect()
}

#[test]
fn what_runs_embeds_or_sends_is_found_where_the_theme_has_it() {
    for theme in THEMES {
        for markup in [
            "<script>alert(1)</script>",
            "<script src=\"theme/x.js\"></script>",
            "<p onclick=\"x()\">x</p>",
            "<svg onload=\"x()\"></svg>",
            "<iframe srcdoc=\"x\" title=\"x\"></iframe>",
            "<object data=\"index.html\"></object>",
            "<embed src=\"index.html\">",
            "<a href=\"javascript:x()\">x</a>",
            "<meta http-equiv=\"refresh\" content=\"0; url=index.html\">",
            "<base href=\"https://a.example/\">",
            "<form action=\"https://a.example/\"><button>x</button></form>",
            "<form><button formaction=\"https://a.example/\">x</button></form>",
        ] {
            let found = errors(&with(theme, &body(markup)));
            let here = (
                "forbidden-markup",
                format!("themes/{theme}/templates/page.html"),
                3,
            );
            assert!(found.contains(&here), "{theme}: {markup}: {found:?}");
        }
        for markup in [
            "<script type=\"application/json\">{}</script>",
            "<form action=\"index.html\"><button>x</button></form>",
            "<form action=\"mailto:oficina\"><button>x</button></form>",
            "<a href=\"https://a.example/\">x</a><details open><summary>x</summary></details>",
        ] {
            assert_eq!(errors(&with(theme, &body(markup))), [], "{theme}: {markup}");
        }
    }
}

#[test]
fn what_every_page_has_is_told_once() {
    for theme in THEMES {
        let frame = "<!doctype html>\n<html lang=\"es\"><head><title>x</title></head>\n<body onload=\"x()\">\n\
                     {% block body %}{% endblock %}{% block title %}{% endblock %}{% block kicker %}{% endblock %}\
                     {% block under %}{% endblock %}</body></html>";
        let portal = Portal::new()
            .file("content/index.md", "---\ntitle: Inicio\n---\nTexto.\n")
            .file(&format!("themes/{theme}/templates/base.html"), frame);
        let built = portal.build_with(&Options {
            theme: Some((*theme).into()),
            ..Options::default()
        });
        let found: Vec<_> = errors(&built)
            .into_iter()
            .filter(|(code, ..)| *code == "forbidden-markup")
            .collect();
        assert_eq!(
            found,
            [(
                "forbidden-markup",
                format!("themes/{theme}/templates/base.html"),
                3
            )]
        );
    }
}

#[test]
fn a_block_that_the_frame_does_not_have_is_an_error() {
    for theme in THEMES {
        let page = "{% extends \"base.html\" %}\n{% block body %}x{% endblock %}\n{% block boddy %}y{% endblock %}\n";
        let built = with(theme, page);
        assert_eq!(
            errors(&built),
            [(
                "template-failed",
                format!("themes/{theme}/templates/page.html"),
                3
            )]
        );
        let found = built
            .findings
            .iter()
            .find(|d| d.code.id == "template-failed")
            .unwrap();
        for (locale, near) in [
            ("en", "Did you mean “body”?"),
            ("es", "¿Quiso decir «body»?"),
        ] {
            let speech = Speech::for_locale(locale);
            assert!(
                speech.message(found).contains("boddy"),
                "{}",
                speech.message(found)
            );
            assert_eq!(speech.help(found).as_deref(), Some(near));
        }
    }
}

#[test]
fn a_name_that_is_not_there_is_told_with_its_file_line_and_the_nearest() {
    for theme in THEMES {
        for (markup, name, near) in [
            ("{{ page.titel }}", "titel", "title"),
            ("{{ page.titel.text }}", "titel", "title"),
            ("{{ pagge.title | phrase }}", "pagge", "page"),
            (
                "{% for s in body.sections %}{{ s.headding }}{% endfor %}",
                "headding",
                "heading",
            ),
        ] {
            let built = with(theme, &body(markup));
            let here = (
                "template-failed",
                format!("themes/{theme}/templates/page.html"),
                3,
            );
            assert_eq!(errors(&built), [here], "{theme}: {markup}");
            let found = built
                .findings
                .iter()
                .find(|d| d.code.id == "template-failed")
                .unwrap();
            let speech = Speech::for_locale("en");
            let (message, help) = (speech.message(found), speech.help(found).unwrap());
            assert!(message.contains(name), "{theme}: {markup}: {message}");
            assert!(
                help.starts_with("Did you mean") && help.contains(&format!("{near}”")),
                "{theme}: {markup}: {help}"
            );
        }
        let built = with(theme, &body("{{ page.zzzzzzzz }}"));
        let found = built
            .findings
            .iter()
            .find(|d| d.code.id == "template-failed")
            .unwrap();
        assert!(
            Speech::for_locale("en")
                .help(found)
                .unwrap()
                .starts_with("Correct the template named.")
        );
    }
}
