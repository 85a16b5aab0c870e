//! Opening the plan: the one in hand, a ready one for the framework of the address, or that of a guide.

use std::sync::Arc;

use crate::app::route::PlanOf;
use crate::app::{host, shelf};
use crate::framework::{Framework, LevelId};
use crate::guide::{GuideId, Opening, Plan};
use crate::record::{Archive, RecordError};

/// What there is to show.
#[derive(Clone, Debug, PartialEq)]
pub enum Opened {
    /// Nothing is in hand, and the address names no framework.
    Nothing,
    Ready(Box<Ready>),
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
    /// What the reader should know: which questions of the plan are gone, for instance.
    pub lost: String,
}

/// Opens what is wanted.
///
/// # Errors
/// A failure of the storage or of the host, in plain words.
pub async fn open(archive: Archive, wanted: PlanOf) -> Result<Opened, String> {
    let in_hand = match archive.plan().await {
        Ok(plan) => renamed(&archive, plan).await,
        Err(RecordError::Storage(error)) => return Err(error.to_string()),
        Err(error @ RecordError::Newer { .. }) => return Ok(Opened::Newer(error.to_string())),
        Err(error) => return Ok(Opened::Damaged(error.to_string())),
    };
    if let Some(id) = &wanted.guide {
        return open_guide(&archive, in_hand, id).await.map(|ready| Opened::Ready(Box::new(ready)));
    }
    if let Some(id) = &wanted.ready {
        return open_ready(&archive, in_hand, id).await.map(|ready| Opened::Ready(Box::new(ready)));
    }
    let Some(id) = wanted.framework.or_else(|| in_hand.as_ref().map(|plan| plan.framework.clone())) else {
        return Ok(Opened::Nothing);
    };
    let framework = shelf::framework(&archive, id).await?;
    let before = in_hand.clone();
    let (plan, opening) = Plan::open(in_hand, &framework, wanted.level.as_ref());
    let before = before.filter(|_| opening == Opening::Resumed);
    let lost = before.map(|before| plan.lost_since(&before)).unwrap_or_default();
    Ok(Opened::Ready(Box::new(Ready { framework, plan, opening, level: wanted.level, lost })))
}

/// The plan under the name that its guide bears now: it may have been given another one on the guide's own page.
async fn renamed(archive: &Archive, plan: Option<Plan>) -> Option<Plan> {
    let mut plan = plan?;
    if let Some(id) = &plan.guide
        && let Ok(guide) = archive.guide(id).await
    {
        plan.title = guide.title;
    }
    Some(plan)
}

/// The plan of a kept guide, unless it is in hand already.
async fn open_guide(archive: &Archive, in_hand: Option<Plan>, id: &GuideId) -> Result<Ready, String> {
    let guide = archive.guide(id).await.map_err(|error| error.to_string())?;
    let (framework, mut told) = shelf::framework_of(archive, &guide).await?;
    let (before, opening) = match in_hand {
        Some(plan) if plan.guide.as_ref() == Some(id) => (plan, Opening::Resumed),
        in_hand => Plan::beside(in_hand, guide.plan.clone()),
    };
    let mut plan = before.clone();
    plan.follow(&framework);
    let lost = plan.lost_since(&before);
    told = [told, lost].into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" ");
    Ok(Ready { framework, plan, opening, level: None, lost: told })
}

/// The plan of a ready guide, unless it is in hand already.
async fn open_ready(archive: &Archive, in_hand: Option<Plan>, id: &str) -> Result<Ready, String> {
    let ready = host::ready_guide(id).await?;
    let framework = shelf::framework(archive, ready.framework.clone()).await?;
    let is_it = |plan: &Plan| plan.framework == ready.framework && plan.title == ready.title;
    let (plan, opening) = match in_hand {
        Some(mut plan) if is_it(&plan) => {
            plan.follow(&framework);
            (plan, Opening::Resumed)
        }
        in_hand => Plan::beside(in_hand, ready.plan(&framework)),
    };
    Ok(Ready { framework, plan, opening, level: Some(ready.level), lost: String::new() })
}
