//! The language by example, beside what the conformance kit covers.

use std::{collections::BTreeMap, sync::Arc};

use super::*;

/// `(:A {n: 1})-[:R {w: 1}]->(:B {n: 2})-[:R {w: 2}]->(:C {n: 3})-[:S]->(:A {n: 1})`, the last of
/// which is the first.
fn graph() -> PropertyGraph {
    let mut graph = PropertyGraph::default();
    let mut node = |label, n| graph.add_node([label], [("n", Value::Integer(n))]);
    let nodes = [node("A", 1), node("B", 2), node("C", 3)];
    graph.add_relationship((nodes[0], "R", nodes[1]), [("w", Value::Integer(1))]);
    graph.add_relationship((nodes[1], "R", nodes[2]), [("w", Value::Integer(2))]);
    graph.add_relationship((nodes[2], "S", nodes[0]), []);
    graph
}

fn run(text: &str, steps: u64, budget: Budget) -> Result<Run, QueryError> {
    let query = prepare(text, &Schema::default())?;
    let mut run = query.start(Arc::new(graph()), &BTreeMap::new(), budget)?;
    while run.advance(steps)? == Progress::Working {}
    Ok(run)
}

/// The rows in words, values with `, ` and rows with ` | ` between them.
fn rows(text: &str, steps: u64) -> String {
    let run = match run(text, steps, Budget::default()) {
        Ok(run) => run,
        Err(error) => return told(&error),
    };
    assert_eq!(run.progress(), Progress::Done, "{text}");
    let rows = run.rows().iter().map(|row| {
        let values = row.iter().map(|value| value.shown(run.graph()).to_string());
        values.collect::<Vec<_>>().join(", ")
    });
    rows.collect::<Vec<_>>().join(" | ")
}

fn told(error: &QueryError) -> String {
    let when = if error.is_at_runtime() {
        "running"
    } else {
        "reading"
    };
    format!("{when}: {} {}", error.class().name(), error.detail().name())
}

#[test]
fn the_language_by_example() {
    let mut wrong = Vec::new();
    for (text, expected) in [
        // Numbers.
        (
            "RETURN 7 / 2, -7 / 2, 7 % -3, 7.0 / 2, 2 ^ 3, -3 ^ 2",
            "3, -3, 1, 3.5, 8.0, 9.0",
        ),
        (
            "RETURN 0x1F, 0o17, 1e3, .5, 1.5E-3",
            "31, 15, 1000.0, 0.5, 0.0015",
        ),
        (
            "RETURN 12345678.0, 0.0001, 1e300, -0.0 = 0",
            "1.2345678E7, 1.0E-4, 1.0E300, true",
        ),
        (
            "RETURN 9223372036854775807 + 1",
            "running: ArithmeticError IntegerOverflow",
        ),
        ("RETURN -9223372036854775808", "-9223372036854775808"),
        (
            "RETURN 9223372036854775808",
            "reading: SyntaxError IntegerOverflow",
        ),
        (
            "RETURN 0x8000000000000000",
            "reading: SyntaxError IntegerOverflow",
        ),
        ("RETURN 0x", "reading: SyntaxError InvalidNumberLiteral"),
        (
            "RETURN 1.34E999",
            "reading: SyntaxError FloatingPointOverflow",
        ),
        ("RETURN {1a: 2}", "reading: SyntaxError UnexpectedSyntax"),
        ("RETURN 1 / 0", "running: ArithmeticError DivisionByZero"),
        ("RETURN 1 / 0.0, 0.0 / 0.0", "Infinity, NaN"),
        (
            "RETURN round(2.5), round(-2.5), ceil(1.2), floor(-1.2), sign(-3)",
            "3.0, -2.0, 2.0, -2.0, -1",
        ),
        ("RETURN 9007199254740993 = 9007199254740992.0", "false"),
        // Strings.
        (
            r"RETURN 'a\'b', '\u00e9', 'x' + 1 + 2.5",
            r"'a\'b', 'é', 'x12.5'",
        ),
        (
            r"RETURN '\uH'",
            "reading: SyntaxError InvalidUnicodeLiteral",
        ),
        (
            "RETURN substring('hello', 1, 3), left('hello', 2), right('hello', 2), reverse('abc')",
            "'ell', 'he', 'lo', 'cba'",
        ),
        (
            "RETURN split('a,b,', ','), replace('aXbX', 'X', '-'), trim('  a '), toUpper('é')",
            "['a', 'b', ''], 'a-b-', 'a', 'É'",
        ),
        (
            "RETURN substring('hello', -1)",
            "running: ArgumentError NumberOutOfRange",
        ),
        (
            "RETURN 'abc' STARTS WITH 'a', 'abc' ENDS WITH 1, NOT 'abc' CONTAINS 'z'",
            "true, null, true",
        ),
        // Conversion.
        (
            "RETURN toInteger('42.9'), toInteger('x'), toFloat('1e2'), toBoolean(' TRUE '), toString(1.0)",
            "42, null, 100.0, true, '1.0'",
        ),
        (
            "RETURN toInteger([])",
            "running: TypeError InvalidArgumentValue",
        ),
        (
            "RETURN toBoolean(1)",
            "running: TypeError InvalidArgumentValue",
        ),
        // Unknowns.
        (
            "RETURN null = null, null IS NULL, NOT null, null OR true, null AND false, null XOR true",
            "null, true, null, true, false, null",
        ),
        (
            "RETURN 1 IN [2, null], 1 IN [1, null], null IN [], [1, null] = [1, 2], [1] = [1, null]",
            "null, true, false, null, false",
        ),
        (
            "RETURN {k: 1} = {k: null}, {} = {k: null}, 1 = 1.0, 'a' = 1, 1 < 'a'",
            "null, false, true, false, null",
        ),
        (
            "RETURN 1 < 2 < 3, 1 < 3 < 2, [1, 2] < [1, 3], [1] < [1, 0]",
            "true, false, true, true",
        ),
        (
            "RETURN 0.0 / 0.0 = 0.0 / 0.0, 0.0 / 0.0 < 1, 0.0 / 0.0 < 'a'",
            "false, false, null",
        ),
        // Lists and maps.
        (
            "RETURN [1, 2, 3][-1], [1, 2, 3][5], [1, 2, 3][1..], [1, 2, 3][-2..-1], [1, 2][..null]",
            "3, null, [2, 3], [2], null",
        ),
        (
            "RETURN [1, 2]['a']",
            "reading: TypeError InvalidArgumentType",
        ),
        (
            "WITH [[1], 'a'] AS list RETURN list[1][0]",
            "running: TypeError InvalidArgumentType",
        ),
        (
            "RETURN {a: 1}['a'], {a: {b: 2}}.a.b, keys({b: 1, a: null})",
            "1, 2, ['a', 'b']",
        ),
        (
            "RETURN [1] + 2, 0 + [1], [1] + [[2]], 'a' + ['b']",
            "[1, 2], [0, 1], [1, [2]], ['a', 'b']",
        ),
        (
            "RETURN range(0, 4, 2), range(3, 1), range(3, 1, -1), range(0, 0)",
            "[0, 2, 4], [], [3, 2, 1], [0]",
        ),
        (
            "RETURN range(1, 2, 0)",
            "running: ArgumentError NumberOutOfRange",
        ),
        (
            "RETURN range('a', 2)",
            "running: ArgumentError InvalidArgumentType",
        ),
        (
            "RETURN [x IN range(1, 4) WHERE x % 2 = 0 | x * x], [x IN [1, 2] | [y IN [x] | x + y]]",
            "[4, 16], [[2], [4]]",
        ),
        (
            "RETURN head([]), last([1, 2]), tail([1]), size([1, [2, 3]]), reverse([1, 2])",
            "null, 2, [], 2, [2, 1]",
        ),
        (
            "RETURN all(x IN [1, null] WHERE x > 0), any(x IN [1, null] WHERE x > 0), single(x IN [1, 1] WHERE x = 1), none(x IN [] WHERE x)",
            "null, true, false, true",
        ),
        (
            "RETURN CASE 2 WHEN 1 THEN 'a' WHEN 2 THEN 'b' ELSE 'c' END, CASE WHEN false THEN 1 END",
            "'b', null",
        ),
        ("RETURN coalesce(null, 2, 3), exists({a: 1}.a)", "2, true"),
        // Order of everything.
        (
            "UNWIND [null, 1, 'a', [1], true, {a: 1}, 0.5] AS x RETURN x ORDER BY x",
            "{a: 1} | [1] | 'a' | true | 0.5 | 1 | null",
        ),
        (
            "UNWIND [[], ['a'], [1], [1, null], [null, 1]] AS x RETURN x ORDER BY x DESC",
            "[null, 1] | [1, null] | [1] | ['a'] | []",
        ),
        (
            "UNWIND [1, 'a', null, [1, 2], 0.2] AS x RETURN min(x), max(x)",
            "[1, 2], 1",
        ),
        // Aggregates.
        (
            "UNWIND [1, 2, null, 2] AS x RETURN count(*), count(x), count(DISTINCT x), sum(x), avg(x), collect(DISTINCT x)",
            "4, 3, 2, 5, 1.6666666666666667, [1, 2]",
        ),
        (
            "UNWIND [10, 20, 30] AS x RETURN percentileDisc(x, 0.5), percentileCont(x, 0.25), stDevP(x)",
            "20, 15.0, 8.16496580927726",
        ),
        (
            "UNWIND [1] AS x RETURN percentileDisc(x, 1.1)",
            "running: ArgumentError NumberOutOfRange",
        ),
        (
            "MATCH (x:Nothing) RETURN count(*), sum(x.n), avg(x.n), min(x.n), collect(x)",
            "0, 0, null, null, []",
        ),
        (
            "UNWIND [1, 2, 1] AS x RETURN x AS k, x + count(*) AS n ORDER BY n, k",
            "1, 3 | 2, 3",
        ),
        (
            "UNWIND [3, 1] AS x RETURN x + 1, count(*) ORDER BY x + 1",
            "2, 1 | 4, 1",
        ),
        (
            "UNWIND [{a: 1, b: 2}] AS m RETURN m.a + count(m.b)",
            "reading: SyntaxError AmbiguousAggregationExpression",
        ),
        (
            "UNWIND [{a: 1, b: 2}] AS m RETURN count(m.b) AS c ORDER BY m.a + count(m.b)",
            "reading: SyntaxError AmbiguousAggregationExpression",
        ),
        (
            "UNWIND [{a: 1, b: 2}] AS m RETURN m.a + m.b, count(*) AS c ORDER BY m.a + m.b + count(*)",
            "reading: SyntaxError AmbiguousAggregationExpression",
        ),
        (
            "UNWIND [{a: 1, b: 2}] AS m RETURN m.a AS a, count(*) AS c ORDER BY m.a + count(*)",
            "1, 1",
        ),
        (
            "UNWIND [{a: 1}] AS x WITH x.a AS y, count(*) AS c ORDER BY sum(x.b) RETURN y",
            "reading: SyntaxError UndefinedVariable",
        ),
        ("RETURN sum('a')", "running: TypeError InvalidArgumentType"),
        // Patterns.
        (
            "MATCH (a:A)-[r:R]->(b) RETURN b.n, r.w, type(r), labels(b)",
            "2, 1, 'R', ['B']",
        ),
        (
            "MATCH (a)-[:R|S]->(b) RETURN a.n, b.n ORDER BY a.n",
            "1, 2 | 2, 3 | 3, 1",
        ),
        (
            "MATCH p = (:A)-[*2]->(c) RETURN p, length(p), [x IN nodes(p) | x.n]",
            "<(:A {n: 1})-[:R {w: 1}]->(:B {n: 2})-[:R {w: 2}]->(:C {n: 3})>, 2, [1, 2, 3]",
        ),
        (
            "MATCH p = (c:C)<-[*..2]-(x) RETURN [n IN nodes(p) | n.n]",
            "[3, 2] | [3, 2, 1]",
        ),
        (
            "MATCH (a:A)-[rs:R*]->(x) RETURN [r IN rs | r.w]",
            "[1] | [1, 2]",
        ),
        ("MATCH (a:A)-[*]-(x) RETURN count(*)", "6"),
        ("MATCH (a:A)-[*0..1]->(x) RETURN x.n", "1 | 2"),
        ("MATCH (a:A)-[:R* {w: 1}]->(x) RETURN x.n", "2"),
        ("MATCH (a {n: b.n}), (b:C) RETURN a.n", "3"),
        (
            "MATCH (a)-[r]->(b), (b)-[s]->(c) WHERE a.n = 1 RETURN c.n",
            "3",
        ),
        ("OPTIONAL MATCH (a:A)-[:S]->(b) RETURN a, b", "null, null"),
        (
            "MATCH (a) OPTIONAL MATCH (a)-[:S]->(b) RETURN a.n, b.n ORDER BY a.n",
            "1, null | 2, null | 3, 1",
        ),
        (
            "MATCH (a) WHERE (a)-[:R]->() AND NOT (a)<-[:R]-() RETURN a.n",
            "1",
        ),
        ("MATCH (a) WHERE exists((a)-[:S]->()) RETURN a.n", "3"),
        (
            "MATCH (a) WHERE EXISTS { MATCH (a)-[:R]->(b) WHERE b.n = 3 RETURN b } RETURN a.n",
            "2",
        ),
        (
            "MATCH (a) WHERE EXISTS { MATCH (a)--(b) WITH a, count(b) AS c WHERE c = 2 RETURN c } RETURN count(*)",
            "3",
        ),
        (
            "MATCH (a:A) RETURN [(a)-[r:R]->(b) WHERE r.w = 1 | b.n] AS x, [p = (a)-->() | length(p)] AS y",
            "[2], [1]",
        ),
        (
            "MATCH (a:A) RETURN [(a)-->(b) | [(b)-->(c) | c.n]]",
            "[[3]]",
        ),
        (
            "MATCH (a:A)-[r]->(b) MATCH (x)-[r]->(y) RETURN x.n, y.n",
            "1, 2",
        ),
        (
            "MATCH (a)-[:R]->(b:C) RETURN a.n AS n UNION MATCH (x:B) RETURN x.n AS n",
            "2",
        ),
        (
            "MATCH (a) RETURN a.n AS n ORDER BY n DESC SKIP 1 LIMIT 1",
            "2",
        ),
        (
            "MATCH (a) WITH a ORDER BY a.n DESC LIMIT 2 RETURN collect(a.n)",
            "[3, 2]",
        ),
        ("MATCH (a) WITH a.n AS n WHERE n > 1 RETURN sum(n)", "5"),
        (
            "MATCH (a) WITH DISTINCT a.n % 2 AS odd ORDER BY odd RETURN odd",
            "0 | 1",
        ),
        (
            "MATCH (a)-[*]->(b) RETURN DISTINCT b.n ORDER BY b.n",
            "1 | 2 | 3",
        ),
        ("MATCH (a:A) WHERE (a)-[*]->(a) RETURN a.n", "1"),
        ("MATCH (a:A), (b:B) WHERE (a)-[*3..]->(b) RETURN a.n", ""),
        ("RETURN 1 AS `a b` // comment\n/* another */", "1"),
        ("WITH 1 AS x WITH x + 1 AS x, x AS y RETURN x, y", "2, 1"),
        (
            "UNWIND [1, 2] AS x UNWIND [x, x * 10] AS y RETURN collect(y)",
            "[1, 10, 2, 20]",
        ),
        ("WITH 1 AS a, 2 AS b RETURN *", "1, 2"),
        // What is wrong.
        (
            "MATCH (a) RETURN b",
            "reading: SyntaxError UndefinedVariable",
        ),
        (
            "MATCH (a)-[a]->() RETURN a",
            "reading: SyntaxError VariableTypeConflict",
        ),
        (
            "MATCH (a)-[r]->()-[r]->() RETURN r",
            "reading: SyntaxError RelationshipUniquenessViolation",
        ),
        (
            "MATCH (p) MATCH p = ()--() RETURN p",
            "reading: SyntaxError VariableAlreadyBound",
        ),
        (
            "UNWIND [1] AS a UNWIND [2] AS a RETURN a",
            "reading: SyntaxError VariableAlreadyBound",
        ),
        (
            "MATCH ()-[:R..2]->() RETURN 1",
            "reading: SyntaxError InvalidRelationshipPattern",
        ),
        (
            "MATCH ()-[*-2]->() RETURN 1",
            "reading: SyntaxError InvalidRelationshipPattern",
        ),
        (
            "MATCH (a) RETURN (a)-->()",
            "reading: SyntaxError UnexpectedSyntax",
        ),
        (
            "MATCH (a) WHERE (a)-->(b) RETURN a",
            "reading: SyntaxError UndefinedVariable",
        ),
        (
            "MATCH (a) WHERE count(a) > 1 RETURN a",
            "reading: SyntaxError InvalidAggregation",
        ),
        (
            "MATCH (a) RETURN count(count(a))",
            "reading: SyntaxError NestedAggregation",
        ),
        ("RETURN *", "reading: SyntaxError NoVariablesInScope"),
        (
            "RETURN 1 AS a, 2 AS a",
            "reading: SyntaxError ColumnNameConflict",
        ),
        (
            "WITH 1 + 1 RETURN 1",
            "reading: SyntaxError NoExpressionAlias",
        ),
        (
            "RETURN 1 UNION RETURN 2 AS b",
            "reading: SyntaxError DifferentColumnsInUnion",
        ),
        (
            "RETURN 1 AS a UNION RETURN 1 AS a UNION ALL RETURN 1 AS a",
            "reading: SyntaxError InvalidClauseComposition",
        ),
        ("MATCH (a)", "reading: SyntaxError InvalidClauseComposition"),
        (
            "RETURN 1 RETURN 2",
            "reading: SyntaxError InvalidClauseComposition",
        ),
        ("RETURN nope(1)", "reading: SyntaxError UnknownFunction"),
        (
            "RETURN size(1, 2)",
            "reading: SyntaxError InvalidNumberOfArguments",
        ),
        (
            "RETURN 1 AND true",
            "reading: SyntaxError InvalidArgumentType",
        ),
        ("RETURN $x", "reading: ParameterMissing MissingParameter"),
        (
            "MATCH (a $x) RETURN a",
            "reading: SyntaxError InvalidParameterUse",
        ),
        (
            "RETURN 1 LIMIT 1.5",
            "reading: SyntaxError InvalidArgumentType",
        ),
        (
            "MATCH (a) RETURN a SKIP a.n",
            "reading: SyntaxError NonConstantExpression",
        ),
        ("CALL nope()", "reading: ProcedureError ProcedureNotFound"),
        ("CREATE (a)", "reading: Refused Write"),
        ("MATCH (a) SET a.n = 1", "reading: Refused Write"),
        ("MATCH (a) DETACH DELETE a", "reading: Refused Write"),
        (
            "MATCH (n) WHERE EXISTS { MATCH (n) SET n.x = 1 } RETURN n",
            "reading: SyntaxError InvalidClauseComposition",
        ),
        ("RETURN 'a' =~ 'b'", "reading: Refused NotSupported"),
        (
            "RETURN 1 —2",
            "reading: SyntaxError InvalidUnicodeCharacter",
        ),
        ("", "reading: SyntaxError UnexpectedSyntax"),
    ] {
        // In slices of one step each it gives the same.
        for steps in [u64::MAX, 1] {
            let found = rows(text, steps);
            if found != expected {
                wrong.push(format!("{text}\n  expected {expected}\n  found    {found}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_run_that_is_stopped_gives_what_it_found() {
    let text = "UNWIND range(1, 1000) AS x UNWIND range(1, 1000) AS y RETURN count(*) AS many";
    let query = prepare(text, &Schema::default()).unwrap();
    let start = || query.start(Arc::new(graph()), &BTreeMap::new(), Budget::default());
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
