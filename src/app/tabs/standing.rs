//! How a tab stands to a record, and what becomes of that: one table, without a browser. What follows from it is for
//! [`Hold`](super::Hold).

use super::message::Says;

/// How this tab stands to a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It has the lock: what is done here is written.
    Writing,
    /// It has the lock, was asked to let go of it, and commits what waits.
    Leaving,
    /// Another tab writes; and why the record could not be taken over, where that was tried.
    Following(Option<String>),
    /// It has asked the writer to let go, and heard nothing yet.
    Asking,
    /// The writer has answered, and commits what waits.
    Awaiting,
    /// It has the lock, and reads what was written.
    Taking,
    /// It has the lock, and could not read what was written, for this reason.
    Stuck(String),
    /// What it shows is kept nowhere else.
    Apart(Loss),
}

/// Why something is kept nowhere but in this tab.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loss {
    /// The record was deleted in another tab.
    Removed,
    /// Another tab took the record by force, and not all that was written here had reached even the journal.
    Overtaken,
}

/// What can happen to a tab and a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Happening {
    /// The lock came to this tab.
    Granted,
    /// Another tab took the lock by force.
    Stolen,
    /// Another tab says something.
    Heard(Says),
    /// Somebody wants to work on it here.
    Pressed,
    /// The writer has not answered in time.
    Silence,
    /// All that waited is committed, or why it is not.
    Finished(Result<(), String>),
    /// What was written is read, and stands here now.
    Opened,
    /// It could not be read, for this reason.
    Unread(String),
    /// Nothing of it is stored.
    Missing,
    /// What was read lacks something that was written here.
    Lacking,
}

/// What follows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// Let the lock go, if it is here, and ask for it anew, behind all who ask already.
    Queue,
    /// Let the lock go, or no longer ask for it.
    Release,
    /// Take the lock by force.
    Steal,
    Say(Says),
    /// Wait for an answer.
    Wait,
    /// What the one who has the record open does.
    Do(Duty),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Duty {
    /// Make what is being typed part of the record, commit all that waits, and say [`Happening::Finished`].
    Finish,
    /// Put what the last writer left in flight in its place, and read all of it.
    Open,
    /// Read what was committed.
    Read,
}

impl Standing {
    /// Whether what is done here is taken.
    pub const fn takes(&self) -> bool {
        matches!(self, Self::Writing)
    }

    /// Whether this tab may write to the record.
    pub const fn writes(&self) -> bool {
        matches!(self, Self::Writing | Self::Leaving)
    }

    /// Whether this tab shows what another one writes.
    pub const fn follows(&self) -> bool {
        matches!(self, Self::Following(_) | Self::Asking | Self::Awaiting)
    }

    /// How the tab stands once this has happened, and what follows.
    pub fn after(self, happening: Happening) -> (Self, Vec<Act>) {
        match happening {
            Happening::Heard(says) => self.hearing(says),
            happening => self.meeting(happening),
        }
    }

    fn meeting(self, happening: Happening) -> (Self, Vec<Act>) {
        match (self, happening) {
            (it, Happening::Granted) if it.follows() => (Self::Taking, vec![Act::Do(Duty::Open)]),
            (it, Happening::Stolen) if !it.follows() => (Self::Following(None), vec![Act::Queue]),
            (Self::Following(_) | Self::Awaiting, Happening::Pressed) => {
                (Self::Asking, vec![Act::Say(Says::Wanted), Act::Wait])
            }
            (Self::Stuck(_), Happening::Pressed) => (Self::Taking, vec![Act::Do(Duty::Open)]),
            (Self::Asking, Happening::Silence) => (Self::Asking, vec![Act::Steal]),
            (Self::Leaving, Happening::Finished(Ok(()))) => (Self::Following(None), vec![Act::Queue]),
            (Self::Leaving, Happening::Finished(Err(why))) => (Self::Writing, vec![Act::Say(Says::Kept(why))]),
            (Self::Taking, Happening::Opened) => (Self::Writing, vec![Act::Say(Says::Taken), Act::Do(Duty::Finish)]),
            (Self::Taking, Happening::Unread(why)) => (Self::Stuck(why), vec![]),
            (Self::Following(_), Happening::Unread(why)) => (Self::Following(Some(why)), vec![]),
            (it, Happening::Missing) if !it.writes() => (Self::Apart(Loss::Removed), vec![Act::Release]),
            (it, Happening::Lacking) if !it.writes() => (Self::Apart(Loss::Overtaken), vec![Act::Release]),
            (it, _) => (it, vec![]),
        }
    }

    fn hearing(self, says: Says) -> (Self, Vec<Act>) {
        match (self, says) {
            (_, Says::Removed) => (Self::Apart(Loss::Removed), vec![Act::Release]),
            (Self::Writing, Says::Wanted) => (Self::Leaving, vec![Act::Say(Says::Heard), Act::Do(Duty::Finish)]),
            // The one who asks comes before those who only wait.
            (it @ Self::Following(_), Says::Wanted) => (it, vec![Act::Queue]),
            (Self::Taking | Self::Stuck(_), Says::Wanted) => (Self::Following(None), vec![Act::Queue]),
            (Self::Asking, Says::Heard) => (Self::Awaiting, vec![]),
            (Self::Asking | Self::Awaiting, Says::Kept(why)) => {
                let why = format!("The other tab keeps it, since not everything is saved there yet. It says: {why}");
                (Self::Following(Some(why)), vec![])
            }
            (it, Says::Taken) if it.follows() => (Self::Following(None), vec![Act::Do(Duty::Read)]),
            // The news came before the loss of the lock.
            (Self::Writing | Self::Leaving | Self::Taking | Self::Stuck(_), Says::Taken) => {
                (Self::Following(None), vec![Act::Queue, Act::Do(Duty::Read)])
            }
            (it, Says::Changed) if it.follows() => (it, vec![Act::Do(Duty::Read)]),
            // It was put back.
            (Self::Apart(Loss::Removed), Says::Changed) => {
                (Self::Following(None), vec![Act::Queue, Act::Do(Duty::Read)])
            }
            (it, _) => (it, vec![]),
        }
    }
}
