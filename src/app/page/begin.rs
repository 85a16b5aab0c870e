//! Beginning an assessment: once at a time, and then its first screen stands there. How it is begun, the screens know.

use std::fmt::Display;
use std::future::Future;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::component::loading::Failure;
use crate::app::route::Route;
use crate::assessment::AssessmentId;

/// How far beginning has come. A handle.
#[derive(Clone, Copy, Default)]
pub struct Begin(RwSignal<Stage>);

#[derive(Clone, Default, PartialEq)]
enum Stage {
    #[default]
    Waiting,
    Underway,
    Failed(String),
}

impl Begin {
    /// Begins and goes to the first question if the screen is still there; nothing happens where that is under way already.
    pub fn run<E: Display>(self, begun: impl Future<Output = Result<AssessmentId, E>> + 'static) {
        self.run_to(begun, |id| Route::Interview { id });
    }

    /// The same for an assessment that begins elsewhere than at a question.
    pub fn run_to<E: Display>(
        self,
        begun: impl Future<Output = Result<AssessmentId, E>> + 'static,
        there: fn(AssessmentId) -> Route,
    ) {
        if self.0.get_untracked() == Stage::Underway {
            return;
        }
        self.0.set(Stage::Underway);
        spawn_local(async move {
            let begun = begun.await;
            // The screen may be gone by now: nobody is led away from where he went meanwhile. The interview stands in
            // the list, and of a failure the saved state tells too.
            if self.0.try_get_untracked().is_none() {
                return;
            }
            match begun {
                Ok(id) => there(id).go(),
                Err(error) => self.0.set(Stage::Failed(error.to_string())),
            }
        });
    }

    /// Why the last try failed.
    pub fn failure(self) -> impl IntoView {
        move || match self.0.get() {
            Stage::Failed(error) => Some(view! { <Failure error /> }),
            Stage::Waiting | Stage::Underway => None,
        }
    }
}
