//! What is in a PDF, on its pages and beside them.

use super::*;

/// A PDF of these objects, numbered from 1; the first one is the catalogue, the second one the properties.
pub(super) fn pdf(objects: &[&str]) -> Vec<u8> {
    let mut out = "%PDF-1.4\n".to_owned();
    for (number, object) in (1..).zip(objects) {
        out.push_str(&format!("{number} 0 obj\n{object}\nendobj\n"));
    }
    out.push_str("trailer <</Root 1 0 R /Info 2 0 R>>\n%%EOF\n");
    out.into_bytes()
}

pub(super) fn stream(text: &str) -> String {
    format!("<</Length {}>>stream\n{text}\nendstream", text.len())
}

pub(super) fn page_of(content: &str) -> Vec<u8> {
    let content = stream(content);
    pdf(&[
        "<</Type/Catalog/Pages 3 0 R/Outlines 8 0 R>>",
        "<</Author(Eva Sol)/Company<FEFF00D1>/CreationDate(D:20240101120000)>>",
        "<</Type/Pages/Kids[4 0 R]/Resources<</Font<</F 5 0 R>>>>>>",
        "<</Type/Page/Parent 3 0 R/Contents 6 0 R/MediaBox[0 0 600 800]/Annots[7 0 R]>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        &content,
        "<</Type/Annot/Subtype/Text/T(Luz Mar)/Contents(a remark)/A<</URI(mailto:a@b.mx)>>>>",
        "<</Title(A bookmark)/Parent 8 0 R/FT/Tx/V(filled in)/Alt(a picture)>>",
    ])
}

#[test]
fn a_pdf_tells_its_page_and_all_that_is_beside_it() {
    let kerned = "BT /F 10 Tf 50 700 Td [(BADD)-20(1103)30(13HC)]TJ (MLNS09)Tj 0 -12 Td (55)Tj 14 0 Td (1234)Tj \
                  25 0 Td (5678)Tj 3 Tr T* (not shown \\361)Tj ET";
    let of_page = told(&page_of(kerned));
    holds(
        &of_page,
        &[
            "property Author: Eva Sol",
            "property Company: Ñ",
            "comment : Luz Mar",
            "comment : a remark",
            "link : mailto:a@b.mx",
            "outline : A bookmark",
            "field : filled in",
            "alternative : a picture",
        ],
    );
    let page = of_page
        .iter()
        .find(|line| line.starts_with("page 1"))
        .unwrap();
    assert!(page.contains("BADD110313HCMLNS09\n55 1234 5678"), "{page}");
    assert!(page.contains("not shown ñ"), "{page}");
    assert!(
        !of_page
            .iter()
            .any(|line| line.contains("2024") || line.starts_with("GAP")),
        "{of_page:#?}"
    );
}

#[test]
fn what_a_pdf_saved_over_is_told() {
    let mut bytes = page_of("BT /F 10 Tf (once here)Tj ET");
    bytes.extend(
        b"6 0 obj <</Length 2>>stream\nBT\nendstream endobj 2 0 obj <</Author(None)>> endobj\n",
    );
    let told = told(&bytes);
    holds(
        &told,
        &[
            "earlier : once here",
            "earlier : Eva Sol",
            "property Author: None",
        ],
    );
}

#[test]
fn scans_and_letters_that_nobody_can_read_are_not_called_clean() {
    let scan = pdf(&[
        "<</Pages 3 0 R>>",
        "<<>>",
        "<</Kids[4 0 R 8 0 R]>>",
        "<</Type/Page/Contents 5 0 R/Resources<</XObject<</I 6 0 R>>>>/MediaBox[0 0 600 800]>>",
        &stream("q 600 0 0 800 0 0 cm /I Do Q"),
        "<</Subtype/Image/Filter/CCITTFaxDecode/Length 3>>stream\nabc\nendstream",
        "<</Type/Font/Subtype/Type0/Encoding/Identity-H/DescendantFonts[<</Subtype/CIDFontType2>>]>>",
        "<</Type/Page/Contents 9 0 R/Resources<</Font<</F 7 0 R>>>>>>",
        &stream("BT /F 9 Tf <000100020003000400050006000700080009000A> Tj ET"),
    ]);
    holds(&told(&scan), &["GAP pictures 1", "GAP letters 1"]);
}

#[test]
fn hostile_pdfs_end() {
    let cycle = pdf(&[
        "<</Pages 3 0 R>>",
        "2 0 R",
        "<</Kids[3 0 R 4 0 R 4 0 R]>>",
        "<</Type/Page/Kids[3 0 R]/Contents[5 0 R 5 0 R]/Resources 4 0 R/XObject<</X 5 0 R>>>>",
        "<</Length 5 0 R/Subtype/Form>>stream\n/X Do /X Do\nendstream",
    ]);
    told(&cycle);
    for filling in [
        "1 0 obj [",
        "1 0 obj <</A",
        "trailer<<",
        "(((",
        "1 0 obj <<>> stream\n",
        "9 0 R ",
    ] {
        told(format!("%PDF-1.7\n{}", filling.repeat(20_000)).as_bytes());
    }
    let lists = format!(
        "1 begincodespacerange{}",
        " <0000><ffff><0041>endbfrange".repeat(3000)
    );
    let wide = format!("<</W[{}]/DW 1>>", "0 65535 9 ".repeat(3000));
    let font = pdf(&[
        "<</Pages 3 0 R>>",
        "<<>>",
        "<</Type/Page/Contents 4 0 R/Resources<</Font<</F<</Subtype/Type0/ToUnicode 5 0 R/DescendantFonts[6 0 R]>>>>>>>>",
        &stream("BT /F 1 Tf (ab) Tj ET"),
        &stream(&lists),
        &wide,
    ]);
    told(&font);
}
