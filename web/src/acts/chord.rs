//! The name of a key with what is held beside it, as acts write it: `Tab`, `Ctrl+k`, `Shift+1`.

use yew::KeyboardEvent;

/// The name of the key of an event. Latin letters are in lower case; Cmd counts as Ctrl; Shift is named
/// only where the key itself does not tell, so `?` is `?` on every keyboard.
pub fn chord(event: &KeyboardEvent) -> String {
    let mut name = String::new();
    if event.ctrl_key() || event.meta_key() {
        name.push_str("Ctrl+");
    }
    if event.alt_key() {
        name.push_str("Alt+");
    }
    // Shift and a digit give a sign that differs by keyboard; its place on the keyboard does not.
    let code = event.code();
    let digit = code.strip_prefix("Digit").filter(|_| event.shift_key());
    let key = digit.map_or_else(|| event.key(), ToOwned::to_owned);
    let is_sign = key.chars().count() == 1 && !key.chars().all(char::is_alphanumeric);
    if event.shift_key() && !is_sign {
        name.push_str("Shift+");
    }
    name.push_str(&if key.chars().count() == 1 {
        key.to_ascii_lowercase()
    } else {
        key
    });
    name
}

/// How the list of keys writes one.
pub fn shown(key: &str) -> String {
    let part = |part: &str| match part {
        "ArrowLeft" => "←".to_owned(),
        "ArrowRight" => "→".to_owned(),
        "ArrowUp" => "↑".to_owned(),
        "ArrowDown" => "↓".to_owned(),
        "Escape" => "Esc".to_owned(),
        "Shift" => "⇧".to_owned(),
        " " => "Space".to_owned(),
        letter if letter.chars().count() == 1 => letter.to_uppercase(),
        other => other.to_owned(),
    };
    // A plus is a key of its own too.
    match key.strip_suffix("++") {
        Some(held) => format!("{held} +"),
        None if key == "+" => "+".to_owned(),
        None => key.split('+').map(part).collect::<Vec<_>>().join(" "),
    }
}
