//! OGP's end-of-commitment form: its questions in order, and how an author's heading is known to be one of them.

use crate::model::vocabulary::BilingualName;

/// A question of the form.
#[derive(Debug, PartialEq, Eq)]
pub struct FormQuestion {
    /// Its number, such as `2.1.1`.
    pub(crate) number: &'static str,
    /// The identifier of the section that answers it, and the theme's message of its words: `q2-1-1`.
    pub anchor: &'static str,
    /// The message that names the section of the form that begins with it.
    pub(crate) begins: Option<&'static str>,
    /// What government it asks to have been opened, where it is of those: they are answered yes or no, and with a degree.
    pub(crate) opens: Option<&'static str>,
    /// Its words in Spanish.
    pub es: &'static str,
    /// Its words in English.
    pub en: &'static str,
}

/// The form's questions, in order.
pub const FORM: &[FormQuestion] = &[
    FormQuestion {
        number: "1.1",
        anchor: "q1-1",
        begins: Some("form-1"),
        opens: None,
        es: "¿Cuál era el nivel general de avance en la implementación del compromiso al momento de esta evaluación?",
        en: "What was the overall level of progress in the commitment implementation at the time of this assessment?",
    },
    FormQuestion {
        number: "1.2",
        anchor: "q1-2",
        begins: None,
        opens: None,
        es: "Describa los principales factores externos o internos que influyeron en la implementación de este compromiso y cómo se atendieron (o no).",
        en: "Describe the main external or internal factors that impacted implementation of this commitment and how they were addressed (or not).",
    },
    FormQuestion {
        number: "1.3",
        anchor: "q1-3",
        begins: None,
        opens: None,
        es: "¿Se implementó el compromiso como se planeó originalmente?",
        en: "Was the commitment implemented as originally planned?",
    },
    FormQuestion {
        number: "2.1.1",
        anchor: "q2-1-1",
        begins: Some("form-2"),
        opens: Some("information"),
        es: "¿El gobierno divulgó más información; mejoró la calidad de la información (nueva o existente); mejoró el valor de la información; mejoró los canales para divulgar o solicitar información, o mejoró el acceso a la información?",
        en: "Did the government disclose more information; improve the quality of the information (new or existing); improve the value of the information; improve the channels to disclose or request information or improve accessibility to information?",
    },
    FormQuestion {
        number: "2.1.2",
        anchor: "q2-1-2",
        begins: None,
        opens: Some("participation"),
        es: "¿El gobierno creó nuevas oportunidades para pedir la opinión de la ciudadanía o para que participe, informe las decisiones o influya en ellas; mejoró los canales o espacios que ya existían para ello; creó o mejoró capacidades en el gobierno o en el público para mejorar la manera en que el gobierno pide opiniones, facilita la participación o permite que el público informe las decisiones o influya en ellas?",
        en: "Did the government create new opportunities to seek feedback from citizens/enable participation, inform or influence decisions; improve existing channels or spaces to seek feedback from citizens/enable participation/inform or influence decisions; create or improve capabilities in the government or the public aimed to improve how the government seeks feedback from citizens/enables participation/or allows for the public to inform or influence decisions?",
    },
    FormQuestion {
        number: "2.1.3",
        anchor: "q2-1-3",
        begins: None,
        opens: Some("accountability"),
        es: "¿El gobierno creó o mejoró canales, oportunidades o capacidades para que los funcionarios rindan cuentas de sus actos?",
        en: "Did the government create or improve channels, opportunities or capabilities to hold officials answerable to their actions?",
    },
    FormQuestion {
        number: "2.2",
        anchor: "q2-2",
        begins: None,
        opens: Some("problem"),
        es: "¿El compromiso atendió el problema de política pública que se proponía atender, como se describe en el plan de acción?",
        en: "Did the commitment address the public policy problem that it intended to address as described in the action plan?",
    },
    FormQuestion {
        number: "3",
        anchor: "q3",
        begins: Some("form-3"),
        opens: None,
        es: "Dé al menos una lección o reflexión sobre la implementación de este compromiso. Puede ser un obstáculo clave, una ayuda o un estorbo inesperado, recomendaciones para compromisos futuros, o si el compromiso debe continuar en el siguiente plan de acción.",
        en: "Provide at least one lesson or reflection relating to the implementation of this commitment. It can be the identification of key barriers to implementation, an unexpected help/hindrance, recommendations for future commitments, or if the commitment should be taken forward to the next action plan.",
    },
];

/// The titles of the form's parts: the message of each is its `id`.
const PARTS: &[BilingualName] = &[
    BilingualName {
        id: "form-1",
        es: "Cumplimiento del compromiso",
        en: "Commitment completion",
    },
    BilingualName {
        id: "form-2",
        es: "¿Abrió el gobierno?",
        en: "Did it open government?",
    },
    BilingualName {
        id: "form-3",
        es: "Lecciones de la implementación",
        en: "Lessons from implementation",
    },
];

/// The part of the form that a heading names, with its number (`Section 2. Did it open government?`) or without.
pub(super) fn part_of_heading(heading: &str) -> Option<&'static str> {
    let called = ["Section ", "Sección "]
        .iter()
        .find_map(|word| heading.trim().strip_prefix(word));
    let words = called
        .unwrap_or(heading)
        .trim_start_matches(|c: char| !c.is_alphabetic());
    (PARTS.iter())
        .find(|part| {
            [part.es, part.en]
                .iter()
                .any(|own| plain(own) == plain(words))
        })
        .map(|part| part.id)
}

impl FormQuestion {
    /// Whether these are the form's own words for it.
    fn is_asked_by(&self, words: &str) -> bool {
        [self.es, self.en]
            .iter()
            .any(|own| plain(own) == plain(words))
    }

    /// The question that a heading asks: by its number, or by the form's own words.
    pub(crate) fn of_heading(heading: &str) -> Option<&'static FormQuestion> {
        let (number, words) = numbered(heading);
        (FORM.iter().find(|q| number == Some(q.number)))
            .or_else(|| FORM.iter().find(|q| q.is_asked_by(words)))
    }

    /// The author's words of a heading that asks it, without its number; none where it is only the number.
    pub(crate) fn words(heading: &str) -> Option<&str> {
        Some(numbered(heading).1).filter(|words| !words.is_empty())
    }
}

/// The number that a heading begins with, as `2.1.1`, `2.1.1.`, `2.1.1 –` or `Question 2.1.1` (the last part of the form,
/// `Section 3`, is its last question), and its words. A number
/// that belongs to the words ("3 municipalities", "3D") asks nothing.
fn numbered(heading: &str) -> (Option<&str>, &str) {
    const SIGNS: [char; 5] = ['–', '—', '-', ':', ')'];
    let whole = heading.trim();
    let called = ["Pregunta ", "Question ", "Sección ", "Section "]
        .iter()
        .find_map(|word| whole.strip_prefix(word));
    let heading = called.unwrap_or(whole);
    let end = heading
        .find(|c: char| !c.is_ascii_digit() && c != '.')
        .unwrap_or(heading.len());
    let (number, rest) = heading.split_at(end);
    let words = rest.trim_start().trim_start_matches(SIGNS).trim_start();
    let is_apart =
        rest.is_empty() || rest.starts_with(|c: char| c.is_whitespace() || SIGNS.contains(&c));
    let asks = called.is_some()
        || number.contains('.')
        || words.is_empty()
        || rest.trim_start().starts_with(SIGNS);
    match number.trim_end_matches('.') {
        "" => (None, whole),
        number if is_apart && asks => (Some(number), words),
        _ => (None, whole),
    }
}

/// Letters and digits alone, without accents and case: sentences are the same whatever signs are between their words.
pub(super) fn plain(text: &str) -> String {
    deunicode::deunicode(text)
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_lowercase())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(heading: &str) -> Option<&'static str> {
        FormQuestion::of_heading(heading).map(|q| q.number)
    }

    #[test]
    fn a_question_is_known_by_its_number_or_the_forms_words() {
        let known = [
            ("1.1 How far had it come?", "1.1"),
            ("2.1.1. – Did the government disclose more?", "2.1.1"),
            ("2.1.3", "2.1.3"),
            ("3. Lessons", "3"),
            ("3) Lecciones", "3"),
            ("Pregunta 2.2: ¿se atendió?", "2.2"),
            ("Section 3. Lessons from implementation", "3"),
            (
                "Was the commitment implemented as originally planned?",
                "1.3",
            ),
            (
                "¿Se implemento el compromiso como se planeó originalmente",
                "1.3",
            ),
        ];
        for (heading, expected) in known {
            assert_eq!(number(heading), Some(expected), "{heading}");
        }
        for other in [
            "3 municipalities",
            "3D models",
            "4.1 What else?",
            "Problem",
            "2021",
            "1. Commitment completion",
            "",
        ] {
            assert_eq!(number(other), None, "{other}");
        }
    }

    #[test]
    fn the_authors_words_stand_without_the_number() {
        assert_eq!(
            FormQuestion::words("2.1.1. – Was more told?"),
            Some("Was more told?")
        );
        assert_eq!(
            FormQuestion::words("Was more told?"),
            Some("Was more told?")
        );
        assert_eq!(FormQuestion::words("2.1.1."), None);
    }

    #[test]
    fn parts_of_the_form_are_known_by_their_titles() {
        for heading in [
            "Section 2. Did it open government?",
            "2. ¿Abrió el gobierno?",
            "Did it open government?",
        ] {
            assert_eq!(part_of_heading(heading), Some("form-2"), "{heading}");
        }
        assert_eq!(
            part_of_heading("Sección 3. Lecciones de la implementación"),
            Some("form-3")
        );
        assert_eq!(part_of_heading("Section 2"), None);
    }

    #[test]
    fn anchors_are_made_of_numbers() {
        for q in FORM {
            assert_eq!(q.anchor, format!("q{}", q.number.replace('.', "-")));
        }
    }
}
