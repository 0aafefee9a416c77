//! Texts that look like queries: a byte a piece.

/// Words and signs of the language.
const PIECES: [&str; 80] = [
    "MATCH ", "OPTIONAL MATCH ", "WHERE ", "RETURN ", "WITH ", "UNWIND ", " AS ", "ORDER BY ",
    "SKIP ", "LIMIT ", "DISTINCT ", "UNION ", "UNION ALL ", "CALL ", "YIELD ", "EXISTS {",
    "CASE ", "WHEN ", "THEN ", "ELSE ", " END ", " AND ", " OR ", " XOR ",
    "NOT ", " IN ", " IS NULL ", " STARTS WITH ", "(a)", "(b:A)", "-[r]->", "<-[*0..3]-",
    "--", "-[:R*]-", "(", ")", "[", "]", "{", "}",
    ",", ":", ".", "|", "..", "+", "-", "*",
    "/", "%", "^", "=", "<", ">", "<>", "a",
    "b", "r", "x ", "1", "2.5", "'s'", "null ", "true ",
    "$p", "count(*)", "collect(", "size(", "range(0, 3)", "x IN [1, 2]", "all(", "n: 1",
    "a.n ", "p = ", " DESC ", "percentileCont(", "substring(", "toString(", "split(", "9223372036854775807",
];

/// The text that these bytes stand for.
pub fn text(bytes: &[u8]) -> String {
    let pieces = bytes.iter().take(60);
    pieces.map(|byte| PIECES[usize::from(*byte) % PIECES.len()]).collect()
}
