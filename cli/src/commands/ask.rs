//! `whyweb ask`: the questions a facilitator asks, answered in words or as JSON.

use std::{collections::BTreeSet, fmt::Write, process::ExitCode, sync::Arc};

use clap::Args;
use serde::Serialize;
use whyweb_core::{
    analysis::{self, About, Answer, Limits, Question, Unaskable},
    graph::Web,
    model::{FactorId, Incident},
};

use crate::{failure::Failure, input, named, output};

#[derive(Debug, Args)]
pub(crate) struct Options {
    /// The file to read, as for convert; - is standard input
    #[arg(value_name = "IN", required_unless_present = "list")]
    input: Option<String>,
    /// The question, by its name
    #[arg(value_name = "QUESTION", required_unless_present = "list")]
    question: Option<String>,
    /// The factor the question is about, by its id or its statement
    #[arg(long, value_name = "ID|STATEMENT")]
    factor: Option<String>,
    /// A factor to switch off, by its id or its statement; may be given again
    #[arg(long, value_name = "ID|STATEMENT")]
    without: Vec<String>,
    /// Print JSON, with factors, links and actions by their ids
    #[arg(long)]
    json: bool,
    /// List the questions by their names
    #[arg(long, conflicts_with_all = ["input", "question", "factor", "without"])]
    list: bool,
}

pub(crate) fn run(options: &Options) -> Result<ExitCode, Failure> {
    match (&options.input, &options.question) {
        (Some(input), Some(question)) if !options.list => {
            output::print(&answer(options, input, question)?)?;
        }
        _ => output::print(&list(options.json)?)?,
    }
    Ok(ExitCode::SUCCESS)
}

fn answer(options: &Options, input: &str, question: &str) -> Result<String, Failure> {
    let question: Question = question.parse().map_err(|error| {
        let what = format!("{error}; `whyweb ask --list` lists the questions");
        Failure::new("QUESTION", what)
    })?;
    let input = input::read(input)?;
    let factor = |option: &str, text: &String| {
        named::factor(&input.incident, text).map_err(|error| Failure::new(option, error))
    };
    let about = About {
        factor: options
            .factor
            .as_ref()
            .map(|text| factor("--factor", text))
            .transpose()?,
        without: options
            .without
            .iter()
            .map(|text| factor("--without", text))
            .collect::<Result<BTreeSet<_>, _>>()?,
    };
    let incident = Arc::new(input.incident);
    let web = Arc::new(Web::of(&incident));
    let answer = analysis::ask(question, &incident, &web, about.clone(), Limits::default())
        .map_err(|error| Failure::new(&input.name, unaskable(&error, &incident)))?;
    if options.json {
        let told = Told::of(&answer, &about, &incident);
        return json(&told);
    }
    Ok(answer.to_string())
}

fn unaskable(error: &Unaskable, incident: &Incident) -> String {
    let advice = match error {
        Unaskable::ChooseFactor => "add --factor with its id or its statement",
        Unaskable::SwitchSomethingOff => "add --without with its id or its statement",
        Unaskable::NoOutcome => "or add --factor",
        Unaskable::NotThere(_) => "look for it with `whyweb convert --to outline`",
        Unaskable::HoldsBack(id) => {
            let statement = incident
                .factors
                .get(id)
                .map(|factor| factor.statement.as_str());
            return format!("{error} ({:?})", statement.unwrap_or_default());
        }
        Unaskable::SwitchesNothingOff => "leave --without out",
    };
    format!("{error}; {advice}")
}

/// What the questions are, with their names.
#[derive(Debug, Serialize)]
struct Listed {
    name: &'static str,
    title: &'static str,
    needs: &'static str,
}

fn list(as_json: bool) -> Result<String, Failure> {
    let questions = Question::ALL.map(|question| Listed {
        name: question.name(),
        title: question.title(),
        needs: needs(question),
    });
    if as_json {
        return json(&questions);
    }
    let width = questions.iter().map(|listed| listed.name.len()).max();
    let width = width.unwrap_or_default();
    let mut text = String::new();
    for listed in &questions {
        let needs = match listed.needs {
            "nothing" => "",
            "outcome" => " [--factor]",
            "factor" => " --factor",
            _ => " --without",
        };
        // Writing to memory does not fail.
        let _ = writeln!(text, "{:width$}  {}{needs}", listed.name, listed.title);
    }
    Ok(text)
}

fn needs(question: Question) -> &'static str {
    match question.needs() {
        analysis::Needs::Nothing => "nothing",
        analysis::Needs::Outcome => "outcome",
        analysis::Needs::Factor => "factor",
        analysis::Needs::SwitchedOff => "switched off",
    }
}

fn json(value: &impl Serialize) -> Result<String, Failure> {
    let mut text = serde_json::to_string_pretty(value)
        .map_err(|error| Failure::new("standard output", error))?;
    text.push('\n');
    Ok(text)
}

/// An answer as scripts read it.
#[derive(Debug, Serialize)]
struct Told<'a> {
    question: &'a str,
    title: &'a str,
    incident: &'a str,
    factor: Option<&'a str>,
    without: Vec<&'a str>,
    sentence: &'a str,
    sections: Vec<Section<'a>>,
    tables: Vec<Table<'a>>,
    highlight: Highlight<'a>,
    /// Whether a limit was met, so that there may be more than is told.
    bounded: bool,
    /// Which limit, and how far the answer got.
    bound: Option<&'a str>,
    /// How many untested links it rests on.
    untested_links: Option<usize>,
    does_not_mean: &'a str,
}

#[derive(Debug, Serialize)]
struct Section<'a> {
    heading: &'a str,
    rows: Vec<Row<'a>>,
}

#[derive(Debug, Serialize)]
struct Row<'a> {
    text: &'a str,
    factors: Vec<&'a str>,
    links: Vec<&'a str>,
    actions: Vec<&'a str>,
}

#[derive(Debug, Serialize)]
struct Table<'a> {
    heading: &'a str,
    columns: &'a [String],
    rows: Vec<TableRow<'a>>,
}

#[derive(Debug, Serialize)]
struct TableRow<'a> {
    name: &'a str,
    numbers: &'a [usize],
}

#[derive(Debug, Serialize)]
struct Highlight<'a> {
    factors: Vec<&'a str>,
    links: Vec<&'a str>,
}

impl<'a> Told<'a> {
    fn of(answer: &'a Answer, about: &'a About, incident: &'a Incident) -> Self {
        Self {
            question: answer.question.name(),
            title: answer.question.title(),
            incident: incident.id.as_str(),
            factor: about.factor.as_ref().map(FactorId::as_str),
            without: about.without.iter().map(FactorId::as_str).collect(),
            sentence: &answer.sentence,
            sections: answer.sections.iter().map(Section::of).collect(),
            tables: answer.tables.iter().map(Table::of).collect(),
            highlight: Highlight {
                factors: answer
                    .highlight
                    .factors
                    .iter()
                    .map(FactorId::as_str)
                    .collect(),
                links: answer
                    .highlight
                    .links
                    .iter()
                    .map(whyweb_core::model::LinkId::as_str)
                    .collect(),
            },
            bounded: answer.bound.is_some(),
            bound: answer.bound.as_deref(),
            untested_links: answer.untested,
            does_not_mean: answer.caveat,
        }
    }
}

impl<'a> Section<'a> {
    fn of(section: &'a analysis::Section) -> Self {
        let rows = section.rows.iter().map(|row| Row {
            text: &row.text,
            factors: row.factors.iter().map(FactorId::as_str).collect(),
            links: row
                .links
                .iter()
                .map(whyweb_core::model::LinkId::as_str)
                .collect(),
            actions: row
                .actions
                .iter()
                .map(whyweb_core::model::ActionId::as_str)
                .collect(),
        });
        Self {
            heading: &section.heading,
            rows: rows.collect(),
        }
    }
}

impl<'a> Table<'a> {
    fn of(table: &'a analysis::Table) -> Self {
        let rows = table.rows.iter();
        let rows = rows.map(|(name, numbers)| TableRow { name, numbers });
        Self {
            heading: &table.heading,
            columns: &table.columns,
            rows: rows.collect(),
        }
    }
}
