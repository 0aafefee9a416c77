//! Words, ids and times of every allowed kind.

use std::fmt::Debug;

use proptest::{option, prelude::*, sample::select};

use crate::model::{Day, Label, Moment, Position, Text, WebAddress, When};

/// Any line of words: mostly plain, sometimes of any visible character, sometimes one that looks
/// like markup, escapes or something else that a format may stumble over.
pub(super) fn label() -> impl Strategy<Value = Label> {
    let tricky = select(vec![
        "</text><script>alert(1)</script>",
        "\"quoted\" \\back\\slash",
        "- [ ] not a task",
        "why?",
        "see 3",
        "Actions:",
        "# heading",
        "  spaces\teverywhere ",
        "שרת נפל",
        "👩‍💻 e\u{301} ﬁ",
        "a, b; c \"d\" 'e'",
        "=1+1",
        "null",
    ]);
    let words = prop_oneof![
        4 => "[A-Za-z]{1,9}( [a-z0-9]{1,9}){0,6}[?!.]?",
        2 => "\\PC{1,60}",
        1 => tricky.prop_map(str::to_owned),
    ];
    words.prop_filter_map("blank", |words| Label::new(&words).ok())
}

/// Any words of one or more lines.
pub(super) fn text() -> impl Strategy<Value = Text> {
    let lines = prop::collection::vec("\\PC{0,40}", 1..4);
    lines.prop_filter_map("blank", |lines| Text::new(&lines.join("\n")).ok())
}

pub(super) fn address() -> impl Strategy<Value = WebAddress> {
    "(https?://|mailto:)[a-z]{1,8}[@./?#&=a-z\"<>é]{0,20}"
        .prop_filter_map("no address", |text| WebAddress::new(&text).ok())
}

pub(super) fn day() -> impl Strategy<Value = Day> {
    (0..=9999_u16, 1..=12_u8, 1..=31_u8).prop_filter_map("no such day", |(year, month, day)| {
        format!("{year:04}-{month:02}-{day:02}").parse().ok()
    })
}

pub(super) fn moment() -> impl Strategy<Value = Moment> {
    // The years 0 to 9999.
    (-62_167_219_200_000_i64..=253_402_300_799_999)
        .prop_filter_map("no such moment", Moment::from_unix_millis)
}

pub(super) fn when() -> impl Strategy<Value = When> {
    prop_oneof![day().prop_map(When::Day), moment().prop_map(When::Moment)]
}

pub(super) fn position() -> impl Strategy<Value = Position> {
    let number = -Position::FARTHEST..=Position::FARTHEST;
    (number.clone(), number).prop_filter_map("off the map", |(x, y)| Position::new(x, y))
}

/// A turn: often the same as another's, sometimes as large as can be.
pub(super) fn order() -> impl Strategy<Value = u32> {
    prop_oneof![4 => 0..5_u32, 1 => any::<u32>()]
}

/// One in four times something.
pub(super) fn rarely<T: Debug>(
    value: impl Strategy<Value = T>,
) -> impl Strategy<Value = Option<T>> {
    option::weighted(0.25, value)
}

/// Any value of a closed list.
pub(super) fn one_of<T: Clone + Debug + 'static, const N: usize>(
    all: &[T; N],
) -> impl Strategy<Value = T> {
    select(all.to_vec())
}
