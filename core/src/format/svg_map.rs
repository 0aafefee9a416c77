//! The map inside a picture: an SVG written here holds the incident, in the native format, as the
//! text of its `<metadata>` element (SVG 2, 5.8), so that the picture reopens as the map.
//!
//! Drawing programs that save such a picture again may give the element a prefix, write its text as
//! a CDATA section or put their own elements beside it. So what is read is all the text in the first
//! `<metadata>` outside of comments, as XML 1.0 says, and elements within are passed over.

use super::limits::LARGEST_FILE;

/// Why no map was found in a picture.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// The text is larger than [`LARGEST_FILE`].
    #[error(
        "the picture has {0} bytes, and at most {LARGEST_FILE} are read; is it the right file?"
    )]
    TooLarge(usize),
    /// No `<svg>` in it.
    #[error("this is no SVG; open a picture that Whyweb has written, or its .whyweb.json")]
    NoSvg,
    /// A picture, and no more.
    #[error(
        "this picture holds no map: it was made elsewhere, or a program that saved it again left the \
         map out; open the .whyweb.json instead"
    )]
    NoMap,
    /// The text ends within the map.
    #[error("the picture ends in the middle; it was cut off on its way, so fetch or save it again")]
    CutOff,
}

/// Takes the map out of a picture: text in the native format, for [`json::read`](super::json::read).
///
/// Linear in the length of the text.
///
/// # Errors
///
/// Where there is no map in it, with what to do instead.
pub fn read(svg: &str) -> Result<String, ReadError> {
    if svg.len() > LARGEST_FILE {
        return Err(ReadError::TooLarge(svg.len()));
    }
    let mut rest = svg;
    let mut is_svg = false;
    while let Some((piece, after)) = next_piece(rest) {
        rest = after;
        match piece {
            Piece::Tag(tag) if tag.opens("svg") => is_svg = true,
            Piece::Tag(tag) if is_svg && tag.opens("metadata") => return text_within(rest),
            _ => {}
        }
    }
    Err(if is_svg {
        ReadError::NoMap
    } else {
        ReadError::NoSvg
    })
}

/// All text up to the end of the element that was just opened.
fn text_within(mut rest: &str) -> Result<String, ReadError> {
    let mut found = String::new();
    let mut depth = 0_usize;
    while let Some((piece, after)) = next_piece(rest) {
        rest = after;
        match piece {
            Piece::Words(words) if depth == 0 => unescape(words, &mut found),
            Piece::Cdata(words) if depth == 0 => found.push_str(words),
            Piece::Tag(tag) if tag.is_closing() => match depth.checked_sub(1) {
                Some(less) => depth = less,
                None if found.trim().is_empty() => return Err(ReadError::NoMap),
                None => return Ok(found.trim().to_owned()),
            },
            Piece::Tag(tag) if !tag.is_empty_element() => depth += 1,
            _ => {}
        }
    }
    Err(ReadError::CutOff)
}

/// What XML consists of, as far as it matters here.
enum Piece<'a> {
    Words(&'a str),
    Cdata(&'a str),
    Tag(Tag<'a>),
    /// A comment, a processing instruction or a declaration.
    Other,
}

/// What stands between `<` and `>`.
struct Tag<'a>(&'a str);

impl Tag<'_> {
    fn is_closing(&self) -> bool {
        self.0.starts_with('/')
    }

    fn is_empty_element(&self) -> bool {
        self.0.ends_with('/')
    }

    /// Whether it opens an element of this name, under whatever prefix.
    fn opens(&self, name: &str) -> bool {
        let full = self.0.split(|c: char| c.is_ascii_whitespace()).next();
        let local = full.map(|full| full.rsplit(':').next().unwrap_or(full));
        !self.is_empty_element() && local == Some(name)
    }
}

/// The first piece and what comes after it; nothing at the end or where a piece does not end.
fn next_piece(text: &str) -> Option<(Piece<'_>, &str)> {
    let Some(markup) = text.strip_prefix('<') else {
        let end = text.find('<').unwrap_or(text.len());
        let (words, after) = text.split_at_checked(end)?;
        return (!words.is_empty()).then_some((Piece::Words(words), after));
    };
    if let Some(inside) = markup.strip_prefix("![CDATA[") {
        let (words, after) = inside.split_once("]]>")?;
        return Some((Piece::Cdata(words), after));
    }
    if let Some(inside) = markup.strip_prefix("!--") {
        return Some((Piece::Other, inside.split_once("-->")?.1));
    }
    let end = tag_end(markup)?;
    let (inside, after) = markup.split_at_checked(end)?;
    let piece = if inside.starts_with(['?', '!']) {
        Piece::Other
    } else {
        Piece::Tag(Tag(inside))
    };
    Some((piece, after.strip_prefix('>')?))
}

/// Where the `>` of a tag is; those within quotes belong to attributes.
fn tag_end(markup: &str) -> Option<usize> {
    let mut quote = None;
    for (at, c) in markup.char_indices() {
        match (c, quote) {
            ('>', None) => return Some(at),
            ('"' | '\'', None) => quote = Some(c),
            (c, Some(open)) if c == open => quote = None,
            _ => {}
        }
    }
    None
}

/// Appends words with their references replaced; what is no reference stays as it is.
fn unescape(words: &str, to: &mut String) {
    let mut rest = words;
    while let Some((before, after)) = rest.split_once('&') {
        to.push_str(before);
        let reference = after.split_once(';').filter(|(name, _)| name.len() <= 8);
        let found = reference.and_then(|(name, behind)| Some((character(name)?, behind)));
        let (c, behind) = found.unwrap_or(('&', after));
        to.push(c);
        rest = behind;
    }
    to.push_str(rest);
}

/// The character that a reference between `&` and `;` names.
fn character(name: &str) -> Option<char> {
    match name {
        "lt" => return Some('<'),
        "gt" => return Some('>'),
        "amp" => return Some('&'),
        "quot" => return Some('"'),
        "apos" => return Some('\''),
        _ => {}
    }
    let number = name.strip_prefix('#')?;
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => number.parse().ok()?,
    };
    char::from_u32(code)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{
        format::json,
        scene::{Scene, Theme},
        svg,
        testing::incidents,
    };

    fn picture(metadata: &str) -> String {
        let options = svg::Options {
            title: "<metadata>not here</metadata>",
            metadata: Some(metadata),
            ..svg::Options::default()
        };
        svg::document(&Scene::default(), &Theme::light(), &options).to_string()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]

        #[test]
        fn a_picture_reopens_as_the_map(incident in incidents()) {
            let map = json::write(&incident, None);
            let found = read(&picture(&map)).unwrap();
            prop_assert_eq!(json::read(&found).unwrap().incident, json::read(&map).unwrap().incident);
        }

        #[test]
        fn a_picture_cut_anywhere_is_refused(cut in any::<prop::sample::Index>()) {
            let whole = picture("{\"a\": \"<&>\"}");
            let end = whole.find("</metadata>").unwrap() + 10;
            let part: String = whole.chars().take(cut.index(end)).collect();
            prop_assert!(read(&part).is_err());
        }

        #[test]
        fn no_text_makes_it_panic(text in "[<>/!?&;#x\\-\\[\\]a-cA-Dsvgmet\"' ]{0,80}") {
            let _ = read(&format!("<svg><metadata>{text}"));
        }
    }

    #[test]
    fn what_other_programs_make_of_it_is_read() {
        let kept = "<?xml version='1.0'?><!-- <svg><metadata>no</metadata> --><!DOCTYPE svg>\
            <svg:svg xmlns:svg='http://www.w3.org/2000/svg' data-x='a>b'><svg:metadata id=\"m\">\n\
            <rdf:RDF><cc:Work/>title</rdf:RDF><![CDATA[{\"a\": \"<]]>&#x62;&#99;&quot;}\n\
            </svg:metadata></svg:svg>";
        assert_eq!(read(kept).unwrap(), "{\"a\": \"<bc\"}");
    }

    #[test]
    fn a_picture_without_a_map_says_so() {
        assert_eq!(read("<svg><path d='M0 0'/></svg>"), Err(ReadError::NoMap));
        assert_eq!(read("<svg><metadata/></svg>"), Err(ReadError::NoMap));
        assert_eq!(
            read("<svg><metadata> </metadata></svg>"),
            Err(ReadError::NoMap)
        );
        assert_eq!(read("<html><metadata>x</metadata>"), Err(ReadError::NoSvg));
        assert_eq!(read("<svg><metadata>{"), Err(ReadError::CutOff));
    }
}
