//! The words of the language by where they can stand.

/// What a query begins with.
pub(super) const FIRST: &[&str] = &[
    "MATCH",
    "OPTIONAL MATCH",
    "CALL",
    "UNWIND",
    "WITH",
    "RETURN",
];

/// What an expression can begin with besides names.
pub(super) const IN_EXPRESSION: &[&str] = &[
    "NOT",
    "CASE WHEN",
    "EXISTS {",
    "DISTINCT",
    "true",
    "false",
    "null",
];

const OPERATORS: [&str; 13] = [
    "AND",
    "OR",
    "XOR",
    "IN",
    "STARTS WITH",
    "ENDS WITH",
    "CONTAINS",
    "IS NULL",
    "IS NOT NULL",
    "THEN",
    "WHEN",
    "ELSE",
    "END",
];

const AFTER_MATCH: [&str; 7] = [
    "WHERE",
    "RETURN",
    "WITH",
    "MATCH",
    "OPTIONAL MATCH",
    "UNWIND",
    "CALL",
];

const AFTER_RETURN: [&str; 9] = [
    "AS",
    "ORDER BY",
    "SKIP",
    "LIMIT",
    "DESC",
    "ASC",
    "UNION",
    "UNION ALL",
    "DISTINCT",
];

const AFTER_WITH: [&str; 12] = [
    "AS",
    "WHERE",
    "ORDER BY",
    "SKIP",
    "LIMIT",
    "DESC",
    "ASC",
    "MATCH",
    "OPTIONAL MATCH",
    "UNWIND",
    "RETURN",
    "WITH",
];

const AFTER_CALL: [&str; 7] = ["YIELD", "AS", "WHERE", "RETURN", "WITH", "MATCH", "UNWIND"];

const AFTER_UNWIND: [&str; 6] = ["AS", "RETURN", "WITH", "MATCH", "UNWIND", "CALL"];

/// What can stand behind an operand in a clause that begins with this word: words of clauses, and
/// operators where the clause has expressions.
pub(super) fn after(clause: &str) -> [&'static [&'static str]; 2] {
    match clause {
        "MATCH" => [&AFTER_MATCH, &[]],
        "WHERE" => [&OPERATORS, &AFTER_MATCH],
        "WITH" => [&AFTER_WITH, &OPERATORS],
        "RETURN" => [&AFTER_RETURN, &OPERATORS],
        "CALL" | "YIELD" => [&AFTER_CALL, &[]],
        "UNWIND" => [&AFTER_UNWIND, &OPERATORS],
        _ => [FIRST, &[]],
    }
}
