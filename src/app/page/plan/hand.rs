//! The plan in hand: one signal, and the way by which each change reaches storage.
//!
//! Every change is put into the journal at once and committed as soon as the one before is. Only the newest text
//! counts, so what waits is at most one plan.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::saved::SavedState;
use crate::framework::Framework;
use crate::guide::{Outline, Plan};
use crate::record::Archive;
use crate::record::storage::StorageError;

/// The plan that is being changed. A handle: copies are the same plan.
#[derive(Clone, Copy)]
pub struct PlanInHand {
    plan: RwSignal<Plan>,
    outline: Memo<Outline>,
    framework: StoredValue<Arc<Framework>>,
    keeper: StoredValue<Keeper, LocalStorage>,
    /// What the last change came to, where that is not plain to see.
    said: RwSignal<String>,
}

impl PlanInHand {
    /// Takes a plan in hand. It is kept from the first change on.
    pub fn new(plan: Plan, framework: Arc<Framework>, keeper: Keeper) -> Self {
        let plan = RwSignal::new(plan);
        let known = Arc::clone(&framework);
        Self {
            plan,
            outline: Memo::new(move |_| plan.with(|plan| Outline::of(&known, plan))),
            framework: StoredValue::new(framework),
            keeper: StoredValue::new_local(keeper),
            said: RwSignal::new(String::new()),
        }
    }

    /// The plan; tracked where signals are.
    pub fn plan(self) -> RwSignal<Plan> {
        self.plan
    }

    /// What can be said of the plan.
    pub fn outline(self) -> Memo<Outline> {
        self.outline
    }

    pub fn framework(self) -> Arc<Framework> {
        self.framework.get_value()
    }

    /// What keeps it; it outlives the screen.
    pub fn keeper(self) -> Keeper {
        self.keeper.get_value()
    }

    /// What the last change came to.
    pub fn said(self) -> ReadSignal<String> {
        self.said.read_only()
    }

    /// Says what the last change came to.
    pub fn say(self, words: String) {
        self.said.set(words);
    }

    /// Changes the plan and keeps it.
    pub fn change(self, change: impl FnOnce(&mut Plan, &Framework)) {
        let framework = self.framework();
        self.plan.update(|plan| change(plan, &framework));
        self.said.set(String::new());
        self.keeper().keep(self.plan.get_untracked());
    }

    /// Changes what is wished for, and says which chosen questions went because they no longer serve.
    pub fn wish(self, change: impl FnOnce(&mut Plan, &Framework)) {
        let before = self.plan.get_untracked();
        self.change(change);
        self.say(self.plan.with_untracked(|plan| plan.lost_since(&before)));
    }
}

/// Keeps the newest plan, or drops it. Clones share one queue.
#[derive(Clone)]
pub struct Keeper {
    archive: Archive,
    saved: SavedState,
    queue: Rc<RefCell<Queue>>,
}

#[derive(Default)]
struct Queue {
    next: Option<Next>,
    busy: bool,
}

/// What is still to be done. The newest takes the place of what waits.
#[derive(Clone)]
enum Next {
    Keep(Plan),
    Drop,
}

impl Keeper {
    pub fn new(archive: Archive, saved: SavedState) -> Self {
        Self { archive, saved, queue: Rc::default() }
    }

    /// Keeps this plan, in place of the one before.
    pub fn keep(&self, plan: Plan) {
        // The journal is the second copy. When it takes nothing, the line says so until the commit went through.
        let journalled = self.archive.plan_in_flight(&plan);
        self.next(Next::Keep(plan));
        if let Err(error) = journalled {
            self.saved.failed(&error);
        }
    }

    /// Forgets the plan: it was used.
    pub fn drop_plan(&self) {
        self.next(Next::Drop);
    }

    fn next(&self, next: Next) {
        self.saved.saving();
        let busy = {
            let mut queue = self.queue.borrow_mut();
            queue.next = Some(next);
            std::mem::replace(&mut queue.busy, true)
        };
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
                Next::Keep(plan) => self.archive.keep_plan(plan).await,
                Next::Drop => self.archive.drop_plan().await,
            };
            let mut queue = self.queue.borrow_mut();
            if let Err(error) = outcome {
                // It waits for the next change, unless that has come already.
                queue.next.get_or_insert(next);
                return Err(error);
            }
            if queue.next.is_none() {
                self.archive.plan_landed()?;
            }
        }
    }
}
