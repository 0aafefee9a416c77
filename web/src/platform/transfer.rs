//! What a person hands the page: a file that is dropped or chosen, words that are pasted.

use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, DataTransfer, DragEvent, Event, HtmlInputElement};

use super::{
    Failure, dom,
    file::{self, TextFile},
};

/// Something handed over and not read yet.
#[derive(Clone)]
pub enum Handed {
    /// A file.
    File(web_sys::File),
    /// Words, which have no name.
    Words(String),
}

impl Handed {
    /// What it is called; empty for words.
    pub fn name(&self) -> String {
        match self {
            Self::File(file) => file.name(),
            Self::Words(_) => String::new(),
        }
    }

    /// Reads it.
    pub async fn read(self) -> Result<TextFile, Failure> {
        match self {
            Self::File(file) => file::read(file).await,
            Self::Words(text) => Ok(TextFile {
                name: String::new(),
                text,
            }),
        }
    }
}

/// Whether a drag over the page brings a file, so that letting it go hands it over.
pub fn brings_file(event: &Event) -> bool {
    let types = dragged(event).map(|data| data.types());
    types.is_some_and(|types| types.includes(&"Files".into(), 0))
}

/// Whether a drag has left the window, rather than one element for the next.
pub fn has_left_window(event: &Event) -> bool {
    let event = event.dyn_ref::<DragEvent>();
    event.is_some_and(|event| event.related_target().is_none())
}

/// What was let go over the page.
pub fn dropped(event: &Event) -> Option<Handed> {
    first_file(&dragged(event)?)
}

/// What was pasted beside all fields: a file, or words of several lines. One line is no import.
pub fn pasted(event: &Event) -> Option<Handed> {
    if dom::is_typing(event) {
        return None;
    }
    let file = first_file(&clipboard(event)?);
    file.or_else(|| pasted_lines(event))
}

/// Words of several lines that are pasted, wherever.
pub fn pasted_lines(event: &Event) -> Option<Handed> {
    let words = clipboard(event)?.get_data("text/plain").ok()?;
    (words.trim().lines().count() > 1).then_some(Handed::Words(words))
}

fn clipboard(event: &Event) -> Option<DataTransfer> {
    event.dyn_ref::<ClipboardEvent>()?.clipboard_data()
}

/// The file that was chosen in a file field. The field forgets it, so that choosing it once more
/// counts again.
pub fn chosen(event: &Event) -> Option<Handed> {
    let field: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = field.files()?.get(0)?;
    field.set_value("");
    Some(Handed::File(file))
}

/// All files that were chosen in a file field, which forgets them as with [`chosen`].
pub fn all_chosen(event: &Event) -> Vec<Handed> {
    let field = event.target().and_then(|target| target.dyn_into().ok());
    let Some(field): Option<HtmlInputElement> = field else {
        return Vec::new();
    };
    let files = field.files();
    let count = files.as_ref().map_or(0, web_sys::FileList::length);
    let files = (0..count).filter_map(|place| files.as_ref()?.get(place));
    let chosen = files.map(Handed::File).collect();
    field.set_value("");
    chosen
}

fn dragged(event: &Event) -> Option<DataTransfer> {
    event.dyn_ref::<DragEvent>()?.data_transfer()
}

fn first_file(data: &DataTransfer) -> Option<Handed> {
    data.files()?.get(0).map(Handed::File)
}
