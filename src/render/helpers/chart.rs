//! `resource.chart | chart(id="c-1")`: a chart as a figure; `column.spread | mini`: a chart the size of a word.

use super::{HelperOutput, field};
use crate::charts::{figure, mini as small};
use crate::pages::context::Chart;
use crate::render::helper_context::HelperContext;
use serde_json::{Map, Value as Json};

/// Draws a chart (`chart`). `id` keeps the anchors of several charts of a page apart.
pub(crate) fn call(
    scope: &HelperContext,
    value: Option<&Json>,
    args: &Map<String, Json>,
) -> Result<HelperOutput, String> {
    let chart = value.and_then(|v| serde_json::from_value::<Chart>(v.clone()).ok());
    let chart = chart.ok_or_else(|| "needs a chart".to_owned())?;
    Ok(HelperOutput::Html(figure(
        scope,
        &chart,
        field(args, "id").unwrap_or("chart"),
    )))
}

/// Draws what fits among words (`mini`): of a list of counts, how they are spread, in words too; of a percentage, a share; of a map with a `line`, that line.
pub(crate) fn mini(
    scope: &HelperContext,
    value: Option<&Json>,
    _: &Map<String, Json>,
) -> Result<HelperOutput, String> {
    Ok(HelperOutput::Html(match value {
        Some(Json::Array(counts)) => {
            let counts: Vec<u64> = counts.iter().filter_map(Json::as_u64).collect();
            let texts: Vec<String> = counts.iter().map(u64::to_string).collect();
            small::spread(
                &counts,
                &scope.say("spread", &[("counts", texts.join(" ").into())]),
            )
        }
        Some(Json::Object(spark)) => {
            let values = spark
                .get("line")
                .and_then(Json::as_array)
                .map(Vec::as_slice)
                .unwrap_or_default();
            small::line(
                &values
                    .iter()
                    .map(|v| v.as_str().and_then(|v| v.parse().ok()))
                    .collect::<Vec<_>>(),
            )
        }
        Some(Json::String(percent)) => percent.parse().map(small::share).unwrap_or_default(),
        _ => String::new(),
    }))
}
