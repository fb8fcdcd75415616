//! The detectors: one file each, and a line here.

mod curp;
mod email;

use super::Detector;

/// Every detector.
pub(super) const DETECTORS: &[&dyn Detector] = &[&curp::Curp, &email::Email];
