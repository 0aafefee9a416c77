//! Which effects are dated before their causes?

use crate::analysis::{
    answer::{Answer, Row},
    ask::Asking,
    order_in_time::{BackInTime, order_in_time as find},
    question::Question,
    told::Told,
};

pub(in crate::analysis) fn order_in_time(asking: &Asking) -> Answer {
    let told = &asking.told;
    let found = find(asking.web());
    let dated = told
        .web
        .factors
        .iter()
        .filter(|factor| factor.time.is_some())
        .count();
    let total = told.web.factors.len();
    let sentence = match found.len() {
        0 => none(dated, total),
        1 => "1 effect is dated before its cause.".to_owned(),
        several => format!("{several} effects are dated before their causes."),
    };
    Answer::new(Question::OrderInTime, sentence).list("Look at the times again", rows(told, &found))
}

fn none(dated: usize, total: usize) -> String {
    match dated {
        0 => "No factor has a time yet, so there is nothing to compare.".to_owned(),
        1 => format!("No effect is dated before its cause; 1 of {total} factors has a time."),
        _ => {
            format!("No effect is dated before its cause; {dated} of {total} factors have a time.")
        }
    }
}

pub(super) fn rows(told: &Told, found: &[BackInTime]) -> Vec<Row> {
    let time = |factor| {
        let factor = told.incident.factors.get(factor);
        let time = factor.and_then(|factor| factor.time);
        time.map(|time| time.to_string()).unwrap_or_default()
    };
    let rows = found.iter().map(|back| {
        let times = format!("cause {}, effect {}", time(&back.cause), time(&back.effect));
        told.link_row(&back.link, &times)
    });
    rows.collect()
}
