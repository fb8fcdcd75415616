//! The steps of a swap, at each of which a test breaks a run off: by an error, or as if the machine had stopped.

/// Names a step that is about to be taken.
///
/// # Errors
/// When a test wants this step to fail.
#[cfg(not(test))]
pub(crate) fn step(_name: &'static str) -> std::io::Result<()> {
    Ok(())
}

#[cfg(test)]
pub(crate) use trial::step;

#[cfg(test)]
pub(crate) mod trial {
    use std::cell::{Cell, RefCell};
    use std::io;

    /// How a run is broken off.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub(crate) enum Break {
        /// The step fails, as on a full disk.
        Fail,
        /// The program ends at once, as when it is killed.
        Die,
    }

    thread_local! {
        static PLAN: Cell<Option<(usize, Break)>> = const { Cell::new(None) };
        static TAKEN: RefCell<Vec<&'static str>> = const { RefCell::new(Vec::new()) };
        static NO_EXCHANGE: Cell<bool> = const { Cell::new(false) };
    }

    /// Breaks this thread's run off before its step of this number, from 0; none lets it run.
    pub(crate) fn plan(plan: Option<(usize, Break)>) {
        PLAN.set(plan);
        TAKEN.take();
    }

    /// The steps that were taken since.
    pub(crate) fn taken() -> Vec<&'static str> {
        TAKEN.with_borrow(Clone::clone)
    }

    /// Whether folders are exchanged in two steps, as on systems that cannot do it in one.
    pub(crate) fn set_no_exchange(no: bool) {
        NO_EXCHANGE.set(no);
    }

    pub(crate) fn no_exchange() -> bool {
        NO_EXCHANGE.get()
    }

    pub(crate) fn step(name: &'static str) -> io::Result<()> {
        let at = TAKEN.with_borrow_mut(|taken| {
            taken.push(name);
            taken.len() - 1
        });
        match PLAN.get() {
            Some((planned, Break::Fail)) if planned == at => {
                Err(io::Error::other("a test's fault"))
            }
            Some((planned, Break::Die)) if planned == at => std::process::abort(),
            _ => Ok(()),
        }
    }
}
