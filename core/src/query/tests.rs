//! What the examples in `tests/corpora/queries/language` do not show: a run that is
//! stopped, and names that are mended.

use std::{collections::BTreeMap, sync::Arc};

use super::*;

#[test]
fn a_run_that_is_stopped_gives_what_it_found() {
    let text = "UNWIND range(1, 1000) AS x UNWIND range(1, 1000) AS y RETURN count(*) AS many";
    let query = prepare(text, &Schema::default()).unwrap();
    let start = || {
        query.start(
            Arc::new(PropertyGraph::default()),
            &BTreeMap::new(),
            Budget::default(),
        )
    };
    let mut run = start().unwrap();
    assert_eq!(run.advance(5_000).unwrap(), Progress::Working);
    assert!(run.rows().is_empty());
    run.stop().unwrap();
    assert_eq!(run.progress(), Progress::Done);
    let [row] = run.rows() else { panic!("one row") };
    assert!(matches!(row[..], [Value::Integer(1..1_000_000)]), "{row:?}");
    // What is stopped goes no further, and stopping what is done changes nothing.
    let steps = run.steps();
    assert_eq!(run.advance(5_000).unwrap(), Progress::Done);
    run.stop().unwrap();
    assert_eq!((run.steps(), run.rows().len()), (steps, 1));
}

#[test]
fn a_near_name_is_put_where_the_error_is() {
    for (text, mended) in [
        ("MATCH (n) RETURN cuont(n)", "MATCH (n) RETURN count(n)"),
        ("MATCH (node) RETURN nod.n", "MATCH (node) RETURN node.n"),
        ("CALL whyweb.root()", "CALL whyweb.roots()"),
    ] {
        let error = prepare(text, &Schema::of_incidents()).unwrap_err();
        assert_eq!(error.mended(text).as_deref(), Some(mended), "{error}");
    }
    let error = prepare("MATCH (n) RETURN zzzzzz", &Schema::of_incidents()).unwrap_err();
    assert_eq!(error.mended("MATCH (n) RETURN zzzzzz"), None);
}
