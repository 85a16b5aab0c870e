//! Long lists: rows in blocks, of which only those near the window are in the document. A block out of view leaves a
//! spacer of its measured height, so that the scroll bar tells the truth.
//!
//! Up to [`LIMIT`] rows everything is drawn, and on paper everything is drawn too. A block that holds the focus stays.
//! Rows that change are drawn anew where they stand, when what `row` read of them has changed. To begin with other rows
//! at the top (another filter), build another `Windowed`: call it inside a closure that reads the filter.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, EventTarget};

/// So many rows are drawn without any of this.
pub const LIMIT: usize = 300;

/// Rows of a block, at least.
const BLOCK: usize = 20;

/// So many blocks are looked at while the window moves; rows of longer lists stand in larger blocks.
const BLOCKS: usize = 2_000;

/// What the rows stand in. A program holds the code of the shapes that it uses, and no other.
#[derive(Clone, Copy)]
pub struct Shape {
    /// Draws a block that holds these rows.
    draw: fn(Block, Rows) -> AnyView,
    /// Of a table.
    columns: usize,
    list: Listed,
}

/// Whether rows are items of a list.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Listed {
    Never,
    WhenLong,
    Always,
}

impl Shape {
    /// In a `<div>` each, which is an item of a list when the list is long enough to need it.
    pub const LIST: Self = Self { draw: Block::part, columns: 0, list: Listed::WhenLong };
    /// In a `<div>` each, which is an item of a list however short that is.
    pub const ITEMS: Self = Self { draw: Block::part, columns: 0, list: Listed::Always };

    /// In the caller's `<table>` of so many columns, as several `<tbody>`. The caller sets `aria-rowcount` on the table
    /// and `aria-rowindex` on each `<tr>`.
    pub const fn table(columns: usize) -> Self {
        Self { draw: Block::body, columns, list: Listed::Never }
    }
}

/// What a block draws.
#[derive(Clone, Copy)]
struct Rows {
    shape: Shape,
    /// Of the whole list.
    count: usize,
    /// The length of the list when its items have to say which of how many they are.
    items: Option<usize>,
    row: Callback<usize, AnyView>,
}

/// Draws `count` rows, each by `row`, in view or near it.
#[component]
pub fn Windowed(
    #[prop(into)] count: Signal<usize>,
    shape: Shape,
    /// The height that a row has until it was measured, in pixels.
    estimate: u32,
    /// Draws the row of this index. Asked for a row that is just gone, it draws nothing.
    #[prop(into)]
    row: Callback<usize, AnyView>,
    /// A row that stays drawn wherever the window is: the one that the keyboard comes back to.
    #[prop(optional, into)]
    keep: MaybeProp<usize>,
) -> impl IntoView {
    let list = List {
        keep,
        blocks: StoredValue::new(Vec::new()),
        followed: StoredValue::new(false),
        waiting: StoredValue::new(false),
        on_paper: StoredValue::new(false),
    };
    // Blocks that come later live as long as the first ones.
    let owner = Owner::current().unwrap_or_default();
    move || {
        let count = count.get();
        let long = count > LIMIT;
        let blocks = owner.with(|| {
            if long {
                list.follow();
            }
            list.blocks_of(count, estimate)
        });
        let listed = shape.list == Listed::Always || (long && shape.list == Listed::WhenLong);
        let rows = Rows { shape, count, items: listed.then_some(count), row };
        let drawn: Vec<_> = blocks.into_iter().map(|block| (shape.draw)(block, rows)).collect();
        if listed { view! { <div role="list">{drawn}</div> }.into_any() } else { drawn.into_any() }
    }
}

/// The list with what is known of the window over it. A handle.
#[derive(Clone, Copy)]
struct List {
    keep: MaybeProp<usize>,
    /// More than there are rows for, when the list was longer.
    blocks: StoredValue<Vec<Block>>,
    /// Whether it follows the window.
    followed: StoredValue<bool>,
    /// Whether the next frame looks at the blocks.
    waiting: StoredValue<bool>,
    on_paper: StoredValue<bool>,
}

#[derive(Clone, Copy)]
struct Block {
    first: usize,
    /// How many rows it has, but for the last one.
    size: usize,
    drawn: RwSignal<bool>,
    /// The height of a row, in pixels, until the block was measured.
    estimate: u32,
    /// In whole pixels, when it was last seen. A fraction would bring in code that writes fractions, which weighs more
    /// than the rest of this list.
    height: StoredValue<Option<u32>>,
    element: StoredValue<Option<Element>, LocalStorage>,
}

impl Block {
    fn new(first: usize, size: usize, drawn: bool, estimate: u32) -> Self {
        Self {
            first,
            size,
            drawn: RwSignal::new(drawn),
            estimate,
            height: StoredValue::new(None),
            element: StoredValue::new_local(None),
        }
    }

    fn body(self, rows: Rows) -> AnyView {
        let place = NodeRef::<html::Tbody>::new();
        place.on_load(move |body| self.element.set_value(Some(body.into())));
        let content = move || match self.drawn(rows) {
            Some(drawn) => drawn.map(|index| rows.row.run(index)).collect_view().into_any(),
            None => {
                let height = self.spacer(self.last(rows));
                view! { <tr aria-hidden="true"><td class="windowed__spacer" colspan=rows.shape.columns style:height=height></td></tr> }
                    .into_any()
            }
        };
        view! { <tbody node_ref=place>{content}</tbody> }.into_any()
    }

    fn part(self, rows: Rows) -> AnyView {
        let place = NodeRef::<html::Div>::new();
        place.on_load(move |part| self.element.set_value(Some(part.into())));
        let content = move || match self.drawn(rows) {
            Some(drawn) => drawn.map(|index| item(index, rows.items, rows.row.run(index))).collect_view().into_any(),
            None => {
                let height = self.spacer(self.last(rows));
                view! { <div aria-hidden="true" style:height=height></div> }.into_any()
            }
        };
        view! { <div role="none" node_ref=place>{content}</div> }.into_any()
    }

    /// The rows of this block, when they are to be drawn; tracked.
    fn drawn(self, rows: Rows) -> Option<std::ops::Range<usize>> {
        (rows.count <= LIMIT || self.drawn.get()).then(|| self.first..self.last(rows))
    }

    fn last(self, rows: Rows) -> usize {
        rows.count.min(self.first + self.size)
    }

    fn spacer(self, last: usize) -> String {
        let rows = u32::try_from(last.saturating_sub(self.first)).unwrap_or(0);
        let height = self.height.get_value().unwrap_or(self.estimate * rows);
        format!("{height}px")
    }

    fn holds(self, row: usize) -> bool {
        (self.first..self.first + self.size).contains(&row)
    }

    fn element(self) -> Option<Element> {
        self.element.get_value()
    }
}

fn item(index: usize, items: Option<usize>, content: AnyView) -> AnyView {
    let role = items.map(|_| "listitem");
    let place = items.map(|_| index + 1);
    view! { <div role=role aria-setsize=items aria-posinset=place>{content}</div> }.into_any()
}

impl List {
    /// The blocks for so many rows. Those that stood there before stand there again.
    fn blocks_of(self, count: usize, estimate: u32) -> Vec<Block> {
        let keep = self.keep.get_untracked();
        let size = BLOCK.max(count.div_ceil(BLOCKS));
        let wanted = count.div_ceil(size);
        self.blocks.update_value(|blocks| {
            if blocks.first().is_some_and(|block| block.size != size) {
                blocks.clear();
            }
            for first in (blocks.len()..wanted).map(|index| index * size) {
                let kept = keep.is_some_and(|row| (first..first + size).contains(&row));
                blocks.push(Block::new(first, size, kept || first < 2 * BLOCK, estimate));
            }
        });
        self.blocks.with_value(|blocks| blocks.iter().take(wanted).copied().collect())
    }

    /// Draws and clears blocks as the window moves over them, until the list is gone.
    fn follow(self) {
        if self.followed.get_value() {
            self.settle_soon();
            return;
        }
        self.followed.set_value(true);
        Effect::new(move |_| {
            // At once, for the focus may be about to go there.
            if let Some(row) = self.keep.get() {
                self.draw(|block| block.holds(row));
            }
            self.settle_soon();
        });
        for name in ["scroll", "resize", "toggle"] {
            listen(name, move || self.settle_soon());
        }
        listen("beforeprint", move || {
            self.on_paper.set_value(true);
            self.draw(|_| true);
        });
        listen("afterprint", move || {
            self.on_paper.set_value(false);
            self.settle_soon();
        });
    }

    fn draw(self, which: impl Fn(Block) -> bool) {
        self.blocks.with_value(|blocks| {
            blocks
                .iter()
                .filter(|block| which(**block) && !block.drawn.get_untracked())
                .for_each(|block| block.drawn.set(true));
        });
    }

    /// Looks at the blocks before the next frame, and again until nothing changes: what is drawn moves what is below
    /// it.
    fn settle_soon(self) {
        if self.waiting.try_get_value() != Some(false) {
            return;
        }
        self.waiting.set_value(true);
        request_animation_frame(move || {
            // The list may be gone by now.
            if self.waiting.try_set_value(false).is_some() || self.on_paper.get_value() {
                return;
            }
            if self.blocks.with_value(|blocks| settle(blocks, self.keep.get_untracked())) {
                self.settle_soon();
            }
        });
    }
}

/// Whether a block was drawn or cleared.
fn settle(blocks: &[Block], keep: Option<usize>) -> bool {
    let screen = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(800.0);
    let focus = document().active_element();
    let mut changes = Vec::new();
    for block in blocks {
        let Some(element) = block.element() else { continue };
        let place = element.get_bounding_client_rect();
        // It is not displayed: a fold around it is closed, or the list has become shorter.
        if place.width() == 0.0 {
            continue;
        }
        let drawn = block.drawn.get_untracked();
        // Cleared later than drawn, so that nothing flickers at the border.
        let margin = if drawn { 1.5 * screen } else { screen };
        let near = place.bottom() > -margin && place.top() < screen + margin;
        let held = keep.is_some_and(|row| block.holds(row))
            || focus.as_ref().is_some_and(|focus| element.contains(Some(focus)));
        if drawn != (near || held) {
            changes.push((*block, place.height()));
        }
    }
    // All heights are read before the first is changed, which would make the browser lay out anew for each.
    for (block, height) in &changes {
        let drawn = block.drawn.get_untracked();
        if drawn {
            // Such a cast keeps to what the type holds.
            block.height.set_value(Some(height.round() as u32));
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
