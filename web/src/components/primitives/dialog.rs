//! A window over the page, on the browser's own dialog: it keeps the focus and closes on Escape.

use yew::prelude::*;

use crate::platform::dom;

#[derive(Properties, PartialEq)]
pub struct ModalProps {
    /// What it is called.
    pub title: AttrValue,
    /// One sentence: what it is for and what to do next.
    #[prop_or_default]
    pub purpose: Option<AttrValue>,
    /// Further classes.
    #[prop_or_default]
    pub class: Classes,
    /// The element that has the focus at first; without one it is the window's first.
    #[prop_or_default]
    pub focus: Option<&'static str>,
    /// Told when it is to close.
    pub on_close: Callback<()>,
    /// What it holds.
    pub children: Html,
}

/// A window over the page.
#[component]
pub fn Modal(props: &ModalProps) -> Html {
    let dialog = use_node_ref();
    {
        let (dialog, focus) = (dialog.clone(), props.focus);
        use_effect_with((), move |()| {
            let open = dom::show_modal(&dialog);
            if let Some(id) = focus {
                dom::focus(id);
            }
            move || drop(open)
        });
    }
    let oncancel = {
        let on_close = props.on_close.clone();
        Callback::from(move |event: Event| {
            event.prevent_default();
            on_close.emit(());
        })
    };
    let onclick = {
        let (on_close, dialog) = (props.on_close.clone(), dialog.clone());
        Callback::from(move |event: MouseEvent| {
            // The dialog's own box is its content; a click on the element itself is beside it.
            if dom::is_at(&event, &dialog) {
                on_close.emit(());
            }
        })
    };
    let close = {
        let on_close = props.on_close.clone();
        Callback::from(move |_: MouseEvent| on_close.emit(()))
    };
    html! {
        <dialog
            ref={dialog}
            class={classes!("modal", props.class.clone())}
            aria-label={props.title.clone()}
            {oncancel}
            {onclick}
        >
            <div class="modal-box">
                <header>
                    <h2>{ &props.title }</h2>
                    <button type="button" class="button quiet" aria-label="Close" title="Close (Esc)" onclick={close}>
                        { "✕" }
                    </button>
                </header>
                if let Some(purpose) = &props.purpose { <p class="purpose">{ purpose }</p> }
                { props.children.clone() }
            </div>
        </dialog>
    }
}
