#![cfg(target_arch = "wasm32")]
//! Tabs that share a record, in a browser. Each [`Tabs`] of a test is one: it has a channel and asks for locks of its own.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Promise};
use touchstone::app::tabs::{Act, Duty, Happening, Hold, Loss, Message, Says, Standing, Tabs};
use touchstone::assessment::AssessmentId;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

use leptos::prelude::GetUntracked;

wasm_bindgen_test_configure!(run_in_browser);

fn follows() -> Standing {
    Standing::Following(None)
}

fn stuck() -> Standing {
    Standing::Stuck("no room".to_owned())
}

fn heard(says: Says) -> Happening {
    Happening::Heard(says)
}

const OPEN: Act = Act::Do(Duty::Open);
const READ: Act = Act::Do(Duty::Read);
const FINISH: Act = Act::Do(Duty::Finish);

#[track_caller]
fn check(before: Standing, happening: Happening, after: Standing, acts: &[Act]) {
    let words = format!("{before:?}, {happening:?}");
    assert_eq!(before.after(happening), (after, acts.to_vec()), "{words}");
}

#[wasm_bindgen_test]
fn whoever_writes_finishes_before_it_lets_go() {
    check(Standing::Writing, heard(Says::Wanted), Standing::Leaving, &[Act::Say(Says::Heard), FINISH]);
    check(Standing::Leaving, Happening::Finished(Ok(())), follows(), &[Act::Queue]);
    let kept = Act::Say(Says::Kept("no room".to_owned()));
    check(Standing::Leaving, Happening::Finished(Err("no room".to_owned())), Standing::Writing, &[kept]);
    // Of a commit that nobody waits for there is nothing to say.
    check(Standing::Writing, Happening::Finished(Ok(())), Standing::Writing, &[]);
}

#[wasm_bindgen_test]
fn whoever_follows_asks_before_it_takes() {
    check(follows(), Happening::Pressed, Standing::Asking, &[Act::Say(Says::Wanted), Act::Wait]);
    check(Standing::Asking, Happening::Pressed, Standing::Asking, &[]);
    check(Standing::Asking, Happening::Silence, Standing::Asking, &[Act::Steal]);
    check(Standing::Asking, heard(Says::Heard), Standing::Awaiting, &[]);
    check(Standing::Awaiting, Happening::Silence, Standing::Awaiting, &[]);
    check(Standing::Awaiting, Happening::Pressed, Standing::Asking, &[Act::Say(Says::Wanted), Act::Wait]);
    let why = "The other tab keeps it, since not everything is saved there yet. It says: No room.";
    for before in [Standing::Asking, Standing::Awaiting] {
        let kept = heard(Says::Kept("No room.".to_owned()));
        check(before, kept, Standing::Following(Some(why.to_owned())), &[]);
    }
}

#[wasm_bindgen_test]
fn nothing_is_written_before_all_is_read() {
    for before in [follows(), Standing::Asking, Standing::Awaiting] {
        check(before, Happening::Granted, Standing::Taking, &[OPEN]);
    }
    check(Standing::Taking, Happening::Opened, Standing::Writing, &[Act::Say(Says::Taken), FINISH]);
    check(Standing::Taking, Happening::Unread("no room".to_owned()), stuck(), &[]);
    check(stuck(), Happening::Pressed, Standing::Taking, &[OPEN]);
    for before in [Standing::Taking, stuck()] {
        check(before, heard(Says::Wanted), follows(), &[Act::Queue]);
    }
    for standing in [follows(), Standing::Taking, stuck()] {
        assert!(!standing.writes() && !standing.takes(), "{standing:?}");
    }
}

#[wasm_bindgen_test]
fn a_lock_that_is_stolen_ends_the_writing() {
    for before in [Standing::Writing, Standing::Leaving, Standing::Taking, stuck()] {
        check(before.clone(), Happening::Stolen, follows(), &[Act::Queue]);
        check(before, heard(Says::Taken), follows(), &[Act::Queue, READ]);
    }
    check(follows(), heard(Says::Taken), follows(), &[READ]);
    check(follows(), Happening::Lacking, Standing::Apart(Loss::Overtaken), &[Act::Release]);
    check(Standing::Writing, Happening::Lacking, Standing::Writing, &[]);
}

#[wasm_bindgen_test]
fn those_who_wait_let_the_one_who_asks_go_first() {
    check(follows(), heard(Says::Wanted), follows(), &[Act::Queue]);
    check(Standing::Asking, heard(Says::Wanted), Standing::Asking, &[]);
    check(Standing::Asking, heard(Says::Taken), follows(), &[READ]);
}

#[wasm_bindgen_test]
fn what_is_deleted_stands_apart_until_it_is_put_back() {
    let apart = Standing::Apart(Loss::Removed);
    for before in [Standing::Writing, follows(), Standing::Taking] {
        check(before, heard(Says::Removed), apart.clone(), &[Act::Release]);
    }
    check(follows(), Happening::Missing, apart.clone(), &[Act::Release]);
    check(Standing::Taking, Happening::Missing, apart.clone(), &[Act::Release]);
    check(apart.clone(), Happening::Pressed, apart.clone(), &[]);
    check(apart, heard(Says::Changed), follows(), &[Act::Queue, READ]);
    check(follows(), heard(Says::Changed), follows(), &[READ]);
    check(Standing::Writing, heard(Says::Changed), Standing::Writing, &[]);
}

#[wasm_bindgen_test]
fn a_message_is_read_as_it_was_written_and_a_strange_one_is_none() {
    let of = AssessmentId::new("a1b2");
    let kept = Message { of: of.clone(), says: Says::Kept("No \"room\".".to_owned()) };
    assert_eq!(kept.written(), r#"{"of":"a1b2","says":{"kept":"No \"room\"."}}"#);
    let wanted = Message { of, says: Says::Wanted };
    assert_eq!(wanted.written(), r#"{"of":"a1b2","says":"wanted"}"#);
    for message in [kept, wanted] {
        assert_eq!(Message::read(&message.written()), Some(message));
    }
    assert_eq!(Message::read(r#"{"of":"a1b2","says":"sung"}"#), None);
    assert_eq!(Message::read("?"), None);
}

/// A tab that has the record open, and reads and finishes at once.
struct Tab {
    hold: Rc<Hold>,
    /// What it was told to do.
    duties: Rc<RefCell<Vec<Duty>>>,
}

impl Tab {
    async fn opens(id: &str) -> Self {
        let tabs = Tabs::new(true);
        let hold = tabs.hold(&AssessmentId::new(id));
        hold.begin().await;
        let duties = Rc::new(RefCell::new(Vec::new()));
        let (done, me) = (Rc::clone(&duties), Rc::downgrade(&hold));
        hold.opens(move |duty| {
            done.borrow_mut().push(duty);
            let Some(hold) = me.upgrade() else { return };
            match duty {
                Duty::Open => hold.meets(Happening::Opened),
                Duty::Finish => hold.meets(Happening::Finished(Ok(()))),
                Duty::Read => {}
            }
        });
        hold.enters();
        Self { hold, duties }
    }

    fn standing(&self) -> Standing {
        self.hold.standing().get_untracked()
    }

    async fn comes_to(&self, standing: Standing) {
        // A tab hears of another one in a later task.
        for _ in 0..300 {
            if self.standing() == standing {
                return;
            }
            a_moment().await;
        }
        panic!("it is {:?}, not {standing:?}", self.standing());
    }
}

async fn a_moment() {
    let later = Function::new_with_args("done", "setTimeout(done, 10)");
    let moment = Promise::new(&mut |done, _| drop(later.call1(&JsValue::NULL, &done).unwrap()));
    JsFuture::from(moment).await.unwrap();
}

#[wasm_bindgen_test]
async fn of_two_tabs_one_writes_and_the_other_one_follows() {
    let (first, second) = (Tab::opens("two").await, Tab::opens("two").await);
    let other = Tab::opens("another").await;
    assert_eq!((first.standing(), second.standing()), (Standing::Writing, follows()));
    assert_eq!(other.standing(), Standing::Writing);
    drop(first);
    second.comes_to(Standing::Writing).await;
    assert!(second.duties.borrow().ends_with(&[Duty::Open, Duty::Finish]), "{:?}", second.duties);
}

#[wasm_bindgen_test]
async fn a_record_goes_to_the_tab_that_asks_before_one_that_only_waits() {
    let (first, second, third) = (Tab::opens("three").await, Tab::opens("three").await, Tab::opens("three").await);
    third.hold.meets(Happening::Pressed);
    third.comes_to(Standing::Writing).await;
    first.comes_to(follows()).await;
    assert_eq!(second.standing(), follows());
    assert_eq!(first.duties.borrow()[..], [Duty::Finish, Duty::Read]);
    assert!(!second.duties.borrow().contains(&Duty::Open), "the second tab had it in between");
    drop((third, first));
    second.comes_to(Standing::Writing).await;
}

#[wasm_bindgen_test]
async fn a_tab_that_does_not_answer_loses_the_lock() {
    let frozen = "navigator.locks.request('touchstone/assessment/frozen', () => new Promise(() => {})).catch(() => {})";
    Function::new_no_args(frozen).call0(&JsValue::NULL).unwrap();
    let tab = Tab::opens("frozen").await;
    assert_eq!(tab.standing(), follows());
    tab.hold.meets(Happening::Pressed);
    tab.comes_to(Standing::Writing).await;
}

#[wasm_bindgen_test]
async fn a_tab_whose_lock_is_stolen_follows_and_waits_for_it() {
    let tab = Tab::opens("stolen").await;
    let thief = "navigator.locks.request('touchstone/assessment/stolen', { steal: true }, \
        () => new Promise(done => setTimeout(done, 50)))";
    Function::new_no_args(thief).call0(&JsValue::NULL).unwrap();
    tab.comes_to(follows()).await;
    tab.comes_to(Standing::Writing).await;
}

#[wasm_bindgen_test]
async fn a_tab_that_shows_it_on_no_screen_lets_go_of_it() {
    let first = Tab::opens("off-screen").await;
    first.hold.leaves();
    let second = Tab::opens("off-screen").await;
    second.comes_to(Standing::Writing).await;
    first.comes_to(follows()).await;
}

#[wasm_bindgen_test]
async fn who_has_nothing_open_takes_a_record_all_the_same() {
    let first = Tab::opens("bare").await;
    let tabs = Tabs::new(true);
    let hold = tabs.hold(&AssessmentId::new("bare"));
    assert!(Rc::ptr_eq(&hold, &tabs.hold(&AssessmentId::new("bare"))));
    assert_eq!(hold.take().await, Ok(()));
    first.comes_to(follows()).await;
    hold.say(Says::Removed);
    first.comes_to(Standing::Apart(Loss::Removed)).await;
}

#[wasm_bindgen_test]
async fn two_screens_that_open_a_record_at_once_are_one_tab() {
    let tabs = Tabs::new(true);
    let (one, other) = (tabs.hold(&AssessmentId::new("both")), tabs.hold(&AssessmentId::new("both")));
    let first = one.begin();
    let second = other.begin();
    assert!(second.await && first.await);
}

#[wasm_bindgen_test]
async fn tabs_that_share_nothing_keep_nothing_from_each_other() {
    let (one, other) = (Tabs::new(false), Tabs::new(false));
    let id = AssessmentId::new("alone");
    let (one, other) = (one.hold(&id), other.hold(&id));
    assert!(one.begin().await && other.begin().await);
}
