//! The steps that read tables: every table once with its downloads, and the versions of datasets.

use super::{Run, TabledPortal, side_by_side};
use crate::diag::{Fatal, Sink};
use crate::downloads::write_context::WriteContext;
use crate::downloads::{self, Files, Role};
use crate::history::{self, CurrentTable, Histories, HistoryContext, OldDataContext};
use crate::model::acknowledgements;
use crate::model::dataset::Dataset;
use crate::model::dataset_summary::about;
use crate::model::{self, Portal};
use crate::privacy::Gate;
use crate::stage::{ScratchFolder, Staging};
use crate::text::date::PartialDate;
use crate::text::region::region_of;
use tragaluz_tables::privacy::DeclaredContacts;
use tragaluz_tables::{Home, Tables};

/// Reads every table and writes its downloads: the portal's own data, and the registers of what its pages say, which
/// are written aside first.
///
/// # Errors
/// When the disk refuses.
pub(crate) fn tables(
    portal: Portal,
    gate: Gate,
    run: &Run<'_>,
    sink: &mut Sink,
) -> Result<TabledPortal, Fatal> {
    read(portal, gate, (run, Looked::AtVersionsToo), sink)
}

/// What is looked through for personal data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Looked {
    /// What is published now.
    AtPresent,
    /// The versions that are offered still, as well.
    AtVersionsToo,
}

fn read(
    mut portal: Portal,
    gate: Gate,
    (run, looked): (&Run<'_>, Looked),
    sink: &mut Sink,
) -> Result<TabledPortal, Fatal> {
    let clock = run.clock();
    let aside = ScratchFolder::new()?;
    crate::tables::inline::write(&portal.datasets, &aside)?;
    let own = Reading {
        portal: &portal,
        personal: gate.declared(),
        home: Home::of_publisher(run.root).with_inline(aside.path()),
        stages: ReadingStages {
            read: "data",
            write: "downloads",
        },
    };
    // Registers are drawn of pages alone.
    let (read, registers) = side_by_side(
        || own.read(&portal.datasets, run, sink),
        || clock.stage("registers", || write_registers(&portal, &aside)),
    );
    let ((mut tables, mut files), registers) = (read?, registers?);
    if let Some(declared) = gate.declared().filter(|_| looked == Looked::AtVersionsToo) {
        let context = OldDataContext {
            root: run.root,
            cache: run.cache,
            declared,
        };
        let present = current(&tables, &files, run);
        clock.stage("versions", || history::look(&present, &context, sink))?;
    }
    gate.settle(&mut portal, run.options.as_of, sink);
    let of_pages = Reading::of_pages(&portal, &aside);
    let (of_registers, written) = of_pages.read(&registers, run, sink)?;
    files.add(written);
    tables.add(of_registers);
    Ok(TabledPortal {
        portal: portal.with(registers),
        histories: Histories::default(),
        gate,
        tables,
        files,
        registers: aside,
    })
}

/// Returns every table as it would be published now, with its rows as CSV in the staging folder.
///
/// # Errors
/// When the disk refuses.
pub(crate) fn rows(
    mut portal: Portal,
    gate: Gate,
    run: &Run<'_>,
    sink: &mut Sink,
) -> Result<Vec<CurrentTable>, Fatal> {
    portal.settings.formats = vec!["csv".to_owned()];
    // A takedown is what mends what would be found in versions.
    let content = read(portal, gate, (run, Looked::AtPresent), sink)?;
    acknowledgements::settle(&content.portal, true, sink);
    Ok(current(&content.tables, &content.files, run))
}

/// Returns the tables that have a CSV file, with what is known of it.
fn current(tables: &Tables, files: &Files, run: &Run<'_>) -> Vec<CurrentTable> {
    current_of(tables, files, run.staging)
}

/// The same, where it is known in which folder they are.
pub(super) fn current_of(tables: &Tables, files: &Files, staging: &Staging) -> Vec<CurrentTable> {
    let current = tables.tables.iter().filter_map(|table| {
        let file = files.of(&table.dataset).find(|file| {
            file.role == Role::Table
                && file.format == "csv"
                && file.resource.as_deref() == Some(&table.resource)
        })?;
        let name = file.path.rsplit('/').next().unwrap_or(&file.path);
        Some(CurrentTable {
            dataset: table.dataset.clone(),
            source: table.received.path.clone(),
            name: name.trim_end_matches(".csv").to_owned(),
            columns: table.columns.iter().map(|c| c.name.clone()).collect(),
            key: table.primary_key.clone(),
            rows: table.rows,
            bytes: file.bytes,
            sha256: file.sha256.clone(),
            path: staging.path_of(&file.path),
        })
    });
    current.collect()
}

/// Publishes the versions of every dataset. One whose data are those of its last version has its number and its day, where
/// its author states no other.
///
/// # Errors
/// When a file of a version is absent or damaged, or the disk refuses.
pub(crate) fn versions(
    mut content: TabledPortal,
    run: &Run<'_>,
    sink: &mut Sink,
) -> Result<TabledPortal, Fatal> {
    let context = HistoryContext {
        root: run.root,
        staging: run.staging,
        cache: run.cache,
        keep: content.portal.settings.whole_versions,
    };
    let tables = current(&content.tables, &content.files, run);
    let histories = run
        .clock()
        .stage("versions", || history::publish(&tables, &context, sink))?;
    for dataset in &mut content.portal.datasets {
        let history = histories.of(&dataset.head.id).filter(|h| h.is_current);
        let Some(last) = history.and_then(|history| history.releases().last()) else {
            continue;
        };
        dataset.version.get_or_insert(last.version.to_string());
        dataset.modified = dataset.modified.or(PartialDate::parse(&last.date));
    }
    content.histories = histories;
    Ok(content)
}

/// Writes the rows of the portal's registers, and returns them as datasets.
fn write_registers(portal: &Portal, aside: &ScratchFolder) -> Result<Vec<Dataset>, Fatal> {
    let mut registers = Vec::new();
    for register in model::registers::draw(portal) {
        aside.write(&register.dataset.resources[0].path, &register.csv)?;
        registers.push(register.dataset);
    }
    Ok(registers)
}

/// One reading of datasets that lie in one home.
struct Reading<'a> {
    portal: &'a Portal,
    /// The contacts that are no personal data, where that is looked for.
    personal: Option<&'a DeclaredContacts>,
    home: Home,
    stages: ReadingStages,
}

/// Names under which a reading's time is told.
struct ReadingStages {
    read: &'static str,
    write: &'static str,
}

impl<'a> Reading<'a> {
    /// Returns that of the registers, whose rows are aside. What pages say has been looked at.
    fn of_pages(portal: &'a Portal, aside: &ScratchFolder) -> Reading<'a> {
        Reading {
            portal,
            personal: None,
            home: Home::of_pages(aside.path()),
            stages: ReadingStages {
                read: "registers",
                write: "registers",
            },
        }
    }

    /// Reads the tables of these datasets, and writes their downloads.
    fn read(
        &self,
        datasets: &[Dataset],
        run: &Run<'_>,
        sink: &mut Sink,
    ) -> Result<(Tables, Files), Fatal> {
        let clock = run.clock();
        let settings = &self.portal.settings;
        let mut tables = clock.stage(self.stages.read, || {
            crate::tables::ingest(datasets, &self.home, self.personal, clock, sink)
        })?;
        crate::tables::code_lists::label(datasets, &mut tables, settings)?;
        let area = settings.spatial.as_ref();
        tables.settle_in(area.and_then(|area| region_of(area.code.as_deref()?)));
        tables.tell(&about(settings, datasets));
        clock.stage(self.stages.read, || {
            crate::tables::row_cuts::outline(datasets, &mut tables, sink)
        })?;
        crate::tables::protection::explain(&mut tables, &settings.languages);
        let context = WriteContext {
            staging: run.staging,
            cache: run.cache,
            timings: clock,
            limits: settings.limits,
        };
        let files = clock.stage(self.stages.write, || {
            downloads::write(&tables, &context, &settings.formats, sink)
        })?;
        Ok((tables, files))
    }
}
