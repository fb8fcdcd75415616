//! Documents are set side by side, each by a worker of its own.
//!
//! The typesetter parts its own work with rayon. In a pool that everybody shares, a thread that waits for a part takes up
//! the next document meanwhile, on top of the one that it is at, and so on, until its stack is full. So each worker is a
//! pool of one thread, which knows of no other document.

use crate::diag::Fatal;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Room on the stack of a worker, in bytes: lists in lists are set by functions that call themselves.
const STACK: usize = 32 << 20;

/// Items that wait for a worker.
struct Queue<'a, T> {
    items: &'a [T],
    next: AtomicUsize,
}

impl<'a, T> Queue<'a, T> {
    /// Takes the next item, with its index.
    fn take(&self) -> Option<(usize, &'a T)> {
        let index = self.next.fetch_add(1, Ordering::Relaxed);
        self.items.get(index).map(|item| (index, item))
    }
}

/// Does the work on each item, and returns the results in the order of the items.
///
/// # Errors
/// The first one of a worker; it takes no other item then.
pub(crate) fn each<T: Sync, R: Send>(
    items: &[T],
    work: impl Fn(&T) -> Result<R, Fatal> + Sync,
) -> Result<Vec<R>, Fatal> {
    let queue = Queue {
        items,
        next: AtomicUsize::new(0),
    };
    let workers = rayon::current_num_threads().min(items.len());
    let (queue, work) = (&queue, &work);
    let done: Vec<Result<Vec<(usize, R)>, Fatal>> = thread::scope(|scope| {
        let workers: Vec<_> = (0..workers)
            .map(|_| scope.spawn(move || work_through(queue, work)))
            .collect();
        workers
            .into_iter()
            .map(|worker| {
                worker
                    .join()
                    .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
            })
            .collect()
    });
    let mut all = Vec::with_capacity(items.len());
    for results in done {
        all.extend(results?);
    }
    all.sort_by_key(|(index, _)| *index);
    Ok(all.into_iter().map(|(_, result)| result).collect())
}

/// Does the work on items of the queue until there are none, in a pool of one thread.
fn work_through<T: Sync, R: Send>(
    queue: &Queue<'_, T>,
    work: &(impl Fn(&T) -> Result<R, Fatal> + Sync),
) -> Result<Vec<(usize, R)>, Fatal> {
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(1)
        .stack_size(STACK)
        .build()
        .map_err(Fatal::fault)?;
    let mut done = Vec::new();
    while let Some((index, item)) = queue.take() {
        done.push((index, pool.install(|| work(item))?));
    }
    Ok(done)
}

#[cfg(test)]
mod tests {
    use super::each;
    use rayon::prelude::*;
    use std::cell::Cell;

    thread_local!(static AT: Cell<u32> = const { Cell::new(0) });

    #[test]
    fn a_worker_is_at_one_document_at_a_time_and_the_order_stays() {
        let items: Vec<u64> = (0..200).collect();
        let done = each(&items, |n| {
            assert_eq!(
                AT.replace(AT.get() + 1),
                0,
                "a document was begun within another"
            );
            let sum: u64 = (0..64_u64).into_par_iter().map(|i| i * n).sum();
            AT.set(0);
            Ok(sum)
        });
        assert_eq!(
            done.unwrap(),
            items.iter().map(|n| n * 2016).collect::<Vec<_>>()
        );
        assert_eq!(each(&[], |(): &()| Ok(())).unwrap(), []);
    }
}
