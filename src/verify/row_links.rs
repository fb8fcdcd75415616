//! Where the rows of a table are shown: pages of rows are found by what the copy has of them.

use super::asked_copy::AskedCopy;
use super::copy_reader::read_within;

/// Most bytes of a page of rows.
const MOST_OF_PAGE: u64 = 16 << 20;

/// The pages of a table's rows.
pub(super) struct RowLinks<'a> {
    asked: AskedCopy<'a>,
    /// Their addresses up to their number.
    stem: String,
    per_page: u64,
    /// The page that was read last, and its number.
    page: u64,
    text: String,
}

impl<'a> RowLinks<'a> {
    /// Finds the pages of a table; where there are none, its dataset's page shows the rows.
    pub(super) fn of(asked: AskedCopy<'a>, dataset: &str, table: &str) -> Option<RowLinks<'a>> {
        let stem = format!("datasets/{dataset}/rows/{table}-");
        let mut links = RowLinks {
            asked,
            stem,
            per_page: 0,
            page: 0,
            text: String::new(),
        };
        links.turn_to(1);
        let body = links.text.split_once("<tbody").map(|(_, rest)| rest);
        let body = body.and_then(|rest| rest.split_once("</table"));
        links.per_page = body.map_or(0, |(rows, _)| rows.matches("<tr").count() as u64);
        let is_shown = links.per_page > 0 || asked.sums.of(&links.of_dataset()).is_some();
        is_shown.then_some(links)
    }

    /// Returns the dataset's page.
    fn of_dataset(&self) -> String {
        let folder = self.stem.split("/rows/").next().unwrap_or_default();
        format!("{folder}/index.html")
    }

    fn address(&self, page: u64) -> String {
        format!("{}{page}.html", self.stem)
    }

    fn turn_to(&mut self, page: u64) {
        if page != self.page {
            let address = self.address(page);
            let read = read_within(self.asked.copy, &address, MOST_OF_PAGE);
            self.text = String::from_utf8_lossy(&read.unwrap_or_default()).into_owned();
            self.page = page;
        }
    }

    /// Returns the address of a row, from 1, with its anchor where it has one.
    pub(super) fn of_row(&mut self, row: u64) -> String {
        let Some(page) = (row - 1).checked_div(self.per_page).map(|page| page + 1) else {
            return self.of_dataset();
        };
        self.turn_to(page);
        if self.text.is_empty() {
            return self.of_dataset();
        }
        let anchor = format!("r-{row}");
        let has_anchor = [format!("id=\"{anchor}\""), format!("id={anchor}>")]
            .iter()
            .any(|written| self.text.contains(written));
        let address = self.address(page);
        if has_anchor {
            format!("{address}#{anchor}")
        } else {
            address
        }
    }
}
