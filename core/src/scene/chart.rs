//! Counts as bars and as a heat map: laid out once, for the panel and for a file.

use super::{
    measure::{MeasureText, TextStyle, Weight},
    part::{PlacedText, Tone},
    shorten::shorten,
    wrap::{Room, wrap},
};
use crate::layout::{Point, Rect, Size};

/// Something that counts, at its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// Its row and column in what is counted, from 0.
    pub place: (usize, usize),
    /// All of it: where a pointer meets it.
    pub rect: Rect,
    /// What is filled behind its words, and how deep: 0 is blank, 1 full.
    pub ground: Vec<(Rect, Depth)>,
    /// Its words and numbers.
    pub words: Vec<PlacedText>,
    /// What it says in full.
    pub description: String,
}

/// A name at the edge of a chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Edge {
    /// The room it has.
    pub rect: Rect,
    /// Its lines.
    pub words: Vec<PlacedText>,
}

/// How a ground is filled.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Depth {
    /// What a bar runs along.
    Track,
    /// A bar.
    Bar,
    /// A cell, so much of the deepest: from 0 to 1.
    Heat(f64),
    /// A cell that is outlined: what stays where it is.
    Outlined(f64),
}

/// A drawing of counts.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Chart {
    /// What stands at its edges: the columns' names, then the rows'.
    pub edges: Vec<Edge>,
    /// What counts, row by row.
    pub marks: Vec<Mark>,
    /// The room it takes, from the origin.
    pub size: Size,
}

/// One group of things that are counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// What it is called.
    pub name: String,
    /// How many are in it.
    pub count: usize,
    /// How many are in it and those before it.
    pub so_far: usize,
}

const STYLE: TextStyle = TextStyle::new(13.0, Weight::Regular);
const SMALL: TextStyle = TextStyle::new(12.0, Weight::Regular);
/// From one row to the next, in px.
const ROW: f64 = 28.0;
/// From the middle of a row down to the baseline, in px.
const BASELINE: f64 = 4.5;
/// Kept free between columns, in px.
const GAP: f64 = 8.0;

/// Where the bars' columns lie, in px.
const NAMES: f64 = 148.0;
const TRACK: f64 = 156.0;
const COUNT: f64 = 32.0;
const SHARE: f64 = 48.0;
/// How high a bar is, in px.
const BAR: f64 = 12.0;

/// Bars, one a group: its name, its count along a track, and the share of all so far.
pub fn bars(groups: &[Group], measure: &dyn MeasureText) -> Chart {
    let largest = groups.iter().map(|group| group.count).max().unwrap_or(0);
    let total = groups.iter().map(|group| group.so_far).max().unwrap_or(0);
    let width = NAMES + GAP + TRACK + COUNT + SHARE + GAP;
    let mut chart = Chart::default();
    let mut top = 0.0;
    for (row, group) in groups.iter().enumerate() {
        let rect = at(0.0, top, width, ROW);
        let middle = rect.centre().y;
        let track = at(NAMES + GAP, middle - BAR / 2.0, TRACK, BAR);
        let length = at(
            track.left,
            track.top,
            TRACK * share(group.count, largest),
            BAR,
        );
        let so_far = format!("{} %", percent(group.so_far, total));
        let end = track.right() + COUNT;
        chart.marks.push(Mark {
            place: (row, 0),
            rect,
            ground: vec![(track, Depth::Track), (length, Depth::Bar)],
            words: vec![
                starting(
                    shorten(&group.name, NAMES - GAP, STYLE, measure),
                    STYLE,
                    Tone::Ink,
                    (GAP, middle),
                ),
                ending(
                    group.count.to_string(),
                    STYLE,
                    Tone::Ink,
                    (end, middle),
                    measure,
                ),
                ending(
                    so_far.clone(),
                    SMALL,
                    Tone::Muted,
                    (end + SHARE, middle),
                    measure,
                ),
            ],
            description: format!("{}: {}, {so_far} so far", group.name, group.count),
        });
        top += ROW;
    }
    chart.size = Size { width, height: top };
    chart
}

/// How wide and how high a cell of a heat map is, in px.
const CELL: Size = Size {
    width: 80.0,
    height: 28.0,
};
/// The widest that the names of rows may be, in px.
const ROW_NAMES: f64 = 148.0;
/// How high the names of columns are, in px, and from one line of them to the next.
const HEADS: f64 = 40.0;
const LINE: f64 = 15.0;
/// The most lines that the name of a column has.
const MOST_LINES: usize = 2;

/// A heat map: a number for each row and column; those from a name to itself are outlined.
pub fn matrix(
    columns: &[String],
    rows: &[(String, Vec<usize>)],
    measure: &dyn MeasureText,
) -> Chart {
    let most = rows.iter().flat_map(|(_, numbers)| numbers).max();
    let most = most.copied().unwrap_or(0);
    let names = rows.iter().map(|(name, _)| measure.width(name, SMALL));
    let names = names.fold(0.0, f64::max).min(ROW_NAMES) + GAP;
    let mut chart = Chart::default();
    let mut left = names;
    for name in columns {
        let rect = at(left, 0.0, CELL.width, HEADS);
        let words = head(name, rect, measure);
        chart.edges.push(Edge { rect, words });
        left += CELL.width;
    }
    let mut top = HEADS;
    for (row, (name, numbers)) in rows.iter().enumerate() {
        let words = shorten(name, names - GAP, SMALL, measure);
        let middle = top + CELL.height / 2.0;
        let words = ending(words, SMALL, Tone::Muted, (names - GAP, middle), measure);
        chart.edges.push(Edge {
            rect: at(0.0, top, names, CELL.height),
            words: vec![words],
        });
        let mut left = names;
        for (column, number) in numbers.iter().enumerate() {
            let cell = at(left, top, CELL.width, CELL.height);
            let heat = share(*number, most);
            let depth = if row == column {
                Depth::Outlined(heat)
            } else {
                Depth::Heat(heat)
            };
            let tone = if *number == 0 { Tone::Muted } else { Tone::Ink };
            let to = columns.get(column).map_or("", String::as_str);
            chart.marks.push(Mark {
                place: (row, column),
                rect: cell,
                ground: vec![(cell.grown(-1.0), depth)],
                words: vec![centred(
                    number.to_string(),
                    SMALL,
                    tone,
                    (cell.centre().x, middle),
                    measure,
                )],
                description: format!("{name} to {to}: {number}"),
            });
            left += CELL.width;
        }
        top += CELL.height;
    }
    chart.size = Size {
        width: left,
        height: top,
    };
    chart
}

/// The name of a column, its last line just above the cells.
fn head(name: &str, rect: Rect, measure: &dyn MeasureText) -> Vec<PlacedText> {
    let room = Room {
        width: rect.size.width - 4.0,
        lines: MOST_LINES,
    };
    let lines = wrap(name, room, SMALL, measure).lines;
    let mut middle = rect.bottom() - LINE / 2.0 - 2.0;
    let mut placed = Vec::new();
    for line in lines.iter().rev() {
        let words = line.trim_end().to_owned();
        let place = (rect.centre().x, middle);
        placed.push(centred(words, SMALL, Tone::Muted, place, measure));
        middle -= LINE;
    }
    placed.reverse();
    placed
}

pub(super) fn at(left: f64, top: f64, width: f64, height: f64) -> Rect {
    let size = Size { width, height };
    Rect { left, top, size }
}

/// From 0 to 1; 0 of 0 is 0.
fn share(part: usize, whole: usize) -> f64 {
    let number = |count: usize| u32::try_from(count).map_or(f64::from(u32::MAX), f64::from);
    if whole == 0 {
        0.0
    } else {
        number(part) / number(whole)
    }
}

/// Rounded; 0 of 0 is 0.
fn percent(part: usize, whole: usize) -> usize {
    (200 * part + whole).checked_div(2 * whole).unwrap_or(0)
}

pub(super) fn starting(
    text: String,
    style: TextStyle,
    tone: Tone,
    (left, middle): (f64, f64),
) -> PlacedText {
    let at = Point::new(left, middle + BASELINE);
    PlacedText {
        text,
        style,
        tone,
        at,
    }
}

fn ending(
    text: String,
    style: TextStyle,
    tone: Tone,
    (right, middle): (f64, f64),
    measure: &dyn MeasureText,
) -> PlacedText {
    let left = right - measure.width(&text, style);
    starting(text, style, tone, (left, middle))
}

pub(super) fn centred(
    text: String,
    style: TextStyle,
    tone: Tone,
    (centre, middle): (f64, f64),
    measure: &dyn MeasureText,
) -> PlacedText {
    let left = centre - measure.width(&text, style) / 2.0;
    starting(text, style, tone, (left, middle))
}

#[cfg(test)]
mod tests {
    use super::{super::measure::TableMeasure, *};
    use crate::{
        scene::Theme,
        svg::{ChartOptions, chart_document},
    };

    fn groups() -> Vec<Group> {
        let group = |name: &str, count, so_far| Group {
            name: name.to_owned(),
            count,
            so_far,
        };
        vec![
            group("Process", 6, 6),
            group(
                "Human & \"<odd>\" with a name too long for its column",
                2,
                8,
            ),
        ]
    }

    #[test]
    fn bars_are_as_long_as_they_count() {
        let chart = bars(&groups(), &TableMeasure);
        let length = |row: usize| chart.marks[row].ground[1].0.size.width;
        assert!((length(0) - TRACK).abs() < 1e-9);
        assert!((length(1) - TRACK / 3.0).abs() < 1e-9);
        let last: Vec<_> = chart
            .marks
            .iter()
            .map(|mark| mark.words[2].text.as_str())
            .collect();
        assert_eq!(last, ["75 %", "100 %"]);
    }

    #[test]
    fn all_of_a_chart_lies_in_its_room_and_nothing_runs_into_something_else() {
        let names: Vec<String> = groups().into_iter().map(|group| group.name).collect();
        let rows = vec![
            (names[0].clone(), vec![1, 0]),
            (names[1].clone(), vec![3, 12]),
        ];
        for chart in [
            bars(&groups(), &TableMeasure),
            matrix(&names, &rows, &TableMeasure),
        ] {
            let room = at(0.0, 0.0, chart.size.width, chart.size.height);
            let words = chart
                .marks
                .iter()
                .flat_map(|mark| &mark.words)
                .chain(chart.edges.iter().flat_map(|edge| &edge.words));
            for words in words {
                let end = words.at.x + TableMeasure.width(&words.text, words.style);
                assert!(
                    words.at.x >= -1e-9 && end <= room.right() + 1e-9,
                    "{}",
                    words.text
                );
            }
            for (turn, mark) in chart.marks.iter().enumerate() {
                assert!(mark.rect.bottom() <= room.bottom() + 1e-9);
                for other in chart.marks.iter().skip(turn + 1) {
                    assert!(!mark.rect.grown(-0.5).contains(other.rect.centre()));
                }
            }
        }
    }

    #[test]
    fn the_deepest_cell_counts_most_and_the_diagonal_is_outlined() {
        let names = ["a".to_owned(), "b".to_owned()];
        let rows = vec![("a".to_owned(), vec![1, 4]), ("b".to_owned(), vec![0, 2])];
        let chart = matrix(&names, &rows, &TableMeasure);
        let depths: Vec<_> = chart.marks.iter().map(|mark| mark.ground[0].1).collect();
        let expected = [
            Depth::Outlined(0.25),
            Depth::Heat(1.0),
            Depth::Heat(0.0),
            Depth::Outlined(0.5),
        ];
        assert_eq!(depths, expected);
        assert_eq!(chart.marks[1].description, "a to b: 4");
    }

    #[test]
    fn a_file_holds_words_as_words() {
        let chart = bars(&groups(), &TableMeasure);
        let options = ChartOptions {
            title: "Factors <b>",
            notes: &["Frequency & importance".to_owned()],
            ..ChartOptions::default()
        };
        let text = chart_document(&chart, &Theme::light(), &options).to_string();
        assert!(text.contains("Human &amp; \"&lt;odd&gt;\""));
        assert!(
            text.contains(">Factors &lt;b&gt;</text>")
                && text.contains("Frequency &amp; importance")
        );
        assert!(!text.contains("<odd>") && !text.contains("var(--"));
    }
}
