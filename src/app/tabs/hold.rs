//! One record in one tab: it asks for the lock, hears what other tabs say of the record, and keeps account of how this
//! tab stands to it. What the record holds is for the one who has it open, its party.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use std::time::Duration;

use js_sys::{Function, Promise};
use leptos::leptos_dom::helpers::set_timeout;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};
use web_sys::AbortController;

use crate::app::failure;
use crate::assessment::AssessmentId;

use super::lock::{How, Lock};
use super::{Act, Duty, Happening, Says, Standing, Tabs};

/// So long a tab that writes may take to answer; one that is frozen or has failed never does.
const PATIENCE: Duration = Duration::from_secs(1);

/// Where this tab stands to a record. The lock goes with it.
pub struct Hold {
    me: Weak<Self>,
    id: AssessmentId,
    tabs: Rc<Tabs>,
    standing: ArcRwSignal<Standing>,
    lock: RefCell<Option<Lock>>,
    /// Which request is the last: what comes of an earlier one no longer counts.
    turn: Cell<u32>,
    /// Takes back the request that waits its turn.
    waiting: RefCell<Option<AbortController>>,
    /// The first request, which every screen that opens the record waits for.
    first: RefCell<Option<Promise>>,
    party: RefCell<Option<Party>>,
    /// What there was to do for the party before it came.
    undone: RefCell<Vec<Duty>>,
    screens: Cell<u32>,
    /// Who waits for the standing to change.
    watchers: RefCell<Vec<Function>>,
}

/// The one who has the record open, and does what there is to do with it.
type Party = Rc<dyn Fn(Duty)>;

impl Hold {
    pub(super) fn new(id: AssessmentId, tabs: Rc<Tabs>) -> Rc<Self> {
        Rc::new_cyclic(|me| Self {
            me: me.clone(),
            id,
            tabs,
            standing: ArcRwSignal::new(Standing::Following(None)),
            lock: RefCell::default(),
            turn: Cell::default(),
            waiting: RefCell::default(),
            first: RefCell::default(),
            party: RefCell::default(),
            undone: RefCell::default(),
            screens: Cell::default(),
            watchers: RefCell::default(),
        })
    }

    pub fn id(&self) -> &AssessmentId {
        &self.id
    }

    /// How this tab stands to the record; tracked where signals are.
    pub fn standing(&self) -> ArcReadSignal<Standing> {
        self.standing.read_only()
    }

    /// Asks for the record, and waits until it is known whether another tab has it. `true` when this one writes.
    pub async fn begin(&self) -> bool {
        let first = self.first.borrow().clone();
        let first = first.or_else(|| {
            let me = self.me.upgrade()?;
            let asked = future_to_promise(async move {
                me.ask_first().await;
                Ok(JsValue::UNDEFINED)
            });
            self.first.replace(Some(asked.clone()));
            Some(asked)
        });
        if let Some(first) = first {
            // It is never rejected.
            drop(JsFuture::from(first).await);
        }
        self.standing.get_untracked().writes()
    }

    /// Waits until this tab writes, and asks the one that does to let go.
    ///
    /// # Errors
    /// Why the other tab does not let go of it, or why it cannot be read.
    pub async fn take(&self) -> Result<(), String> {
        self.begin().await;
        self.meets(Happening::Pressed);
        loop {
            match self.standing.get_untracked() {
                Standing::Following(Some(why)) | Standing::Stuck(why) => return Err(why),
                // What is gone needs no writer.
                Standing::Writing | Standing::Apart(_) => return Ok(()),
                // Nobody here has it open, so that there is nothing to read.
                Standing::Taking if self.party.borrow().is_none() => self.meets(Happening::Opened),
                _ => self.changes().await,
            }
        }
    }

    /// Says who has the record open. There is one at a time.
    pub fn opens(&self, party: impl Fn(Duty) + 'static) {
        let party: Party = Rc::new(party);
        self.party.replace(Some(Rc::clone(&party)));
        self.undone.take().into_iter().for_each(|duty| party(duty));
    }

    /// Nobody has the record open any more.
    pub fn closes(&self) {
        self.party.take();
    }

    /// A screen shows the record from now on.
    pub fn enters(&self) {
        self.screens.update(|screens| screens + 1);
        if self.standing.get_untracked().follows() {
            self.say(Says::Shown);
        }
    }

    pub fn leaves(&self) {
        self.screens.update(|screens| screens.saturating_sub(1));
    }

    pub fn say(&self, says: Says) {
        self.tabs.say(&self.id, says);
    }

    pub(super) fn hears(&self, says: Says) {
        match says {
            // What no screen shows here may as well be written there.
            Says::Shown if self.screens.get() == 0 => self.meets(Happening::Heard(Says::Wanted)),
            Says::Shown => {}
            says => self.meets(Happening::Heard(says)),
        }
    }

    /// Takes account of what happened, and does what follows. Nothing does once the app has failed in this tab: it is silent
    /// to the others, which then take the lock by force.
    pub fn meets(&self, happening: Happening) {
        if failure::happened() {
            return;
        }
        let before = self.standing.get_untracked();
        let (after, acts) = before.clone().after(happening);
        if after != before {
            self.standing.set(after);
            for watcher in self.watchers.take() {
                // It is the browser's own function, which takes anything.
                drop(watcher.call0(&JsValue::NULL));
            }
        }
        acts.into_iter().for_each(|act| self.does(act));
    }

    fn does(&self, act: Act) {
        match act {
            Act::Say(says) => self.say(says),
            Act::Release => self.let_go(),
            Act::Queue => {
                self.let_go();
                let waiting = AbortController::new().ok();
                self.waiting.replace(waiting.clone());
                self.ask(waiting);
            }
            Act::Steal => {
                self.let_go();
                self.ask(None);
            }
            Act::Wait => {
                let me = self.me.clone();
                let over = move || {
                    if let Some(me) = me.upgrade() {
                        me.meets(Happening::Silence);
                    }
                };
                set_timeout(over, PATIENCE);
            }
            Act::Do(duty) => self.hands_on(duty),
        }
    }

    fn hands_on(&self, duty: Duty) {
        let party = self.party.borrow().clone();
        match party {
            Some(party) => party(duty),
            None => self.undone.borrow_mut().push(duty),
        }
    }

    async fn ask_first(&self) {
        let turn = self.next_turn();
        let lock = if self.tabs.share() { Lock::ask(&self.name(), How::IfFree).await } else { Some(Lock::needless()) };
        match lock.filter(|_| self.turn.get() == turn) {
            Some(lock) => {
                self.keep(lock, turn);
                self.standing.set(Standing::Writing);
            }
            None => {
                self.does(Act::Queue);
                self.hands_on(Duty::Read);
            }
        }
    }

    /// Asks for the lock, in turn where the request can be taken back, else by force.
    fn ask(&self, waiting: Option<AbortController>) {
        let (me, name, turn) = (self.me.clone(), self.name(), self.next_turn());
        spawn_local(async move {
            let signal = waiting.map(|waiting| waiting.signal());
            let lock = Lock::ask(&name, signal.as_ref().map_or(How::ByForce, How::InTurn)).await;
            let Some(me) = me.upgrade().filter(|me| me.turn.get() == turn) else { return };
            if let Some(lock) = lock {
                me.keep(lock, turn);
                me.meets(Happening::Granted);
            }
        });
    }

    /// Keeps the lock, and watches whether it is stolen.
    fn keep(&self, lock: Lock, turn: u32) {
        if let Some(over) = lock.over() {
            let me = self.me.clone();
            spawn_local(async move {
                let is_stolen = JsFuture::from(over).await.is_err();
                if let Some(me) = me.upgrade().filter(|me| is_stolen && me.turn.get() == turn) {
                    me.meets(Happening::Stolen);
                }
            });
        }
        self.lock.replace(Some(lock));
    }

    fn let_go(&self) {
        self.next_turn();
        if let Some(waiting) = self.waiting.take() {
            waiting.abort();
        }
        self.lock.take();
    }

    fn next_turn(&self) -> u32 {
        self.turn.update(|turn| turn.wrapping_add(1));
        self.turn.get()
    }

    fn name(&self) -> String {
        super::lock_of(&self.id)
    }

    async fn changes(&self) {
        let changed = Promise::new(&mut |done, _| self.watchers.borrow_mut().push(done));
        // It is never rejected.
        drop(JsFuture::from(changed).await);
    }
}

impl Drop for Hold {
    fn drop(&mut self) {
        self.let_go();
    }
}
