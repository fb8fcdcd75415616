//! What a column of a table of reports is: by the number or the words of a question, or by its own name.

use crate::source::code_labels;
use crate::text::slug::slug;

/// What the cells of a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ColumnUse {
    /// A fact of this name.
    Fact(&'static str),
    /// Names of evaluators.
    Evaluators,
    /// Addresses of evaluators, which are left out.
    Contact,
    /// The answer to the question of this number.
    Answer(&'static str),
    /// The degree of the result, the explanation and the evidence of a question.
    Degree(&'static str),
    Explanation(&'static str),
    Evidence(&'static str),
    Unknown,
}

/// The form's questions: their numbers, and their messages in the theme.
pub(super) const QUESTIONS: &[(&str, &str)] = &[
    ("1.1", "q1-1"),
    ("1.2", "q1-2"),
    ("1.3", "q1-3"),
    ("2.1.1", "q2-1-1"),
    ("2.1.2", "q2-1-2"),
    ("2.1.3", "q2-1-3"),
    ("2.2", "q2-2"),
    ("3", "q3"),
];

/// Letters of a header from which on it may be the beginning of a question: form services cut long ones.
const SHORTEST: usize = 30;

/// Letters of a name that is no question.
const LONGEST: usize = 80;

/// Words of columns that are facts of the report, in the languages of the theme.
const FACTS: &[(&[&str], ColumnUse)] = &[
    (
        &["mail", "correo", "courriel", "بريد", "邮"],
        ColumnUse::Contact,
    ),
    (
        &[
            "evaluator",
            "evaluador",
            "evaluateur",
            "avaliador",
            "مقيم",
            "评估人",
            "评估者",
        ],
        ColumnUse::Evaluators,
    ),
    (
        &[
            "action plan",
            "plan de accion",
            "plan d action",
            "plano de acao",
            "خطة العمل",
            "行动计划",
        ],
        ColumnUse::Fact("action_plan"),
    ),
    (
        &[
            "commitment",
            "compromiso",
            "engagement",
            "compromisso",
            "التزام",
            "承诺",
        ],
        ColumnUse::Fact("commitment"),
    ),
    (
        &[
            "member",
            "locality",
            "miembro",
            "localidad",
            "membre",
            "localite",
            "membro",
            "localidade",
            "العضو",
            "成员",
            "地方",
        ],
        ColumnUse::Fact("locality"),
    ),
    (
        &[
            "timestamp",
            "marca temporal",
            "horodateur",
            "carimbo",
            "date",
            "fecha",
            "data",
            "تاريخ",
            "日期",
        ],
        ColumnUse::Fact("date"),
    ),
    (
        &["stage", "etapa", "estagio", "etape", "مرحلة", "阶段"],
        ColumnUse::Fact("stage"),
    ),
    (
        &["title", "titulo", "titre", "عنوان", "标题"],
        ColumnUse::Fact("title"),
    ),
];

const DEGREES: &[&str] = &["degree", "grado", "degre", "grau", "درجة", "程度"];

const EVIDENCE: &[&str] = &["evidence", "evidencia", "preuve", "دليل", "证据"];

const EXPLANATIONS: &[&str] = &[
    "explanation",
    "explain",
    "explicacion",
    "explique",
    "expliquez",
    "explicacao",
    "narrative",
    "شرح",
    "说明",
];

/// Returns what each column is. A degree, an explanation or evidence is that of the question before it.
pub(super) fn uses(names: &[String]) -> Vec<ColumnUse> {
    let mut question = None;
    let mut uses = Vec::new();
    for name in names {
        let own = use_of(name, question);
        if let ColumnUse::Answer(number) = own {
            question = Some(number);
        }
        uses.push(own);
    }
    // Of two columns of one fact the first counts: a form's own date stands before one that it asks for.
    for at in 1..uses.len() {
        if matches!(uses[at], ColumnUse::Fact(_)) && uses[..at].contains(&uses[at]) {
            uses[at] = ColumnUse::Unknown;
        }
    }
    uses
}

fn use_of(name: &str, before: Option<&'static str>) -> ColumnUse {
    let (number, words) = numbered(name);
    let asked = number.or_else(|| by_words(words));
    let about = number.or(before);
    let plain = slug(words);
    let is_short = words.chars().count() <= LONGEST;
    if let Some(about) = about.filter(|_| is_short && by_words(words).is_none()) {
        if has(&plain, DEGREES) {
            return ColumnUse::Degree(about);
        }
        if has(&plain, EVIDENCE) {
            return ColumnUse::Evidence(about);
        }
        if has(&plain, EXPLANATIONS) {
            return ColumnUse::Explanation(about);
        }
    }
    if let Some(asked) = asked {
        return ColumnUse::Answer(asked);
    }
    if plain == "id" {
        return ColumnUse::Fact("id");
    }
    let fact = FACTS
        .iter()
        .find(|(words, _)| is_short && has(&plain, words));
    fact.map_or(ColumnUse::Unknown, |(_, own)| *own)
}

/// Whether one of the words begins a word of a name.
fn has(plain: &str, words: &[&str]) -> bool {
    words.iter().any(|word| {
        let word = slug(word);
        let mut found = plain.match_indices(&word);
        found.any(|(at, _)| at == 0 || plain.as_bytes()[at - 1] == b'-')
    })
}

/// The number of a question that a name begins with, and the words behind it.
fn numbered(name: &str) -> (Option<&'static str>, &str) {
    let name = name.trim();
    let end = name
        .find(|c: char| !c.is_ascii_digit() && c != '.')
        .unwrap_or(name.len());
    let (number, rest) = name.split_at(end);
    let is_apart = number.contains('.') || rest.is_empty() || rest.starts_with(')');
    let known = QUESTIONS
        .iter()
        .find(|(own, _)| *own == number.trim_end_matches('.'));
    match known.filter(|_| is_apart) {
        Some((own, _)) => (
            Some(*own),
            rest.trim_start_matches(|c: char| !c.is_alphanumeric()),
        ),
        None => (None, name),
    }
}

/// The question that is asked in these words, or the beginning of its words, in a language of the theme.
fn by_words(words: &str) -> Option<&'static str> {
    let plain = slug(words);
    let is_asked = |message: &str| {
        code_labels::said(message).any(|said| {
            said == plain || plain.len() >= SHORTEST && said.starts_with(plain.as_str())
        })
    };
    let found = QUESTIONS
        .iter()
        .find(|(_, message)| !plain.is_empty() && is_asked(message));
    found.map(|(number, _)| *number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn used(names: &[&str]) -> Vec<ColumnUse> {
        uses(
            &names
                .iter()
                .map(|name| (*name).to_owned())
                .collect::<Vec<_>>(),
        )
    }

    #[test]
    fn columns_are_known_by_number_and_by_words() {
        let uses = used(&[
            "Marca temporal",
            "Dirección de correo electrónico",
            "Nombre del evaluador",
            "Compromiso",
            "1.1 ¿Cuánto se avanzó?",
            "Breve explicación",
            "Was the commitment implemented as originally planned?",
            "Provide evidence for your answer:",
            "2.1.1",
            "Degree of result:",
            "3. Lecciones",
            "Color favorito",
        ]);
        assert_eq!(
            uses,
            [
                ColumnUse::Fact("date"),
                ColumnUse::Contact,
                ColumnUse::Evaluators,
                ColumnUse::Fact("commitment"),
                ColumnUse::Answer("1.1"),
                ColumnUse::Explanation("1.1"),
                ColumnUse::Answer("1.3"),
                ColumnUse::Evidence("1.3"),
                ColumnUse::Answer("2.1.1"),
                ColumnUse::Degree("2.1.1"),
                ColumnUse::Answer("3"),
                ColumnUse::Unknown,
            ]
        );
    }

    #[test]
    fn questions_are_known_in_every_language_of_the_theme() {
        for (lang, words) in [
            (
                "fr",
                "Quel était le niveau général d’avancement de l’engagement au moment de cette",
            ),
            (
                "pt",
                "Qual era o nível geral de avanço na implementação do compromisso no momento dest",
            ),
            ("zh", "评估时，承诺实施的总体进展如何？"),
        ] {
            assert_eq!(used(&[words]), [ColumnUse::Answer("1.1")], "{lang}");
        }
    }
}
