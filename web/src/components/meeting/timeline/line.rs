//! The line itself: a button a factor, drawn by what draws the picture.

use whyweb_core::{
    model::FactorId,
    scene::{Mark, Theme, Timeline},
    svg,
};
use yew::prelude::*;

use crate::{
    components::{ask::Picks, canvas::slice},
    platform::dom,
};

/// The columns, in the order of time.
pub fn line(drawn: &Timeline, picks: &Picks) -> Html {
    if drawn.factors.is_empty() {
        return html! {
            <p class="board-empty">{ "Nothing has a time yet. Select what happened, press ⇧W and say when: it takes its place here." }</p>
        };
    }
    let columns = drawn.factors.iter().zip(&drawn.chart.marks);
    html! { <Line selected={picks.ui.factor().cloned()}>{ for columns.map(|(id, mark)| column(id, mark, picks)) }</Line> }
}

#[derive(Properties, PartialEq)]
struct LineProps {
    selected: Option<FactorId>,
    children: Html,
}

/// Keeps what is selected in sight.
#[component]
fn Line(props: &LineProps) -> Html {
    use_effect_with(props.selected.clone(), |selected| {
        if let Some(selected) = selected {
            dom::scroll_to(&element(selected));
        }
    });
    html! { <ol class="timeline-columns">{ props.children.clone() }</ol> }
}

fn element(id: &FactorId) -> String {
    format!("at-{id}")
}

fn column(id: &FactorId, mark: &Mark, picks: &Picks) -> Html {
    let onclick = {
        let (picks, id) = (picks.clone(), id.clone());
        Callback::from(move |_: MouseEvent| picks.choose_factor(&id))
    };
    let pressed = picks.ui.has_factor(id).to_string();
    html! {
        <li key={id.as_str()}>
            <button type="button" id={element(id)} class="timeline-column" data-row="true" title={mark.description.clone()} aria-pressed={pressed} {onclick}>
                <span class="heard-only">{ mark.description.clone() }</span>
                { slice(mark.rect, [svg::chart_mark(mark, &Theme::variables())]) }
            </button>
        </li>
    }
}
