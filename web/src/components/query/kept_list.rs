//! The list of kept queries under the questions.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    kept::{Keeper, Kept, use_keeper},
    name_form::NameForm,
};
use crate::{
    components::primitives::Button,
    hooks::use_value,
    state::{UiAction, use_ui},
};

#[derive(Properties, PartialEq)]
pub struct KeptListProps {
    /// The words that names are narrowed by.
    pub words: AttrValue,
    /// Told the query that is to be changed.
    pub on_write: Callback<String>,
    /// Told when one runs.
    pub on_close: Callback<()>,
}

/// The list; nothing where none is kept.
#[component]
pub fn KeptList(props: &KeptListProps) -> Html {
    let (keeper, ui) = (use_keeper(), use_ui());
    let renamed = use_value(None::<Kept>);
    let deleted = use_value(None::<Kept>);
    let words = props.words.to_lowercase();
    let has_words = |kept: &&Kept| {
        let name = kept.name.as_str().to_lowercase();
        words.split_whitespace().all(|word| name.contains(word))
    };
    let found: Vec<Kept> = keeper.all.iter().filter(has_words).cloned().collect();
    if found.is_empty() && deleted.is_none() {
        return html! {};
    }
    let run = {
        let (ui, on_close) = (ui.dispatcher(), props.on_close.clone());
        Callback::from(move |text: Rc<str>| {
            on_close.emit(());
            ui.dispatch(UiAction::Query(text));
        })
    };
    let rows = found.into_iter().map(|kept| {
        if renamed.as_ref().is_some_and(|other| other.id == kept.id) {
            return renaming(&kept, &keeper, renamed.setter());
        }
        let deeds = Deeds {
            run: run.reform({
                let text = kept.query();
                move |()| text.clone()
            }),
            change: props.on_write.reform({
                let text = kept.text.to_string();
                move |()| text.clone()
            }),
            rename: setting(renamed.setter(), Some(kept.clone())),
            delete: {
                let (keeper, deleted, kept) = (keeper.clone(), deleted.setter(), kept.clone());
                Callback::from(move |()| {
                    if keeper.remove(&kept).is_ok() {
                        deleted.set(Some(kept.clone()));
                    }
                })
            },
        };
        row(&kept, deeds)
    });
    html! {
        <section class="query-kept">
            <h3>{ "Kept queries" }</h3>
            <ul>{ for rows }</ul>
            if let Some(kept) = &*deleted { { bring_back(kept, &keeper, deleted.setter()) } }
        </section>
    }
}

/// What a row can do.
struct Deeds {
    run: Callback<()>,
    change: Callback<()>,
    rename: Callback<()>,
    delete: Callback<()>,
}

fn row(kept: &Kept, deeds: Deeds) -> Html {
    let named = |what: &str| format!("{what} “{}”", kept.name);
    let run = deeds.run;
    html! {
        <li key={kept.id.as_str()}>
            <button type="button" class="query-name" title={kept.text.to_string()} onclick={run.reform(|_: MouseEvent| ())}>
                <span>{ kept.name.as_str() }</span><span class="pick-aside">{ kept.home.words() }</span>
            </button>
            { Button::new(named("Change"), deeds.change).class("quiet small").says("Change").view() }
            { Button::new(named("Rename"), deeds.rename).class("quiet small").says("Rename").view() }
            { Button::new(named("Delete"), deeds.delete).class("quiet small").says("Delete").view() }
        </li>
    }
}

fn renaming(kept: &Kept, keeper: &Keeper, renamed: UseStateSetter<Option<Kept>>) -> Html {
    let on_done = {
        let (kept, keeper, renamed) = (kept.clone(), keeper.clone(), renamed.clone());
        Callback::from(move |name: String| {
            keeper.rename(&kept, &name)?;
            renamed.set(None);
            Ok(())
        })
    };
    html! {
        <li key={kept.id.as_str()}>
            <NameForm label="New name" name={kept.name.to_string()} deeds={vec![("Rename", on_done)]} on_end={setting(renamed, None)} />
        </li>
    }
}

fn bring_back(kept: &Kept, keeper: &Keeper, deleted: UseStateSetter<Option<Kept>>) -> Html {
    let on_press = {
        let (kept, keeper) = (kept.clone(), keeper.clone());
        Callback::from(move |()| {
            if keeper.put(kept.clone()).is_ok() {
                deleted.set(None);
            }
        })
    };
    html! {
        <p class="muted" role="status">
            { format!("Deleted “{}”. ", kept.name) }
            { Button::new("Bring it back", on_press).class("quiet link").view() }
        </p>
    }
}

fn setting<T: Clone + 'static>(setter: UseStateSetter<T>, value: T) -> Callback<()> {
    Callback::from(move |()| setter.set(value.clone()))
}
