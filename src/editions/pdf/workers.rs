//! Documents are set side by side, each by a hand of its own.
//!
//! The typesetter parts its own work with rayon. In a pool that everybody shares, a thread that waits for a part takes up
//! the next document meanwhile, on top of the one that it is at, and so on, until its stack is full. So each hand is a
//! pool of one thread, which knows of no other document.

use crate::diag::Fatal;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Room on the stack of a hand, in bytes: lists in lists are set by functions that call themselves.
const STACK: usize = 32 << 20;

/// Does the work on each item; the results in the order of the items.
///
/// # Errors
/// The first one of a hand; it puts its work down then.
pub(crate) fn each<T: Sync, R: Send>(
    items: &[T],
    work: impl Fn(&T) -> Result<R, Fatal> + Sync,
) -> Result<Vec<R>, Fatal> {
    let next = AtomicUsize::new(0);
    let take = || {
        let at = next.fetch_add(1, Ordering::Relaxed);
        items.get(at).map(|item| (at, item))
    };
    let hand = || {
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(1)
            .stack_size(STACK)
            .build();
        let pool = pool.map_err(Fatal::fault)?;
        let mut done = Vec::new();
        while let Some((at, item)) = take() {
            done.push((at, pool.install(|| work(item))?));
        }
        Ok(done)
    };
    let hands = rayon::current_num_threads().min(items.len());
    let done: Vec<Result<Vec<(usize, R)>, Fatal>> = thread::scope(|scope| {
        let hands: Vec<_> = (0..hands).map(|_| scope.spawn(hand)).collect();
        hands
            .into_iter()
            .map(|hand| {
                hand.join()
                    .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
            })
            .collect()
    });
    let mut all: Vec<(usize, R)> = done
        .into_iter()
        .collect::<Result<Vec<_>, Fatal>>()?
        .into_iter()
        .flatten()
        .collect();
    all.sort_by_key(|(at, _)| *at);
    Ok(all.into_iter().map(|(_, result)| result).collect())
}

#[cfg(test)]
mod tests {
    use super::each;
    use rayon::prelude::*;
    use std::cell::Cell;

    thread_local!(static AT: Cell<u32> = const { Cell::new(0) });

    #[test]
    fn a_hand_is_at_one_document_at_a_time_and_the_order_stays() {
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
