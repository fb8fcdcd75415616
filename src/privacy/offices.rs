//! Whether words name an office or a role, as whoever gives a waiver must be.

use crate::model::Portal;
use crate::model::vocabulary::Taxonomy;
use crate::text::fold;

/// Beginnings of the words for offices and roles, folded: Spanish, English, Portuguese, French.
const BEGINNINGS: &[&str] = &[
    "administra",
    "agenc",
    "alcaldi",
    "asamble",
    "assembl",
    "auditor",
    "authorit",
    "autorid",
    "ayuntamiento",
    "comision",
    "comite",
    "commis",
    "committee",
    "congres",
    "conseil",
    "consej",
    "conselh",
    "contralor",
    "controlador",
    "coordina",
    "council",
    "defensor",
    "delega",
    "departament",
    "departement",
    "department",
    "diputa",
    "direcc",
    "direct",
    "diretor",
    "encargad",
    "encarregad",
    "fiscali",
    "gabinet",
    "gerenc",
    "gobern",
    "gobierno",
    "govern",
    "inspec",
    "instanc",
    "institu",
    "jefatura",
    "juzgado",
    "manage",
    "minister",
    "ministr",
    "municip",
    "office",
    "oficin",
    "ombud",
    "ouvidor",
    "parlament",
    "parlement",
    "parliament",
    "prefeit",
    "prefect",
    "presiden",
    "procurad",
    "registr",
    "responsa",
    "secret",
    "servic",
    "sindicat",
    "subdirec",
    "subsecret",
    "superinten",
    "tesorer",
    "transparen",
    "treasur",
    "tribunal",
    "unidad",
    "universi",
];

/// Words for offices and roles that are no beginnings of others, folded.
const WHOLE: &[&str] = &[
    "area", "board", "bureau", "city", "fiscal", "head", "hospital", "jefa", "jefe", "junta",
    "mairie", "organo", "rector", "rectora", "section", "seccion", "setor", "team", "titular",
    "unit", "vocal",
];

/// Whether words name an office or a role: a declared institution or publisher, or a word for one.
pub(super) fn is_office(words: &str, portal: &Portal) -> bool {
    let given = fold::fold(words);
    let publisher = portal.settings.publisher.iter();
    let publishers = publisher.chain(portal.datasets.iter().flat_map(|one| &one.publisher));
    let institutions = portal.terms.of(Taxonomy::Institution);
    let mut names = publishers
        .flat_map(|one| one.name.all())
        .chain(institutions.flat_map(|term| term.name.all()))
        .map(|(_, name)| fold::fold(name));
    has_office_word(words) || names.any(|name| !name.is_empty() && given.contains(&name))
}

fn has_office_word(words: &str) -> bool {
    fold::words(words).iter().any(|word| {
        WHOLE.contains(&word.as_str()) || BEGINNINGS.iter().any(|office| word.starts_with(office))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_and_offices_are_told_from_people() {
        for office in [
            "Unidad de Transparencia",
            "Comité de Ética",
            "Head of the data team",
            "Encarregado de dados",
            "Mairie de Lyon",
        ] {
            assert!(has_office_word(office), "{office}");
        }
        for person in ["Ana Cortés Mayor", "Jefferson Alcalde", "A. Cámara", ""] {
            assert!(!has_office_word(person), "{person}");
        }
    }
}
