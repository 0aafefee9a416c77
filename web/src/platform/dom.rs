//! The page's own elements: focus, sizes, listeners that outlive a render.

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, Event, EventTarget, HtmlElement};

/// The browser's window.
pub fn window() -> Option<web_sys::Window> {
    web_sys::window()
}

/// The page's document.
pub fn document() -> Option<web_sys::Document> {
    window()?.document()
}

/// The element with this id.
pub fn by_id(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Moves the focus to an element, without scrolling to it.
pub fn focus(id: &str) {
    if let Some(element) = by_id(id) {
        let _ = element.focus();
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
    closure: Closure<dyn FnMut(Event)>,
}

impl Listener {
    /// Listens to an event of the window.
    pub fn on_window(name: &'static str, heard: impl FnMut(Event) + 'static) -> Option<Self> {
        Self::on(window()?.into(), name, heard)
    }

    /// Listens to an event of any target. It may call `prevent_default`.
    pub fn on(
        target: EventTarget,
        name: &'static str,
        heard: impl FnMut(Event) + 'static,
    ) -> Option<Self> {
        let closure = Closure::<dyn FnMut(Event)>::new(heard);
        let function = closure.as_ref().unchecked_ref();
        // Wheel listeners are passive by default at the window; zooming has to stop the page.
        let options = js_sys::Object::new();
        js_sys::Reflect::set(&options, &"passive".into(), &false.into()).ok()?;
        let add = js_sys::Reflect::get(&target, &"addEventListener".into()).ok()?;
        let add: js_sys::Function = add.dyn_into().ok()?;
        add.call3(&target, &name.into(), function, &options).ok()?;
        Some(Self {
            target,
            name,
            closure,
        })
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let function = self.closure.as_ref().unchecked_ref();
        let _ = self
            .target
            .remove_event_listener_with_callback(self.name, function);
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

/// Opens a dialog over the page.
pub fn show_modal(dialog: &yew::NodeRef) {
    if let Some(dialog) = dialog.cast::<web_sys::HtmlDialogElement>() {
        // Fails only where it is open already.
        let _ = dialog.show_modal();
    }
}

/// Whether an event happened at this very element and not inside it.
pub fn is_at(event: &Event, element: &yew::NodeRef) -> bool {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some() && target == element.cast::<Element>()
}
