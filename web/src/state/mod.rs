//! What the page holds while an incident is open: the desk (the way in), what is shown, and what
//! is selected, edited and opened. Three contexts, split by how often they change.

mod asked;
mod callbacks;
mod contexts;
mod desk;
mod sieve;
mod standing;
mod ui;
pub mod viewport;

pub use asked::{Asked, Fate, LinkMark, Marks, Tallies};
pub use contexts::{Shown, UiContext, use_desk, use_shown, use_ui, use_viewport};
pub use desk::{Desk, Place, SaveState};
pub use sieve::{Focus, Sieve};
pub use standing::{Stand, Standing};
pub use ui::{Board, Dialog, Draft, Notice, Tone, Ui, UiAction};
pub use viewport::Viewport;
