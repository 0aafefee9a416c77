//! `whyweb render`: an incident as an SVG that shows the map and holds it.

use std::process::ExitCode;

use clap::{Args, ValueEnum};
use whyweb_core::{
    engine::picture,
    format::json,
    history::kept,
    scene::{TableMeasure, Theme},
    svg,
};

use super::spacing::Spacing;
use crate::{failure::Failure, input, output};

#[derive(Debug, Args)]
pub(crate) struct Options {
    /// The file to read, as for convert; - is standard input
    #[arg(value_name = "IN")]
    input: String,
    /// The SVG to write; - is standard output
    #[arg(short, value_name = "OUT", required = true)]
    output: String,
    /// Ink on light paper, or light ink on dark
    #[arg(long, value_enum, default_value_t = Ink::Light)]
    theme: Ink,
    #[command(flatten)]
    spacing: Spacing,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Ink {
    Light,
    Dark,
}

pub(crate) fn run(options: &Options) -> Result<ExitCode, Failure> {
    let input = input::read(&options.input)?;
    let theme = match options.theme {
        Ink::Light => Theme::light(),
        Ink::Dark => Theme::dark(),
    };
    let picture = picture(
        &input.incident,
        &TableMeasure,
        options.spacing.arrangement(),
    );
    // Without the shared document, which still holds deleted words: a picture is made to be shown.
    let map = json::write(&kept(&input.incident), None);
    let svg_options = svg::Options {
        title: input.incident.name(),
        metadata: Some(&map),
        ..svg::Options::default()
    };
    let svg = svg::document(&picture.scene, &theme, &svg_options);
    output::write(Some(&options.output), &format!("{svg}\n"))?;
    Ok(ExitCode::SUCCESS)
}
