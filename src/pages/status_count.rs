//! What strips of statuses are made of.

/// How many things have a status, and the page that lists them.
pub struct StatusCount {
    /// Code of the status.
    pub status: String,
    /// How many there are.
    pub count: u64,
    /// A page that lists them.
    pub href: Option<String>,
}
