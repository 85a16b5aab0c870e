//! Long lists: rows in blocks, of which only those near the window are in the document. A block out of view leaves a
//! spacer of its measured height, so that the scroll bar tells the truth.
//!
//! Up to [`LIMIT`] rows everything is drawn, and on paper everything is drawn too. A block that holds the focus stays.
//! To show other rows (another filter), build another `Windowed`: call it inside a closure that reads the filter.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, EventTarget};

/// So many rows are drawn without any of this.
pub const LIMIT: usize = 300;

/// Rows of a block.
const BLOCK: usize = 20;

/// What the rows stand in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// In the caller's `<table>`, as several `<tbody>`. The caller sets `aria-rowcount` on the table and
    /// `aria-rowindex` on each `<tr>`.
    Table { columns: usize },
    /// In a `<div>` each, which is an item of a list when the list is long enough to need it.
    List,
}

/// Draws `count` rows, each by `row`, in view or near it.
#[component]
pub fn Windowed(
    count: usize,
    shape: Shape,
    /// The height that a row has until it was measured, in pixels.
    estimate: u32,
    /// Draws the row of this index.
    #[prop(into)]
    row: Callback<usize, AnyView>,
    /// A row that stays drawn wherever the window is: the one that the keyboard comes back to.
    #[prop(optional, into)]
    keep: MaybeProp<usize>,
) -> impl IntoView {
    let long = count > LIMIT;
    let blocks: Vec<Block> = (0..count)
        .step_by(BLOCK)
        .map(|first| {
            let last = count.min(first + BLOCK);
            Block {
                first,
                last,
                drawn: RwSignal::new(!long || first < 2 * BLOCK),
                height: StoredValue::new(f64::from(estimate) * (last - first) as f64),
                body: NodeRef::new(),
                part: NodeRef::new(),
            }
        })
        .collect();
    if long {
        follow(blocks.clone(), keep);
    }
    let drawn: Vec<_> = blocks.into_iter().map(|block| block.view(shape, long.then_some(count), row)).collect();
    if long && shape == Shape::List { view! { <div role="list">{drawn}</div> }.into_any() } else { drawn.into_any() }
}

#[derive(Clone, Copy)]
struct Block {
    first: usize,
    /// One behind the last row.
    last: usize,
    drawn: RwSignal<bool>,
    /// In pixels, when it was last seen.
    height: StoredValue<f64>,
    body: NodeRef<html::Tbody>,
    part: NodeRef<html::Div>,
}

impl Block {
    /// `items` is the length of the list when its items have to say which of how many they are.
    fn view(self, shape: Shape, items: Option<usize>, row: Callback<usize, AnyView>) -> AnyView {
        match shape {
            Shape::Table { columns } => {
                let rows = move || {
                    if self.drawn.get() {
                        (self.first..self.last).map(|index| row.run(index)).collect_view().into_any()
                    } else {
                        let height = self.spacer();
                        view! { <tr aria-hidden="true"><td class="windowed__spacer" colspan=columns style:height=height></td></tr> }
                            .into_any()
                    }
                };
                view! { <tbody node_ref=self.body>{rows}</tbody> }.into_any()
            }
            Shape::List => {
                let rows = move || {
                    if self.drawn.get() {
                        (self.first..self.last)
                            .map(|index| item(index, items, row.run(index)))
                            .collect_view()
                            .into_any()
                    } else {
                        let height = self.spacer();
                        view! { <div aria-hidden="true" style:height=height></div> }.into_any()
                    }
                };
                view! { <div role="none" node_ref=self.part>{rows}</div> }.into_any()
            }
        }
    }

    fn spacer(self) -> String {
        format!("{}px", self.height.get_value())
    }

    fn element(self) -> Option<Element> {
        let body = self.body.get_untracked().map(Element::from);
        body.or_else(|| self.part.get_untracked().map(Element::from))
    }
}

fn item(index: usize, items: Option<usize>, content: AnyView) -> AnyView {
    let role = items.map(|_| "listitem");
    let place = items.map(|_| index + 1);
    view! { <div role=role aria-setsize=items aria-posinset=place>{content}</div> }.into_any()
}

/// Draws and clears blocks as the window moves over them, until the list is gone.
fn follow(blocks: Vec<Block>, keep: MaybeProp<usize>) {
    let blocks = StoredValue::new(blocks);
    let waiting = StoredValue::new(false);
    Effect::new(move |_| {
        keep.track();
        settle_soon(blocks, waiting, keep);
    });
    for name in ["scroll", "resize", "afterprint"] {
        listen(name, move || settle_soon(blocks, waiting, keep));
    }
    listen("beforeprint", move || {
        blocks.with_value(|blocks| blocks.iter().for_each(|block| block.drawn.set(true)));
    });
}

/// Looks at the blocks before the next frame, and again until nothing changes: what is drawn moves what is below it.
fn settle_soon(blocks: StoredValue<Vec<Block>>, waiting: StoredValue<bool>, keep: MaybeProp<usize>) {
    if waiting.try_get_value() != Some(false) {
        return;
    }
    waiting.set_value(true);
    request_animation_frame(move || {
        // The list may be gone by now.
        if waiting.try_set_value(false).is_some() {
            return;
        }
        if blocks.with_value(|blocks| settle(blocks, keep.get_untracked())) {
            settle_soon(blocks, waiting, keep);
        }
    });
}

/// Whether a block was drawn or cleared.
fn settle(blocks: &[Block], keep: Option<usize>) -> bool {
    let screen = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(800.0);
    let focus = document().active_element();
    let mut changes = Vec::new();
    for block in blocks {
        let Some(element) = block.element() else { continue };
        let place = element.get_bounding_client_rect();
        // Something around the list is not displayed.
        if place.width() == 0.0 {
            continue;
        }
        let drawn = block.drawn.get_untracked();
        // Cleared later than drawn, so that nothing flickers at the border.
        let margin = if drawn { 1.5 * screen } else { screen };
        let near = place.bottom() > -margin && place.top() < screen + margin;
        let held = keep.is_some_and(|row| (block.first..block.last).contains(&row))
            || focus.as_ref().is_some_and(|focus| element.contains(Some(focus)));
        if drawn != (near || held) {
            changes.push((*block, place.height()));
        }
    }
    // All heights are read before the first is changed, which would make the browser lay out anew for each.
    for (block, height) in &changes {
        let drawn = block.drawn.get_untracked();
        if drawn {
            block.height.set_value(*height);
        }
        block.drawn.set(!drawn);
    }
    !changes.is_empty()
}

/// Listens at the window as long as the present owner lives. In the capturing phase, for the scrolling of a box within
/// the page does not bubble.
fn listen(name: &'static str, heard: impl Fn() + 'static) {
    let heard = StoredValue::new_local(Closure::<dyn Fn()>::new(heard));
    let target: EventTarget = window().into();
    heard.with_value(|heard| {
        if target.add_event_listener_with_callback_and_bool(name, heard.as_ref().unchecked_ref(), true).is_err() {
            leptos::logging::warn!("the window cannot be followed");
        }
    });
    on_cleanup(move || {
        let target: EventTarget = window().into();
        heard.with_value(|heard| {
            if target.remove_event_listener_with_callback_and_bool(name, heard.as_ref().unchecked_ref(), true).is_err()
            {
                leptos::logging::warn!("the window is still followed");
            }
        });
    });
}
