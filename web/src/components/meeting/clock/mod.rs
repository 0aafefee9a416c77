//! The clock of the meeting: quiet, the same for everyone, and no alarm.

mod minutes;
mod view;

use whyweb_core::command::ClockCommand;

pub use minutes::Minutes;
pub use view::ClockView;

use crate::{platform::clock, state::Desk};

/// Starts the clock, or stops it.
pub fn toggle(desk: &Desk) {
    let Some(now) = clock::moment() else { return };
    let is_running = desk.snapshot().incident.clock.running_since.is_some();
    if is_running {
        desk.act(ClockCommand::Stop(now));
        desk.say("The clock is stopped.", false);
    } else {
        desk.act(ClockCommand::Start(now));
        desk.say(
            "The clock is running, for everyone in this incident.",
            false,
        );
    }
}
