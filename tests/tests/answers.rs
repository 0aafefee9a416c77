//! Every question's answer on every example, as files that a person has read.

use std::{fs, path::PathBuf, sync::Arc};

use whyweb_core::{
    analysis::{About, Limits, Needs, Question, ask},
    format::json,
    graph::Web,
    model::{FactorId, Incident},
};
use whyweb_tests::{corpus, project};

fn examples() -> Vec<PathBuf> {
    let entries = fs::read_dir(project().join("examples")).unwrap();
    let mut examples: Vec<PathBuf> = entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.to_string_lossy().ends_with(".whyweb.json"))
        .collect();
    examples.sort();
    examples
}

fn read(path: &PathBuf) -> Incident {
    json::read(&corpus::text(path)).unwrap().incident
}

/// A question that is about one factor is asked of the cause nearest to the first outcome.
fn about(question: Question, web: &Web) -> About {
    let nearest = || -> Option<FactorId> {
        let reached = whyweb_core::analysis::reach(
            web,
            web.outcomes().get(..1)?,
            whyweb_core::analysis::Towards::Causes,
        );
        reached
            .into_iter()
            .min_by_key(|(_, distance)| *distance)
            .map(|(id, _)| id)
    };
    match question.needs() {
        Needs::Factor => About {
            factor: nearest(),
            ..About::default()
        },
        Needs::SwitchedOff => About {
            without: nearest().into_iter().collect(),
            ..About::default()
        },
        Needs::Nothing | Needs::Outcome => About::default(),
    }
}

#[test]
fn every_answer_is_the_one_that_was_read() {
    let mut results = Vec::new();
    for path in examples() {
        let incident = Arc::new(read(&path));
        let web = Arc::new(Web::of(&incident));
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let folder = project()
            .join("tests/corpora/answers")
            .join(name.replace(".whyweb.json", ""));
        for question in Question::ALL {
            let about = about(question, &web);
            let answer = ask(question, &incident, &web, about, Limits::default()).unwrap();
            let golden = folder.join(question.name()).with_extension("txt");
            if std::env::var_os("WHYWEB_BLESS").is_some() {
                fs::create_dir_all(&folder).unwrap();
            }
            results.push(corpus::expect(&golden, &answer.to_string()));
        }
    }
    corpus::conclude(results);
}

#[test]
fn every_answer_names_only_what_is_there_and_raises_what_its_lists_name() {
    for path in examples() {
        let incident = Arc::new(read(&path));
        let web = Arc::new(Web::of(&incident));
        for question in Question::ALL {
            let about = about(question, &web);
            let answer = ask(question, &incident, &web, about, Limits::default()).unwrap();
            assert!(
                !answer.sentence.is_empty() && !answer.caveat.is_empty(),
                "{question}"
            );
            for row in answer.sections.iter().flat_map(|section| &section.rows) {
                assert!(
                    row.factors
                        .iter()
                        .all(|id| incident.factors.contains_key(id))
                );
                assert!(row.links.iter().all(|id| incident.links.contains_key(id)));
                assert!(
                    row.actions
                        .iter()
                        .all(|id| incident.actions.contains_key(id))
                );
                assert!(!row.text.is_empty(), "{question}");
            }
            let words = answer.to_string().to_lowercase();
            assert!(!words.contains("root cause"), "{question}");
        }
    }
}
