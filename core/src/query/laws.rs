//! Laws of the language: nothing panics or hangs, and however a query runs it gives the same.

use std::{collections::BTreeMap, sync::Arc};

use proptest::prelude::*;

use super::{value::Keys, *};

/// Words and signs of which texts are made that look like queries.
const PIECES: [&str; 72] = [
    "MATCH ",
    "OPTIONAL MATCH ",
    "WHERE ",
    "RETURN ",
    "WITH ",
    "UNWIND ",
    "AS ",
    "ORDER BY ",
    "SKIP ",
    "LIMIT ",
    "DISTINCT ",
    "UNION ",
    "CALL ",
    "YIELD ",
    "EXISTS {",
    "CASE ",
    "WHEN ",
    "THEN ",
    "ELSE ",
    "END ",
    "AND ",
    "OR ",
    "XOR ",
    "NOT ",
    "IN ",
    "IS NULL ",
    "STARTS WITH ",
    "(a)",
    "(b:A)",
    "-[r]->",
    "<-[*0..3]-",
    "--",
    "-[:R*]-",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ",",
    ":",
    ".",
    "|",
    "..",
    "+",
    "-",
    "*",
    "/",
    "%",
    "^",
    "=",
    "<",
    ">",
    "<>",
    "a",
    "b",
    "r",
    "x ",
    "1",
    "2.5",
    "'s'",
    "null ",
    "true ",
    "$p",
    "count(*)",
    "collect(",
    "size(",
    "range(0, 3)",
    "x IN [1, 2]",
    "all(",
    "n: 1",
    "a.n ",
];

fn graph(edges: &[(u8, u8)]) -> Arc<PropertyGraph> {
    let mut graph = PropertyGraph::default();
    let nodes: Vec<NodeId> = (0..6)
        .map(|n| {
            graph.add_node(
                [if n % 2 == 0 { "A" } else { "B" }],
                [("n", Value::Integer(n))],
            )
        })
        .collect();
    for (from, to) in edges {
        let ends = (nodes[usize::from(*from)], nodes[usize::from(*to)]);
        graph.add_relationship(
            (ends.0, "R", ends.1),
            [("w", Value::Integer(i64::from(*from)))],
        );
    }
    Arc::new(graph)
}

fn edges() -> impl Strategy<Value = Vec<(u8, u8)>> {
    prop::collection::vec((0..6_u8, 0..6_u8), 0..9)
}

const SMALL: Budget = Budget {
    steps: 20_000,
    rows: 500,
    memory: 200_000,
};

/// The rows in words, sorted; where the budget is used up, so many as there are.
fn rows(text: &str, graph: &Arc<PropertyGraph>, budget: Budget, steps: u64) -> Vec<String> {
    let prepared =
        prepare(text, &Schema::default()).unwrap_or_else(|error| panic!("{}", error.shown(text)));
    let mut run = prepared
        .start(Arc::clone(graph) as _, &BTreeMap::new(), budget)
        .unwrap();
    while run.advance(steps).unwrap() == Progress::Working {}
    let mut rows: Vec<String> = run
        .rows()
        .iter()
        .map(|row| {
            row.iter()
                .map(|value| value.shown(run.graph()).to_string())
                .collect()
        })
        .collect();
    rows.sort();
    rows
}

fn try_to_run(text: &str, graph: &Arc<PropertyGraph>) {
    let schema = Schema::of_incidents();
    let parameters = BTreeMap::from([("p".to_owned(), Value::Integer(1))]);
    for caret in 0..=text.len() {
        let _ = complete(text, caret, &schema, &**graph);
    }
    let prepared = match prepare(text, &schema) {
        Ok(prepared) => prepared,
        Err(error) => {
            assert!(!error.shown(text).is_empty());
            return;
        }
    };
    let Ok(mut run) = prepared.start(Arc::clone(graph) as _, &parameters, SMALL) else {
        return;
    };
    while let Ok(Progress::Working) = run.advance(100) {}
    for value in run.rows().iter().flatten() {
        let _ = value.shown(run.graph()).to_string();
    }
}

fn values() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Boolean),
        (-3..4_i64).prop_map(Value::Integer),
        prop_oneof![
            Just(f64::NAN),
            Just(0.5),
            Just(1.0),
            Just(-0.0),
            Just(9.3e18)
        ]
        .prop_map(Value::Float),
        Just(Value::Integer(i64::MAX)),
        "[ab]{0,2}".prop_map(Value::text),
        (0..2_u32).prop_map(|n| Value::Node(NodeId(n))),
    ];
    leaf.prop_recursive(2, 8, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..3)
                .prop_map(|items| Value::list(items).unwrap()),
            prop::collection::vec(("[ab]".prop_map(Arc::from), inner), 0..3)
                .prop_map(|items| Value::map(items).unwrap()),
        ]
    })
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,40}") {
        try_to_run(&text, &graph(&[(0, 1)]));
    }

    #[test]
    fn no_query_makes_it_panic_or_hang(
        pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..14),
        edges in edges(),
    ) {
        try_to_run(&pieces.concat(), &graph(&edges));
    }

    #[test]
    fn reaching_gives_the_ends_of_all_ways(edges in edges(), most in 1..5_u32, least in 0..2_u32) {
        let graph = graph(&edges);
        for arrow in ["->", "-"] {
            for (from, to) in [("(a)", "(b)"), ("(a:A)", "(b:B)"), ("(a {n: 1})", "(b)")] {
                let reached = format!(
                    "MATCH {from}-[:R*{least}..{most}]{arrow}{to} RETURN DISTINCT a.n, b.n"
                );
                // A named path is walked way by way.
                let walked = format!(
                    "MATCH p = {from}-[:R*{least}..{most}]{arrow}{to} RETURN DISTINCT a.n, b.n"
                );
                prop_assert_eq!(
                    rows(&reached, &graph, Budget::default(), u64::MAX),
                    rows(&walked, &graph, Budget::default(), u64::MAX)
                );
            }
        }
    }

    #[test]
    fn a_pattern_reads_the_same_from_both_ends(edges in edges()) {
        let graph = graph(&edges);
        for (one, other) in [
            ("(a:A)-[r:R]->(b:B)-[s]->(c)", "(c)<-[s]-(b:B)<-[r:R]-(a:A)"),
            ("(a)-[r*1..3]->(b:B)", "(b:B)<-[r*1..3]-(a)"),
            ("(a {n: 2})-[r]-(b), (b)-[s]->(c:A)", "(c:A)<-[s]-(b), (b)-[r]-(a {n: 2})"),
        ] {
            let of = |pattern: &str| {
                let text = format!("MATCH {pattern} RETURN a.n, b.n, count(*)");
                rows(&text, &graph, Budget::default(), u64::MAX)
            };
            prop_assert_eq!(of(one), of(other));
        }
    }

    #[test]
    fn slices_change_nothing(edges in edges(), steps in 1..50_u64) {
        let graph = graph(&edges);
        for text in [
            "MATCH (a)-[*]->(b) OPTIONAL MATCH (b)-->(c:A) \
             WITH a, c, count(*) AS n WHERE n > 1 RETURN a.n, c.n, n ORDER BY n",
            "MATCH (a), (b) WHERE (a)-[*]->(b) AND NOT (b)-->(:A) RETURN a.n, b.n",
        ] {
            prop_assert_eq!(
                rows(text, &graph, SMALL, steps),
                rows(text, &graph, SMALL, u64::MAX)
            );
        }
    }

    #[test]
    fn a_pattern_as_a_condition_asks_whether_there_are_rows(edges in edges()) {
        let graph = graph(&edges);
        // Inside an expression of another sort the pattern is looked for in one go.
        for pattern in ["(a)-->(:B)", "(a)-[:R*2]->(a)", "EXISTS { MATCH (a)<--(b) WHERE b.n > a.n }"] {
            for not in ["", "NOT "] {
                let tried = format!("MATCH (a) WHERE {not}{pattern} AND a.n > 0 RETURN a.n");
                let at_once = format!("MATCH (a) WHERE ({not}{pattern} OR false) AND a.n > 0 RETURN a.n");
                prop_assert_eq!(
                    rows(&tried, &graph, Budget::default(), 1),
                    rows(&at_once, &graph, Budget::default(), u64::MAX)
                );
            }
        }
    }

    #[test]
    fn order_is_total_and_agrees_with_sameness(a in values(), b in values(), c in values()) {
        prop_assert_eq!(order(&a, &b), order(&b, &a).reverse());
        if order(&a, &b).is_le() && order(&b, &c).is_le() {
            prop_assert!(order(&a, &c).is_le());
        }
        let mut keys = Keys::default();
        let turns = [&a, &b].map(|value| keys.turn_of(std::slice::from_ref(value)).turn);
        prop_assert_eq!(turns[0] == turns[1], order(&a, &b).is_eq());
    }
}

#[test]
fn nothing_goes_deeper_than_the_stack() {
    let deep = |open: &str, inner: &str, close: &str, times: usize| {
        format!(
            "RETURN {}{inner}{} AS x",
            open.repeat(times),
            close.repeat(times)
        )
    };
    let mut texts = Vec::new();
    for times in [10, 59, 200, 240, 5_000] {
        for (open, inner, close) in [
            ("(", "1", ")"),
            ("[", "", "]"),
            ("{a: ", "1", "}"),
            ("NOT ", "true", ""),
            ("-", "1", ""),
            ("- ", "1", ""),
            ("1 + ", "1", ""),
            ("1 < ", "1", ""),
            ("1 < (", "1", ") < 1"),
            ("true AND ", "true", ""),
            ("CASE WHEN ", "true", " THEN 1 END"),
            ("size(", "[]", ")"),
            ("[x IN ", "[]", " | x]"),
            ("all(x IN ", "[]", " WHERE true)"),
            ("EXISTS { MATCH (a) WHERE ", "true", " }"),
            ("[(a)-->(b) | ", "1", "]"),
            ("", "a", ".a"),
            ("", "[1]", "[0]"),
            ("", "1", " IS NULL"),
        ] {
            texts.push(deep(open, inner, close, times));
        }
    }
    let sums = format!("(1{}", " + 1".repeat(240));
    texts.push(deep(&sums, "", ")", 50));
    let wide = (0..50).fold("1".to_owned(), |inner, _| {
        format!("({inner}){}", " + 1".repeat(240))
    });
    texts.push(format!("RETURN {wide}"));
    texts.push(format!(
        "WITH 1 AS x {} RETURN x",
        "WITH [x] AS x ".repeat(4_000)
    ));
    texts.push(format!("MATCH {} RETURN 1", "(a)-->".repeat(5_000) + "(a)"));
    texts.push(format!("MATCH {}() RETURN 1", "(),".repeat(15_000)));
    texts.push("RETURN 1 UNION ".repeat(3_000) + "RETURN 1");
    let graph = graph(&[(0, 1)]);
    for text in texts {
        // The stack of a page in WebAssembly is 1 MiB; a debug build takes more of it.
        let graph = Arc::clone(&graph);
        let run = std::thread::Builder::new().stack_size(2 * 1024 * 1024);
        let shown: String = text.chars().take(80).collect();
        let ran = run.spawn(move || {
            if let Ok(prepared) = prepare(&text, &Schema::default()) {
                let mut run = prepared.start(graph as _, &BTreeMap::new(), SMALL).unwrap();
                while let Ok(Progress::Working) = run.advance(1_000) {}
            }
        });
        assert!(ran.unwrap().join().is_ok(), "{shown}");
    }
}

#[test]
fn a_budget_stops_a_query_that_runs_away() {
    let graph = graph(&[(0, 1), (1, 0), (2, 3), (3, 2), (1, 2), (2, 1)]);
    let stopped = |text: &str, budget: Budget| {
        let prepared = prepare(text, &Schema::default()).unwrap();
        let mut run = prepared
            .start(Arc::clone(&graph) as _, &BTreeMap::new(), budget)
            .unwrap();
        while run.advance(1_000).unwrap() == Progress::Working {}
        (run.progress(), run.rows().len())
    };
    let many = "UNWIND range(1, 1000) AS a UNWIND range(1, 1000) AS b UNWIND range(1, 1000) AS c";
    let (progress, rows) = stopped(&format!("{many} RETURN a"), SMALL);
    assert_eq!((progress, rows), (Progress::Stopped(Limit::Rows), 500));
    let (progress, rows) = stopped(&format!("{many} RETURN count(*)"), SMALL);
    assert_eq!((progress, rows), (Progress::Stopped(Limit::Steps), 1));
    let (progress, _) = stopped("RETURN range(1, 1000000000)", SMALL);
    assert_eq!(progress, Progress::Stopped(Limit::Memory));
    let double = "WITH 'abcdefgh' AS x ".to_owned() + &"WITH x + x AS x ".repeat(60) + "RETURN x";
    assert_eq!(stopped(&double, SMALL).0, Progress::Stopped(Limit::Memory));
    let inside = format!("RETURN EXISTS {{ {many} WITH a WHERE a < 0 RETURN a }} AS x");
    assert_eq!(stopped(&inside, SMALL).0, Progress::Stopped(Limit::Steps));
    let at_once = "RETURN [x IN range(1, 2000000) WHERE x < 0] AS x";
    assert_eq!(
        stopped(at_once, Budget::default()).0,
        Progress::Stopped(Limit::Steps)
    );
    let walks = "MATCH (a)-[*]-(b), (c)-[*]-(d), (e)-[*]-(f) RETURN count(*)";
    assert_eq!(stopped(walks, SMALL).0, Progress::Stopped(Limit::Steps));
}
