//! Where the time of the selected factor is typed.

use whyweb_core::{
    command::FactorCommand,
    model::{FactorId, time_as_typed},
};
use yew::prelude::*;

use crate::{
    components::{ask::Picks, primitives::TextField},
    drafts,
    platform::dom,
    state::{Board, UiAction, viewport::MAP},
};

/// The field's element.
pub const TIME: &str = "board-time";

/// The field, for the selected factor.
pub fn field(picks: &Picks) -> Html {
    let incident = &picks.shown.incident;
    let factor = picks.ui.factor().and_then(|id| incident.factors.get(id));
    let Some(factor) = factor else {
        return html! {};
    };
    let date = incident.date;
    let on_done = {
        let (picks, id) = (picks.clone(), factor.id.clone());
        Callback::from(move |typed: String| {
            let when = drafts::time_or_none(&typed, date)?;
            picks.desk.act(FactorCommand::SetTime(id.clone(), when));
            picks.ui.dispatch(UiAction::Board(Some(Board::Timeline)));
            dom::focus(MAP);
            Ok(())
        })
    };
    let placeholder = if date.is_some() {
        "23:27"
    } else {
        "2017-01-31 23:27"
    };
    html! {
        <TextField
            key={factor.id.as_str()}
            id={TIME}
            class="board-time"
            label={format!("When was “{}”?", factor.statement)}
            value={factor.time.map(time_as_typed).unwrap_or_default()}
            {placeholder}
            hint="In UTC unless you add a zone."
            {on_done}
        />
    }
}

/// Selects a factor and puts the cursor where its time is typed.
pub fn begin(picks: &Picks, id: &FactorId) {
    picks.choose_factor(id);
    picks.ui.dispatch(UiAction::Enter(Board::Timing));
}
