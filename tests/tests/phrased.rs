//! Each one-click question said as a query finds what the question's own answer is about.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    sync::Arc,
};

use whyweb_core::{
    analysis::{About, Limits, Needs, Question, ask},
    format::json,
    graph::Web,
    model::{FactorId, Incident},
    query::{
        Budget, IncidentGraph, NodeId, Part, Progress, QueryGraph, Schema, Value, phrased, prepare,
    },
};
use whyweb_tests::{corpus, project};

#[test]
fn a_question_as_a_query_finds_what_its_answer_is_about() {
    let mut asked = BTreeSet::new();
    for incident in examples() {
        let graph = Arc::new(IncidentGraph::of([Arc::clone(&incident)]));
        let web = Arc::new(Web::of(&incident));
        for question in Question::ALL {
            for about in abouts(question, &web) {
                let Some(text) = phrased(question, &about, &incident) else {
                    panic!("{question} has no text");
                };
                let found = factors(&text, &graph);
                let answered = answered(question, &about, &incident, &web);
                let extra: Vec<_> = found.difference(&answered).collect();
                assert!(
                    extra.is_empty() || tells_more(question),
                    "{text}\n{extra:?}"
                );
                // What is asked about is raised with the answer, and is no row of it.
                let begun = |id: &&FactorId| {
                    let is_asked =
                        about.factor.as_ref() == Some(*id) || about.without.contains(*id);
                    !is_asked && !web.outcomes().contains(id)
                };
                let missing: Vec<_> = answered.difference(&found).filter(begun).collect();
                assert!(
                    missing.is_empty() || tells_less(question),
                    "{text}\n{missing:?}"
                );
                if !found.is_empty() {
                    asked.insert(question);
                }
            }
        }
    }
    // Pareto counts; the examples have no accounts that disagree.
    let silent: Vec<_> = Question::ALL
        .iter()
        .filter(|q| !asked.contains(q))
        .collect();
    assert_eq!(silent, [&Question::Disagreements, &Question::Pareto]);
}

/// Questions whose answer raises the first part only of what it lists.
fn tells_more(question: Question) -> bool {
    use Question as Q;
    matches!(question, Q::BreakSets | Q::Coverage | Q::Betweenness)
}

/// Questions whose query lists the shortest routes, or counts, where the answer raises them all.
fn tells_less(question: Question) -> bool {
    matches!(question, Question::Routes | Question::Pareto)
}

fn examples() -> Vec<Arc<Incident>> {
    let mut paths: Vec<_> = fs::read_dir(project().join("examples"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.to_string_lossy().ends_with(".whyweb.json"))
        .collect();
    paths.sort();
    let read = |path: &_| Arc::new(json::read(&corpus::text(path)).unwrap().incident);
    paths.iter().map(read).collect()
}

/// Of the whole map where that can be asked, of an outcome and of a root.
fn abouts(question: Question, web: &Web) -> Vec<About> {
    let of = |factor: Option<FactorId>| About {
        factor,
        ..About::default()
    };
    let (outcome, root) = (
        web.outcomes().into_iter().next(),
        web.roots().into_iter().next(),
    );
    match question.needs() {
        Needs::Nothing if question.heeds_factor() => vec![of(None), of(outcome)],
        Needs::Nothing => vec![of(None)],
        Needs::Outcome => vec![of(None), of(outcome), of(root)],
        Needs::Factor => vec![of(root)],
        Needs::SwitchedOff => vec![About {
            without: root.into_iter().collect(),
            ..About::default()
        }],
    }
}

/// The factors that the answer raises, and those at the ends of its links.
fn answered(
    question: Question,
    about: &About,
    incident: &Arc<Incident>,
    web: &Arc<Web>,
) -> BTreeSet<FactorId> {
    let answer = ask(question, incident, web, about.clone(), Limits::default()).unwrap();
    let links = answer.highlight.links.iter();
    let ends = links.flat_map(|id| {
        let link = &incident.links[id];
        [link.cause.clone(), link.effect.clone()]
    });
    answer
        .highlight
        .factors
        .iter()
        .cloned()
        .chain(ends)
        .collect()
}

/// The factors that a query's rows name.
fn factors(text: &str, graph: &Arc<IncidentGraph>) -> BTreeSet<FactorId> {
    let query = prepare(text, &Schema::of_incidents())
        .unwrap_or_else(|error| panic!("{}", error.shown(text)));
    assert!(query.notices().is_empty(), "{text}: {:?}", query.notices());
    let mut run = query
        .start(Arc::clone(graph) as _, &BTreeMap::new(), Budget::default())
        .unwrap();
    while run
        .advance(10_000)
        .unwrap_or_else(|error| panic!("{text}: {error}"))
        == Progress::Working
    {}
    assert_eq!(run.progress(), Progress::Done, "{text}");
    let mut found = BTreeSet::new();
    for value in run.rows().iter().flatten() {
        take(value, graph, &mut found);
    }
    found
}

fn take(value: &Value, graph: &IncidentGraph, found: &mut BTreeSet<FactorId>) {
    let mut node = |node: NodeId| {
        if let Some((_, Part::Factor(id))) = graph.part(node) {
            found.insert(id.clone());
        }
    };
    match value {
        Value::Node(id) => node(*id),
        Value::Relationship(id) => {
            let ends = graph.relationship(*id);
            node(ends.start);
            node(ends.end);
        }
        Value::List(list) => {
            let items = list.items().iter();
            items.for_each(|item| take(item, graph, found));
        }
        _ => {}
    }
}
