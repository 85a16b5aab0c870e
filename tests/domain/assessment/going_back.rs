//! Undo and redo, out of the log alone.

use touchstone::assessment::{Assessment, Mark};

use crate::fixture::*;

/// Presses undo or redo, as far as there is something to press for; gives whether there was.
fn press(assessment: &mut Assessment, seq: Option<u32>) -> bool {
    match seq {
        Some(seq) => then(assessment, undone(seq)).map(|()| true).unwrap(),
        None => false,
    }
}

fn undo(assessment: &mut Assessment) -> bool {
    let seq = assessment.undoable();
    press(assessment, seq)
}

fn redo(assessment: &mut Assessment) -> bool {
    let seq = assessment.redoable();
    press(assessment, seq)
}

#[test]
fn undo_goes_back_step_by_step_and_redo_forward_again() {
    let mut assessment =
        after(&[asked("greeting.q1"), marked("greeting.1", Mark::Met), marked("greeting.1", Mark::Partly)]);
    let id = criterion("greeting.1");
    let mut seen = vec![assessment.mark(&id)];
    while undo(&mut assessment) {
        seen.push(assessment.mark(&id));
    }
    assert_eq!(seen, [Some(Mark::Partly), Some(Mark::Met), None]);
    // The first question stays in view: the interview begins with it.
    assert_eq!(assessment.current(), Some(&question("greeting.q1")));
    let mut seen = Vec::new();
    while redo(&mut assessment) {
        seen.push(assessment.mark(&id));
    }
    assert_eq!(seen, [Some(Mark::Met), Some(Mark::Partly)]);
    assert!(undo(&mut assessment));
    assert_eq!(assessment.mark(&id), Some(Mark::Met));
}

#[test]
fn something_new_ends_what_can_be_redone() {
    let mut assessment = after(&[asked("greeting.q1"), marked("greeting.1", Mark::Met)]);
    assert!(undo(&mut assessment));
    then(&mut assessment, marked("greeting.2", Mark::Met)).unwrap();
    assert_eq!(assessment.redoable(), None);
    assert!(undo(&mut assessment));
    assert!(redo(&mut assessment));
    assert_eq!(assessment.mark(&criterion("greeting.2")), Some(Mark::Met));
    assert_eq!(assessment.mark(&criterion("greeting.1")), None);
}

#[test]
fn both_outlive_a_reload() {
    let mut assessment = after(&[asked("greeting.q1"), marked("greeting.1", Mark::Met), asked("greeting.q3")]);
    assert!(undo(&mut assessment) && undo(&mut assessment) && redo(&mut assessment));
    let read = Assessment::fold(basis(), assessment.log().to_vec()).unwrap();
    assert_eq!(read, assessment);
    assert_eq!((read.undoable(), read.redoable()), (Some(3), Some(5)));
}
