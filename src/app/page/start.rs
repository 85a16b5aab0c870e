//! The start at one press: an interview on the ready plan for a framework, or on a ready guide. It shows only that it is under way, or why
//! it failed; then the interview stands in its place, so that the back button leads to where the press was.

use leptos::prelude::*;

use crate::app::component::heading::Heading;
use crate::app::component::loading::Loading;
use crate::app::desk::Desk;
use crate::app::load::load;
use crate::app::route::{Address, Route};
use crate::app::{host, shelf};
use crate::framework::FrameworkId;
use crate::guide::Plan;

/// The screen of [`Route::Start`].
#[component]
pub fn StartPage(framework: FrameworkId) -> impl IntoView {
    let (address, desk) = (Address::expect(), Desk::expect());
    let (level, ready) = match address.get_untracked() {
        Route::Start { level, ready, .. } => (level, ready),
        _ => (None, None),
    };
    // It lives as long as the screen: nobody is led to an interview from where he went meanwhile.
    let here = StoredValue::new(());
    let started = load(async move {
        let framework = shelf::framework(&desk.archive(), framework).await?;
        let plan = match ready {
            Some(ready) => host::ready_guide(&ready).await?.plan(&framework),
            None => Plan::ready(&framework, level.as_ref()),
        };
        let id = desk.start(&plan, &framework).await.map_err(|error| error.to_string())?;
        if here.try_get_value().is_some() {
            address.replace(Route::Interview { id });
        }
        Ok::<(), String>(())
    });
    view! {
        <Heading title="Starting the interview" />
        <Loading state=started let:_done><p role="status">"The interview is ready."</p></Loading>
    }
}
