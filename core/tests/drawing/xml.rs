//! A reader of XML that knows nothing of how the drawing is written.

use quick_xml::{
    Reader, XmlVersion,
    escape::unescape,
    events::{BytesStart, Event},
};

/// An element, or words where the name is empty.
#[derive(Debug, Default)]
pub(crate) struct Tree {
    pub(crate) name: String,
    pub(crate) attributes: Vec<(String, String)>,
    pub(crate) children: Vec<Tree>,
    text: String,
}

impl Tree {
    /// Reads a document; it must be well-formed.
    pub(crate) fn parse(document: &str) -> Self {
        let mut reader = Reader::from_str(document);
        reader.config_mut().check_end_names = true;
        let mut open = vec![Self::default()];
        loop {
            let event = reader.read_event().expect("the document is well-formed");
            match event {
                Event::Start(start) => open.push(Self::element(&start)),
                Event::Empty(start) => add(&mut open, Self::element(&start)),
                Event::End(_) => {
                    let element = open.pop().unwrap();
                    add(&mut open, element);
                }
                Event::Text(text) => add(&mut open, Self::words_of(&text.xml10_content())),
                Event::GeneralRef(name) => {
                    let words = unescape(&format!("&{};", &*name)).unwrap().into_owned();
                    add(&mut open, Self::words_of(&words));
                }
                Event::Eof => break,
                other => panic!("the drawing has no {other:?}"),
            }
        }
        assert_eq!(open.len(), 1, "every element is closed");
        open.pop().unwrap().children.pop().unwrap()
    }

    fn element(start: &BytesStart<'_>) -> Self {
        let attributes = start.attributes().map(|attribute| {
            let attribute = attribute.expect("attributes are well-formed and unique");
            let value = attribute.normalized_value(XmlVersion::Explicit1_0).unwrap();
            (attribute.key.0.to_owned(), value.into_owned())
        });
        Self {
            name: start.name().0.to_owned(),
            attributes: attributes.collect(),
            ..Self::default()
        }
    }

    fn words_of(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            ..Self::default()
        }
    }

    /// The first element, this one or below it, of which this is so.
    pub(crate) fn find(&self, is_it: impl Fn(&Self) -> bool + Copy) -> Option<&Self> {
        if is_it(self) {
            return Some(self);
        }
        self.children.iter().find_map(|child| child.find(is_it))
    }

    /// All words in it.
    pub(crate) fn words(&self) -> String {
        let below = self.children.iter().map(Self::words);
        std::iter::once(self.text.clone()).chain(below).collect()
    }

    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        let mut attributes = self.attributes.iter();
        attributes
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    /// Whether it is the group of this class for this identity.
    pub(crate) fn is_item(&self, class: &str, id: &str) -> bool {
        let classes = self.attribute("class").unwrap_or_default();
        classes.split(' ').any(|one| one == class) && self.attribute("data-id") == Some(id)
    }
}

fn add(open: &mut [Tree], child: Tree) {
    open.last_mut().unwrap().children.push(child);
}
