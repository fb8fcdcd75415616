//! Authors' images: made small, freed of what cameras write, or refused with a clear finding.

#![allow(
    clippy::disallowed_methods,
    clippy::cast_possible_truncation,
    reason = "a test prepares its own files"
)]

use crate::driver::{BuiltPortal, Portal, SETTINGS, files_below, in_words};
use image::codecs::gif::GifEncoder;
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::{
    DynamicImage, Frame, ImageDecoder, ImageEncoder, ImageReader, Rgb, RgbImage, RgbaImage,
};
use std::io::Cursor;

/// A picture with large forms, as photographs have, and `noise` that no method can make small.
fn picture(width: u32, height: u32, noise: u32) -> RgbImage {
    let mut seed = 1_u32;
    RgbImage::from_fn(width, height, |x, y| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let grain = if noise == 0 { 0 } else { (seed >> 24) % noise };
        Rgb([
            (x * 200 / width + grain) as u8,
            (y * 200 / height + grain) as u8,
            ((x + y) % 97 + grain) as u8,
        ])
    })
}

fn jpeg(image: &RgbImage, exif: Option<&[u8]>) -> Vec<u8> {
    let mut out = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut out, 95);
    if let Some(exif) = exif {
        encoder.set_exif_metadata(exif.to_vec()).unwrap();
    }
    encoder
        .write_image(
            image,
            image.width(),
            image.height(),
            image::ExtendedColorType::Rgb8,
        )
        .unwrap();
    out
}

fn png(image: &RgbImage) -> Vec<u8> {
    let mut out = Vec::new();
    PngEncoder::new(&mut out)
        .write_image(
            image,
            image.width(),
            image.height(),
            image::ExtendedColorType::Rgb8,
        )
        .unwrap();
    out
}

/// EXIF that turns the picture to the right, and names a place.
fn exif() -> Vec<u8> {
    let mut exif = b"II*\0\x08\0\0\0".to_vec();
    exif.extend(2_u16.to_le_bytes());
    // Orientation: rotated by 90 degrees.
    exif.extend([0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0]);
    // Artist: represents every other tag.
    exif.extend([0x3b, 0x01, 2, 0, 16, 0, 0, 0, 38, 0, 0, 0]);
    exif.extend([0; 4]);
    exif.extend(b"GPS 19.28,-99.65\0");
    exif
}

fn shown(image: &[u8]) -> (u32, u32) {
    let decoder = ImageReader::new(Cursor::new(image))
        .with_guessed_format()
        .unwrap()
        .into_decoder()
        .unwrap();
    decoder.dimensions()
}

fn with(text: &str) -> Portal {
    Portal::new().file(
        "content/about.md",
        &format!("---\ntitle: Acerca\n---\n{text}\n"),
    )
}

fn img(built: &BuiltPortal) -> String {
    let html = built.text("about.html");
    let at = html
        .find("<img")
        .unwrap_or_else(|| panic!("no image: {html}"));
    html[at..].split_inclusive('>').next().unwrap().to_owned()
}

#[test]
fn a_photograph_is_made_small_and_tells_nothing() {
    let portal = with("![El tanque](fotos/tanque.jpg)");
    portal.write(
        "content/fotos/tanque.jpg",
        &jpeg(&picture(2400, 1800, 12), Some(&exif())),
    );
    let built = portal.build();
    assert!(
        built
            .findings
            .iter()
            .all(|d| !d.code.id.starts_with("image")),
        "{}",
        in_words(&built.findings)
    );
    let made = built.files()["fotos/tanque.jpg"].clone();
    let (width, height) = shown(&made);
    // It was taken sideways.
    assert!(width < height && width <= 736, "{width} × {height}");
    assert!(made.len() <= 30_000, "{} bytes", made.len());
    assert!(!made.windows(3).any(|w| w == b"GPS") && !made.windows(4).any(|w| w == b"Exif"));
    let expected = format!(
        "<img src=\"fotos/tanque.jpg\" alt=\"El tanque\" width=\"{width}\" height=\"{height}\" loading=\"lazy\">"
    );
    assert_eq!(img(&built), expected);
    let again = portal.build();
    assert_eq!(again.files(), built.files(), "same image, same bytes");
    let page = built
        .site
        .weights
        .iter()
        .find(|w| w.path == "about.html")
        .unwrap();
    assert_eq!(
        (page.requests, page.images, page.image_bytes),
        (1, 1, made.len() as u64)
    );
}

#[test]
fn what_cannot_be_made_light_is_a_link() {
    let portal = with("![Ruido](ruido.png)");
    let noise = picture(1800, 1800, 255);
    let seen = RgbaImage::from_fn(1800, 1800, |x, y| {
        let [r, g, b] = noise.get_pixel(x, y).0;
        image::Rgba([r, g, b, 128 + b / 2])
    });
    let mut bytes = Vec::new();
    PngEncoder::new(&mut bytes)
        .write_image(&seen, 1800, 1800, image::ExtendedColorType::Rgba8)
        .unwrap();
    portal.write("content/ruido.png", &bytes);
    let built = portal.build();
    assert!(
        built.codes().contains(&"image-as-link"),
        "{}",
        in_words(&built.findings)
    );
    let html = built.text("about.html");
    assert!(
        !html.contains("<img") && html.contains("Ruido (PNG, "),
        "{html}"
    );
    assert_eq!(shown(&built.files()["ruido.png"]).0, 1_600);
}

#[test]
fn drawings_stay_drawings_and_small_ones_stay_as_they_are() {
    let small = png(&RgbImage::from_pixel(40, 30, Rgb([200, 30, 30])));
    let wide = png(&RgbImage::from_fn(1500, 300, |x, _| {
        if x % 300 < 4 {
            Rgb([0; 3])
        } else {
            Rgb([255; 3])
        }
    }));
    let portal = with("![Sello](sello.png) ![Tabla](tabla.png) ![-](raya.png)");
    portal.write("content/sello.png", &small);
    portal.write("content/raya.png", &small);
    portal.write("content/tabla.png", &wide);
    let built = portal.build();
    let files = built.files();
    assert_eq!(files["sello.png"], small);
    assert_eq!(shown(&files["tabla.png"]), (736, 147));
    assert!(
        built
            .text("about.html")
            .contains("<img src=\"raya.png\" alt=\"\" width")
    );
}

#[test]
fn a_photograph_as_png_becomes_a_jpeg_under_a_free_name() {
    let portal = with("![Foto](foto.png) [la foto](foto.png)");
    portal.write("content/foto.png", &png(&picture(1200, 900, 20)));
    portal.write("content/foto.jpg", &jpeg(&picture(40, 30, 0), None));
    let built = portal.build();
    assert!(
        img(&built).contains("src=\"foto-png.jpg\""),
        "{}",
        img(&built)
    );
    assert!(
        built
            .text("about.html")
            .contains("<a href=\"foto-png.jpg\">la foto</a>")
    );
    assert!(built.files().contains_key("foto.jpg") && !built.files().contains_key("foto.png"));
}

#[test]
fn an_image_that_is_only_linked_keeps_its_size_but_tells_nothing() {
    let portal = with("[La foto](foto.jpg)");
    portal.write(
        "content/foto.jpg",
        &jpeg(&picture(1000, 500, 9), Some(&exif())),
    );
    let built = portal.build();
    let made = &built.files()["foto.jpg"];
    assert_eq!(shown(made), (500, 1000));
    assert!(!made.windows(3).any(|w| w == b"GPS"));
}

#[test]
fn a_moving_image_stands_still_and_says_so() {
    let mut gif = Vec::new();
    let frame = |grey: u8| {
        Frame::new(RgbaImage::from_pixel(
            60,
            40,
            image::Rgba([grey, grey, grey, 255]),
        ))
    };
    GifEncoder::new(&mut gif)
        .encode_frames([frame(0), frame(200)])
        .unwrap();
    let portal = with("![Olas](olas.gif)");
    portal.write("content/olas.gif", &gif);
    let built = portal.build();
    assert!(
        built.codes().contains(&"image-animated"),
        "{}",
        in_words(&built.findings)
    );
    assert!(img(&built).contains("src=\"olas.png\""), "{}", img(&built));
}

#[test]
fn every_fault_names_the_line_and_the_column() {
    let mut huge = png(&RgbImage::new(8, 8));
    // A header that promises four thousand million pixels.
    huge[16..24].copy_from_slice(&[0, 0, 0xff, 0xff, 0, 0, 0xff, 0xff]);
    let whole = DynamicImage::ImageRgb8(picture(300, 300, 30));
    let text = "![](foto.jpg)\n\nVea ![Bomba](bomba.png) y\n![Rota](rota.jpg), ![Dibujo](dibujo.svg), ![Mapa](mapa.bmp), ![Nada](nada.png)";
    let portal = with(text);
    portal.write("content/foto.jpg", &jpeg(&picture(30, 30, 0), None));
    portal.write("content/bomba.png", &huge);
    portal.write("content/rota.jpg", &jpeg(&whole.to_rgb8(), None)[..20]);
    portal.write(
        "content/dibujo.svg",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
    );
    portal.write(
        "content/mapa.bmp",
        b"BM\x3a\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\x01\0\0\0\x01\0\0\0\x01\0\x18\0\0\0\0\0",
    );
    let built = portal.build();
    assert!(built.site.manifest.is_empty(), "nothing is published");
    let found = in_words(&built.findings);
    for (place, said) in [
        ("content/about.md:4:1", "The image “foto.jpg” has no words"),
        ("content/about.md:6:5", "“bomba.png”"),
        ("content/about.md:7:1", "“rota.jpg” is broken"),
        ("content/about.md:7:20", "“dibujo.svg” is an SVG drawing"),
        ("content/about.md:7:43", "“mapa.bmp” is in a format"),
        ("content/about.md:7:62", "nada.png"),
    ] {
        assert!(
            found.contains(place) && found.contains(said),
            "{place} {said}\n{found}"
        );
    }
}

#[test]
fn limits_of_images_are_settings_that_the_message_names() {
    let portal = with("![La plaza](plaza.png)");
    portal.write("content/plaza.png", &png(&picture(1300, 900, 0)));
    let settings = |limits: &str| {
        portal.write("tragaluz.toml", format!("{SETTINGS}\n{limits}").as_bytes());
    };
    for (limits, setting) in [
        ("", None),
        ("[limits]\nimage_megapixels = 1\n", Some("image_megapixels")),
        ("[limits]\nimage_megapixels = 2\n", None),
    ] {
        settings(limits);
        let found = portal.build().findings;
        let unreadable: Vec<_> = found
            .iter()
            .filter(|d| d.code.id == "image-unreadable")
            .cloned()
            .collect();
        assert_eq!(
            unreadable.is_empty(),
            setting.is_none(),
            "{limits}: {}",
            in_words(&unreadable)
        );
        assert!(
            setting.is_none_or(|setting| in_words(&unreadable).contains(setting)),
            "{}",
            in_words(&unreadable)
        );
    }
    let noisy = png(&picture(1000, 700, 200));
    assert!(noisy.len() > 1 << 20, "{}", noisy.len());
    portal.write("content/plaza.png", &noisy);
    settings("[limits]\nimage_mib = 1\n");
    assert!(in_words(&portal.build().findings).contains("image_mib"));
}

/// An image written as HTML is shown nowhere, and its author is told; one in a summary is held to what others are.
#[test]
fn images_as_html_and_in_summaries() {
    let portal = with("Vea <img src=\"foto.jpg\"> y <b>lea</b> esto.\n\n<script>alert(1)</script>");
    portal.write("content/foto.jpg", &jpeg(&picture(3_000, 900, 0), None));
    let found = portal.build().findings;
    let dropped: Vec<_> = found
        .iter()
        .filter(|d| d.code.id == "raw-html-dropped")
        .collect();
    let lines: Vec<_> = dropped
        .iter()
        .filter_map(|d| d.place.as_ref())
        .map(|place| (place.line, place.column))
        .collect();
    assert_eq!(lines, [(4, 5), (6, 1)], "{}", in_words(&found));

    let page = |words: &str| {
        format!("---\ntitle: Otra\nsummary: Una ![{words}](foto.jpg) nueva.\n---\nTexto.\n")
    };
    portal.write("content/otra.md", page("").as_bytes());
    let found = in_words(&portal.build().findings);
    assert!(
        found.contains("content/otra.md:3") && found.contains("has no words"),
        "{found}"
    );
    portal.write("content/otra.md", page("Plaza").as_bytes());
    let built = portal.build();
    let html = built.text("otra.html");
    let img = html.split("<img").nth(1).unwrap();
    assert!(
        img.contains("alt=\"Plaza\"")
            && img.contains("loading=\"lazy\"")
            && img.contains("width=\"736\""),
        "{img}"
    );
    assert!(built.files()["foto.jpg"].len() < 31_000);
}

#[test]
fn links_come_with_a_card_where_the_portal_asks_for_one() {
    let page = |title: &str| format!("---\ntitle: {title}\n---\nTexto.\n");
    let portal = Portal::new()
        .file(
            "tragaluz.toml",
            &SETTINGS.replace("languages =", "social_cards = true\nlanguages ="),
        )
        .file("content/about.md", &page("Sobre este «portal» & sus datos"))
        .file("content/about.en.md", &page("About"))
        .file("content/far.md", &page("人口"));
    let built = portal.build();
    let card = |page: &str| {
        let html = built.text(page);
        let url = html
            .split("<meta property=\"og:image\" content=\"")
            .nth(1)
            .and_then(|rest| rest.split('"').next());
        url.map(|url| {
            url.strip_prefix("https://test.example/p/")
                .unwrap_or(url)
                .to_owned()
        })
    };
    assert_eq!(
        card("about.html").as_deref(),
        Some("social-cards/about.png")
    );
    assert_eq!(
        card("en/about.html").as_deref(),
        Some("social-cards/en/about.png")
    );
    assert_eq!(
        card("en/a-z/index.html").as_deref(),
        Some("social-cards/en/index.png")
    );
    assert_eq!(card("far.html").as_deref(), Some("social-cards/index.png"));
    let found = built.of_code("card-without-letters");
    assert_eq!(found.len(), 2, "{found:#?}");
    let drawn: Vec<String> = files_below(&portal.root().join("public"))
        .into_keys()
        .filter(|path| path.ends_with(".png"))
        .collect();
    let expected =
        ["about", "en/about", "en/index", "index"].map(|name| format!("social-cards/{name}.png"));
    assert_eq!(drawn, expected);
    for path in drawn {
        let bytes = std::fs::read(portal.root().join("public").join(&path)).unwrap();
        let image = image::load_from_memory(&bytes).unwrap();
        assert_eq!((image.width(), image.height()), (1200, 630), "{path}");
        assert!(bytes.len() < 40_000, "{path}: {}", bytes.len());
    }
    let portal = portal.file("tragaluz.toml", SETTINGS);
    assert!(!portal.build().text("about.html").contains("og:"));
}
