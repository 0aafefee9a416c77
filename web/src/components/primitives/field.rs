//! Fields that keep a draft of their own until it is done: what is being typed is nobody's business
//! until Enter or until the field is left.

use yew::prelude::*;

use crate::platform::dom;

#[derive(Properties, PartialEq)]
pub struct FieldProps {
    /// What it is called.
    pub label: AttrValue,
    /// What it holds.
    pub value: AttrValue,
    /// What stands in it while it is empty.
    #[prop_or_default]
    pub placeholder: AttrValue,
    /// Its element's id.
    #[prop_or_default]
    pub id: Option<AttrValue>,
    /// Whether the label is only for those who listen.
    #[prop_or_default]
    pub label_hidden: bool,
    /// Told what it holds when it is done: a reason comes back where that cannot be.
    pub on_done: Callback<String, Result<(), String>>,
}

/// A field of one line.
#[component]
pub fn TextField(props: &FieldProps) -> Html {
    let draft = use_draft(props);
    let oninput = {
        let draft = draft.clone();
        Callback::from(move |event: InputEvent| {
            draft.set_words(dom::typed(&event));
        })
    };
    let onblur = draft.on_leave(props);
    let onkeydown = {
        let (draft, value) = (draft.clone(), props.value.clone());
        Callback::from(move |event: KeyboardEvent| {
            event.stop_propagation();
            match event.key().as_str() {
                "Enter" => dom::blur(&event),
                "Escape" => {
                    draft.set_words(value.to_string());
                    dom::blur(&event);
                }
                _ => {}
            }
        })
    };
    let invalid = draft.error.is_some().then_some("true");
    html! {
        <label class="field">
            <span class={classes!("field-label", props.label_hidden.then_some("heard-only"))}>
                { &props.label }
            </span>
            <input
                type="text"
                id={props.id.clone()}
                value={draft.words.clone()}
                placeholder={props.placeholder.clone()}
                aria-invalid={invalid}
                {oninput}
                {onblur}
                {onkeydown}
            />
            if let Some(error) = &*draft.error { <span class="field-error" role="alert">{ error }</span> }
        </label>
    }
}

/// A field of several lines.
#[component]
pub fn AreaField(props: &FieldProps) -> Html {
    let draft = use_draft(props);
    let oninput = {
        let draft = draft.clone();
        Callback::from(move |event: InputEvent| {
            draft.set_words(dom::typed(&event));
        })
    };
    let onblur = draft.on_leave(props);
    let onkeydown = Callback::from(|event: KeyboardEvent| event.stop_propagation());
    let invalid = draft.error.is_some().then_some("true");
    html! {
        <label class="field">
            <span class={classes!("field-label", props.label_hidden.then_some("heard-only"))}>
                { &props.label }
            </span>
            <textarea
                rows="2"
                id={props.id.clone()}
                value={draft.words.clone()}
                placeholder={props.placeholder.clone()}
                aria-invalid={invalid}
                {oninput}
                {onblur}
                {onkeydown}
            />
            if let Some(error) = &*draft.error { <span class="field-error" role="alert">{ error }</span> }
        </label>
    }
}

#[derive(Clone)]
struct DraftWords {
    words: AttrValue,
    latest: std::rc::Rc<std::cell::RefCell<String>>,
    set: UseStateSetter<AttrValue>,
    error: std::rc::Rc<Option<AttrValue>>,
    set_error: UseStateSetter<Option<AttrValue>>,
}

impl DraftWords {
    fn set_words(&self, words: String) {
        self.latest.replace(words.clone());
        self.set.set(words.into());
    }

    fn on_leave(&self, props: &FieldProps) -> Callback<FocusEvent> {
        let (draft, value, on_done) = (self.clone(), props.value.clone(), props.on_done.clone());
        Callback::from(move |_: FocusEvent| {
            let words = draft.latest.borrow().clone();
            let answer = if words == *value {
                Ok(())
            } else {
                on_done.emit(words)
            };
            draft.set_error.set(answer.err().map(AttrValue::from));
        })
    }
}

/// Words being typed; what the field is said to hold replaces them when it changes.
#[hook]
fn use_draft(props: &FieldProps) -> DraftWords {
    let words = use_state_eq(|| props.value.clone());
    let error = use_state_eq(|| None::<AttrValue>);
    let latest = use_mut_ref(|| props.value.to_string());
    {
        let (words, error, latest) = (words.setter(), error.setter(), latest.clone());
        use_effect_with(props.value.clone(), move |value| {
            latest.replace(value.to_string());
            words.set(value.clone());
            error.set(None);
        });
    }
    DraftWords {
        words: (*words).clone(),
        latest,
        set: words.setter(),
        error: std::rc::Rc::new((*error).clone()),
        set_error: error.setter(),
    }
}
