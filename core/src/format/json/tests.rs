//! Laws of the native format.

use proptest::prelude::*;

use super::{ReadErrorKind, read, write};
use crate::{format::limits, model::problems, testing::incidents};

proptest! {
    #[test]
    fn import_after_export_is_the_identity(
        incident in incidents(),
        document in prop::option::of(prop::collection::vec(any::<u8>(), 0..40)),
    ) {
        let text = write(&incident, document.as_deref());
        let reading = read(&text).unwrap();
        prop_assert_eq!(&reading.problems, &problems(&incident));
        prop_assert_eq!(&reading.incident, &incident);
        prop_assert_eq!(reading.document, document);
        // The same incident, the same bytes.
        let again = write(&reading.incident, None);
        prop_assert_eq!(again, write(&incident, None));
    }

    #[test]
    fn a_file_cut_anywhere_is_refused(incident in incidents(), cut in any::<prop::sample::Index>()) {
        let text = write(&incident, None);
        let end = cut.index(text.trim_end().len());
        let start = text.char_indices().map(|(at, _)| at).take_while(|at| *at <= end).last();
        prop_assert!(read(&text[..start.unwrap_or(0)]).is_err());
    }

    #[test]
    fn any_text_is_answered(text in "\\PC{0,80}") {
        prop_assert!(read(&text).is_err());
    }

    #[test]
    fn a_damaged_file_is_answered(
        incident in incidents(),
        at in any::<prop::sample::Index>(),
        put in prop::sample::select(vec!["", "{", "]", "\"", ",", "0", "null", "é", "\\", "-"]),
    ) {
        let mut chars: Vec<String> = write(&incident, None).chars().map(String::from).collect();
        let at = at.index(chars.len());
        chars[at] = put.to_owned();
        let text = chars.concat();
        // Whatever is still read can be written and read again.
        if let Ok(reading) = read(&text) {
            let again = read(&write(&reading.incident, None)).unwrap();
            prop_assert_eq!(again.incident, reading.incident);
        }
    }
}

#[test]
fn size_and_depth_are_bounded() {
    let error = read(&" ".repeat(limits::LARGEST_FILE + 1)).unwrap_err();
    assert_eq!(
        *error.kind(),
        ReadErrorKind::TooLarge(limits::LARGEST_FILE + 1)
    );
    for deep in [
        "[",
        "{\"format\":",
        "{\"format\":\"whyweb\",\"version\":1,\"incident\":[[",
    ] {
        assert!(read(&deep.repeat(1_000_000)).is_err());
    }
    let links = "{\"id\":\"a\",\"cause\":\"a\",\"effect\":\"b\"},".repeat(limits::MOST_LINKS + 1);
    let text = format!(
        "{{\"format\":\"whyweb\",\"version\":1,\"incident\":{{\"id\":\"i\",\"links\":[{}]}}}}",
        links.trim_end_matches(',')
    );
    let error = read(&text).unwrap_err();
    assert!(matches!(
        error.kind(),
        ReadErrorKind::TooMany { what: "links", .. }
    ));
}

#[test]
fn the_smallest_file_starts_with_four_categories() {
    let text = "\u{feff}{\"version\": 1, \"incident\": {\"id\": \"i\"}, \"format\": \"whyweb\"}";
    let reading = read(text).unwrap();
    assert_eq!(reading.incident.categories.len(), 4);
    assert_eq!(reading.version, 1);
}
