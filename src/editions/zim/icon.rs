//! The picture that libraries show beside the portal's name: a skylight, 48 pixels wide, as PNG (ISO/IEC 15948).

use flate2::write::ZlibEncoder;
use flate2::{Compression, Crc};
use std::io::Write;

const SIDE: u8 = 48;

/// Paper, frame, light.
const COLOURS: [[u8; 3]; 3] = [[255, 255, 255], [22, 25, 29], [255, 211, 56]];

/// Returns the bytes of the PNG.
pub(crate) fn png() -> Vec<u8> {
    let mut out = b"\x89PNG\r\n\x1a\n".to_vec();
    let side = u32::from(SIDE).to_be_bytes();
    // Eight bits a pixel, by a list of colours.
    chunk(
        &mut out,
        *b"IHDR",
        &[&side[..], &side, &[8, 3, 0, 0, 0]].concat(),
    );
    chunk(&mut out, *b"PLTE", &COLOURS.concat());
    let mut rows = Vec::new();
    for y in 0..SIDE {
        rows.push(0);
        rows.extend((0..SIDE).map(|x| colour(i32::from(x), i32::from(y))));
    }
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::best());
    packed.write_all(&rows).expect("memory takes everything");
    chunk(
        &mut out,
        *b"IDAT",
        &packed.finish().expect("memory takes everything"),
    );
    chunk(&mut out, *b"IEND", &[]);
    out
}

/// A window that leans, with a bar across.
fn colour(x: i32, y: i32) -> u8 {
    let left = 10 + (40 - y) / 4 - 4;
    let (right, top, bottom) = (left + 28, 6, 42);
    if x < left || x >= right || y < top || y >= bottom {
        return 0;
    }
    let edge = x < left + 2 || x >= right - 2 || y < top + 2 || y >= bottom - 2;
    let bar = (23..25).contains(&y) || (left + 13..left + 15).contains(&x);
    if edge || bar { 1 } else { 2 }
}

fn chunk(out: &mut Vec<u8>, kind: [u8; 4], data: &[u8]) {
    out.extend(
        u32::try_from(data.len())
            .expect("a small picture")
            .to_be_bytes(),
    );
    out.extend(kind);
    out.extend(data);
    let mut sum = Crc::new();
    sum.update(&kind);
    sum.update(data);
    out.extend(sum.sum().to_be_bytes());
}
