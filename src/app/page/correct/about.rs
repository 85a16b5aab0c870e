//! What a framework is called, what it is for, and where it came from.

use leptos::prelude::*;

use crate::app::component::text_field::TextField;
use crate::framework::{Edit, Purpose, Source};

use super::correction::{Correction, Part};

/// The fields of the framework as a whole.
#[component]
pub fn About(correction: Correction) -> impl IntoView {
    let framework = correction.framework().get_untracked();
    let source = RwSignal::new(framework.source.clone());
    let choose = move |event| {
        let chosen = event_target_value(&event);
        if let Some(purpose) = Purpose::ALL.into_iter().find(|purpose| purpose.name() == chosen) {
            correction.edit(Part::About, Edit::Purpose(purpose));
        }
    };
    let purposes = Purpose::ALL.map(|purpose| {
        view! { <option value=purpose.name() selected=purpose == framework.purpose>{purpose.name()}</option> }
    });
    let titled = Callback::new(move |title| correction.type_text(Part::About, Edit::Title(title)));
    let field = move |id: &'static str,
                      label: &'static str,
                      hint: &'static str,
                      value: String,
                      set: fn(&mut Source, String)| {
        let typed = Callback::new(move |text: String| {
            source.update(|source| set(source, text));
            correction.type_text(Part::About, Edit::Source(source.get_untracked()));
        });
        view! { <TextField id label hint value=Signal::stored(value) on_text=typed /> }
    };
    let Source { publisher, document, url, licence, note, .. } = framework.source.clone();
    view! {
        <section class="correct-about" aria-labelledby="about-title" on:focusout=move |_| correction.settle()>
            <h2 id="about-title">"About it"</h2>
            <TextField id="correct-title" label="Title" value=Signal::stored(framework.title.clone()) on_text=titled />
            <div class="field">
                <label class="field__label" for="correct-purpose">"Purpose"</label>
                <select class="field__input" id="correct-purpose" on:change=choose>{purposes}</select>
            </div>
            {field("correct-publisher", "Publisher", "Who stands behind it", publisher, |source, text| source.publisher = text)}
            {field("correct-document", "Document", "", document, |source, text| source.document = text)}
            {field("correct-url", "Address", "", url.unwrap_or_default(), |source, text| source.url = Some(text))}
            {field("correct-licence", "Licence", "", licence.unwrap_or_default(), |source, text| source.licence = Some(text))}
            {field("correct-note", "Note on the source", "", note.unwrap_or_default(), |source, text| source.note = Some(text))}
            <p class="field__wrong" role="status">{correction.wrong(Part::About)}</p>
        </section>
    }
}
