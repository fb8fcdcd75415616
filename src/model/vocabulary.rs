//! The closed words of the field, and the open ones that have known names.

/// What the program names in Spanish and in English.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BilingualName {
    /// The identifier, or the theme's message.
    pub id: &'static str,
    /// Words of a reader in Spanish.
    pub es: &'static str,
    /// Words of a reader in English.
    pub en: &'static str,
}

/// The EU's data themes (its authority table `data-theme`): code, the theme's message, and the name in English, the
/// language that harvesters of DCAT-US search in.
pub(crate) const DATA_THEMES: &[(&str, &str, &str)] = &[
    (
        "AGRI",
        "theme-agri",
        "Agriculture, fisheries, forestry and food",
    ),
    ("ECON", "theme-econ", "Economy and finance"),
    ("EDUC", "theme-educ", "Education, culture and sport"),
    ("ENER", "theme-ener", "Energy"),
    ("ENVI", "theme-envi", "Environment"),
    ("GOVE", "theme-gove", "Government and public sector"),
    ("HEAL", "theme-heal", "Health"),
    ("INTR", "theme-intr", "International issues"),
    (
        "JUST",
        "theme-just",
        "Justice, legal system and public safety",
    ),
    ("OP_DATPRO", "theme-op_datpro", "Provisional data"),
    ("REGI", "theme-regi", "Regions and cities"),
    ("SOCI", "theme-soci", "Population and society"),
    ("TECH", "theme-tech", "Science and technology"),
    ("TRAN", "theme-tran", "Transport"),
];

/// ADMS's types of publishers (`http://purl.org/adms/publishertype/`).
pub(crate) const PUBLISHER_TYPES: [&str; 11] = [
    "Academia-ScientificOrganisation",
    "Company",
    "IndustryConsortium",
    "LocalAuthority",
    "NationalAuthority",
    "NonGovernmentalOrganisation",
    "NonProfitOrganisation",
    "PrivateIndividual(s)",
    "RegionalAuthority",
    "StandardisationBody",
    "SupraNationalAuthority",
];

/// The ways in which content is grouped, each a folder of generated pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Taxonomy {
    /// Members of the Open Government Partnership.
    Locality,
    /// Institutions that lead or support.
    Institution,
    /// Policy areas.
    PolicyArea,
    /// Sectors.
    Sector,
    /// OGP values.
    Value,
}

impl Taxonomy {
    /// All, in the order in which pages list them.
    pub(crate) const ALL: [Taxonomy; 5] = [
        Taxonomy::Locality,
        Taxonomy::Institution,
        Taxonomy::PolicyArea,
        Taxonomy::Sector,
        Taxonomy::Value,
    ];

    /// Its folder, in content and in the site.
    pub(crate) const fn folder(self) -> &'static str {
        match self {
            Taxonomy::Locality => "localities",
            Taxonomy::Institution => "institutions",
            Taxonomy::PolicyArea => "policy-areas",
            Taxonomy::Sector => "sectors",
            Taxonomy::Value => "values",
        }
    }

    /// Terms that need no file: OGP's four values; its policy areas and
    /// sectors as its data explorer names them.
    pub(crate) fn known_terms(self) -> &'static [BilingualName] {
        match self {
            Taxonomy::Value => VALUES,
            Taxonomy::PolicyArea => POLICY_AREAS,
            Taxonomy::Sector => SECTORS,
            Taxonomy::Locality | Taxonomy::Institution => &[],
        }
    }
}

const VALUES: &[BilingualName] = &[
    BilingualName {
        id: "access-to-information",
        es: "Acceso a la información",
        en: "Access to information",
    },
    BilingualName {
        id: "civic-participation",
        es: "Participación ciudadana",
        en: "Civic participation",
    },
    BilingualName {
        id: "public-accountability",
        es: "Rendición de cuentas",
        en: "Public accountability",
    },
    BilingualName {
        id: "technology-and-innovation",
        es: "Tecnología e innovación",
        en: "Technology and innovation",
    },
];

const POLICY_AREAS: &[BilingualName] = &[
    BilingualName {
        id: "access-to-justice",
        es: "Acceso a la justicia",
        en: "Access to justice",
    },
    BilingualName {
        id: "anti-corruption",
        es: "Combate a la corrupción",
        en: "Anti-corruption",
    },
    BilingualName {
        id: "beneficial-ownership",
        es: "Beneficiarios finales",
        en: "Beneficial ownership",
    },
    BilingualName {
        id: "budget-transparency",
        es: "Transparencia presupuestaria",
        en: "Budget transparency",
    },
    BilingualName {
        id: "civic-space",
        es: "Espacio cívico",
        en: "Civic space",
    },
    BilingualName {
        id: "digital-governance",
        es: "Gobernanza digital",
        en: "Digital governance",
    },
    BilingualName {
        id: "gender",
        es: "Género",
        en: "Gender",
    },
    BilingualName {
        id: "open-contracting",
        es: "Contrataciones abiertas",
        en: "Open contracting",
    },
    BilingualName {
        id: "open-data",
        es: "Datos abiertos",
        en: "Open data",
    },
    BilingualName {
        id: "public-participation",
        es: "Participación pública",
        en: "Public participation",
    },
    BilingualName {
        id: "right-to-information",
        es: "Derecho a la información",
        en: "Right to information",
    },
    BilingualName {
        id: "social-accountability",
        es: "Rendición de cuentas social",
        en: "Social accountability",
    },
];

const SECTORS: &[BilingualName] = &[
    BilingualName {
        id: "education",
        es: "Educación",
        en: "Education",
    },
    BilingualName {
        id: "environment",
        es: "Medio ambiente",
        en: "Environment",
    },
    BilingualName {
        id: "health",
        es: "Salud",
        en: "Health",
    },
    BilingualName {
        id: "infrastructure",
        es: "Infraestructura",
        en: "Infrastructure",
    },
    BilingualName {
        id: "justice",
        es: "Justicia",
        en: "Justice",
    },
    BilingualName {
        id: "other",
        es: "Otro o no aplica",
        en: "Other/NA",
    },
    BilingualName {
        id: "public-services",
        es: "Servicios públicos",
        en: "Public services",
    },
    BilingualName {
        id: "water-and-sanitation",
        es: "Agua y saneamiento",
        en: "Water and sanitation",
    },
];

/// Where a milestone or a commitment is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Not started.
    NotStarted,
    /// In progress.
    InProgress,
    /// Stuck.
    Stuck,
    /// Finished.
    Finished,
    /// Incomplete.
    Incomplete,
    /// The source does not say.
    NotReported,
}

impl Status {
    /// Codes and statuses, in the order in which they are counted and shown.
    pub const CODES: &'static [(&'static str, Status)] = &[
        ("finished", Status::Finished),
        ("in-progress", Status::InProgress),
        ("stuck", Status::Stuck),
        ("not-started", Status::NotStarted),
        ("incomplete", Status::Incomplete),
        ("not-reported", Status::NotReported),
    ];

    pub(crate) fn code(self) -> &'static str {
        code_of(Self::CODES, self)
    }
}

/// Overall progress of a commitment in an end-of-commitment report (question 1.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Completion {
    /// No evidence available.
    NoEvidence,
    /// Not started.
    NotStarted,
    /// Limited.
    Limited,
    /// Substantial.
    Substantial,
    /// Complete.
    Complete,
}

impl Completion {
    /// Codes, from nothing to everything.
    pub const CODES: &'static [(&'static str, Completion)] = &[
        ("no-evidence", Completion::NoEvidence),
        ("not-started", Completion::NotStarted),
        ("limited", Completion::Limited),
        ("substantial", Completion::Substantial),
        ("complete", Completion::Complete),
    ];

    pub(crate) fn code(self) -> &'static str {
        code_of(Self::CODES, self)
    }
}

/// How many milestones were implemented as planned (question 1.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AsPlanned {
    /// All of them.
    All,
    /// Most of them.
    Most,
    /// Some of them.
    Some,
    /// None of them.
    None,
}

impl AsPlanned {
    /// Each answer with its code in files.
    pub const CODES: &'static [(&'static str, AsPlanned)] = &[
        ("all", AsPlanned::All),
        ("most", AsPlanned::Most),
        ("some", AsPlanned::Some),
        ("none", AsPlanned::None),
    ];

    pub(crate) fn code(self) -> &'static str {
        code_of(Self::CODES, self)
    }
}

/// Degree of a result (questions 2.1.1 to 2.1.3).
pub const DEGREES: &[(&str, &str)] = &[
    ("worsened", "worsened"),
    ("did-not-change", "did-not-change"),
    ("marginal", "marginal"),
    ("major", "major"),
    ("outstanding", "outstanding"),
];

/// When in a commitment's time a report evaluates it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReportStage {
    /// While it is under way.
    MidTerm,
    /// At its end.
    EndOfTerm,
}

impl ReportStage {
    /// Codes, in the order of time.
    pub const CODES: &'static [(&'static str, ReportStage)] = &[
        ("mid-term", ReportStage::MidTerm),
        ("end-of-term", ReportStage::EndOfTerm),
    ];

    pub(crate) fn code(self) -> &'static str {
        code_of(Self::CODES, self)
    }
}

/// A verdict of the inception review that its form gives as one of several sentences.
pub struct Statement {
    /// Its code.
    pub code: &'static str,
    /// The sentence in Spanish, which is our translation, and in English; none where the form has none.
    pub(crate) words: Option<[&'static str; 2]>,
}

/// Whether a commitment is new.
pub const NOVELTIES: &[Statement] = &[
    Statement {
        code: "new",
        words: Some([
            "El compromiso es una nueva regulación, política, práctica o requisito.",
            "The commitment is a new regulation, policy, practice or requirement.",
        ]),
    },
    Statement {
        code: "continuation",
        words: Some([
            "El compromiso es la continuación de una práctica en curso conforme a la legislación, las políticas o los requisitos existentes.",
            "The commitment is a continuation of ongoing practice in line with existing legislation, policies or requirements.",
        ]),
    },
    Statement {
        code: "unclear",
        words: None,
    },
];

/// How much a commitment would change.
pub const AMBITIONS: &[Statement] = &[
    Statement {
        code: "no-added-value",
        words: Some([
            "Las actividades del compromiso no indican un valor agregado ni un mejor enfoque de gobierno abierto frente a la práctica existente.",
            "The commitment activities has no indication of the added value or enhanced open government approach in contrast with existing practice.",
        ]),
    },
    Statement {
        code: "positive",
        words: Some([
            "Las actividades del compromiso son un cambio positivo en un proceso, práctica o política, pero no generarán un cambio vinculante o institucionalizado en el gobierno o en instituciones específicas.",
            "The commitment activities is a positive change to a process, practice or policy but will not generate a binding or institutionalized change across government or specific institution(s).",
        ]),
    },
    Statement {
        code: "binding",
        words: Some([
            "Las actividades del compromiso darán lugar a un cambio en las reglas, prácticas o políticas que rigen un área de política, el sector público o la relación entre la ciudadanía, y es vinculante o está institucionalizado en el gobierno o en instituciones específicas.",
            "The commitment activities will result in a change of the rules, practices or policies that govern a policy area, public sector and/or relationship between citizens and is binding or institutionalized across government or specific institution(s).",
        ]),
    },
    Statement {
        code: "unclear",
        words: None,
    },
];

/// Sections of a commitment that are known by their headings.
pub const SECTIONS: &[BilingualName] = &[
    BilingualName {
        id: "problem",
        es: "Problema",
        en: "Problem",
    },
    BilingualName {
        id: "status-quo",
        es: "Situación actual",
        en: "Status quo",
    },
    BilingualName {
        id: "action",
        es: "Acción",
        en: "Action",
    },
    BilingualName {
        id: "contribution",
        es: "Contribución",
        en: "Contribution",
    },
    BilingualName {
        id: "long-term-goal",
        es: "Meta de largo plazo",
        en: "Long-term goal",
    },
];

fn code_of<T: PartialEq>(codes: &'static [(&'static str, T)], value: T) -> &'static str {
    codes
        .iter()
        .find(|(_, v)| *v == value)
        .map(|(code, _)| *code)
        .expect("every value has a code")
}
