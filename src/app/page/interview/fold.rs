//! What is folded on the interview screen, so that nothing gives itself away over the shoulder. One fold is open at a
//! time, until its key, Escape from within, or another one shuts it, or the next question comes; what is shut is not in
//! the page. Only where something was begun in a fold, and is no entry yet, that one is open when the screen comes.

use leptos::html;
use leptos::leptos_dom::helpers::request_animation_frame;
use leptos::prelude::*;
use web_sys::{ScrollIntoViewOptions, ScrollLogicalPosition};

use crate::app::component::keys::KeyHint;
use crate::app::focus;
use crate::app::keys::{Action, Keys};
use crate::app::session::Session;
use crate::app::told::Told;
use crate::framework::QuestionId;
use crate::record::{Field, FormField};

/// The folds of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fold {
    /// What a strong and a weak answer sounds like.
    Sounds,
    /// The rating of the question's competency.
    Rating,
    /// Skipping the question.
    Skip,
    /// Adding one.
    Add,
    /// Giving extra time.
    Time,
}

impl Fold {
    const fn key(self) -> char {
        match self {
            Self::Sounds => 's',
            Self::Rating => 'r',
            Self::Skip => 'k',
            Self::Add => 'a',
            Self::Time => 'w',
        }
    }

    /// The id of what opens it.
    pub const fn summary(self) -> &'static str {
        match self {
            Self::Sounds => "fold-sounds",
            Self::Rating => "fold-rating",
            Self::Skip => "fold-skip",
            Self::Add => "fold-add",
            Self::Time => "fold-time",
        }
    }
}

/// Which fold is open: a context of the interview screen. A handle: copies are the same.
#[derive(Clone, Copy)]
pub struct Folds {
    open: RwSignal<Option<Fold>>,
    /// The question at which it was opened.
    question: StoredValue<Option<QuestionId>>,
    told: Told,
}

impl Folds {
    /// Begins with every fold shut but the one in which something was begun.
    pub fn provide(session: Session) {
        let open = RwSignal::new(begun(session));
        provide_context(Self { open, question: StoredValue::new(None), told: Told::expect() });
    }

    pub fn expect() -> Self {
        expect_context()
    }

    /// Tracked.
    pub fn is_open(self, fold: Fold) -> bool {
        self.open.get() == Some(fold)
    }

    /// The question is in view: what was open at another one is shut.
    pub fn turn_to(self, question: &QuestionId) {
        let other = self.question.try_update_value(|shown| shown.replace(question.clone())).flatten();
        if other.is_some_and(|other| other != *question) {
            self.shut();
        }
    }

    /// Shuts whichever is open.
    pub fn shut(self) {
        self.turn(None);
    }

    /// What a key told of a rating is folded away with it.
    fn turn(self, open: Option<Fold>) {
        let before = self.open.get_untracked();
        if before == open {
            return;
        }
        if before == Some(Fold::Rating) {
            self.told.forget();
        }
        self.open.set(open);
    }

    /// Shuts this one, with the focus on what opens it again if it stood within.
    fn shut_from_within(self, fold: Fold, details: NodeRef<html::Details>) {
        let focus = document().active_element();
        let within = details.get_untracked().is_some_and(|details| details.contains(focus.as_deref()));
        self.shut();
        if within {
            focus::soon(vec![fold.summary().to_owned()]);
        }
    }

    /// The browser opened or shut it.
    fn follow(self, fold: Fold, open: bool) {
        if open {
            self.turn(Some(fold));
        } else if self.open.get_untracked() == Some(fold) {
            self.shut();
        }
    }
}

/// The fold with a text that waits for a press.
fn begun(session: Session) -> Option<Fold> {
    let current = session.assessment().with_untracked(|assessment| assessment.current().cloned());
    let skip = current.map(|question| (Field::Skip(question), Fold::Skip));
    let forms =
        [(FormField::AddedWords, Fold::Add), (FormField::AddedReason, Fold::Add), (FormField::TimeReason, Fold::Time)];
    let forms = forms.map(|(field, fold)| (Field::Form(field), fold));
    let holds = |field: &Field| untrack(|| !session.text(field).is_empty() && session.is_typed(field));
    skip.into_iter().chain(forms).find(|(field, _)| holds(field)).map(|(_, fold)| fold)
}

/// One fold with its key. What stands in it is drawn when it opens, so that its own keys come with it and go with it.
#[component]
pub fn Folded(
    fold: Fold,
    /// What opens it, in a line.
    #[prop(into)]
    title: Signal<String>,
    /// What takes the focus when the key opens it; otherwise that stays where it is.
    #[prop(optional)]
    first: Option<&'static str>,
    children: ChildrenFn,
) -> impl IntoView {
    let (keys, folds) = (Keys::expect(), Folds::expect());
    let details = NodeRef::<html::Details>::new();
    let open = Memo::new(move |_| folds.is_open(fold));
    let toggle = move || {
        if open.get_untracked() {
            folds.shut_from_within(fold, details);
        } else {
            folds.turn(Some(fold));
            bring_into_view(details);
            focus::soon(first.map(str::to_owned).into_iter().collect());
        }
    };
    let name = move || if open.get() { format!("Shut: {}", title.get()) } else { title.get() };
    super::offer(Action::new(fold.key(), "", toggle).named(name));
    let followed = move |_| {
        if let Some(details) = details.get_untracked() {
            folds.follow(fold, details.open());
        }
    };
    let escape = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" && open.get_untracked() {
            event.prevent_default();
            folds.shut_from_within(fold, details);
        }
    };
    view! {
        <details class="fold" node_ref=details prop:open=open on:toggle=followed on:keydown=escape>
            <summary id=fold.summary() aria-keyshortcuts=move || keys.shortcut(fold.key())>
                {title}
                <KeyHint key=fold.key() />
            </summary>
            <Show when=move || open.get()>
                <div class="fold__content">{children()}</div>
            </Show>
        </details>
    }
}

/// Scrolls no further than it takes to see all of it, once it is drawn.
fn bring_into_view(details: NodeRef<html::Details>) {
    request_animation_frame(move || {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        if let Some(details) = details.get_untracked() {
            details.scroll_into_view_with_scroll_into_view_options(&options);
        }
    });
}
