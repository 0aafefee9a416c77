//! Fields that keep a draft of their own until it is done: what is being typed is nobody's business
//! until Enter or until the field is left. A field that goes away while it is typed in is left too.

use std::{cell::RefCell, rc::Rc};

use yew::prelude::*;

use crate::{hooks::use_value, platform::dom};

#[derive(Properties, PartialEq)]
pub struct FieldProps {
    /// What it is called.
    pub label: AttrValue,
    /// What it holds.
    pub value: AttrValue,
    /// What stands in it while it is empty.
    #[prop_or_default]
    pub placeholder: AttrValue,
    /// What to know before one types, below the field.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// Its element's id.
    #[prop_or_default]
    pub id: Option<AttrValue>,
    /// Further classes.
    #[prop_or_default]
    pub class: Classes,
    /// Whether the label is only for those who listen.
    #[prop_or_default]
    pub label_hidden: bool,
    /// What sort of input it is, for a field of one line.
    #[prop_or(AttrValue::Static("text"))]
    pub kind: AttrValue,
    /// Whether it takes several lines.
    #[prop_or_default]
    pub lines: bool,
    /// Whether Enter is done rather than a new line, for a field of several lines.
    #[prop_or_default]
    pub enter_is_done: bool,
    /// Told each key first; one whose default it prevents is not the field's any more.
    #[prop_or_default]
    pub on_key: Callback<KeyboardEvent>,
    /// Told what it holds when it is done: a reason comes back where that cannot be.
    pub on_done: Callback<String, Result<(), String>>,
}

/// A field of one line or of several.
#[component]
pub fn TextField(props: &FieldProps) -> Html {
    let draft = use_draft(props);
    let (id, value, label) = (&props.id, &draft.words, &props.label);
    let (placeholder, description) = (&props.placeholder, draft.described(props));
    let (oninput, onblur) = (draft.on_input(), draft.on_leave());
    let onkeydown = draft.on_key(props, !props.lines || props.enter_is_done);
    let invalid = draft.is_invalid();
    let field = if props.lines {
        html! {
            <textarea rows="2" {id} {value} {placeholder} aria-label={label} aria-description={description} aria-invalid={invalid} {oninput} {onblur} {onkeydown} />
        }
    } else {
        html! {
            <input type={&props.kind} {id} {value} {placeholder} aria-label={label} aria-description={description} aria-invalid={invalid} {oninput} {onblur} {onkeydown} />
        }
    };
    framed(props, &draft, field)
}

fn framed(props: &FieldProps, draft: &DraftWords, field: Html) -> Html {
    html! {
        <label class={classes!("field", props.class.clone())}>
            <span class={classes!("field-label", props.label_hidden.then_some("heard-only"))}>
                { &props.label }
            </span>
            { field }
            if let Some(error) = &draft.error {
                <span class="field-error" role="alert">{ error }</span>
            } else if let Some(hint) = &props.hint {
                <span class="hint">{ hint }</span>
            }
        </label>
    }
}

/// What a field holds when nobody types, and who is told when somebody did.
struct Held {
    value: AttrValue,
    on_done: Callback<String, Result<(), String>>,
    typed: String,
}

impl Held {
    /// Tells what was typed, where that is something else than before.
    fn done(this: &RefCell<Self>) -> Result<(), String> {
        let (is_same, typed, on_done) = {
            let held = this.borrow();
            let is_same = held.typed == *held.value;
            (is_same, held.typed.clone(), held.on_done.clone())
        };
        // Nothing is borrowed any more: who is told may well change what the field holds.
        if is_same { Ok(()) } else { on_done.emit(typed) }
    }
}

struct DraftWords {
    words: AttrValue,
    error: Option<AttrValue>,
    held: Rc<RefCell<Held>>,
    set_words: UseStateSetter<AttrValue>,
    set_error: UseStateSetter<Option<AttrValue>>,
}

impl DraftWords {
    fn is_invalid(&self) -> Option<&'static str> {
        self.error.is_some().then_some("true")
    }

    /// What those who listen hear after the name: the label around the field would run all of it
    /// together.
    fn described(&self, props: &FieldProps) -> Option<AttrValue> {
        self.error.clone().or_else(|| props.hint.clone())
    }

    fn on_input(&self) -> Callback<InputEvent> {
        let (held, set_words) = (self.held.clone(), self.set_words.clone());
        Callback::from(move |event: InputEvent| {
            let words = dom::typed(&event);
            held.borrow_mut().typed.clone_from(&words);
            set_words.set(words.into());
        })
    }

    fn on_leave(&self) -> Callback<FocusEvent> {
        let (held, set_words) = (self.held.clone(), self.set_words.clone());
        let set_error = self.set_error.clone();
        Callback::from(move |_: FocusEvent| {
            let answer = Held::done(&held);
            if answer.is_ok() {
                // What was typed may be another way to write what was held before: then no new
                // value comes to take its place.
                let value = held.borrow().value.clone();
                held.borrow_mut().typed = value.to_string();
                set_words.set(value);
            }
            set_error.set(answer.err().map(AttrValue::from));
        })
    }

    fn on_key(&self, props: &FieldProps, enter_is_done: bool) -> Callback<KeyboardEvent> {
        let (held, set_words) = (self.held.clone(), self.set_words.clone());
        let on_key = props.on_key.clone();
        Callback::from(move |event: KeyboardEvent| {
            event.stop_propagation();
            on_key.emit(event.clone());
            if event.default_prevented() || event.is_composing() {
                return;
            }
            match event.key().as_str() {
                "Enter" if enter_is_done => {
                    event.prevent_default();
                    dom::blur(&event);
                }
                "Escape" => {
                    // A window around the field stays open: this Escape was the field's.
                    event.prevent_default();
                    let value = held.borrow().value.clone();
                    held.borrow_mut().typed = value.to_string();
                    set_words.set(value);
                    dom::blur(&event);
                }
                _ => {}
            }
        })
    }
}

/// Words being typed; what the field is said to hold replaces them when it changes.
#[hook]
fn use_draft(props: &FieldProps) -> DraftWords {
    let words = use_value(props.value.clone());
    let error = use_value(None::<AttrValue>);
    let held = use_mut_ref(|| Held {
        value: props.value.clone(),
        on_done: props.on_done.clone(),
        typed: props.value.to_string(),
    });
    held.borrow_mut().on_done = props.on_done.clone();
    {
        let (words, error, held) = (words.setter(), error.setter(), held.clone());
        use_effect_with(props.value.clone(), move |value| {
            {
                let mut held = held.borrow_mut();
                (held.value, held.typed) = (value.clone(), value.to_string());
            }
            words.set(value.clone());
            error.set(None);
        });
    }
    {
        let held = held.clone();
        use_effect_with((), move |()| {
            move || {
                // Nobody is left to show a reason to; what cannot be is dropped with the field.
                let _ = Held::done(&held);
            }
        });
    }
    DraftWords {
        words: (*words).clone(),
        error: (*error).clone(),
        held,
        set_words: words.setter(),
        set_error: error.setter(),
    }
}
