//! The plan in hand: one signal, and what can be said of it. Every change is given to the keeper at once.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::keeper::Keeper;
use crate::framework::{Framework, QuestionId};
use crate::guide::{Outline, Plan};

/// The plan that is being changed. A handle: copies are the same plan.
#[derive(Clone, Copy)]
pub struct PlanInHand {
    plan: RwSignal<Plan>,
    outline: Memo<Outline>,
    framework: StoredValue<Arc<Framework>>,
    keeper: StoredValue<Keeper, LocalStorage>,
    /// What the last change came to, where that is not plain to see.
    said: RwSignal<String>,
    /// The question that was added last.
    added: RwSignal<Option<QuestionId>>,
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
            added: RwSignal::new(None),
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

    /// Puts a question into the plan.
    pub fn add(self, id: &QuestionId) {
        self.added.set(Some(id.clone()));
        self.change(|plan, framework| plan.add_question(framework, id));
    }

    /// Where the question that was added last stands now.
    pub fn added(self) -> Memo<Option<usize>> {
        Memo::new(move |_| {
            let added = self.added.get()?;
            self.plan.with(|plan| plan.questions.iter().position(|question| *question == added))
        })
    }

    /// Changes what is wished for, and says which chosen questions went because they no longer serve.
    pub fn wish(self, change: impl FnOnce(&mut Plan, &Framework)) {
        let before = self.plan.get_untracked();
        self.change(change);
        self.say(self.plan.with_untracked(|plan| plan.lost_since(&before)));
    }
}
