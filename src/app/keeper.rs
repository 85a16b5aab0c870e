//! The way by which the plan in hand reaches storage.
//!
//! Every change is put into the journal at once and committed as soon as the one before is. Only the newest plan
//! counts, so at most one waits. There is one keeper for the app: it outlives the screen of the plan.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::task::spawn_local;

use crate::guide::Plan;
use crate::record::Archive;
use crate::record::storage::StorageError;

use super::clock;
use super::saved::{SavedState, Writer};

/// Keeps the newest plan, or drops it. Clones share one queue.
#[derive(Clone)]
pub struct Keeper {
    archive: Archive,
    saved: Writer,
    queue: Rc<RefCell<Queue>>,
}

#[derive(Default)]
struct Queue {
    next: Option<Next>,
    busy: bool,
    /// When the newest plan was so, in milliseconds since 1970.
    at: i64,
}

/// What is still to be done. The newest takes the place of what waits.
#[derive(Clone)]
enum Next {
    /// The plan, and when it was so.
    Keep(Box<Plan>, i64),
    Drop,
}

impl Keeper {
    pub fn new(archive: Archive, saved: SavedState) -> Self {
        Self { archive, saved: saved.writer(), queue: Rc::default() }
    }

    /// Keeps this plan, in place of the one before.
    pub fn keep(&self, plan: Plan) {
        // The journal is the second copy. When it takes nothing, the line says so until the commit went through.
        let at = self.now();
        let journalled = self.archive.plan_in_flight(&plan, at);
        self.next(Next::Keep(Box::new(plan), at));
        if let Err(error) = journalled {
            self.saved.failed(&error);
        }
    }

    /// Forgets the plan: it was used.
    pub fn drop_plan(&self) {
        self.next(Next::Drop);
    }

    /// Tries again to do what could not be done.
    pub fn retry(&self) {
        if self.queue.borrow().next.is_some() {
            self.kick();
        }
    }

    /// Later than the plan before, also where the clock is not.
    fn now(&self) -> i64 {
        let mut queue = self.queue.borrow_mut();
        queue.at = clock::now().max(queue.at.saturating_add(1));
        queue.at
    }

    fn next(&self, next: Next) {
        self.queue.borrow_mut().next = Some(next);
        self.kick();
    }

    /// Begins with what waits, unless that is under way.
    fn kick(&self) {
        self.saved.saving();
        let busy = std::mem::replace(&mut self.queue.borrow_mut().busy, true);
        if !busy {
            let keeper = self.clone();
            spawn_local(async move {
                let outcome = keeper.drain().await;
                keeper.queue.borrow_mut().busy = false;
                match outcome {
                    Ok(()) => keeper.saved.done(),
                    Err(error) => keeper.saved.failed(&error),
                }
            });
        }
    }

    async fn drain(&self) -> Result<(), StorageError> {
        loop {
            let next = self.queue.borrow_mut().next.take();
            let Some(next) = next else { return Ok(()) };
            let outcome = match &next {
                Next::Keep(plan, at) => self.archive.keep_plan(plan, *at).await,
                Next::Drop => self.archive.drop_plan().await,
            };
            let mut queue = self.queue.borrow_mut();
            if let Err(error) = outcome {
                // It waits for the next change, unless that has come already.
                queue.next.get_or_insert(next);
                return Err(error);
            }
            if queue.next.is_none() {
                self.archive.plan_landed();
            }
        }
    }
}
