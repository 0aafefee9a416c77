//! Cases: the scenarios of the feature files, each example of an outline by itself.

use std::{fs, path::Path};

use gherkin::{Feature, GherkinEnv, Scenario, Step};

/// One case.
#[derive(Debug, Clone, Default)]
pub(crate) struct Case {
    /// The file without its ending, the scenario's name, and which example it is.
    pub(crate) name: String,
    /// What is executed to make the graph.
    pub(crate) setup: Vec<String>,
    pub(crate) parameters: Vec<(String, String)>,
    /// The signatures of procedures, each with the table of what it gives.
    pub(crate) procedures: Vec<(String, Vec<Vec<String>>)>,
    pub(crate) query: String,
    pub(crate) expected: Expected,
}

/// What a case expects.
#[derive(Debug, Clone, Default)]
pub(crate) enum Expected {
    /// No step says it.
    #[default]
    Unsaid,
    /// Rows, the first of which names the columns.
    Rows {
        table: Vec<Vec<String>>,
        in_order: bool,
        lists_in_order: bool,
    },
    /// An error: its class, when it shows, and what exactly it is.
    Error {
        class: String,
        when: String,
        detail: String,
    },
}

/// All cases of a folder, or those of the file that a case's name begins with.
pub(crate) fn all(folder: &Path, only: Option<&str>) -> Vec<Case> {
    let mut files = Vec::new();
    collect(folder, &mut files);
    files.sort();
    let mut cases = Vec::new();
    for file in files {
        let relative = file
            .strip_prefix(folder)
            .unwrap_or(&file)
            .with_extension("");
        let parts: Vec<_> = relative.iter().map(|part| part.to_string_lossy()).collect();
        let name = parts.join("/");
        if only.is_some_and(|only| !only.starts_with(&format!("{name} "))) {
            continue;
        }
        let graphs = folder.join("../graphs");
        let feature = Feature::parse_path(&file, GherkinEnv::default())
            .unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let background = feature
            .background
            .as_ref()
            .map_or(&[][..], |all| &all.steps);
        for scenario in &feature.scenarios {
            of_scenario(&name, background, scenario, &graphs, &mut cases);
        }
    }
    cases
}

fn collect(folder: &Path, files: &mut Vec<std::path::PathBuf>) {
    for entry in fs::read_dir(folder).expect("a readable folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "feature") {
            files.push(path);
        }
    }
}

fn of_scenario(
    file: &str,
    background: &[Step],
    scenario: &Scenario,
    graphs: &Path,
    cases: &mut Vec<Case>,
) {
    let mut examples: Vec<Vec<(String, String)>> = Vec::new();
    for table in scenario
        .examples
        .iter()
        .filter_map(|examples| examples.table.as_ref())
    {
        let Some((head, rows)) = table.rows.split_first() else {
            continue;
        };
        let pairs = rows
            .iter()
            .map(|row| head.iter().cloned().zip(row.iter().cloned()).collect());
        examples.extend(pairs);
    }
    let is_outline = !examples.is_empty();
    if !is_outline {
        examples.push(Vec::new());
    }
    for (turn, values) in examples.iter().enumerate() {
        let number = if is_outline {
            format!(" #{}", turn + 1)
        } else {
            String::new()
        };
        let mut case = Case {
            name: format!("{file} {}{number}", scenario.name),
            ..Case::default()
        };
        for step in background.iter().chain(&scenario.steps) {
            take(&mut case, step, graphs, &|text| filled(text, values));
        }
        cases.push(case);
    }
}

fn filled(text: &str, values: &[(String, String)]) -> String {
    values.iter().fold(text.to_owned(), |text, (name, value)| {
        text.replace(&format!("<{name}>"), value)
    })
}

fn take(case: &mut Case, step: &Step, graphs: &Path, filled: &dyn Fn(&str) -> String) {
    let said = filled(&step.value);
    let docstring = || filled(step.docstring.as_deref().unwrap_or_default());
    let table = || -> Vec<Vec<String>> {
        let rows = step.table.iter().flat_map(|table| &table.rows);
        rows.map(|row| row.iter().map(|cell| filled(cell)).collect())
            .collect()
    };
    if said.contains("graph") && said.starts_with("the ") {
        let name = said.trim_start_matches("the ").trim_end_matches(" graph");
        let script = graphs.join(name).join(format!("{name}.cypher"));
        case.setup
            .push(fs::read_to_string(script).expect("the graph's script"));
    } else if said.starts_with("having executed") {
        case.setup.push(docstring());
    } else if said.starts_with("parameters are") {
        let pairs = table()
            .into_iter()
            .map(|row| (row[0].clone(), row[1].clone()));
        case.parameters.extend(pairs);
    } else if let Some(signature) = said.strip_prefix("there exists a procedure ") {
        case.procedures
            .push((signature.trim_end_matches(':').to_owned(), table()));
    } else if said.starts_with("executing query") {
        docstring().trim().clone_into(&mut case.query);
    } else if said.starts_with("the result should be") {
        case.expected = Expected::Rows {
            table: table(),
            in_order: said.contains("in order"),
            lists_in_order: !said.contains("ignoring element order"),
        };
    } else if let Some((class, rest)) = said.split_once(" should be raised at ") {
        let (when, detail) = rest.split_once(": ").unwrap_or((rest, ""));
        case.expected = Expected::Error {
            class: class
                .trim_start_matches("a ")
                .trim_start_matches("an ")
                .to_owned(),
            when: when.to_owned(),
            detail: detail.to_owned(),
        };
    }
}
