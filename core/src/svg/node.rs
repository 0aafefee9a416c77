//! The tree of SVG elements that a drawing becomes, on its way to a file or to the screen.

use std::borrow::Cow;

use super::number::short;

/// An element or some words. Nothing in it is escaped; that is the writer's task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SvgNode {
    /// An element.
    Element(Element),
    /// Words.
    Text(String),
}

/// An SVG element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element {
    /// Its name.
    pub name: &'static str,
    /// Its attributes, in the order they are written; no name twice.
    pub attributes: Vec<(&'static str, Cow<'static, str>)>,
    /// What it holds.
    pub children: Vec<SvgNode>,
}

impl Element {
    /// An element without attributes or children.
    pub fn new(name: &'static str) -> Self {
        Self {
            name,
            attributes: Vec::new(),
            children: Vec::new(),
        }
    }

    /// With an attribute.
    pub fn with(mut self, name: &'static str, value: impl Into<Cow<'static, str>>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    /// With an attribute that is a number of px.
    pub fn with_number(self, name: &'static str, value: f64) -> Self {
        self.with(name, short(value))
    }

    /// With one more child.
    pub fn holding(mut self, child: impl Into<SvgNode>) -> Self {
        self.children.push(child.into());
        self
    }

    /// With these further children.
    pub fn holding_all<T: Into<SvgNode>>(mut self, children: impl IntoIterator<Item = T>) -> Self {
        self.children.extend(children.into_iter().map(Into::into));
        self
    }
}

impl From<Element> for SvgNode {
    fn from(element: Element) -> Self {
        Self::Element(element)
    }
}

impl From<&str> for SvgNode {
    fn from(words: &str) -> Self {
        Self::Text(words.to_owned())
    }
}
