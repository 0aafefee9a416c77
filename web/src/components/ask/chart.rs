//! A chart of the panel as a picture of its own.

use whyweb_core::{
    scene::{Chart, MeasureText, Room, SYSTEM_FONTS, TextStyle, Theme, Weight, wrap},
    svg::{self, ChartOptions},
};
use yew::prelude::*;

use super::pick::Picks;
use crate::{
    components::primitives::Button,
    effects::export,
    platform::{file, measure::CanvasMeasure, theme},
};

/// The button that saves it, with what its numbers are and what the answer does not mean.
pub fn save(heading: &str, hint: &'static str, chart: Chart, picks: &Picks) -> Html {
    let heading = heading.to_owned();
    let caveat = picks.ui.asked.as_ref().map(|asked| asked.question.caveat());
    let (desk, incident) = (picks.desk.clone(), picks.shown.incident.clone());
    let on_press = Callback::from(move |()| {
        let words = [hint, caveat.unwrap_or_default()].join(" ");
        let text = document(&heading, &[incident.name(), &words], &chart);
        let out = export::chart(&incident, &heading, text);
        match file::save(&out.name, out.kind, &out.text) {
            Ok(()) => desk.say(format!("Saved as {}.", out.name), false),
            Err(why) => desk.warn(format!("{} was not saved: {why}", out.name)),
        }
    });
    Button::new("Save picture", on_press)
        .class("quiet small chart-save")
        .says("Save picture")
        .view()
}

/// A line of words is at least so long, in px.
const LINE: f64 = 480.0;

fn document(title: &str, words: &[&str], chart: &Chart) -> String {
    let measure = CanvasMeasure::new();
    let heading = measure.width(title, TextStyle::new(20.0, Weight::Semibold));
    let width = chart.size.width.max(LINE).max(heading);
    let room = Room {
        width,
        lines: usize::MAX,
    };
    let style = TextStyle::new(13.0, Weight::Regular);
    let lines = words
        .iter()
        .flat_map(|words| wrap(words, room, style, &measure).lines);
    let notes: Vec<String> = lines.collect();
    let options = ChartOptions {
        title,
        notes: &notes,
        width,
        fonts: SYSTEM_FONTS,
    };
    let theme = if theme::is_dark() {
        Theme::dark()
    } else {
        Theme::light()
    };
    svg::chart_document(chart, &theme, &options).to_string()
}
