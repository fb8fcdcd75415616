//! `tragaluz new`: a small complete portal. At a terminal it asks for what no option says; elsewhere defaults hold.

use super::console::Console;
use super::stdio::note;
use crate::cli::NewArgs;
use std::io::{self, BufRead, IsTerminal};
use std::process::ExitCode;
use tragaluz::Fatal;
use tragaluz::authoring::{NewPortal, NewQuestion, demo_files};
use tragaluz::diag::{Diagnostic, Speech, show};

pub(super) fn run(
    args: &NewArgs,
    lang: Option<&str>,
    spoken: &str,
    console: &Console<'_>,
) -> Result<ExitCode, Fatal> {
    tragaluz::require_room(&args.dir)?;
    let files = if args.demo {
        demo_files()?
    } else {
        answered(args, lang, spoken, console.speech)?.files()?
    };
    let forge = Some(args.forge.as_str()).filter(|forge| *forge != "none");
    tragaluz::new_portal(&args.dir, files, forge)?;
    let shown = args.dir.display().to_string();
    console.done("made-new", &[("dir", shown.into())])?;
    Ok(ExitCode::SUCCESS)
}

/// Returns the portal as options and answers at the terminal say it.
fn answered(
    args: &NewArgs,
    lang: Option<&str>,
    spoken: &str,
    speech: &Speech,
) -> Result<NewPortal, Fatal> {
    let is_asked = io::stdin().is_terminal() && io::stdout().is_terminal();
    let mut answers = is_asked.then(|| io::stdin().lock());
    let lang = match (lang, &mut answers) {
        (None, Some(answers)) => asked_language(answers, spoken, speech),
        (lang, _) => lang.unwrap_or(spoken).to_owned(),
    };
    let mut portal = NewPortal::in_language(&lang);
    for question in NewQuestion::ALL {
        portal = match (given(args, *question), &mut answers) {
            (Some(answer), _) => tried(&portal, *question, answer).map_err(Fatal::Finding)?,
            (None, Some(answers)) => asked(answers, &portal, *question, speech),
            (None, None) => portal,
        };
    }
    Ok(portal)
}

/// Returns what an option answers.
fn given(args: &NewArgs, question: NewQuestion) -> Option<&str> {
    let given = match question {
        NewQuestion::Title => &args.title,
        NewQuestion::Publisher => &args.publisher,
        NewQuestion::Licence => &args.licence,
        NewQuestion::Place => &args.place,
        NewQuestion::Colour => &args.colour,
    };
    given.as_deref()
}

/// Returns the portal with an answer, or what is wrong with that.
fn tried(
    portal: &NewPortal,
    question: NewQuestion,
    answer: &str,
) -> Result<NewPortal, Box<Diagnostic>> {
    let answered = portal
        .answered(question, answer)
        .map_err(|error| Box::new(error.diagnostic()))?;
    match tragaluz::try_new(&answered) {
        Ok(None) => Ok(answered),
        Ok(Some(found)) => Err(Box::new(found)),
        Err(error) => Err(Box::new(error.diagnostic())),
    }
}

/// Asks until the answer can be so. Who answers nothing takes what holds; so does who is gone.
fn asked(
    answers: &mut impl BufRead,
    portal: &NewPortal,
    question: NewQuestion,
    speech: &Speech,
) -> NewPortal {
    loop {
        let held = portal.answer_to(question);
        let args = [("question", question.id().into()), ("held", held.into())];
        note!("{}", speech.say("new-asked", &args));
        let Some(answer) = line(answers) else {
            return portal.clone();
        };
        match tried(portal, question, &answer) {
            Ok(answered) => return answered,
            // Where it cannot be written to, there is nobody left to be told.
            Err(found) => drop(show::ALL[0].show(&[*found], speech, &mut anstream::stderr())),
        }
    }
}

fn asked_language(answers: &mut impl BufRead, spoken: &str, speech: &Speech) -> String {
    let held = if spoken.starts_with("es") { "es" } else { "en" };
    loop {
        let args = [("question", "lang".into()), ("held", held.into())];
        note!("{}", speech.say("new-asked", &args));
        match line(answers).as_deref() {
            None => return held.to_owned(),
            Some(lang @ ("es" | "en")) => return lang.to_owned(),
            Some(_) => {}
        }
    }
}

/// Returns what was answered; none where that is nothing.
fn line(answers: &mut impl BufRead) -> Option<String> {
    let mut answer = String::new();
    // Where no answer comes, there is none.
    let _ = answers.read_line(&mut answer);
    let answer = answer.trim();
    (!answer.is_empty()).then(|| answer.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_so_is_asked_again_and_enter_takes_what_holds() {
        let speech = Speech::for_locale("en");
        let portal = NewPortal::in_language("en");
        let ask = |question, typed: &str| {
            let mut answers = typed.as_bytes();
            let portal = asked(&mut answers, &portal, question, &speech);
            (portal.answer_to(question).to_owned(), answers.len())
        };
        let held = portal.answer_to(NewQuestion::Colour).to_owned();
        // A word that is no colour, one that nobody would see on white, and one that is good.
        let typed = "reddish\n#ffffff\r\n #9f2241 \nnever read";
        assert_eq!(ask(NewQuestion::Colour, typed), ("#9f2241".to_owned(), 10));
        assert_eq!(ask(NewQuestion::Colour, "\n"), (held.clone(), 0));
        assert_eq!(ask(NewQuestion::Colour, ""), (held, 0), "whoever is gone");
        let typed = "GPL\ncc0-1.0\n";
        assert_eq!(ask(NewQuestion::Licence, typed), ("CC0-1.0".to_owned(), 0));
        assert_eq!(asked_language(&mut &b"fr\nes\n"[..], "en", &speech), "es");
        assert_eq!(asked_language(&mut &b"\n"[..], "es_MX", &speech), "es");
    }
}
