//! From the tree to text. This is the only place that escapes anything.

use std::fmt::{self, Display, Formatter, Write};

use super::node::{Element, SvgNode};

impl Display for SvgNode {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Element(element) => element.fmt(f),
            Self::Text(words) => escape(f, words, in_words),
        }
    }
}

/// Writes well-formed XML, whatever the words are. An element goes on a line of its own unless
/// white space around it would be read as words.
impl Display for Element {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "<{}", self.name)?;
        for (name, value) in &self.attributes {
            write!(f, " {name}=\"")?;
            escape(f, value, in_attribute)?;
            f.write_char('"')?;
        }
        if self.children.is_empty() {
            return f.write_str("/>");
        }
        f.write_char('>')?;
        let line_end = if holds_words(self) { "" } else { "\n" };
        for child in &self.children {
            write!(f, "{line_end}{child}")?;
        }
        write!(f, "{line_end}</{}>", self.name)
    }
}

fn holds_words(element: &Element) -> bool {
    let is_words = |child: &SvgNode| matches!(child, SvgNode::Text(_));
    element.name == "text" || element.children.iter().any(is_words)
}

fn escape(
    f: &mut Formatter<'_>,
    words: &str,
    reference: fn(char) -> Option<&'static str>,
) -> fmt::Result {
    for c in words.chars() {
        match reference(c) {
            Some(reference) => f.write_str(reference)?,
            None if is_xml(c) => f.write_char(c)?,
            // XML 1.0 has no way to write it.
            None => f.write_char(char::REPLACEMENT_CHARACTER)?,
        }
    }
    Ok(())
}

fn in_words(c: char) -> Option<&'static str> {
    match c {
        '&' => Some("&amp;"),
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        // A reader would turn it into a line feed.
        '\r' => Some("&#13;"),
        _ => None,
    }
}

fn in_attribute(c: char) -> Option<&'static str> {
    match c {
        '"' => Some("&quot;"),
        // A reader would turn these into spaces.
        '\t' => Some("&#9;"),
        '\n' => Some("&#10;"),
        _ => in_words(c),
    }
}

/// Whether XML 1.0 allows a character (production 2, Char).
fn is_xml(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use quick_xml::{Reader, XmlVersion, escape::unescape, events::Event};

    use super::*;

    fn text(words: &str) -> Element {
        Element::new("text")
            .with("aria-label", words.to_owned())
            .holding(words)
    }

    #[test]
    fn words_stay_words() {
        let node = text("</text><script>\"&\0\u{ffff}");
        let safe = "&lt;/text&gt;&lt;script&gt;";
        assert_eq!(
            node.to_string(),
            format!(
                "<text aria-label=\"{safe}&quot;&amp;\u{fffd}\u{fffd}\">\
                 {safe}\"&amp;\u{fffd}\u{fffd}</text>"
            )
        );
    }

    #[test]
    fn elements_have_lines_of_their_own_but_not_within_words() {
        let line = Element::new("text").holding(Element::new("tspan").holding("a"));
        let group = Element::new("g")
            .holding(line)
            .holding(Element::new("path"));
        assert_eq!(
            group.to_string(),
            "<g>\n<text><tspan>a</tspan></text>\n<path/>\n</g>"
        );
    }

    proptest! {
        #[test]
        fn any_words_read_back_as_they_were(words in any::<String>()) {
            let expected: String = words
                .chars()
                .map(|c| if is_xml(c) { c } else { char::REPLACEMENT_CHARACTER })
                .collect();
            let (label, seen) = read(&text(&words).to_string());
            prop_assert_eq!(label, &*expected);
            prop_assert_eq!(seen, expected);
        }
    }

    /// The label and the words of a text element, as an XML reader finds them.
    fn read(written: &str) -> (String, String) {
        let mut reader = Reader::from_str(written);
        let (mut label, mut words) = (String::new(), String::new());
        loop {
            match reader.read_event().unwrap() {
                Event::Start(start) => {
                    let attribute = start.try_get_attribute("aria-label").unwrap().unwrap();
                    label += &attribute.normalized_value(XmlVersion::Explicit1_0).unwrap();
                }
                Event::Text(part) => words += &part.xml10_content(),
                Event::GeneralRef(name) => words += &unescape(&format!("&{};", &*name)).unwrap(),
                Event::Eof => return (label, words),
                _ => {}
            }
        }
    }
}
