//! Which format a text is in, by its name and its first letters.

/// A format an incident is read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Readable {
    /// The native format.
    Json,
    /// A picture that holds the map.
    Svg,
    /// Indented notes.
    Outline,
}

/// Tells the format. The name decides where it says something, else the first letter does; any
/// other text is read as notes. Nothing where the text is none, such as a picture in pixels.
///
/// `name` may be empty, for pasted words.
pub fn recognise(name: &str, text: &str) -> Option<Readable> {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    if text.contains('\0') {
        return None;
    }
    let ends = |end: &str| {
        let from = name.len().checked_sub(end.len());
        let last = from.and_then(|from| name.get(from..));
        last.is_some_and(|last| last.eq_ignore_ascii_case(end))
    };
    Some(if ends(".json") || text.starts_with('{') {
        Readable::Json
    } else if ends(".svg") || text.starts_with('<') {
        Readable::Svg
    } else {
        Readable::Outline
    })
}

#[cfg(test)]
mod tests {
    use super::{Readable as R, *};

    #[test]
    fn the_name_or_else_the_first_letter_decides() {
        let cases = [
            ("a.whyweb.json", "", Some(R::Json)),
            ("A.JSON", "- x", Some(R::Json)),
            ("a.svg", "x", Some(R::Svg)),
            ("", "\u{feff}  {\"format\"", Some(R::Json)),
            ("", "<?xml", Some(R::Svg)),
            ("é", "- x", Some(R::Outline)),
            ("notes.md", "[ ] task", Some(R::Outline)),
            ("a.png", "\u{fffd}PNG\r\n\0", None),
        ];
        for (name, text, expected) in cases {
            assert_eq!(recognise(name, text), expected, "{name:?} {text:?}");
        }
    }
}
