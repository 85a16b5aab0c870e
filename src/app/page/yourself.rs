//! Begins a candidate's assessment of herself: the level, and a name that may stay empty.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::component::heading::Heading;
use crate::app::component::level_choice::LevelChoice;
use crate::app::component::loading::Loading;
use crate::app::component::text_field::TextField;
use crate::app::desk::{Desk, Names};
use crate::app::load::load;
use crate::app::route::{Address, Route};
use crate::app::shelf;
use crate::assessment::Against;
use crate::framework::{Framework, FrameworkId, LevelId};
use crate::report::own_levels;

use super::begin::Begin;

/// The screen of [`Route::AssessYourself`].
#[component]
pub fn AssessYourselfPage(framework: FrameworkId) -> impl IntoView {
    let archive = Desk::expect().archive();
    let found = load(async move { shelf::found(&archive, framework).await.map(|found| found.framework) });
    view! {
        <Heading title="Assess yourself" />
        <Loading state=found let:framework>
            <Beginning framework />
        </Loading>
    }
}

#[component]
fn Beginning(framework: Arc<Framework>) -> impl IntoView {
    let levels: Vec<(LevelId, String)> =
        own_levels(&framework).into_iter().map(|level| (level.id.clone(), level.name.clone())).collect();
    if levels.is_empty() {
        return view! { <p>"This framework expects nothing at any level yet, so there is nothing to hold yourself against."</p> }
            .into_any();
    }
    let title = framework.title.clone();
    view! {
        <p>
            "You go through what “"{title}
            "” expects at a level, line by line, in your own time. You say how far each is true of you, and write an example of it."
        </p>
        <p>"All of it stays in this browser, until you export it yourself."</p>
        <Form framework levels />
    }
    .into_any()
}

#[component]
fn Form(framework: Arc<Framework>, levels: Vec<(LevelId, String)>) -> impl IntoView {
    let (desk, address) = (Desk::expect(), Address::expect());
    let wanted = match address.get_untracked() {
        Route::AssessYourself { level, .. } => level,
        _ => None,
    };
    let wanted = wanted.filter(|wanted| levels.iter().any(|(id, _)| id == wanted));
    let level = RwSignal::new(wanted.or_else(|| levels.first().map(|(id, _)| id.clone())));
    let name = RwSignal::new(String::new());
    let begin = Begin::default();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(level) = level.get_untracked() else { return };
        let framework = Framework::clone(&framework);
        let names = Names { candidate: name.get_untracked(), interviewer: String::new() };
        let started = async move { desk.start_against(framework, Against::Level(level), &names).await };
        begin.run_to(started, |id| Route::SelfAssessment { id, criterion: None });
    };
    view! {
        <form class="yourself" on:submit=submit>
            <LevelChoice
                id="own-level"
                label="Level to look at"
                hint="The one that you are at, or the one that you want to reach."
                levels
                chosen=level
            />
            <TextField
                id="own-name"
                label="Your name"
                hint="May stay empty. It goes into an exported file only if you choose so."
                value=name
                on_text=Callback::new(move |text| name.set(text))
            />
            <p>
                <button type="submit" class="button button--primary">"Begin"</button>
            </p>
            {begin.failure()}
        </form>
    }
}
