//! `whyweb check`: what is unfinished or contradicts itself.

use std::{fmt::Write, process::ExitCode};

use clap::Args;
use whyweb_core::{
    format::json,
    graph::{CausalGraph, necessary_cycles},
    model::Problem,
};

use crate::{
    failure::Failure,
    input::{self, Input},
    output,
};

/// More are counted and not told one by one: each is looked up in the text.
const MOST_TOLD: usize = 100;

#[derive(Debug, Args)]
pub(crate) struct Options {
    /// The file to read, as for convert; - is standard input
    #[arg(value_name = "IN")]
    input: String,
}

pub(crate) fn run(options: &Options) -> Result<ExitCode, Failure> {
    let input = input::read(&options.input)?;
    let problems = problems(&input);
    let found = problems.len() + input.remarks.len();
    if found == 0 {
        let (factors, links) = (input.incident.factors.len(), input.incident.links.len());
        output::print(&format!(
            "{}: no problem ({factors} factors, {links} links)\n",
            input.name
        ))?;
        return Ok(ExitCode::SUCCESS);
    }
    let remarks = input.remarks.iter();
    let remarks = remarks.map(|remark| Failure::of_remark(&input.name, remark));
    let problems = problems.iter().map(|problem| told(&input, problem));
    let mut text = String::new();
    for line in remarks.chain(problems).take(MOST_TOLD) {
        // Writing to memory does not fail.
        let _ = writeln!(text, "{line}");
    }
    if found > MOST_TOLD {
        let _ = writeln!(text, "{}: and {} more", input.name, found - MOST_TOLD);
    }
    output::print(&text)?;
    Ok(ExitCode::FAILURE)
}

fn problems(input: &Input) -> Vec<Problem> {
    let cycles = necessary_cycles(&CausalGraph::of(&input.incident));
    let cycles = cycles
        .into_iter()
        .map(|factors| Problem::NecessaryCycle { factors });
    input.problems.iter().cloned().chain(cycles).collect()
}

fn told(input: &Input, problem: &Problem) -> Failure {
    let place = input
        .json
        .as_deref()
        .and_then(|text| json::place(text, problem));
    let what = format!("{problem}; {}", advice(problem));
    match place {
        Some(place) => Failure::at(&input.name, place, what),
        None => Failure::new(&input.name, what),
    }
}

fn advice(problem: &Problem) -> &'static str {
    match problem {
        Problem::NoOutcome => "give the harm the role \"outcome\"",
        Problem::LinkToNowhere { .. } | Problem::SelfLink { .. } | Problem::RepeatedLink { .. } => {
            "remove the link"
        }
        Problem::LinkAgainstRole { .. } => {
            "change a role, or what the link says: only a safeguard or luck holds back, and nothing causes them"
        }
        Problem::CategoryGone { .. } => "choose another category",
        Problem::AreaGone { .. } => "choose another area",
        Problem::NecessaryCycle { .. } => "test one of the links between them again",
        Problem::ActionAddressesNothing { .. } => "say anew what it addresses",
        Problem::AboutNothing { .. } => "move it to what it is about now, or remove it",
        Problem::Unreadable { .. } => "enter it again",
    }
}
