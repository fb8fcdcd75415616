//! A portal, and the texts of a site for Hugo, of the same facts: each the same in every run.

use std::fmt::Write;
use std::fs;
use std::path::Path;

const WORDS: &[&str] = &[
    "transparencia",
    "datos",
    "abiertos",
    "compromiso",
    "institución",
    "ciudadanía",
    "presupuesto",
    "avance",
    "participación",
    "pública",
    "informe",
    "anual",
    "salud",
    "agua",
    "obra",
];

/// Knuth's MMIX generator.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("a small number") % sides
    }

    fn words(&mut self, n: usize) -> String {
        (0..n)
            .map(|_| WORDS[self.roll(WORDS.len())])
            .collect::<Vec<_>>()
            .join(" ")
    }
}

/// What a commitment says.
pub(crate) struct Facts {
    pub(crate) title: String,
    pub(crate) summary: String,
    pub(crate) institution: usize,
    pub(crate) areas: [usize; 2],
    pub(crate) sector: usize,
    pub(crate) milestones: Vec<String>,
    problem: String,
    action: String,
}

pub(crate) fn facts(at: usize) -> Facts {
    let mut dice = Dice(at as u64 + 1);
    Facts {
        title: format!("{} {at}", dice.words(6)),
        summary: dice.words(20),
        institution: dice.roll(50),
        areas: [dice.roll(30), dice.roll(30)],
        sector: dice.roll(10),
        milestones: (0..5).map(|_| dice.words(8)).collect(),
        problem: dice.words(80),
        action: dice.words(60),
    }
}

pub(crate) fn write(root: &Path, path: &str, text: &str) {
    let full = root.join(path);
    fs::create_dir_all(full.parent().expect("a folder")).expect("room");
    fs::write(full, text).expect("room");
}

pub(crate) fn table(at: usize) -> String {
    let mut dice = Dice(at as u64 + 77);
    let mut text = "id,fecha,monto,estado,nota\n".to_owned();
    for row in 0..1_000 {
        let (month, day) = (row % 12 + 1, row % 28 + 1);
        let (cents, state) = (
            dice.roll(1_000_000),
            ["Oaxaca", "Puebla", "Sonora"][dice.roll(3)],
        );
        writeln!(
            text,
            "{row},2024-{month:02}-{day:02},{}.{:02},{state},{}",
            cents / 100,
            cents % 100,
            dice.words(5)
        )
        .expect("memory");
    }
    text
}

pub(crate) fn body(f: &Facts) -> String {
    format!(
        "\n## Problema {{#problem}}\n\n{}\n\n## Acción {{#action}}\n\n{}\n",
        f.problem, f.action
    )
}

/// A portal; a `lean` one leaves out what other generators do not write.
pub(crate) fn portal(root: &Path, pages: usize, tables: usize, lean: bool) {
    let mut settings =
        "[portal]\ntitle = \"Banco de pruebas\"\nlanguages = [\"es\"]\nbase_url = \"https://banco.example/\"\n\
         [publisher]\nname = \"Oficina\"\n"
            .to_owned();
    if lean {
        settings.push_str(
            "[formats]\ndownloads = [\"csv\"]\n[search]\nscript = false\n[editions]\nmake = []\n",
        );
    }
    write(root, "tragaluz.toml", &settings);
    for at in 0..pages {
        let f = facts(at);
        let mut text = format!(
            "---\ntitle: {}\nsummary: {}\nstart: 2023-01\nend: 2024-06\n",
            f.title, f.summary
        );
        let [a, b] = f.areas;
        let _ = write!(
            text,
            "institutions: [{{name: oficina-{}}}]\npolicy_areas: [tema-{a}",
            f.institution
        );
        let _ = write!(
            text,
            "{}]\nsector: sector-{}\nmilestones:\n",
            if a == b {
                String::new()
            } else {
                format!(", tema-{b}")
            },
            f.sector
        );
        for (n, milestone) in f.milestones.iter().enumerate() {
            let n = n + 1;
            let _ = writeln!(
                text,
                "  - {{number: {n}, text: {milestone}, start: 2023-0{n}, end: 2023-0{}, status: in-progress}}",
                n + 2
            );
        }
        write(
            root,
            &format!("content/commitments/c{at:05}.md"),
            &format!("{text}---\n{}", body(&f)),
        );
    }
    for at in 0..tables {
        write(root, &format!("data/t{at:03}/t.csv"), &table(at));
    }
}

/// Changes the text of one page, each time differently, and says which.
pub(crate) fn change(root: &Path, turn: usize) -> String {
    let file = "content/commitments/c00007.md";
    let path = root.join(file);
    let text = fs::read_to_string(&path).expect("a page");
    fs::write(&path, format!("{text}\n{}\n", changed(turn))).expect("room");
    file.to_owned()
}

/// What the page says then.
pub(crate) fn changed(turn: usize) -> String {
    format!("Cambio número {turn}.")
}
