//! Where the time of a build went, in words or as JSON, on the error stream, as findings are.

use super::stdio::note;
use serde_json::{Value as Json, json};
use std::time::Duration;
use tragaluz::Fatal;
use tragaluz::diag::Speech;
use tragaluz::timing::TimingReport;
use tragaluz_tables::privacy::mask;

/// Says it in this format: `text` or `json`.
pub(super) fn tell(told: &TimingReport, format: &str, speech: &Speech) -> Result<(), Fatal> {
    if format == "json" {
        let text = serde_json::to_string_pretty(&as_json(told)).map_err(Fatal::fault)?;
        note!("{text}");
        return Ok(());
    }
    note!("{}", speech.say("timings-stages", &[]));
    for stage in &told.stages {
        note!("  {:>9}  {}", seconds(stage.time), stage.name);
    }
    note!(
        "  {:>9}  {}",
        seconds(told.whole),
        speech.say("timings-whole", &[])
    );
    note!("{}", speech.say("timings-slowest", &[]));
    for work in &told.slowest {
        note!(
            "  {:>9}  {:<9}  {}",
            seconds(work.time),
            work.stage,
            mask(&work.path)
        );
    }
    Ok(())
}

fn seconds(time: Duration) -> String {
    format!("{:.3} s", time.as_secs_f64())
}

fn as_json(told: &TimingReport) -> Json {
    let stages: Vec<Json> = told
        .stages
        .iter()
        .map(|s| json!({"stage": s.name, "seconds": s.time.as_secs_f64()}))
        .collect();
    let slowest: Vec<Json> = told
        .slowest
        .iter()
        .map(|w| json!({"stage": w.stage, "path": mask(&w.path), "seconds": w.time.as_secs_f64()}))
        .collect();
    json!({"seconds": told.whole.as_secs_f64(), "stages": stages, "slowest": slowest})
}
