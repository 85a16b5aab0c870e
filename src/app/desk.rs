//! The desk: the archive, and the one assessment that lies open on it. Screens of the same assessment share its
//! session, so that none reads what another has not written yet.

mod verifier;
mod whole;

pub use verifier::NotVerified;

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::assessment::{Against, AssessmentId, Basis, Entry, Event, Form, PersonId, Refusal, Started};
use crate::framework::{Digest, Framework};
use crate::guide::{GuideId, Plan, Revision};
use crate::record::{Archive, KeptGuide, Person, RecordError, Summary};

use super::clock;
use super::file;
use super::keeper::Keeper;
use super::saved::SavedState;
use super::session::Session;
use super::tabs::{Hold, Tabs};

/// An app-wide context. A handle: copies are the same desk.
#[derive(Clone, Copy)]
pub struct Desk {
    archive: StoredValue<Archive, LocalStorage>,
    keeper: StoredValue<Keeper, LocalStorage>,
    tabs: StoredValue<Rc<Tabs>, LocalStorage>,
    saved: SavedState,
    /// The one that lies open, and those that still have something to commit.
    open: StoredValue<Vec<(Owner, Session)>, LocalStorage>,
}

/// Who takes part in a new interview. Empty names are allowed: a pseudonym stands in.
#[derive(Clone, Debug, Default)]
pub struct Names {
    pub candidate: String,
    pub interviewer: String,
}

/// Lays the desk out for every screen below, with the line that tells what is saved.
pub fn provide(archive: Archive) -> (Desk, SavedState) {
    let saved = SavedState::new(archive.keeps());
    let desk = Desk::new(archive, saved);
    provide_context(saved);
    provide_context(desk);
    (desk, saved)
}

impl Desk {
    fn new(archive: Archive, saved: SavedState) -> Self {
        let keeper = StoredValue::new_local(Keeper::new(archive.clone(), saved));
        let tabs = StoredValue::new_local(Tabs::new(archive.keeps()));
        Self { archive: StoredValue::new_local(archive), keeper, tabs, saved, open: StoredValue::new_local(Vec::new()) }
    }

    pub fn expect() -> Self {
        expect_context()
    }

    pub fn archive(self) -> Archive {
        self.archive.get_value()
    }

    /// What keeps the plan in hand.
    pub fn keeper(self) -> Keeper {
        self.keeper.get_value()
    }

    /// The session of an assessment: the one that is open, or a new one in its place.
    ///
    /// # Errors
    /// What is missing or damaged, and where.
    pub async fn session(self, id: AssessmentId) -> Result<Session, RecordError> {
        if let Some(session) = self.lying_open(&id) {
            return Ok(session);
        }
        let hold = self.hold(&id);
        // What is in flight is the writer's own.
        let opened = match hold.begin().await {
            true => self.archive().open(&id).await?,
            false => self.archive().read(&id, None).await?,
        };
        // Another screen may have opened it meanwhile.
        if let Some(session) = self.lying_open(&id) {
            return Ok(session);
        }
        let owner = Owner::new();
        let session = owner.with(|| Session::new(hold, opened, self.archive(), self.saved));
        self.open.update_value(|open| {
            open.retain(|(_, other)| !other.is_settled());
            open.push((owner, session));
        });
        Ok(session)
    }

    /// The session of an assessment, and whose it is and what for: `Ana Alvarez · Advanced`.
    ///
    /// # Errors
    /// What is missing or damaged, and where.
    pub async fn at_work(self, id: AssessmentId) -> Result<(Session, String), RecordError> {
        let session = self.session(id).await?;
        let (people, _) = self.archive().names().await?;
        let summary = session.assessment().with_untracked(|assessment| Summary::of(&session.id(), assessment));
        let candidate = Person::candidate(&people, &summary.candidate);
        Ok((session, format!("{candidate} · {}", summary.level)))
    }

    /// An assessment as one file, with what is not committed yet.
    ///
    /// # Errors
    /// What is missing or damaged, and where.
    pub async fn export(self, id: &AssessmentId, with_names: bool) -> Result<String, RecordError> {
        let assessment = self.session(id.clone()).await?.assessment().get_untracked();
        self.archive().export(id, &assessment, with_names).await
    }

    /// Lets go of the open session if it is this one: its rows are about to be removed.
    pub fn close(self, id: &AssessmentId) {
        self.open.update_value(|open| open.retain(|(_, session)| session.id() != *id));
    }

    /// Tries again to commit what could not be committed.
    pub fn retry(self) {
        self.open.with_value(|open| {
            let waiting = open.iter().map(|(_, session)| session).filter(|session| !session.is_settled());
            waiting.for_each(|session| session.retry());
        });
        self.keeper().retry();
    }

    /// Saves each assessment that has something to commit as a file, without names: the way out when there is no room.
    pub fn save_unsaved(self) {
        let open = self.open.with_value(|open| open.iter().map(|(_, session)| *session).collect::<Vec<_>>());
        open.into_iter().filter(|session| !session.is_settled()).for_each(|session| self.save(session));
    }

    /// Saves an assessment as a file, without names, as it stands in this tab: what is being typed belongs into it.
    pub fn save(self, session: Session) {
        session.settle();
        let assessment = session.in_hand();
        let summary = Summary::of(&session.id(), &assessment);
        let act = self.saved.writer();
        spawn_local(async move {
            let saved = match self.archive().export(&summary.id, &assessment, false).await {
                Ok(text) => file::save(&summary.file_name(false), &text).map_err(|error| error.to_string()),
                Err(error) => Err(error.to_string()),
            };
            if saved.is_err() {
                act.ended(&saved);
            }
        });
    }

    /// Freezes the plan and begins an assessment with it.
    ///
    /// # Errors
    /// A failure of the storage.
    pub async fn start(self, plan: &Plan, framework: &Framework) -> Result<AssessmentId, RecordError> {
        let names = Names { candidate: plan.candidate.clone(), interviewer: plan.interviewer.clone() };
        let basis = Basis::new(plan.freeze(framework), plan.revision(framework));
        self.freeze(plan, &basis).await?;
        self.begin(basis, &names).await
    }

    /// Freezes a plan without beginning an interview: for a file, or for paper.
    ///
    /// # Errors
    /// A guide that is damaged, or a failure of the storage.
    pub async fn freeze(self, plan: &Plan, basis: &Basis) -> Result<KeptGuide, RecordError> {
        let act = self.saved.act();
        let frozen = self.archive().freeze(GuideId::new(clock::new_id()), plan, basis, clock::now()).await;
        act.ended(&frozen);
        frozen
    }

    /// Begins an assessment with the guide of another one.
    ///
    /// # Errors
    /// A failure of the storage, or revisions that are missing or damaged.
    pub async fn start_again(self, assessment: &AssessmentId, names: Names) -> Result<AssessmentId, RecordError> {
        let opened = self.archive().read(assessment, None).await?.assessment;
        self.begin(Arc::unwrap_or_clone(opened.basis), &names).await
    }

    /// Begins an assessment with a kept guide and what is asked with it, which becomes a version if it is none yet.
    ///
    /// # Errors
    /// A failure of the storage.
    pub async fn start_guide(self, guide: &KeptGuide, basis: Basis, names: Names) -> Result<AssessmentId, RecordError> {
        if guide.version(basis.guide_digest()).is_none() {
            self.freeze(&guide.plan, &basis).await?;
        }
        self.begin(basis, &names).await
    }

    /// Begins an assessment with a frozen version, as it was.
    ///
    /// # Errors
    /// A failure of the storage, or revisions that are missing or damaged.
    pub async fn start_version(self, version: &Digest, names: Names) -> Result<AssessmentId, RecordError> {
        let basis = self.archive().frozen(version).await?;
        self.begin(basis, &names).await
    }

    /// Who interviews next, as far as can be told: the one of the plan in hand, or of the assessment that was changed last.
    /// Nothing where neither names anybody, or cannot be read.
    pub async fn next_interviewer(self) -> String {
        let archive = self.archive();
        let in_hand = archive.plan().await.ok().flatten().map(|plan| plan.interviewer.trim().to_owned());
        if let Some(name) = in_hand.filter(|name| !name.is_empty()) {
            return name;
        }
        let (Ok((summaries, _)), Ok((people, _))) = (archive.summaries().await, archive.names().await) else {
            return String::new();
        };
        summaries.iter().find_map(|summary| Person::name(&people, &summary.interviewer)).unwrap_or_default()
    }

    /// Begins a unit assessment, or a candidate's assessment of herself, against a level of a framework revision.
    ///
    /// # Errors
    /// A failure of the storage, or a level or framework that the form does not fit.
    pub async fn start_against(
        self,
        framework: Framework,
        against: Against,
        names: &Names,
    ) -> Result<AssessmentId, RecordError> {
        let (Against::Unit(level) | Against::Level(level)) = &against else {
            return Err(RecordError::Refused { seq: 1, refusal: Refusal::OtherBasis(Form::Interview) });
        };
        let basis = Basis::of_level(framework, level);
        let act = self.saved.act();
        let begun = self.write_start(basis, against, names).await;
        act.ended(&begun);
        begun
    }

    async fn begin(self, basis: Basis, names: &Names) -> Result<AssessmentId, RecordError> {
        let act = self.saved.act();
        let against = Against::Guide(basis.guide_digest().clone());
        let begun = self.write_start(basis, against, names).await;
        act.ended(&begun);
        begun
    }

    async fn write_start(self, basis: Basis, against: Against, names: &Names) -> Result<AssessmentId, RecordError> {
        let id = AssessmentId::new(clock::new_id());
        let candidate = PersonId::new(clock::new_id());
        let mut people = named(&candidate, &names.candidate);
        let interviewer = if let Against::Level(_) = against {
            candidate.clone()
        } else {
            let interviewer = self.interviewer(&names.interviewer).await?;
            people.extend(named(&interviewer, &names.interviewer));
            interviewer
        };
        let started = Started {
            candidate,
            interviewer,
            framework: Revision { id: basis.framework.id.clone(), digest: basis.framework_digest().clone() },
            against,
        };
        let first = Entry::new(1, clock::now(), None, Event::Started(started));
        self.archive().start(&id, Arc::new(basis), first, &people).await?;
        Ok(id)
    }

    /// The id of an interviewer who was named before, or a new one. Candidates are never matched by name.
    async fn interviewer(self, name: &str) -> Result<PersonId, RecordError> {
        let known = self.archive().interviewer(name).await?;
        Ok(known.unwrap_or_else(|| PersonId::new(clock::new_id())))
    }

    fn hold(self, id: &AssessmentId) -> Rc<Hold> {
        self.tabs.with_value(|tabs| tabs.hold(id))
    }

    fn lying_open(self, id: &AssessmentId) -> Option<Session> {
        self.open.with_value(|open| open.iter().map(|(_, session)| *session).find(|session| session.id() == *id))
    }
}

fn named(id: &PersonId, name: &str) -> Vec<Person> {
    let name = name.trim();
    if name.is_empty() { Vec::new() } else { vec![Person { id: id.clone(), name: name.to_owned() }] }
}
