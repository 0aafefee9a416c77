//! The writing that set-ups do: CREATE, and DELETE of relationships. The language itself only reads,
//! so what comes before a CREATE, and each map in it, is put to it as a query.

use std::collections::BTreeMap;

use whyweb_core::query::{NodeId, Schema, Value};

use crate::{
    scan,
    stage::{Properties, Stage, run},
};

/// A part of a CREATE: a node or a relationship in brackets.
#[derive(Debug, Clone, Default)]
struct Part {
    variable: Option<String>,
    labels: Vec<String>,
    /// The map of its properties, as it is written.
    properties: Option<String>,
}

/// A pattern of a CREATE.
#[derive(Debug, Default)]
struct Pattern {
    nodes: Vec<Part>,
    /// Each relationship, and whether it points backwards.
    relationships: Vec<(Part, bool)>,
}

enum Write {
    Create(Pattern),
    Delete(String),
}

/// Executes statements of a set-up.
pub(crate) fn execute(text: &str, stage: &mut Stage, parameters: &BTreeMap<String, Value>) {
    for statement in statements(text) {
        execute_one(statement, stage, parameters);
    }
}

fn statements(text: &str) -> Vec<&str> {
    let ends = scan::words(text)
        .into_iter()
        .filter(|(_, word)| *word == ";");
    let mut start = 0;
    let mut all = Vec::new();
    for end in ends.map(|(at, _)| at).chain([text.len()]) {
        all.push(text[start..end].trim());
        start = (end + 1).min(text.len());
    }
    all.retain(|statement| !statement.is_empty());
    all
}

/// Rows of what is bound so far.
type Rows = Vec<BTreeMap<String, Value>>;

fn execute_one(statement: &str, stage: &mut Stage, parameters: &BTreeMap<String, Value>) {
    let words = scan::words(statement);
    let is_write = |word: &str| scan::is_one_of(word, &["CREATE", "DELETE"]);
    assert!(
        words.iter().any(|(_, word)| is_write(word)),
        "a set-up that does not write: {statement}"
    );
    let mut rows: Rows = vec![BTreeMap::new()];
    let mut at = 0;
    while at < words.len() {
        let read_from = words[at].0;
        while words.get(at).is_some_and(|(_, word)| !is_write(word)) {
            at += 1;
        }
        let read_to = words.get(at).map_or(statement.len(), |(start, _)| *start);
        rows = read(&statement[read_from..read_to], &rows, stage, parameters);
        let mut reader = Reader {
            text: statement,
            words: &words,
            at,
        };
        let writes = reader.writes();
        at = reader.at;
        write(&writes, &mut rows, stage);
    }
}

/// The rows that reading clauses make of these.
fn read(clauses: &str, rows: &Rows, stage: &Stage, parameters: &BTreeMap<String, Value>) -> Rows {
    if clauses.trim().is_empty() {
        return rows.clone();
    }
    let map = |row: &BTreeMap<String, Value>| {
        Value::map(
            row.iter()
                .map(|(name, value)| (name.as_str().into(), value.clone()))
                .collect(),
        )
    };
    let bound: Vec<Value> = rows
        .iter()
        .map(|row| map(row).expect("flat rows"))
        .collect();
    let mut parameters = parameters.clone();
    parameters.insert(
        "rows so far".to_owned(),
        Value::list(bound).expect("flat rows"),
    );
    let names: Vec<String> = rows
        .iter()
        .flat_map(BTreeMap::keys)
        .map(|name| format!("`row`.`{name}` AS `{name}`"))
        .collect::<std::collections::BTreeSet<_>>()
        .into_iter()
        .collect();
    let before = if names.is_empty() {
        String::new()
    } else {
        format!("UNWIND $`rows so far` AS `row` WITH {}", names.join(", "))
    };
    let query = format!("{before} {clauses} RETURN *, 1 AS `0`");
    let (columns, found) = run(&query, &Schema::default(), stage.graph(), &parameters)
        .unwrap_or_else(|error| panic!("{query}: {error}"));
    let names = columns.iter().map(ToString::to_string);
    let rows = found.into_iter().map(|row| {
        names
            .clone()
            .zip(row)
            .filter(|(name, _)| name != "0")
            .collect()
    });
    rows.collect()
}

fn write(writes: &[Write], rows: &mut Rows, stage: &mut Stage) {
    let mut removed = Vec::new();
    for bound in rows {
        for write in writes {
            match write {
                Write::Create(pattern) => create(pattern, bound, stage),
                Write::Delete(name) => match bound.get(name) {
                    Some(Value::Relationship(relationship)) => removed.push(*relationship),
                    other => panic!("cannot delete {other:?}"),
                },
            }
        }
    }
    removed.sort();
    removed.dedup();
    // From the last on, so that turns stay as they were.
    removed
        .into_iter()
        .rev()
        .for_each(|relationship| stage.remove(relationship));
}

fn create(pattern: &Pattern, bound: &mut BTreeMap<String, Value>, stage: &mut Stage) {
    let nodes: Vec<NodeId> = pattern
        .nodes
        .iter()
        .map(|part| node(part, bound, stage))
        .collect();
    for (turn, (part, backwards)) in pattern.relationships.iter().enumerate() {
        let (left, right) = (nodes[turn], nodes[turn + 1]);
        let (start, end) = if *backwards {
            (right, left)
        } else {
            (left, right)
        };
        let kind = part.labels.first().expect("a type");
        let properties = properties(part, bound, stage);
        let made = stage.add_relationship(start, kind, end, properties);
        if let Some(name) = &part.variable {
            bound.insert(name.clone(), Value::Relationship(made));
        }
    }
}

fn node(part: &Part, bound: &mut BTreeMap<String, Value>, stage: &mut Stage) -> NodeId {
    if let Some(Value::Node(known)) = part.variable.as_ref().and_then(|name| bound.get(name)) {
        return *known;
    }
    let properties = properties(part, bound, stage);
    let made = stage.add_node(part.labels.clone(), properties);
    if let Some(name) = &part.variable {
        bound.insert(name.clone(), Value::Node(made));
    }
    made
}

/// The properties of a part; the query that computes them gets what is bound as parameters.
fn properties(part: &Part, bound: &BTreeMap<String, Value>, stage: &Stage) -> Properties {
    let Some(map) = &part.properties else {
        return Vec::new();
    };
    let names: Vec<String> = bound
        .keys()
        .map(|name| format!("$`{name}` AS `{name}`"))
        .collect();
    let query = if names.is_empty() {
        format!("RETURN {map} AS map")
    } else {
        format!("WITH {} RETURN {map} AS map", names.join(", "))
    };
    let reads_graph = bound
        .values()
        .any(|value| matches!(value, Value::Node(_) | Value::Relationship(_)));
    let graph = if reads_graph {
        stage.graph()
    } else {
        Stage::default().graph()
    };
    let found = run(&query, &Schema::default(), graph, bound);
    let (_, rows) = found.unwrap_or_else(|error| panic!("{query}: {error}"));
    match &rows[0][0] {
        Value::Map(map) => map
            .items()
            .iter()
            .map(|(name, value)| (name.to_string(), value.clone()))
            .collect(),
        other => panic!("no properties: {other:?}"),
    }
}

/// Reads the writing clauses of a statement.
struct Reader<'a> {
    text: &'a str,
    words: &'a [(usize, &'a str)],
    at: usize,
}

impl Reader<'_> {
    fn peek(&self) -> &str {
        self.words.get(self.at).map_or("", |(_, word)| word)
    }

    fn take(&mut self, word: &str) -> bool {
        let found = self.peek().eq_ignore_ascii_case(word);
        self.at += usize::from(found);
        found
    }

    /// The writing clauses from here on, up to one that reads.
    fn writes(&mut self) -> Vec<Write> {
        let mut writes = Vec::new();
        loop {
            if self.take("CREATE") {
                writes.push(Write::Create(self.pattern()));
                while self.take(",") {
                    writes.push(Write::Create(self.pattern()));
                }
            } else if self.take("DELETE") {
                writes.push(Write::Delete(self.name()));
            } else {
                return writes;
            }
        }
    }

    fn name(&mut self) -> String {
        let name = self.peek().trim_matches('`').to_owned();
        self.at += 1;
        name
    }

    fn pattern(&mut self) -> Pattern {
        let mut pattern = Pattern::default();
        pattern.nodes.push(self.part("(", ")"));
        while matches!(self.peek(), "-" | "<") {
            let backwards = self.take("<");
            self.take("-");
            pattern.relationships.push((self.part("[", "]"), backwards));
            self.take("-");
            self.take(">");
            pattern.nodes.push(self.part("(", ")"));
        }
        pattern
    }

    fn part(&mut self, open: &str, close: &str) -> Part {
        let mut part = Part::default();
        assert!(
            self.take(open),
            "no {open} at {} in {}",
            self.peek(),
            self.text
        );
        while !self.take(close) {
            if self.take(":") {
                part.labels.push(self.name());
            } else if self.peek() == "{" {
                let start = self.words[self.at].0;
                let mut depth = 0;
                loop {
                    depth += i32::from(self.peek() == "{") - i32::from(self.peek() == "}");
                    self.at += 1;
                    if depth == 0 {
                        break;
                    }
                }
                let end = self.words[self.at - 1].0 + 1;
                part.properties = Some(self.text[start..end].to_owned());
            } else {
                part.variable = Some(self.name());
            }
        }
        part
    }
}
