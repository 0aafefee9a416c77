//! `whyweb convert`: from any format that is read to any that is written.

use std::process::ExitCode;

use clap::{Args, ValueEnum};
use whyweb_core::format::{json, outline};

use crate::{
    failure::Failure,
    input::{self, Input},
    output,
};

#[derive(Debug, Args)]
pub(crate) struct Options {
    /// The file to read: .whyweb.json, an SVG that holds a map, or indented notes; - is standard input
    #[arg(value_name = "IN")]
    input: String,
    /// The file to write; standard output where it is left out
    #[arg(short, value_name = "OUT")]
    output: Option<String>,
    /// The format to write; told by OUT's name where it is left out, else json
    #[arg(long, value_name = "FORMAT")]
    to: Option<Format>,
}

/// A format that is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// The native format, with everything
    Json,
    /// An indented list in Markdown: statements, causes, times, actions and notes
    Outline,
}

pub(crate) fn run(options: &Options) -> Result<ExitCode, Failure> {
    let format = match (options.to, options.output.as_deref()) {
        (Some(format), _) => format,
        (None, None | Some("-")) => Format::Json,
        (None, Some(path)) => format_of(path)?,
    };
    let input = input::read(&options.input)?;
    output::write(options.output.as_deref(), &written(&input, format))?;
    // What was not understood is no failure: it is kept, and said.
    for remark in &input.remarks {
        eprintln!("{}", Failure::of_remark(&input.name, remark));
    }
    Ok(ExitCode::SUCCESS)
}

fn written(input: &Input, format: Format) -> String {
    match format {
        Format::Json => json::write(&input.incident, input.document.as_deref()),
        Format::Outline => outline::write(&input.incident),
    }
}

fn format_of(path: &str) -> Result<Format, Failure> {
    let lower = path.to_ascii_lowercase();
    let ends = |endings: &[&str]| endings.iter().any(|ending| lower.ends_with(ending));
    if ends(&[".json"]) {
        Ok(Format::Json)
    } else if ends(&[".md", ".markdown", ".txt"]) {
        Ok(Format::Outline)
    } else if ends(&[".svg"]) {
        Err(Failure::new(
            path,
            "this is a picture; draw it with `whyweb render`",
        ))
    } else {
        Err(Failure::new(
            path,
            "the name tells no format; end it in .json or .md, or add --to json or --to outline",
        ))
    }
}
