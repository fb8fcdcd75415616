//! What cameras and newsrooms write into pictures.

use super::*;

/// EXIF with an artist, a remark and a position, in one list of tags and one of the position.
pub(super) fn exif() -> Vec<u8> {
    let mut bytes = b"II*\0\x08\0\0\0".to_vec();
    let entry = |tag: u16, kind: u16, count: u32, value: u32| {
        let mut entry = tag.to_le_bytes().to_vec();
        entry.extend(kind.to_le_bytes());
        entry.extend(count.to_le_bytes());
        entry.extend(value.to_le_bytes());
        entry
    };
    // The list takes 2 + 3 × 12 + 4 bytes, that of the position as many and one more entry.
    bytes.extend(3_u16.to_le_bytes());
    bytes.extend(entry(0x013b, 2, 8, 104));
    bytes.extend(entry(0x9c9b, 1, 6, 112));
    bytes.extend(entry(0x8825, 4, 1, 50));
    bytes.extend([0; 4]);
    bytes.extend(4_u16.to_le_bytes());
    bytes.extend(entry(1, 2, 2, u32::from(b'N')));
    bytes.extend(entry(2, 5, 3, 118));
    bytes.extend(entry(3, 2, 2, u32::from(b'W')));
    bytes.extend(entry(4, 5, 3, 142));
    bytes.extend([0; 4]);
    bytes.extend(b"Eva Sol\0n\0\xf1\0\0\0");
    for number in [19_u32, 1, 30, 1, 0, 1, 99, 1, 15, 1, 0, 1] {
        bytes.extend(number.to_le_bytes());
    }
    bytes
}

const XMP: &str = "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='r'><rdf:Description xmlns:exif='e' \
                   exif:GPSLatitude='20,30.0N' exif:GPSLongitude='100,0.0W' photoshop:City='Cd. Luz'><dc:creator>\
                   <rdf:Seq><rdf:li>Luz Mar</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>";

pub(super) fn iptc() -> Vec<u8> {
    let mut bytes = b"8BIM\x04\x04\0\0\0\0\0\x0f\x1c\x02\x50\0\x0aAda Vega N\0".to_vec();
    bytes.extend(b"8BIM\x04\x0c\0\0\0\0\0\0");
    bytes
}

pub(super) fn segment(kind: u8, parts: &[&[u8]]) -> Vec<u8> {
    let data = parts.concat();
    let mut bytes = vec![0xff, kind];
    bytes.extend(u16::try_from(data.len() + 2).unwrap().to_be_bytes());
    bytes.extend(data);
    bytes
}

/// Returns a chunk of a RIFF file, with the byte that fills it up to an even length.
fn chunk(kind: &[u8], data: &[u8]) -> Vec<u8> {
    let length = u32::try_from(data.len()).unwrap().to_le_bytes();
    [kind, &length, data, &vec![0; data.len() % 2]].concat()
}

pub(super) fn jpeg() -> Vec<u8> {
    [
        vec![0xff, 0xd8],
        segment(0xe0, &[b"JFIF\0\x01\x02\0\0\x01\0\x01\0\0"]),
        segment(0xe1, &[b"Exif\0\0", &exif()]),
        segment(0xe1, &[b"http://ns.adobe.com/xap/1.0/\0", XMP.as_bytes()]),
        segment(0xed, &[b"Photoshop 3.0\0", &iptc()]),
        segment(0xfe, &["remark ñ".as_bytes()]),
        segment(0xda, &[b"\x01\x01\0\0\x3f\0"]),
        b"\x12\xff\0\x34\xff\xd9".to_vec(),
    ]
    .concat()
}

pub(super) fn png() -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n".to_vec();
    let profile = format!(
        "\nexif\n  {}\n{}\n",
        exif().len() + 6,
        hexadecimal(&[b"Exif\0\0", &exif()[..]].concat())
    );
    for (kind, data) in [
        (b"eXIf", exif()),
        (b"tEXt", b"Author\0Eva Sol".to_vec()),
        (
            b"iTXt",
            [b"XML:com.adobe.xmp\0\0\0\0\0", XMP.as_bytes()].concat(),
        ),
        (
            b"tEXt",
            [b"Raw profile type exif\0", profile.as_bytes()].concat(),
        ),
        (b"IEND", Vec::new()),
    ] {
        bytes.extend(u32::try_from(data.len()).unwrap().to_be_bytes());
        bytes.extend(kind);
        bytes.extend(data);
        bytes.extend([0; 4]);
    }
    bytes
}

const EXIF_TOLD: [&str; 3] = [
    "tag Artist: Eva Sol",
    "tag XPTitle: nñ",
    "tag GPS: 19.500000, -99.250000",
];
const XMP_TOLD: [&str; 3] = [
    "property li: Luz Mar",
    "property City: Cd. Luz",
    "tag GPS: 20.500000, -100.000000",
];

#[test]
fn pictures_tell_what_cameras_and_newsrooms_wrote_into_them() {
    let of_jpeg = told(&jpeg());
    holds(&of_jpeg, &EXIF_TOLD);
    holds(&of_jpeg, &XMP_TOLD);
    holds(&of_jpeg, &["tag By-line: Ada Vega N", "comment : remark ñ"]);
    let of_png = told(&png());
    holds(&of_png, &EXIF_TOLD);
    holds(&of_png, &XMP_TOLD);
    holds(&of_png, &["tag Author: Eva Sol"]);
    let positions = of_png.iter().filter(|line| **line == EXIF_TOLD[2]);
    assert_eq!(positions.count(), 2, "written out in digits too");
    for clean in [&of_jpeg, &of_png] {
        assert!(
            !clean.iter().any(|line| line.starts_with("GAP")),
            "{clean:#?}"
        );
    }
}

#[test]
fn pictures_of_newer_formats_tell_the_same() {
    let chunks = [chunk(b"EXIF", &exif()), chunk(b"XMP ", XMP.as_bytes())].concat();
    let webp = chunk(b"RIFF", &[b"WEBP", &chunks[..]].concat());
    holds(&told(&webp), &EXIF_TOLD);
    holds(&told(&webp), &XMP_TOLD);
    holds(&told(&exif()), &EXIF_TOLD);
    let heic = [
        b"\0\0\0\x18ftypheic",
        &[0; 12][..],
        b"Exif\0\0",
        &exif(),
        XMP.as_bytes(),
    ]
    .concat();
    holds(&told(&heic), &EXIF_TOLD);
    holds(&told(&heic), &XMP_TOLD);
    let gif = [
        b"GIF89a\x01\0\x01\0\0\0\0!\xfe\x07Eva Sol\0".as_slice(),
        b";",
    ]
    .concat();
    holds(&told(&gif), &["comment : Eva Sol"]);
}

#[test]
fn a_picture_in_a_document_and_one_behind_another_are_looked_into() {
    let docx = zip(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("word/media/image1.jpeg", &jpeg()),
    ]);
    holds(
        &told(&docx),
        &["word/media/image1.jpeg!tag GPS: 19.500000, -99.250000"],
    );
    let plain = b"\xff\xd8\xff\xe0\0\x02\xff\xd9".to_vec();
    holds(
        &told(&[plain.clone(), jpeg()].concat()),
        &["2!tag Artist: Eva Sol"],
    );
    let film = [plain, b"\0\0\0\x18ftypmp42".to_vec(), vec![7; 200]].concat();
    holds(&told(&film), &["GAP format 1"]);
}

/// EXIF that also says that the picture is turned.
pub(super) fn turned_exif() -> Vec<u8> {
    let mut bytes = b"II*\0\x08\0\0\0\x02\0".to_vec();
    bytes.extend(b"\x12\x01\x03\0\x01\0\0\0\x06\0\0\0");
    bytes.extend(b"\x3b\x01\x02\0\x04\0\0\0Eva\0\0\0\0\0");
    bytes
}

/// Returns a small picture of many shades in `format`.
fn encoded(format: image::ImageFormat) -> Vec<u8> {
    let pixels = image::DynamicImage::ImageRgb8(image::RgbImage::from_fn(9, 7, |x, y| {
        let [red, green] = [x * 20, y * 30].map(|shade| u8::try_from(shade).unwrap());
        image::Rgb([red, green, 9])
    }));
    let mut bytes = Cursor::new(Vec::new());
    pixels.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// Returns `plain`, a JPEG, with what a camera, a newsroom and a person wrote into it.
fn written_into(plain: &[u8]) -> Vec<u8> {
    let extra = [
        segment(0xe1, &[b"Exif\0\0", &turned_exif()]),
        segment(0xed, &[b"Photoshop 3.0\0", &iptc()]),
        segment(0xfe, &[b"Eva"]),
    ];
    [&plain[..2], &extra.concat(), &plain[2..], b"behind it"].concat()
}

#[test]
fn a_picture_is_freed_of_everything_but_its_pixels_and_its_way() {
    let plain = encoded(image::ImageFormat::Jpeg);
    let jpeg = written_into(&plain);
    let stripped = strip(&jpeg).unwrap();
    assert_eq!(stripped.removed, ["Exif", "IPTC", "comment", "other"]);
    assert!(
        told(&stripped.bytes).is_empty(),
        "{:?}",
        told(&stripped.bytes)
    );
    assert!(
        memchr::memmem::find(&stripped.bytes, b"\x01\x12\0\x03\0\0\0\x01\0\x06").is_some(),
        "the way it is turned"
    );
    assert_eq!(
        image::load_from_memory(&stripped.bytes).unwrap(),
        image::load_from_memory(&plain).unwrap()
    );
    assert_eq!(strip(&plain).unwrap().bytes, plain);
    for length in 3..jpeg.len() - 9 {
        let broken_off = strip(&jpeg[..length]);
        assert_eq!(broken_off, Err(StripRefusal::Damaged), "{length}");
    }
}

#[test]
fn pictures_of_other_formats_are_freed_alike() {
    let plain = encoded(image::ImageFormat::Png);
    let text = [b"\0\0\0\x0atEXtAuthor\0Eva".as_slice(), &[0; 4]].concat();
    let png = [&plain[..33], &text, &plain[33..]].concat();
    let stripped = strip(&png).unwrap();
    assert_eq!(
        (stripped.removed, &stripped.bytes),
        (vec!["comment"], &plain)
    );
    let chunks = [
        chunk(b"VP8X", &[12, 0, 0, 0, 8, 0, 0, 6, 0, 0]),
        chunk(b"VP8L", b"ab"),
        chunk(b"EXIF", &turned_exif()),
        chunk(b"XMP ", b"<a/>"),
    ];
    let stripped = strip(&chunk(b"RIFF", &[b"WEBP", &chunks.concat()[..]].concat())).unwrap();
    assert_eq!(stripped.removed, ["Exif", "XMP"]);
    assert!(told(&stripped.bytes).is_empty());
    assert_eq!(stripped.bytes[20], 8, "EXIF of the way alone follows");
    assert_eq!(strip(b"GIF89a"), Err(StripRefusal::Format));
}
