//! A session among the tabs: what it does when its assessment goes to another tab, comes from there, or changes there.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::clock;
use crate::app::tabs::{Duty, Happening, Standing};
use crate::assessment::Assessment;
use crate::record::storage::{StorageError, Table};
use crate::record::{Opened, Queue, RecordError};

use super::{Session, texts};

/// How far the reading of what another tab wrote has come.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Reading {
    #[default]
    Idle,
    Underway,
    /// More was written meanwhile.
    Again,
}

impl Session {
    /// How this tab stands to the assessment.
    pub fn standing(self) -> ReadSignal<Standing> {
        self.standing
    }

    /// Asks the tab that writes to let go, so that this one can.
    pub fn work_here(self) {
        self.meets(Happening::Pressed);
    }

    /// A screen shows the assessment, for as long as the present owner lasts.
    pub fn is_shown(self) {
        let hold = self.hold.get_value();
        hold.enters();
        // The session may be gone by then.
        let hold = StoredValue::new_local(hold);
        on_cleanup(move || hold.with_value(|hold| hold.leaves()));
    }

    /// The assessment with what is being typed, whether that may be written or not.
    pub fn in_hand(self) -> Assessment {
        let mut assessment = self.assessment.get_untracked();
        for (field, text) in self.drafts.get_untracked() {
            let is_new = field.recorded(&assessment) != text;
            if let Some(event) = field.settled(&assessment, text).filter(|_| is_new) {
                // What the rules refuse was never part of it.
                drop(assessment.apply(assessment.next(clock::now(), event)));
            }
        }
        assessment
    }

    /// Whether there is nothing here that is not kept elsewhere.
    pub(super) fn is_kept_elsewhere(self) -> bool {
        let apart = self.standing.with_untracked(|standing| matches!(standing, Standing::Apart(_)));
        !apart && self.queue.with_value(Queue::is_empty)
    }

    /// Whether this tab may write. Not once the session is closed.
    pub(super) fn writes(self) -> bool {
        self.standing.try_with_untracked(Standing::writes).unwrap_or_default()
    }

    /// Everything that waited is committed, or why it is not.
    pub(super) fn finished(self, outcome: &Result<(), StorageError>) {
        self.meets(Happening::Finished(outcome.clone().map_err(|error| error.to_string())));
    }

    pub(super) fn does(self, duty: Duty) {
        match duty {
            Duty::Finish => self.finish(),
            Duty::Open => spawn_local(self.open()),
            Duty::Read => self.read(),
        }
    }

    fn meets(self, happening: Happening) {
        self.hold.try_with_value(|hold| hold.meets(happening));
    }

    fn finish(self) {
        self.settle();
        if self.queue.with_value(Queue::is_empty) && !self.busy.get_value() {
            self.finished(&Ok(()));
        } else {
            self.kick();
        }
    }

    async fn open(self) {
        let opened = self.archive.get_value().open(&self.id()).await;
        let is_wanted = self.standing.try_with_untracked(|standing| *standing == Standing::Taking);
        if is_wanted == Some(true) {
            self.meets(match opened {
                Ok(opened) => self.adopt(opened),
                Err(error) => unread(&error),
            });
        }
    }

    /// Reads what another tab has written, and once more if it has written more meanwhile.
    fn read(self) {
        let before = self.reading.try_update_value(|reading| {
            let next = if *reading == Reading::Idle { Reading::Underway } else { Reading::Again };
            std::mem::replace(reading, next)
        });
        if before == Some(Reading::Idle) {
            spawn_local(async move { while self.read_once().await {} });
        }
    }

    /// Whether there is more to read.
    async fn read_once(self) -> bool {
        let known = self.assessment.try_get_untracked();
        let read = self.archive.get_value().read(&self.id(), known).await;
        let follows = self.standing.try_with_untracked(Standing::follows).unwrap_or_default();
        if follows {
            match read {
                Ok(opened) => self.meets(self.adopt(opened)),
                Err(error) => self.meets(unread(&error)),
            }
        }
        let before = self.reading.try_update_value(|reading| {
            let next = if *reading == Reading::Again { Reading::Underway } else { Reading::Idle };
            std::mem::replace(reading, next)
        });
        before == Some(Reading::Again)
    }

    /// Takes what was read in the place of what stands here, unless that holds more.
    fn adopt(self, opened: Opened) -> Happening {
        if !self.queue.with_value(|queue| queue.stands_in(&opened)) {
            return Happening::Lacking;
        }
        self.queue.set_value(Queue::default());
        self.saved.let_go();
        let (drafts, latest) = texts(opened.drafts);
        self.typed_at.update_value(|at| *at = latest.max(*at));
        self.drafts.set(drafts);
        self.assessment.set(opened.assessment);
        Happening::Opened
    }
}

fn unread(error: &RecordError) -> Happening {
    match error {
        RecordError::Missing { table: Table::Events, .. } => Happening::Missing,
        error => Happening::Unread(error.to_string()),
    }
}
