//! What a screen says of a record of another form than it shows, with the way to where that one belongs.

use leptos::prelude::*;

use crate::app::component::heading::Heading;
use crate::app::route::{Route, UnitPlace};
use crate::app::session::Session;
use crate::assessment::{Assessment, Form};

/// Stands in the place of the screen.
#[component]
pub fn OtherForm(
    session: Session,
    /// The heading of the screen.
    title: &'static str,
) -> impl IntoView {
    let form = session.assessment().with_untracked(Assessment::form);
    let id = session.id();
    let there = match form {
        Form::Interview => Route::Summary { id },
        Form::Unit => Route::Unit(UnitPlace::of(id)),
        Form::SelfAssessment => Route::SelfAssessment { id, criterion: None },
    };
    view! {
        <Heading title />
        <p>"This record is of another form: " {form.name()} "."</p>
        <p>
            <a class="button button--primary" href=there.to_string()>
                "Open it where it belongs"
            </a>
        </p>
    }
}
