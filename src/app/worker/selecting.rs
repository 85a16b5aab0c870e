//! Questions selected in the background: what each five minutes more would cover, a point at a time, and the best
//! questions for a wish that the page's own quick search did not settle.
//!
//! The worker knows the framework from the beginning, so that one wish after the other can be asked of it. The page asks
//! for a point when the last one is there: a new wish waits for one of them at most.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use crate::app::clock;
use crate::framework::Framework;
use crate::question::{Effort, Point, STEPS, Selection, Wish, minutes_of_curve, point, select_within};

use super::errand::{Errand, Heard};
use super::message::{Message, Request, Told, bytes_of};

/// What is heard of a curve.
pub enum Drawn {
    /// They come in the order of their minutes.
    Point(Point),
    /// That was the last one.
    Whole,
    /// In plain words; nothing comes behind it.
    Failed(String),
}

/// A curve that is being worked out. Dropped, it is cancelled: nothing is heard of it any more.
pub struct Curve(Rc<Questioning>);

impl Curve {
    /// Works out the points for 5, 10, … 120 minutes, whatever minutes the wish names, and calls back with each.
    pub fn start(framework: &Framework, wish: Wish, answer: impl Fn(Drawn) + 'static) -> Self {
        let questioning = Questioning::begin(framework, move |questioning, heard| match heard {
            Ok(Told::Point(number, point)) => {
                if number != questioning.number.get() {
                    return;
                }
                // The next one is worked out while this one is drawn.
                let goes_on = questioning.ask_next();
                answer(Drawn::Point(point));
                if !goes_on {
                    answer(Drawn::Whole);
                }
            }
            Ok(_) => answer(Drawn::Failed(STRANGE.to_owned())),
            Err(failure) => answer(Drawn::Failed(failure)),
        });
        let curve = Self(questioning);
        curve.again(&wish);
        curve
    }

    /// Works the points out for another wish; nothing is heard of the last one any more.
    pub fn again(&self, wish: &Wish) {
        let number = self.0.number.get() + 1;
        let point = |minutes| Request::Point(number, Wish { minutes, ..wish.clone() });
        self.0.turn_to(number, minutes_of_curve().map(point).collect());
    }
}

/// A selection that is being worked out. Dropped, it is cancelled: nothing is heard of it any more.
pub struct Selecting(Rc<Questioning>);

impl Selecting {
    /// Selects with more effort than the page itself may spend, and calls back once, or with a failure in plain words.
    pub fn start(framework: &Framework, wish: Wish, answer: impl Fn(Result<Selection, String>) + 'static) -> Self {
        let questioning = Questioning::begin(framework, move |questioning, heard| match heard {
            Ok(Told::Selection(number, selection)) => {
                if number == questioning.number.get() {
                    answer(Ok(*selection));
                }
            }
            Ok(_) => answer(Err(STRANGE.to_owned())),
            Err(failure) => answer(Err(failure)),
        });
        let selecting = Self(questioning);
        selecting.again(wish);
        selecting
    }

    /// Selects for another wish; nothing is heard of the last one any more.
    pub fn again(&self, wish: Wish) {
        let number = self.0.number.get() + 1;
        self.0.turn_to(number, VecDeque::from([Request::Select(number, wish)]));
    }
}

/// A worker that knows a framework, and what is to be asked of it.
struct Questioning {
    errand: RefCell<Option<Errand>>,
    /// The number of the wish that counts.
    number: Cell<u32>,
    ahead: RefCell<VecDeque<Request>>,
}

impl Questioning {
    fn begin(framework: &Framework, heard: impl Fn(&Self, Result<Told, String>) + 'static) -> Rc<Self> {
        let questioning =
            Rc::new(Self { errand: RefCell::new(None), number: Cell::new(0), ahead: RefCell::new(VecDeque::new()) });
        let own = Rc::downgrade(&questioning);
        let errand = Errand::begin(move |told| {
            if let Some(own) = own.upgrade() {
                heard(&own, answer(told));
            }
        });
        errand.ask(Message::with(Request::Know, [Some(bytes_of(&framework.canonical()))]));
        questioning.errand.replace(Some(errand));
        questioning
    }

    /// Lets go of what was to be asked, and asks for this.
    fn turn_to(&self, number: u32, requests: VecDeque<Request>) {
        self.number.set(number);
        self.ahead.replace(requests);
        self.ask_next();
    }

    /// Asks for what comes next; `false` when that was all.
    fn ask_next(&self) -> bool {
        let Some(next) = self.ahead.borrow_mut().pop_front() else { return false };
        if let Some(errand) = &*self.errand.borrow() {
            errand.ask(Message::of(next));
        }
        true
    }
}

fn answer(heard: Heard) -> Result<Told, String> {
    match heard {
        Heard::Told(message) => Ok(message.word),
        Heard::Missing(missing) => Err(missing.words("works this out", "try again")),
        Heard::Broken => Err(BROKEN.to_owned()),
        Heard::Strange => Err(STRANGE.to_owned()),
        Heard::Refused(reason) => Err(reason),
    }
}

const STRANGE: &str = "The part of the app that works this out is of another release than the page. Reload the page.";

const BROKEN: &str = "The part of the app that works this out stopped; this device may have too little memory for it. The \
     plan is as it was. Close other tabs and try once more.";

/// So many milliseconds one search may take in the worker.
const LONGEST: i64 = 1_000;

/// The worker's part: the best questions of the framework for the wish, or the best that were found in the time.
pub fn selected(framework: &Framework, wish: &Wish) -> Selection {
    let begun = clock::now();
    select_within(framework, wish, &mut Effort { steps: u64::MAX, go_on: &mut || clock::now() - begun < LONGEST })
}

/// The worker's part: a point of the curve. So that each device draws the same curve, the steps are the usual ones; only
/// where they take very long, the clock ends them.
pub fn drawn(framework: &Framework, wish: &Wish) -> Point {
    let begun = clock::now();
    point(framework, wish, &mut Effort { steps: STEPS, go_on: &mut || clock::now() - begun < LONGEST })
}
