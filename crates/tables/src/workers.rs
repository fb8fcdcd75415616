//! Threads that share the work on one large table. What they do never depends on how it is divided.

use rayon::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};

/// Threads for one table, at most.
const MOST: usize = 8;

/// Threads of one table's own: a thread that waits for another may not begin with some other table meanwhile, which
/// would take memory. Without threads, everything is done right here.
#[derive(Default)]
pub(crate) struct Workers(Option<ThreadPool>);

impl Workers {
    /// As many threads as there are processors to be used, where that is more than one and they can be had.
    pub(crate) fn new() -> Workers {
        let threads = rayon::current_num_threads().min(MOST);
        if threads < 2 {
            return Workers(None);
        }
        Workers(ThreadPoolBuilder::new().num_threads(threads).build().ok())
    }

    /// Does something on one of the threads, from which the others are not so far away.
    pub(crate) fn run<A: Send>(&self, work: impl FnOnce() -> A + Send) -> A {
        match &self.0 {
            Some(pool) => pool.install(work),
            None => work(),
        }
    }

    /// Does both, at the same time where there are threads.
    pub(crate) fn both<A: Send, B: Send>(
        &self,
        one: impl FnOnce() -> A + Send,
        other: impl FnOnce() -> B + Send,
    ) -> (A, B) {
        match &self.0 {
            Some(pool) => pool.join(one, other),
            None => (one(), other()),
        }
    }

    /// Does something to each, with its place. Of several errors it says the first.
    ///
    /// # Errors
    /// Those of `work`.
    pub(crate) fn each<T: Send, E: Send>(
        &self,
        items: &mut [T],
        work: impl Fn(usize, &mut T) -> Result<(), E> + Sync + Send,
    ) -> Result<(), E> {
        match &self.0 {
            Some(pool) => {
                let outcomes: Vec<Result<(), E>> = pool.install(|| {
                    items
                        .par_iter_mut()
                        .enumerate()
                        .with_max_len(1)
                        .map(|(at, item)| work(at, item))
                        .collect()
                });
                outcomes.into_iter().collect()
            }
            None => items
                .iter_mut()
                .enumerate()
                .try_for_each(|(at, item)| work(at, item)),
        }
    }
}

/// Does both, the first in a thread of its own where that is worth it. Unlike rayon's threads, this one never begins with
/// anything else while it waits.
pub(crate) fn beside<A: Send, B>(
    worth_it: bool,
    one: impl FnOnce() -> A + Send,
    other: impl FnOnce() -> B,
) -> (A, B) {
    if !worth_it {
        return (one(), other());
    }
    std::thread::scope(|scope| {
        let one = scope.spawn(one);
        let other = other();
        (
            one.join()
                .unwrap_or_else(|panic| std::panic::resume_unwind(panic)),
            other,
        )
    })
}
