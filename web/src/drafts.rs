//! What people typed, made into values of the model, or a sentence that says why it cannot be.

use std::fmt::Display;

use whyweb_core::model::{Day, Label, Text, WebAddress, When, read_time};

/// A statement or a name.
pub fn label(typed: &str) -> Result<Label, String> {
    Label::new(typed).map_err(sentence)
}

/// A name that may be left empty.
pub fn label_or_none(typed: &str) -> Result<Option<Label>, String> {
    or_none(typed, label)
}

/// Words of several lines.
pub fn text(typed: &str) -> Result<Text, String> {
    Text::new(typed).map_err(sentence)
}

/// Words of several lines that may be left empty.
pub fn text_or_none(typed: &str) -> Result<Option<Text>, String> {
    or_none(typed, text)
}

/// A web address; one without a scheme is taken as https.
pub fn address(typed: &str) -> Result<WebAddress, String> {
    let typed = typed.trim();
    let has_scheme = typed.contains(':');
    let looks_right = typed.contains('.') && !typed.contains(char::is_whitespace);
    if !has_scheme && looks_right {
        return WebAddress::new(&format!("https://{typed}")).map_err(sentence);
    }
    WebAddress::new(typed).map_err(sentence)
}

/// A day that may be left empty.
pub fn day_or_none(typed: &str) -> Result<Option<Day>, String> {
    or_none(typed, |typed| {
        let day = typed.parse::<Day>();
        day.map_err(|_| format!("{typed:?} is not a day; write 2017-01-31."))
    })
}

/// A time that may be left empty. A time of day alone is one on the incident's day.
pub fn time_or_none(typed: &str, incident: Option<When>) -> Result<Option<When>, String> {
    or_none(typed, |typed| read_time(typed, incident).map_err(sentence))
}

fn or_none<T>(
    typed: &str,
    read: impl FnOnce(&str) -> Result<T, String>,
) -> Result<Option<T>, String> {
    match typed.trim() {
        "" => Ok(None),
        typed => read(typed).map(Some),
    }
}

/// A reason, which begins with a word of ours, as a sentence: capital first, full stop last.
pub fn sentence(reason: impl Display) -> String {
    let mut sentence = reason.to_string();
    if let Some(first) = sentence.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    if !sentence.ends_with(['.', '!', '?']) {
        sentence.push('.');
    }
    sentence
}
