//! The page about queries: what it lists is all there is, and its samples give what they gave.

use std::{collections::BTreeMap, sync::Arc};

use whyweb_core::{
    format::json,
    query::{Budget, IncidentGraph, Progress, Run, Schema, Signature, functions, prepare},
};
use whyweb_tests::{corpus, project};

fn page() -> String {
    corpus::text(&project().join("docs/query.md"))
}

/// Each sample with the line that stands above it.
fn samples(page: &str) -> Vec<(String, String)> {
    let blocks = page.split("```cypher\n").collect::<Vec<_>>();
    let titles = blocks.iter().map(|block| {
        let above = block.rsplit("```").next().unwrap_or_default();
        above.trim().lines().last().unwrap_or_default().to_owned()
    });
    let queries = blocks.iter().skip(1).map(|block| {
        let (query, _) = block.split_once("```").expect("the end of a block");
        query.trim().to_owned()
    });
    titles.zip(queries).collect()
}

fn gitlab() -> Arc<IncidentGraph> {
    let file = corpus::text(&project().join("examples/gitlab-2017.whyweb.json"));
    let incident = json::read(&file).expect("a readable example").incident;
    Arc::new(IncidentGraph::of([Arc::new(incident)]))
}

fn run(query: &str, graph: &Arc<IncidentGraph>) -> Run {
    let prepared = prepare(query, &Schema::of_incidents())
        .unwrap_or_else(|error| panic!("{}", error.shown(query)));
    assert!(
        prepared.notices().is_empty(),
        "{query}: {:?}",
        prepared.notices()
    );
    let mut run = prepared
        .start(Arc::clone(graph) as _, &BTreeMap::new(), Budget::default())
        .unwrap_or_else(|error| panic!("{query}: {error}"));
    while run
        .advance(10_000)
        .unwrap_or_else(|error| panic!("{query}: {error}"))
        == Progress::Working
    {}
    assert_eq!(run.progress(), Progress::Done, "{query}");
    run
}

#[test]
fn the_samples_give_what_they_gave() {
    let (page, graph) = (page(), gitlab());
    let samples = samples(&page);
    assert_eq!(samples.len(), 20);
    let mut found = String::new();
    for (title, query) in samples {
        let run = run(&query, &graph);
        let columns = run.columns().join(" | ");
        found.extend(["# ", &title, "\n", &columns, "\n"]);
        for row in run.rows() {
            let row = row.iter().map(|value| value.shown(run.graph()).to_string());
            found += &row.collect::<Vec<_>>().join(" | ");
            found += "\n";
        }
        found += "\n";
    }
    let golden = project().join("tests/corpora/queries/samples.txt");
    corpus::conclude([corpus::expect(&golden, &found)]);
}

#[test]
fn the_page_lists_every_procedure_and_function() {
    let page = page();
    let schema = Schema::of_incidents();
    let procedures = schema.procedures.expect("procedures");
    for signature in procedures.signatures() {
        let row = row_of(signature);
        assert!(page.contains(&row), "docs/query.md lacks\n{row}");
    }
    for name in functions() {
        assert!(
            page.contains(&format!("`{name}`")),
            "docs/query.md lacks `{name}`"
        );
    }
}

fn row_of(signature: &Signature) -> String {
    let arguments = signature.arguments.iter().map(|argument| {
        format!(
            "{}{}",
            argument.name,
            if argument.optional { "?" } else { "" }
        )
    });
    let arguments = arguments.collect::<Vec<_>>().join(", ");
    let columns = signature.columns.iter().map(|column| format!("`{column}`"));
    let columns = columns.collect::<Vec<_>>().join(", ");
    format!(
        "| `{}({arguments})` | {columns} | {} |",
        signature.name, signature.about
    )
}

/// A long call must not keep a page from drawing.
#[test]
fn a_call_is_cut_into_slices() {
    let graph = gitlab();
    for (call, turns) in [
        ("loops", 3),
        ("breakSets", 10),
        ("coverage", 10),
        ("betweenness", 4),
    ] {
        let query = prepare(&format!("CALL whyweb.{call}()"), &Schema::of_incidents());
        let query = query.expect("a query that makes sense");
        let start = || query.start(Arc::clone(&graph) as _, &BTreeMap::new(), Budget::default());
        let (mut whole, mut sliced) = (start().expect("a run"), start().expect("a run"));
        assert_eq!(whole.advance(u64::MAX).expect("rows"), Progress::Done);
        let mut times = 1;
        while sliced.advance(1).expect("rows") == Progress::Working {
            times += 1;
        }
        assert!(times >= turns + whole.rows().len(), "{call}: {times}");
        assert_eq!(
            format!("{:?}", sliced.rows()),
            format!("{:?}", whole.rows())
        );
    }
}

#[test]
fn every_procedure_answers() {
    let graph = gitlab();
    let schema = Schema::of_incidents();
    let procedures = schema.procedures.expect("procedures");
    for signature in procedures.signatures() {
        let arguments = signature
            .arguments
            .iter()
            .filter(|argument| !argument.optional);
        let arguments = arguments
            .map(|_| "'singledb'")
            .collect::<Vec<_>>()
            .join(", ");
        let run = run(&format!("CALL {}({arguments})", signature.name), &graph);
        assert_eq!(run.columns(), signature.columns);
        let is_fine_empty = [
            "whyweb.loops",
            "whyweb.orderInTime",
            "whyweb.disagreements",
            "whyweb.peopleFactors",
            "whyweb.withoutEvidence",
        ];
        let may_be_empty = is_fine_empty.contains(&&*signature.name);
        assert!(
            may_be_empty || !run.rows().is_empty(),
            "{} gives nothing",
            signature.name
        );
    }
}
