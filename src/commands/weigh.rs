//! `tragaluz weigh`

use super::stdio::tell;
use super::{FOUND, portal};
use crate::cli::WeighArgs;
use serde_json::{Map, Value, json};
use std::process::ExitCode;
use tragaluz::diag::Speech;
use tragaluz::site::audit::{Weighing, Weight, speed};
use tragaluz::{Fatal, Options, Sink};

pub(super) fn run(args: &WeighArgs, speech: &Speech) -> Result<ExitCode, Fatal> {
    let (root, options) = portal(&args.which, None)?;
    let options = Options {
        weighing: Weighing::Exactly,
        ..options
    };
    let mut weights = tragaluz::check(&root, &options, &mut Sink::new())?.weights;
    weights.sort_by(|a, b| b.bytes.cmp(&a.bytes).then_with(|| a.path.cmp(&b.path)));
    if args.format == "json" {
        tell!("{:#}", weights.iter().map(as_json).collect::<Value>());
    } else {
        tell!("{}", speech.say("weigh-head", &[]));
        for weight in &weights {
            tell!("{}", shown(weight));
        }
    }
    let heavy = weights.iter().any(|w| w.bytes > w.limit);
    Ok(if heavy {
        ExitCode::from(FOUND)
    } else {
        ExitCode::SUCCESS
    })
}

fn as_json(w: &Weight) -> Value {
    let tenths = |seconds: f64| (seconds * 10.0).round() / 10.0;
    let seconds: Map<String, Value> = speed::CONNECTIONS
        .iter()
        .map(|l| {
            (
                l.id.to_owned(),
                json!(tenths(l.seconds_by(w.bytes, w.requests))),
            )
        })
        .collect();
    json!({
        "path": w.path, "kind": w.kind, "bytes": w.bytes, "limit": w.limit, "requests": w.requests, "seconds": seconds,
        "images": w.images, "image_bytes": w.image_bytes,
    })
}

fn shown(w: &Weight) -> String {
    let seconds: String = speed::CONNECTIONS
        .iter()
        .map(|line| format!(" {:>5.1} s", line.seconds_by(w.bytes, w.requests)))
        .collect();
    let images = if w.images > 0 {
        format!(" (+ {} × img, {})", w.images, w.image_bytes)
    } else {
        String::new()
    };
    format!(
        "{:>6} {:>6} {:>3}{seconds}  {}{images}",
        w.bytes, w.limit, w.requests, w.path
    )
}
