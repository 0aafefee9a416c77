//! `whyweb layout`: where cards lie and links run, for scripts and for comparing layouts.

use std::process::ExitCode;

use clap::Args;
use whyweb_core::{
    engine::{Places, picture},
    scene::TableMeasure,
};

use super::spacing::Spacing;
use crate::{failure::Failure, input, output};

#[derive(Debug, Args)]
pub(crate) struct Options {
    /// The file to read, as for convert; - is standard input
    #[arg(value_name = "IN")]
    input: String,
    /// Print JSON, the only form there is
    #[arg(long, required = true)]
    json: bool,
    #[command(flatten)]
    spacing: Spacing,
}

pub(crate) fn run(options: &Options) -> Result<ExitCode, Failure> {
    let input = input::read(&options.input)?;
    let picture = picture(
        &input.incident,
        &TableMeasure,
        options.spacing.arrangement(),
    );
    let places = Places::of(&input.incident, &picture);
    let mut text =
        serde_json::to_string(&places).map_err(|error| Failure::new(&input.name, error))?;
    text.push('\n');
    output::print(&text)?;
    Ok(ExitCode::SUCCESS)
}
