//! The page's own elements: focus, sizes, listeners that outlive a render.

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, Event, EventTarget, HtmlDocument, HtmlElement};
use whyweb_core::layout::{Point, Rect, Size};

/// The browser's window.
pub fn window() -> Option<web_sys::Window> {
    web_sys::window()
}

/// The page's document.
pub fn document() -> Option<web_sys::Document> {
    window()?.document()
}

/// What an element `<meta>` of this name in the page's head says.
pub fn named_in_head(name: &str) -> Option<String> {
    let meta = document()?.query_selector(&format!("meta[name={name}]"));
    meta.ok()??.get_attribute("content")
}

/// The element with this id.
pub fn by_id(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// The element with this id, of whatever sort.
pub fn element(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

/// Where a pointer is in the window.
pub fn pointer_at(event: &Event) -> Option<Point> {
    let event = event.dyn_ref::<web_sys::PointerEvent>()?;
    Some(Point::new(
        f64::from(event.client_x()),
        f64::from(event.client_y()),
    ))
}

/// Moves the focus to an element, without scrolling to it.
pub fn focus(id: &str) {
    if let Some(element) = by_id(id) {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}

/// Moves the focus to a child of an element, counted from 0.
pub fn focus_child(parent: &yew::NodeRef, place: usize) {
    let place = u32::try_from(place).unwrap_or(u32::MAX);
    let child = parent
        .cast::<Element>()
        .and_then(|parent| parent.children().item(place))
        .and_then(|child| child.dyn_into::<HtmlElement>().ok());
    if let Some(child) = child {
        let _ = child.focus();
    }
}

/// Moves the focus to the next or the previous row (`data-row`) of those on screen within an element,
/// from whatever has it; to the first where none has. Up from the first it goes to the element itself.
pub fn focus_next_row(within: &str, down: bool) {
    let Some(parent) = by_id(within) else { return };
    let Ok(rows) = parent.query_selector_all("[data-row]") else {
        return;
    };
    let rows = (0..rows.length()).filter_map(|place| rows.item(place));
    let rows = rows.filter_map(|row| row.dyn_into::<HtmlElement>().ok());
    // A row in a folded list is nowhere.
    let rows: Vec<_> = rows.filter(|row| row.offset_parent().is_some()).collect();
    let now = focused().and_then(|now| rows.iter().position(|row| *row == now));
    let next = match (now, down) {
        (None, true) => rows.first(),
        (Some(place), true) => rows.get(place + 1),
        (Some(place), false) => rows.get(place.wrapping_sub(1)).or(Some(&parent)),
        (None, false) => None,
    };
    if let Some(next) = next {
        let _ = next.focus();
    }
}

/// Whether what has the focus takes typed words, so that letters are not shortcuts.
pub fn is_typing(event: &Event) -> bool {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|element| {
        let name = element.tag_name();
        let takes_words = matches!(name.as_str(), "INPUT" | "TEXTAREA" | "SELECT");
        takes_words
            || element
                .closest("[contenteditable=true]")
                .ok()
                .flatten()
                .is_some()
    })
}

/// The nearest element at or around an event's target that has an attribute, and its value.
pub fn nearest(event: &Event, attribute: &str) -> Option<(Element, String)> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let element = target.closest(&format!("[{attribute}]")).ok()??;
    let value = element.get_attribute(attribute)?;
    Some((element, value))
}

/// A listener that is removed when this is dropped.
pub struct Listener {
    target: EventTarget,
    name: &'static str,
    /// Whether it hears before those further in do.
    first: bool,
    closure: Closure<dyn FnMut(Event)>,
}

impl Listener {
    /// Listens to an event of the window.
    pub fn on_window(name: &'static str, heard: impl FnMut(Event) + 'static) -> Option<Self> {
        Self::on(window()?.into(), name, heard)
    }

    /// Listens to an event of the window before anything in it does, which may then not hear of it.
    pub fn first_on_window(name: &'static str, heard: impl FnMut(Event) + 'static) -> Option<Self> {
        Self::add(window()?.into(), name, true, heard)
    }

    /// Listens to an event of any target. It may call `prevent_default`.
    pub fn on(
        target: EventTarget,
        name: &'static str,
        heard: impl FnMut(Event) + 'static,
    ) -> Option<Self> {
        Self::add(target, name, false, heard)
    }

    fn add(
        target: EventTarget,
        name: &'static str,
        first: bool,
        heard: impl FnMut(Event) + 'static,
    ) -> Option<Self> {
        let closure = Closure::<dyn FnMut(Event)>::new(heard);
        let function = closure.as_ref().unchecked_ref();
        // Wheel listeners are passive by default at the window; zooming has to stop the page.
        let options = js_sys::Object::new();
        js_sys::Reflect::set(&options, &"passive".into(), &false.into()).ok()?;
        js_sys::Reflect::set(&options, &"capture".into(), &first.into()).ok()?;
        let add = js_sys::Reflect::get(&target, &"addEventListener".into()).ok()?;
        let add: js_sys::Function = add.dyn_into().ok()?;
        add.call3(&target, &name.into(), function, &options).ok()?;
        Some(Self {
            target,
            name,
            first,
            closure,
        })
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let function = self.closure.as_ref().unchecked_ref();
        let _ = self
            .target
            .remove_event_listener_with_callback_and_bool(self.name, function, self.first);
    }
}

/// Shows a person what to do when the page has met a bug of ours and can go no further; what was
/// typed before is stored already.
pub fn show_panics() {
    yew::set_custom_panic_hook(Box::new(|info| {
        web_sys::console::error_1(&info.to_string().into());
        let Some(body) = document().and_then(|document| document.body()) else {
            return;
        };
        let words = "Whyweb met a bug and stopped. What the page called saved is saved: reload to \
                     go on.";
        if let Some(note) = document().and_then(|document| document.create_element("p").ok()) {
            note.set_class_name("stopped");
            note.set_text_content(Some(words));
            let _ = note.set_attribute("role", "alert");
            let _ = body.append_child(&note);
        }
    }));
}

/// What a field holds at an event of its own.
pub fn typed(event: &Event) -> String {
    let Some(target) = event.target() else {
        return String::new();
    };
    if let Some(input) = target.dyn_ref::<web_sys::HtmlInputElement>() {
        return input.value();
    }
    if let Some(area) = target.dyn_ref::<web_sys::HtmlTextAreaElement>() {
        return area.value();
    }
    target
        .dyn_ref::<web_sys::HtmlSelectElement>()
        .map(web_sys::HtmlSelectElement::value)
        .unwrap_or_default()
}

/// Takes the focus away from an event's target.
pub fn blur(event: &Event) {
    if let Some(element) = event
        .target()
        .and_then(|target| target.dyn_into::<HtmlElement>().ok())
    {
        let _ = element.blur();
    }
}

/// What has the focus.
pub fn focused() -> Option<HtmlElement> {
    document()?.active_element()?.dyn_into().ok()
}

/// Whether the element with this id has the focus.
pub fn has_focus(id: &str) -> bool {
    focused().is_some_and(|element| element.id() == id)
}

/// A dialog over the page. When this is dropped it closes, and the browser gives the focus back to
/// what had it before.
pub struct OpenDialog(web_sys::HtmlDialogElement);

impl Drop for OpenDialog {
    fn drop(&mut self) {
        self.0.close();
    }
}

/// Opens a dialog over the page.
pub fn show_modal(dialog: &yew::NodeRef) -> Option<OpenDialog> {
    let dialog = dialog.cast::<web_sys::HtmlDialogElement>()?;
    // Fails only where it is open already.
    let _ = dialog.show_modal();
    Some(OpenDialog(dialog))
}

/// Whether an event happened at this very element and not inside it.
pub fn is_at(event: &Event, element: &yew::NodeRef) -> bool {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some() && target == element.cast::<Element>()
}

/// Sets an attribute of the element with this id.
pub fn set_attribute(id: &str, name: &str, value: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element {
        // Fails only for a name that is no attribute's.
        let _ = element.set_attribute(name, value);
    }
}

/// Takes the element with this id out of sight, or back.
pub fn set_far(id: &str, is_far: bool) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element {
        // Fails only for a name that is no attribute's.
        let _ = element.toggle_attribute_with_force("data-far", is_far);
    }
}

/// How large the window is inside.
pub fn window_size() -> Size {
    let inner =
        |size: fn(&web_sys::Window) -> Result<wasm_bindgen::JsValue, wasm_bindgen::JsValue>| {
            let size = window().and_then(|window| size(&window).ok());
            size.and_then(|size| size.as_f64()).unwrap_or(0.0)
        };
    Size {
        width: inner(web_sys::Window::inner_width),
        height: inner(web_sys::Window::inner_height),
    }
}

/// Sets a style property of the element with this id. The page's policy forbids style attributes
/// in markup; this is the way for computed geometry.
pub fn set_style(id: &str, property: &str, value: &str) {
    if let Some(element) = by_id(id) {
        let _ = element.style().set_property(property, value);
    }
}

/// Where the element with this id lies in the window.
pub fn rect_of(id: &str) -> Option<Rect> {
    let rect = document()?
        .get_element_by_id(id)?
        .get_bounding_client_rect();
    let size = Size {
        width: rect.width(),
        height: rect.height(),
    };
    Some(Rect {
        left: rect.left(),
        top: rect.top(),
        size,
    })
}

/// Keeps all further events of a pointer at the map, wherever the pointer goes.
pub fn capture_pointer(id: &str, pointer: i32) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element {
        // Fails where the pointer has left already; then there is nothing to keep.
        let _ = element.set_pointer_capture(pointer);
    }
}

/// The value of an attribute on the nearest element around a place in the window that has it.
pub fn attribute_at(client: Point, attribute: &str) -> Option<String> {
    #[expect(clippy::cast_possible_truncation, reason = "a place in a window")]
    let element = document()?.element_from_point(client.x as f32, client.y as f32)?;
    let selector = format!("[{attribute}]");
    element.closest(&selector).ok()??.get_attribute(attribute)
}

/// Scrolls the element with this id into view, no further than needed.
pub fn scroll_to(id: &str) {
    if let Some(element) = by_id(id) {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// A turn of the wheel.
pub struct Wheel {
    /// Where the pointer is, in the window.
    pub at: Point,
    /// How far it scrolls, in px.
    pub by: Point,
    /// Whether it means to zoom: with Ctrl or Cmd, as a pinch on a touchpad sends it.
    pub zooms: bool,
}

impl Wheel {
    /// By what to multiply the zoom.
    pub fn factor(&self) -> f64 {
        // A notch of a mouse wheel, 100 px or so, is a step one can follow; a pinch sends few px.
        (1.0 - self.by.y.clamp(-200.0, 200.0) * 0.004).max(0.2)
    }
}

/// The turn of the wheel that an event tells of.
pub fn wheel(event: &Event) -> Option<Wheel> {
    let event = event.dyn_ref::<web_sys::WheelEvent>()?;
    // Firefox counts lines for a mouse; a line is about this high.
    let unit = if event.delta_mode() == 1 { 18.0 } else { 1.0 };
    let by = Point::new(event.delta_x() * unit, event.delta_y() * unit);
    let (by, shift) = (by, event.shift_key() && by.x == 0.0);
    Some(Wheel {
        at: Point::new(f64::from(event.client_x()), f64::from(event.client_y())),
        by: if shift { Point::new(by.y, 0.0) } else { by },
        zooms: event.ctrl_key() || event.meta_key(),
    })
}

/// Selects all words in a field, so that typing replaces them.
pub fn select_all(id: &str) {
    let Some(element) = by_id(id) else { return };
    if let Some(area) = element.dyn_ref::<web_sys::HtmlTextAreaElement>() {
        area.select();
    } else if let Some(input) = element.dyn_ref::<web_sys::HtmlInputElement>() {
        input.select();
    }
}

/// Where the caret is in a field of several lines, in UTF-16 units.
pub fn caret(id: &str) -> Option<usize> {
    let area: web_sys::HtmlTextAreaElement = by_id(id)?.dyn_into().ok()?;
    usize::try_from(area.selection_start().ok()??).ok()
}

/// Moves the caret of a field of several lines, counted in UTF-16 units.
pub fn put_caret(id: &str, at: usize) {
    select_range(id, at, at);
}

/// Types words over a stretch of a field of several lines, counted in UTF-16 units: as if by hand, so
/// that the field's own undo takes them back, and its listeners hear of it.
pub fn type_over(id: &str, from: usize, to: usize, words: &str) {
    select_range(id, from, to);
    let document = document().and_then(|document| document.dyn_into::<HtmlDocument>().ok());
    if let Some(document) = document {
        // Old, but the one way that keeps the field's undo, and in every browser.
        let _ = document.exec_command_with_show_ui_and_value("insertText", false, words);
    }
}

fn select_range(id: &str, from: usize, to: usize) {
    let area = by_id(id).and_then(|area| area.dyn_into::<web_sys::HtmlTextAreaElement>().ok());
    let range = u32::try_from(from).and_then(|from| Ok((from, u32::try_from(to)?)));
    if let Some((area, (from, to))) = area.zip(range.ok()) {
        let _ = area.focus();
        let _ = area.set_selection_range(from, to);
    }
}

/// The key that an event tells of.
pub fn key(event: Event) -> Option<web_sys::KeyboardEvent> {
    event.dyn_into().ok()
}

/// Whether an event belongs to the map: it happened on the map or the outline, or nothing has the
/// focus. Buttons and links keep their own keys.
pub fn is_on_map(event: &Event) -> bool {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    target.is_none_or(|element| {
        let inside = element.closest("#map, .outline").ok().flatten().is_some();
        let is_control = matches!(element.tag_name().as_str(), "BUTTON" | "A" | "SUMMARY");
        (inside && !is_control) || element.tag_name() == "BODY"
    })
}
