//! Opening the plan: the one in hand, or a ready one for the framework of the address.

use std::sync::Arc;

use crate::app::shelf;
use crate::framework::{Framework, FrameworkId, LevelId};
use crate::guide::{Opening, Plan};
use crate::record::{Archive, RecordError};

/// What the address asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    pub framework: Option<FrameworkId>,
    pub level: Option<LevelId>,
}

/// What there is to show.
#[derive(Clone, Debug, PartialEq)]
pub enum Opened {
    /// Nothing is in hand, and the address names no framework.
    Nothing,
    Ready(Ready),
    /// The plan that was in hand cannot be read. It stays as it is until the reader puts it aside.
    Damaged(String),
    /// A later release wrote the plan in hand. It stays as it is.
    Newer(String),
}

/// A plan with the framework that it is for.
#[derive(Clone, Debug, PartialEq)]
pub struct Ready {
    pub framework: Arc<Framework>,
    pub plan: Plan,
    pub opening: Opening,
    /// The level that the address names, for starting over.
    pub level: Option<LevelId>,
    /// Which questions of the plan in hand are gone, since the framework was corrected.
    pub lost: String,
}

/// Opens what is wanted.
///
/// # Errors
/// A failure of the storage or of the host, in plain words.
pub async fn open(archive: Archive, wanted: Wanted) -> Result<Opened, String> {
    let in_hand = match archive.plan().await {
        Ok(plan) => plan,
        Err(RecordError::Storage(error)) => return Err(error.to_string()),
        Err(error @ RecordError::Newer { .. }) => return Ok(Opened::Newer(error.to_string())),
        Err(error) => return Ok(Opened::Damaged(error.to_string())),
    };
    let Some(id) = wanted.framework.or_else(|| in_hand.as_ref().map(|plan| plan.framework.clone())) else {
        return Ok(Opened::Nothing);
    };
    let framework = shelf::framework(&archive, id).await?;
    let before = in_hand.clone();
    let (plan, opening) = Plan::open(in_hand, &framework, wanted.level.as_ref());
    let before = before.filter(|_| opening == Opening::Resumed);
    let lost = before.map(|before| plan.lost_since(&before)).unwrap_or_default();
    Ok(Opened::Ready(Ready { framework, plan, opening, level: wanted.level, lost }))
}
