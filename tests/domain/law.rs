//! What holds of an assessment of whatever form, and of whatever happens in it: an event is taken or refused with a
//! reason and without a change, what can be undone is gone when it is, and the log folds to the same again. Which
//! events there are, and what can be asked of an assessment, its form knows.

use std::fmt::Debug;
use std::sync::Arc;

use proptest::prelude::*;
use touchstone::assessment::{Assessment, Event};

use crate::fixture::*;

/// The assessment after `events`, those left out that it refused.
///
/// `goes_back` tells of an event, and of the assessment after it, whether undoing has to take it; `visible` is all
/// that undoing has to bring back. Fails where the law is broken.
pub fn takes_or_refuses<V: PartialEq + Debug>(
    mut assessment: Assessment,
    events: Vec<Event>,
    goes_back: impl Fn(&Assessment, &Event) -> bool,
    visible: impl Fn(&Assessment) -> V,
) -> Result<Assessment, TestCaseError> {
    for event in events {
        let before = assessment.clone();
        match then(&mut assessment, event.clone()) {
            Err(refusal) => {
                prop_assert!(refusal.to_string().ends_with('.'));
                prop_assert_eq!(&assessment, &before);
            }
            Ok(()) => {
                prop_assert_eq!(assessment.log().len(), before.log().len() + 1);
                if goes_back(&assessment, &event) {
                    let mut back = assessment.clone();
                    prop_assert_eq!(then(&mut back, undone(assessment.next_seq() - 1)), Ok(()));
                    prop_assert_eq!(visible(&back), visible(&before));
                }
            }
        }
    }
    let again = Assessment::fold(Arc::clone(&assessment.basis), assessment.log().to_vec());
    prop_assert_eq!(again.as_ref(), Ok(&assessment));
    Ok(assessment)
}
