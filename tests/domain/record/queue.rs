//! What waits to be committed: nothing that was typed is lost when a commit fails.

use touchstone::assessment::Mark;
use touchstone::record::Queue;

use super::*;

fn text(draft: Draft) -> (Field, Option<Draft>) {
    (draft.field.clone(), Some(draft))
}

#[test]
fn the_newest_text_of_a_field_waits_and_an_entry_takes_it() {
    let mut queue = Queue::default();
    queue.type_text(note("greeting.q1", "He"));
    queue.type_text(note("greeting.q3", "Calm"));
    queue.type_text(note("greeting.q1", "Hel"));
    queue.push(entry(2, noted("greeting.q3", "Calm")));
    let expected =
        Batch { entries: vec![entry(2, noted("greeting.q3", "Calm"))], drafts: vec![text(note("greeting.q1", "Hel"))] };
    assert_eq!(queue.take(), expected);
    assert!(queue.is_empty());
}

#[test]
fn a_text_typed_after_its_note_was_closed_is_kept_when_the_commit_fails() {
    // Both went into one batch: the note as an entry, and what was typed behind it.
    let mut queue = Queue::default();
    queue.push(entry(2, noted("greeting.q1", "Hello")));
    queue.type_text(note("greeting.q1", "Hello, said"));
    let batch = queue.take();
    queue.put_back(batch.clone());
    assert_eq!(queue.take(), batch);
}

#[test]
fn what_came_since_is_newer_than_what_failed() {
    let mut queue = Queue::default();
    queue.push(entry(2, marked("greeting.1", Mark::Met)));
    for draft in [note("greeting.q1", "He"), note("greeting.q3", "Ca"), note("lending.q1", "Bo")] {
        queue.type_text(draft);
    }
    let failed = queue.take();
    queue.type_text(note("greeting.q1", "Hel"));
    queue.push(entry(3, noted("greeting.q3", "Calm")));
    queue.put_back(failed);
    let expected = Batch {
        entries: vec![entry(2, marked("greeting.1", Mark::Met)), entry(3, noted("greeting.q3", "Calm"))],
        drafts: vec![text(note("lending.q1", "Bo")), text(note("greeting.q1", "Hel"))],
    };
    assert_eq!(queue.take(), expected);
}

#[test]
fn a_draft_that_was_let_go_stays_gone() {
    let mut queue = Queue::default();
    let field = note("greeting.q1", "").field;
    queue.type_text(note("greeting.q1", "He"));
    let failed = queue.take();
    queue.drop_draft(field.clone());
    queue.put_back(failed);
    assert_eq!(queue.take().drafts, [(field, None)]);
}
