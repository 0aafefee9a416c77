//! What happened on its time line: one column a factor that has a time, in the order of time, with
//! what lies between one and the next written on the axis.
//!
//! The columns are equally wide. Minutes and days drawn to one scale would crowd what matters into
//! a corner, so the line says how long it took and does not show it.

use std::sync::Arc;

use super::{
    chart::{Chart, Depth, Mark, at, centred, starting},
    measure::{MeasureText, TextStyle, Weight},
    part::{PlacedText, Tone},
    shorten::shorten,
    time_words::time_words,
    wrap::{Room, wrap},
};
use crate::{
    layout::{Rect, Size},
    model::{Factor, FactorId, Incident, Role, When},
};

/// A time line, drawn as a chart of one row.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Timeline {
    /// The drawing: a mark a column, from the earliest to the latest.
    pub chart: Chart,
    /// The factor of each mark.
    pub factors: Vec<FactorId>,
    /// Events and outcomes without a time, by their turn: they have no place yet.
    pub untimed: Vec<FactorId>,
}

const TIME: TextStyle = TextStyle::new(13.0, Weight::Semibold);
const WORDS: TextStyle = TextStyle::new(13.0, Weight::Regular);
const SMALL: TextStyle = TextStyle::new(12.0, Weight::Regular);

/// From one column to the next, in px.
const COLUMN: f64 = 188.0;
/// Kept free on both sides of a column, in px.
const PADDING: f64 = 10.0;
/// The middle of the time, of the axis, and of the first line of the statement, in px from the top.
const TIME_MIDDLE: f64 = 14.0;
const AXIS_MIDDLE: f64 = 36.0;
const WORDS_MIDDLE: f64 = 58.0;
/// From one line of a statement to the next, in px, and the most there are.
const LINE: f64 = 17.0;
const LINES: usize = 3;
/// How high all of it is, in px.
const HEIGHT: f64 = 106.0;
/// The side of a mark on the axis, how thick the axis is, and what is kept free around the words on
/// it, in px.
const DOT: f64 = 9.0;
const AXIS: f64 = 2.0;
const GAP: f64 = 6.0;

/// The time line of an incident: every factor with a time, whatever its role.
///
/// In the order in which they began; a whole day begins with its first moment. Ties go by turn,
/// then by identity.
pub fn timeline(incident: &Incident, measure: &dyn MeasureText) -> Timeline {
    let timed = in_time(incident);
    let mut drawn = Timeline {
        untimed: untimed(incident),
        ..Timeline::default()
    };
    let mut left = 0.0;
    for (turn, (factor, when)) in timed.iter().enumerate() {
        let before = turn.checked_sub(1).and_then(|before| timed.get(before));
        let next = timed.get(turn + 1);
        let column = Column {
            factor,
            clock: time_words(*when, incident.date),
            after: before.and_then(|(_, before)| between(*before, *when)),
            until: next.map(|(_, next)| between(*when, *next).unwrap_or_default()),
            rect: at(left, 0.0, COLUMN, HEIGHT),
        };
        drawn.chart.marks.push(column.mark(turn, measure));
        drawn.factors.push(factor.id.clone());
        left += COLUMN;
    }
    drawn.chart.size = Size {
        width: left,
        height: HEIGHT,
    };
    drawn
}

fn in_time(incident: &Incident) -> Vec<(&Arc<Factor>, When)> {
    let factors = incident.factors_in_order().into_iter();
    let mut timed: Vec<_> = factors
        .filter_map(|factor| Some((factor, factor.time?)))
        .collect();
    timed.sort_by_key(|(_, when)| when.span());
    timed
}

fn untimed(incident: &Incident) -> Vec<FactorId> {
    let factors = incident.factors_in_order().into_iter();
    let happened = factors.filter(|factor| matches!(factor.role, Role::Event | Role::Outcome));
    let untimed = happened.filter(|factor| factor.time.is_none());
    untimed.map(|factor| factor.id.clone()).collect()
}

/// One factor on the line.
struct Column<'a> {
    factor: &'a Factor,
    /// Its time in words.
    clock: String,
    /// How long after the one before it, where that can be told.
    after: Option<String>,
    /// How long until the next, blank where that cannot be told; none for the last.
    until: Option<String>,
    rect: Rect,
}

impl Column<'_> {
    fn mark(&self, turn: usize, measure: &dyn MeasureText) -> Mark {
        let mut words = vec![starting(
            shorten(&self.clock, COLUMN - 2.0 * PADDING, TIME, measure),
            TIME,
            Tone::Ink,
            (self.left(), TIME_MIDDLE),
        )];
        words.extend(self.role(measure));
        words.extend(self.statement(measure));
        let middle = AXIS_MIDDLE - DOT / 2.0;
        let mut ground = vec![(at(self.left(), middle, DOT, DOT), Depth::Bar)];
        if let Some(until) = &self.until {
            self.axis(until, measure, &mut ground, &mut words);
        }
        Mark {
            place: (0, turn),
            rect: self.rect,
            ground,
            words,
            description: self.description(),
        }
    }

    fn left(&self) -> f64 {
        self.rect.left + PADDING
    }

    /// The role beside the time, where it is no event and there is room for it.
    fn role(&self, measure: &dyn MeasureText) -> Option<PlacedText> {
        let word = (self.factor.role != Role::Event).then(|| self.factor.role.word())?;
        let left = self.left() + measure.width(&self.clock, TIME) + GAP;
        let fits = left + measure.width(word, SMALL) <= self.rect.right() - PADDING;
        fits.then(|| starting(word.to_owned(), SMALL, Tone::Muted, (left, TIME_MIDDLE)))
    }

    fn statement(&self, measure: &dyn MeasureText) -> Vec<PlacedText> {
        let room = Room {
            width: COLUMN - 2.0 * PADDING,
            lines: LINES,
        };
        let lines = wrap(self.factor.statement.as_str(), room, WORDS, measure).lines;
        let mut middle = WORDS_MIDDLE;
        let mut placed = Vec::new();
        for line in lines {
            let words = line.trim_end().to_owned();
            placed.push(starting(words, WORDS, Tone::Ink, (self.left(), middle)));
            middle += LINE;
        }
        placed
    }

    /// The axis up to the next mark, with how long it took in its middle.
    fn axis(
        &self,
        until: &str,
        measure: &dyn MeasureText,
        ground: &mut Vec<(Rect, Depth)>,
        words: &mut Vec<PlacedText>,
    ) {
        let (start, end) = (self.left() + DOT + PADDING, self.rect.right());
        let top = AXIS_MIDDLE - AXIS / 2.0;
        let mut line = |from: f64, to: f64| {
            ground.push((at(from, top, (to - from).max(0.0), AXIS), Depth::Track));
        };
        if until.is_empty() {
            return line(start, end);
        }
        let middle = f64::midpoint(start, end);
        let half = measure.width(until, SMALL) / 2.0 + GAP;
        line(start, middle - half);
        line(middle + half, end);
        let place = (middle, AXIS_MIDDLE);
        words.push(centred(
            until.to_owned(),
            SMALL,
            Tone::Muted,
            place,
            measure,
        ));
    }

    fn description(&self) -> String {
        let (clock, statement) = (&self.clock, &self.factor.statement);
        let role = self.factor.role.word();
        match &self.after {
            Some(after) => format!("{clock}, {role}: {statement}. {after} after the one before."),
            None => format!("{clock}, {role}: {statement}."),
        }
    }
}

const SECOND: i64 = 1000;
const MINUTE: i64 = 60 * SECOND;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// How long it is from one time to another, in words; nothing where one of them is a whole day and
/// nobody knows which came first.
fn between(one: When, other: When) -> Option<String> {
    let ((start, start_end), (end, end_end)) = (one.span(), other.span());
    if start == start_end && end == end_end {
        return Some(duration(end - start));
    }
    let days = end.div_euclid(DAY) - start.div_euclid(DAY);
    one.is_before(other).then(|| counted(days, "day"))
}

/// A duration as people say it: no finer than it matters.
fn duration(millis: i64) -> String {
    match millis {
        ..SECOND => "at once".to_owned(),
        SECOND..MINUTE => format!("{} s", millis / SECOND),
        MINUTE..HOUR => format!("{} min", millis / MINUTE),
        HOUR..DAY => match (millis / HOUR, millis % HOUR / MINUTE) {
            (hours, 0) => format!("{hours} h"),
            (hours, minutes) => format!("{hours} h {minutes} min"),
        },
        _ => counted(millis / DAY, "day"),
    }
}

fn counted(count: i64, noun: &str) -> String {
    match count {
        1 => format!("1 {noun}"),
        count => format!("{count} {noun}s"),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{super::measure::TableMeasure, *};
    use crate::{
        model::{IncidentId, Label},
        scene::Theme,
        svg::{ChartOptions, chart_document},
        testing::incidents,
    };

    fn incident(times: &[(&str, Role, Option<&str>)]) -> Incident {
        let mut incident = Incident::new(IncidentId::numbered("i", 1));
        for (turn, (statement, role, time)) in (1..).zip(times) {
            let id = FactorId::numbered("f", turn);
            let mut factor = Factor::new(id.clone(), Label::new(statement).unwrap());
            (factor.role, factor.order) = (*role, u32::try_from(turn).unwrap());
            factor.time = time.map(|time| time.parse().unwrap());
            incident.factors.insert(id, Arc::new(factor));
        }
        incident.date = Some("2017-01-31".parse().unwrap());
        incident
    }

    fn said(times: &[(&str, Role, Option<&str>)]) -> Vec<String> {
        let drawn = timeline(&incident(times), &TableMeasure);
        let marks = drawn.chart.marks.into_iter();
        marks.map(|mark| mark.description).collect()
    }

    #[test]
    fn what_happened_stands_in_the_order_of_time() {
        let event = Role::Event;
        let said = said(&[
            ("Site down", Role::Outcome, Some("2017-01-31T23:27:00Z")),
            ("Never timed", event, None),
            ("Load rises", event, Some("2017-01-31T18:00:00Z")),
            ("Copy made", event, Some("2017-01-30")),
        ]);
        assert_eq!(
            said,
            [
                "30 Jan, event: Copy made.",
                "18:00 UTC, event: Load rises. 1 day after the one before.",
                "23:27 UTC, outcome: Site down. 5 h 27 min after the one before.",
            ]
        );
    }

    #[test]
    fn a_day_and_a_moment_in_it_have_nothing_between_them() {
        let said = said(&[
            ("Later", Role::Event, Some("2017-01-31T10:00:00Z")),
            ("Some time", Role::Event, Some("2017-01-31")),
        ]);
        assert_eq!(
            said,
            ["31 Jan, event: Some time.", "10:00 UTC, event: Later."]
        );
    }

    #[test]
    fn only_what_happened_waits_for_a_time() {
        let incident = incident(&[
            ("Old pager", Role::Condition, None),
            ("Deploy", Role::Event, None),
            ("Down", Role::Outcome, None),
        ]);
        let untimed = timeline(&incident, &TableMeasure).untimed;
        let expected: Vec<FactorId> = vec!["f2".parse().unwrap(), "f3".parse().unwrap()];
        assert_eq!(untimed, expected);
    }

    #[test]
    fn durations_are_no_finer_than_it_matters() {
        for (millis, words) in [
            (0, "at once"),
            (999, "at once"),
            (42 * SECOND, "42 s"),
            (9 * MINUTE + 30 * SECOND, "9 min"),
            (2 * HOUR, "2 h"),
            (2 * HOUR + 5 * MINUTE, "2 h 5 min"),
            (DAY + HOUR, "1 day"),
            (400 * DAY, "400 days"),
        ] {
            assert_eq!(duration(millis), words);
        }
    }

    proptest! {
        #[test]
        fn each_factor_has_one_place_and_its_words_stay_in_it(incident in incidents()) {
            let drawn = timeline(&incident, &TableMeasure);
            let timed = incident.factors.values().filter(|factor| factor.time.is_some());
            prop_assert_eq!(drawn.factors.len(), timed.count());
            prop_assert_eq!(drawn.factors.len(), drawn.chart.marks.len());
            let both = drawn.factors.iter().filter(|id| drawn.untimed.contains(id));
            prop_assert_eq!(both.count(), 0);
            for mark in &drawn.chart.marks {
                for words in &mark.words {
                    let end = words.at.x + TableMeasure.width(&words.text, words.style);
                    // What is written on the axis stands between this mark and the next.
                    prop_assert!(words.at.x >= mark.rect.left);
                    prop_assert!(end <= mark.rect.right() + PADDING, "{}", words.text);
                    prop_assert!(words.at.y <= mark.rect.bottom());
                }
            }
        }

        #[test]
        fn no_time_comes_before_an_earlier_one(incident in incidents()) {
            let drawn = timeline(&incident, &TableMeasure);
            let times: Vec<When> = drawn
                .factors
                .iter()
                .filter_map(|id| incident.factors[id].time)
                .collect();
            for pair in times.windows(2) {
                prop_assert!(!pair[1].is_before(pair[0]));
            }
        }
    }

    #[test]
    fn a_file_holds_what_the_screen_shows() {
        let drawn = timeline(
            &incident(&[("<b>Deploy</b>", Role::Event, Some("2017-01-31T10:00:00Z"))]),
            &TableMeasure,
        );
        let options = ChartOptions {
            title: "Time line",
            ..ChartOptions::default()
        };
        let text = chart_document(&drawn.chart, &Theme::light(), &options).to_string();
        assert!(text.contains("10:00 UTC") && text.contains("&lt;b&gt;Deploy"));
    }
}
