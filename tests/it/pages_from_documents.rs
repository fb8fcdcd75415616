//! Documents of word processors that become pages (`tragaluz add commitment FILE.docx`).

#![allow(clippy::disallowed_methods, reason = "a test prepares its own files")]

use crate::driver::{Outcome, Portal, ended, files_below, repository, tragaluz};
use std::fs;
use std::io::{Cursor, Write};
use std::path::PathBuf;
use zip::write::{SimpleFileOptions, ZipWriter};

/// Packs parts into a document.
fn package(parts: &[(&str, String)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A Word document with this body.
pub(crate) fn word(body: &str) -> Vec<u8> {
    let document = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<w:document xmlns:w=\"w\" xmlns:r=\"r\" xmlns:mc=\"mc\"><w:body>{body}</w:body></w:document>"
    );
    let styles = "<w:styles xmlns:w=\"w\">\
        <w:style w:styleId=\"Ttulo\"><w:name w:val=\"Title\"/></w:style>\
        <w:style w:styleId=\"T1\"><w:name w:val=\"heading 1\"/></w:style>\
        <w:style w:styleId=\"T2\"><w:name w:val=\"heading 2\"/><w:basedOn w:val=\"T1\"/></w:style>\
        <w:style w:styleId=\"TDC1\"><w:name w:val=\"toc 1\"/></w:style></w:styles>";
    let numbering = "<w:numbering xmlns:w=\"w\">\
        <w:abstractNum w:abstractNumId=\"7\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/></w:lvl>\
        <w:lvl w:ilvl=\"1\"><w:numFmt w:val=\"bullet\"/></w:lvl></w:abstractNum>\
        <w:num w:numId=\"3\"><w:abstractNumId w:val=\"7\"/></w:num></w:numbering>";
    let relations = "<Relationships><Relationship Id=\"rId1\" Target=\"https://oficina.example/a (b)\"/>\
        <Relationship Id=\"rId2\" Target=\"file:///C:/x.doc\"/></Relationships>";
    let notes = "<w:footnotes xmlns:w=\"w\"><w:footnote w:id=\"-1\" w:type=\"separator\"><w:p/></w:footnote>\
        <w:footnote w:id=\"2\"><w:p><w:r><w:t>Censo de 2020.</w:t></w:r></w:p></w:footnote></w:footnotes>";
    package(&[
        ("[Content_Types].xml", "<Types/>".to_owned()),
        ("word/document.xml", document),
        ("word/styles.xml", styles.to_owned()),
        ("word/numbering.xml", numbering.to_owned()),
        ("word/_rels/document.xml.rels", relations.to_owned()),
        ("word/footnotes.xml", notes.to_owned()),
    ])
}

pub(crate) fn styled(style: &str, words: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>")
}

fn item(level: usize, words: &str) -> String {
    format!(
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"3\"/></w:numPr></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"
    )
}

pub(crate) fn paragraph(runs: &str) -> String {
    format!("<w:p>{runs}</w:p>")
}

pub(crate) fn run(properties: &str, words: &str) -> String {
    format!("<w:r><w:rPr>{properties}</w:rPr><w:t xml:space=\"preserve\">{words}</w:t></w:r>")
}

/// A portal, and a document beside it.
struct Desk {
    portal: Portal,
    files: tempfile::TempDir,
}

impl Desk {
    fn new() -> Desk {
        Desk {
            portal: Portal::new(),
            files: tempfile::tempdir().unwrap(),
        }
    }

    fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.files.path().join(name);
        fs::write(&path, bytes).unwrap();
        path
    }

    fn add(&self, bytes: &[u8], name: &str, args: &[&str]) -> Outcome {
        let file = self.file(name, bytes);
        let mut command = tragaluz();
        command.args(["add", "commitment"]).arg(file).args(args);
        ended(command.arg("--root").arg(self.portal.root()))
    }

    /// The text of a page below its facts.
    fn body(&self, id: &str) -> String {
        let path = format!("content/commitments/{id}.md");
        let page = fs::read_to_string(self.portal.root().join(path)).unwrap();
        page.split_once("\n---\n").unwrap().1.to_owned()
    }
}

#[test]
fn a_word_document_becomes_a_page() {
    let body = [
        styled("Ttulo", "Agua limpia &amp; segura"),
        styled("TDC1", "Problema 1"),
        styled("T1", "Problema"),
        paragraph(&(run("", "Hay ") + &run("<w:b/>", "tres ") + &run("<w:b/><w:i w:val=\"0\"/>", "barrios") + &run("", " sin agua") + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>" + &run("", ". 1 * 2 &lt;b&gt; [x]"))),
        styled("T2", "Causas"),
        item(0, "Tubos viejos"),
        item(1, "De plomo"),
        item(0, "Poca presión"),
        paragraph(&run("", "Entre ellos.")),
        item(0, "Cortes"),
        styled("T1", "Acción"),
        paragraph(&format!("<w:hyperlink r:id=\"rId1\">{}</w:hyperlink><w:hyperlink r:id=\"rId2\">{}</w:hyperlink>", run("", "el acta"), run("", " y el anexo"))),
        paragraph(&(run("<w:i/>", "Nota: ") + &run("", "2026.") + "<w:r><w:br/></w:r>" + &run("", "- Fin"))),
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Barrio</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr><w:p><w:r><w:t>Casas | tomas</w:t></w:r></w:p></w:tc></w:tr>\
         <w:tr><w:tc><w:p><w:r><w:t>Norte</w:t></w:r></w:p><w:p><w:r><w:t>y sur</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>12</w:t></w:r></w:p></w:tc></w:tr></w:tbl>".to_owned(),
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Un marco.</w:t></w:r></w:p></w:tc></w:tr></w:tbl>".to_owned(),
    ]
    .concat();
    let desk = Desk::new();
    let told = desk.add(&word(&body), "uno.docx", &[]);
    told.assert_code(0);
    let expected = "
## Problema

Hay **tres barrios** sin agua[^1]. 1 \\* 2 \\<b\\> \\[x\\]

### Causas

1. Tubos viejos
   - De plomo
2. Poca presión

Entre ellos.

3. Cortes

[^1]: Censo de 2020.

## Acción

[el acta](https://oficina.example/a%20%28b%29) y el anexo

*Nota:* 2026.\\
\\- Fin

| Barrio | Casas \\| tomas |  |
| --- | --- | --- |
| Norte / y sur | 12 |  |

Un marco.
";
    assert_eq!(desk.body("agua-limpia-segura"), expected);
    assert!(
        told.out.contains("of which only the words stay: 1"),
        "{}",
        told.out
    );
    let built = desk.portal.build();
    built.assert_published();
    let html = built.text("commitments/agua-limpia-segura.html");
    for part in [
        "<strong>tres barrios</strong>",
        "Tubos viejos",
        "Casas | tomas",
        "1 * 2 &lt;b&gt; [x]",
        "Censo de 2020.",
    ] {
        assert!(html.contains(part), "{part}");
    }
    assert!(
        html.contains("<ol start=\"3\">"),
        "a list goes on with its number"
    );
}

#[test]
fn what_cannot_be_kept_is_said() {
    let body = [
        paragraph(&run("<w:b/>", "Qué haremos")),
        paragraph(&(run("", "Texto.") + "<w:ins><w:r><w:t> Nuevo.</w:t></w:r></w:ins><w:del><w:r><w:delText>Viejo.</w:delText></w:r></w:del><w:r><w:commentReference w:id=\"1\"/></w:r>")),
        paragraph("<w:r><w:drawing><a/></w:drawing></w:r><w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent><w:p><w:r><w:t>Caja</w:t></w:r></w:p></w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent></w:r>"),
        paragraph(&run("<w:vanish/>", "Oculto")),
        paragraph("<w:r><w:object/></w:r><w:oMath><w:r><w:t>x</w:t></w:r></w:oMath>"),
        paragraph("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>HYPERLINK \"https://oficina.example/\"</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>la oficina</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"),
        "<w:sectPr><w:headerReference r:id=\"h\"/></w:sectPr>".to_owned(),
    ]
    .concat();
    let desk = Desk::new();
    let told = desk.add(&word(&body), "Plan_de_agua.docx", &["--lang", "es"]);
    told.assert_code(0);
    let page = desk.body("plan-de-agua");
    assert_eq!(
        page,
        "\n## Qué haremos\n\nTexto. Nuevo.\n\n[la oficina](https://oficina.example/)\n"
    );
    for said in [
        "Imágenes que no están en la página: 1.",
        "Cuadros de texto cuyas palabras no están en la página: 1.",
        "Comentarios de revisión que se omitieron: 1.",
        "Supresiones con control de cambios que se omitieron: 1.",
        "Pasajes de texto oculto que se omitieron: 1.",
        "Fórmulas que no están en la página: 1.",
        "objetos que no están en la página: 1.",
        "encabezados y pies",
        "Renglones en negritas que se tomaron por títulos, porque el documento no tiene otros: 1.",
    ] {
        assert!(told.out.contains(said), "{said}\n{}", told.out);
    }
    desk.portal.build().assert_published();
}

#[test]
fn an_open_document_becomes_a_page() {
    let content = "<office:document-content xmlns:office=\"o\" xmlns:text=\"t\" xmlns:style=\"s\" xmlns:fo=\"f\" xmlns:table=\"b\" xmlns:xlink=\"x\" xmlns:draw=\"d\">\
        <office:automatic-styles><style:style style:name=\"T1\"><style:text-properties fo:font-weight=\"bold\"/></style:style>\
        <text:list-style style:name=\"L1\"><text:list-level-style-number text:level=\"1\" style:num-format=\"1\"/><text:list-level-style-bullet text:level=\"2\"/></text:list-style></office:automatic-styles>\
        <office:body><office:text><text:tracked-changes><text:changed-region><text:deletion><text:p>Viejo</text:p></text:deletion></text:changed-region></text:tracked-changes>\
        <text:h text:outline-level=\"1\">Agua limpia</text:h>\
        <text:table-of-content><text:index-body><text:p>Problema 1</text:p></text:index-body></text:table-of-content>\
        <text:h text:outline-level=\"2\">Problema</text:h>\
        <text:p>Hay<text:s text:c=\"3\"/>tres <text:span text:style-name=\"T1\">barrios</text:span><text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Censo.</text:p></text:note-body></text:note>\n  y <text:a xlink:href=\"https://oficina.example/\">más</text:a>.<text:line-break/>Fin<draw:frame><draw:image/></draw:frame></text:p>\
        <text:list text:style-name=\"L1\"><text:list-item><text:p>Uno</text:p><text:list><text:list-item><text:p>Dentro</text:p></text:list-item></text:list></text:list-item><text:list-item><text:p>Dos</text:p></text:list-item></text:list>\
        <table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>1</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table>\
        </office:text></office:body></office:document-content>";
    let bytes = package(&[
        (
            "mimetype",
            "application/vnd.oasis.opendocument.text".to_owned(),
        ),
        ("content.xml", content.to_owned()),
    ]);
    let desk = Desk::new();
    let told = desk.add(&bytes, "x.odt", &["--id", "MX7"]);
    told.assert_code(0);
    let expected = "
## Problema

Hay tres **barrios**[^1] y [más](https://oficina.example/).\\
Fin

1. Uno
   - Dentro
2. Dos

| a | b |
| --- | --- |
| 1 |  |

[^1]: Censo.
";
    assert_eq!(desk.body("MX7"), expected);
    assert!(
        told.out.contains("Pictures that are not in the page: 1."),
        "{}",
        told.out
    );
    assert!(
        told.out
            .contains("Tracked deletions that were left out: 1."),
        "{}",
        told.out
    );
    desk.portal.build().assert_published();
}

/// The element of a name in itself, so many times.
fn nested(depth: usize) -> String {
    format!("{}{}", "<w:ins>".repeat(depth), "</w:ins>".repeat(depth))
}

#[test]
fn what_is_hostile_is_refused_in_words_and_nothing_is_written() {
    let desk = Desk::new();
    let before = files_below(desk.portal.root());
    let bomb = styled("T1", &" ".repeat(40 << 20));
    let many = "<w:p/>".repeat(1_000_001);
    let curps: String = (0..10)
        .map(|digit| format!(" ZAXA010101HNEZZZA{digit}"))
        .collect();
    let whole = word(&paragraph(&run("", "Texto.")));
    let cases: Vec<(&str, Vec<u8>, i32, &str)> = vec![
        ("bomb.docx", word(&bomb), 2, "unpacked_mib: 32"),
        ("deep.docx", word(&nested(5_000)), 2, "depth: 512"),
        (
            "many.docx",
            word(&many),
            2,
            "more pieces than any honest document",
        ),
        (
            "cut.docx",
            whole[..whole.len() / 2].to_vec(),
            2,
            "is damaged",
        ),
        ("open.docx", word("<w:p><w:r>"), 2, "is damaged"),
        ("empty.docx", word("<w:p/>"), 2, "has no words in it"),
        (
            "old.doc",
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1rest".to_vec(),
            2,
            "older Word",
        ),
        ("x.pdf", b"%PDF-1.7".to_vec(), 2, "neither a Word document"),
        (
            "z.zip",
            package(&[("a.txt", "x".to_owned())]),
            2,
            "neither a Word document",
        ),
        (
            "who.docx",
            word(&paragraph(&run("", &curps))),
            1,
            "personal-data",
        ),
    ];
    for (name, bytes, code, said) in cases {
        let told = desk.add(&bytes, name, &["--title", "Agua"]);
        told.assert_code(code);
        assert!(told.said().contains(said), "{name} {said}: {}", told.said());
        assert_eq!(files_below(desk.portal.root()), before, "{name}");
    }
}

/// Documents as LibreOffice writes them ([`tests/documents`](../documents/README.md)).
#[test]
fn documents_of_libreoffice_become_the_same_page() {
    let desk = Desk::new();
    let bodies = ["docx", "odt"].map(|ending| {
        let bytes = fs::read(repository("tests/documents").join(format!("libreoffice.{ending}")));
        let added = desk.add(&bytes.unwrap(), &format!("a.{ending}"), &["--id", ending]);
        added.assert_code(0);
        let page = format!("content/commitments/{ending}.md");
        let page = fs::read_to_string(desk.portal.root().join(page)).unwrap();
        assert!(
            page.contains("\ntitle: Agua para todos los barrios\n"),
            "{page}"
        );
        desk.body(ending)
    });
    let expected = "## Problema\n\nTres de cada diez casas reciben agua **menos de ocho horas** al día, según el \
        [Censo de 2020](https://www.inegi.org.mx/programas/ccpv/2020/).\n\n## Acción\n\n\
        1. Publicar cada mes los cortes.\n2. Decir la causa:\n   - fuga\n   - obra\n3. Responder en *cinco* días.\n\n\
        | Barrio | Horas |\n| --- | --- |\n| Centro | 12 |\n| La Loma | 6,5 |\n\n";
    for body in bodies {
        assert!(body.trim_start().starts_with(expected), "{body}");
    }
}
