//! Procedures as a case describes them: a signature, and a table from arguments to columns.

use std::sync::Arc;

use whyweb_core::query::{
    Answering, Argument, ArgumentType, Procedures, QueryError, QueryGraph, Signature, Value, order,
};

/// The procedures of one case.
#[derive(Debug)]
struct Tables {
    signatures: Vec<Signature>,
    rows: Vec<Vec<Vec<Value>>>,
}

pub(crate) fn of(described: &[(String, Vec<Vec<String>>)]) -> Option<Arc<dyn Procedures>> {
    let mut tables = Tables {
        signatures: Vec::new(),
        rows: Vec::new(),
    };
    for (text, table) in described {
        let signature = signature(text);
        let rows = table
            .iter()
            .skip(1)
            .map(|row| row.iter().map(|cell| value(cell)).collect());
        tables.rows.push(rows.collect());
        tables.signatures.push(signature);
    }
    let all: Arc<dyn Procedures> = Arc::new(tables);
    (!described.is_empty()).then_some(all)
}

/// `name(argument :: TYPE?, …) :: (column :: TYPE?, …)`
fn signature(text: &str) -> Signature {
    let (name, rest) = text.split_once('(').expect("a signature");
    let (arguments, columns) = rest.split_once(')').expect("a signature");
    let fields = |list: &str| -> Vec<(String, String)> {
        let list = list.trim().trim_start_matches("::").trim();
        let list = list.trim_start_matches('(').trim_end_matches(')');
        let fields = list.split(',').filter_map(|field| field.split_once("::"));
        fields
            .map(|(name, kind)| (name.trim().to_owned(), kind.trim().to_owned()))
            .collect()
    };
    let arguments = fields(arguments).into_iter().map(|(name, kind)| Argument {
        name: name.into(),
        takes: match kind.trim_end_matches('?') {
            "STRING" => ArgumentType::Text,
            "INTEGER" => ArgumentType::Integer,
            "FLOAT" => ArgumentType::Float,
            "NUMBER" => ArgumentType::Number,
            "BOOLEAN" => ArgumentType::Boolean,
            _ => ArgumentType::Any,
        },
        optional: false,
    });
    Signature {
        name: name.trim().into(),
        arguments: arguments.collect(),
        columns: fields(columns)
            .into_iter()
            .map(|(name, _)| name.into())
            .collect(),
        about: "",
    }
}

fn value(cell: &str) -> Value {
    match cell {
        "null" => Value::Null,
        "true" | "false" => Value::Boolean(cell == "true"),
        _ => match (cell.parse(), cell.parse()) {
            (Ok(number), _) => Value::Integer(number),
            (_, Ok(number)) => Value::Float(number),
            _ => Value::text(cell.trim_matches('\'')),
        },
    }
}

impl Procedures for Tables {
    fn signatures(&self) -> &[Signature] {
        &self.signatures
    }

    fn call(
        &self,
        name: &str,
        arguments: &[Value],
        _: &dyn QueryGraph,
        _: usize,
    ) -> Result<Box<dyn Answering>, QueryError> {
        let turn = self
            .signatures
            .iter()
            .position(|signature| *signature.name == *name);
        let rows = &self.rows[turn.expect("a known procedure")];
        let suits = |row: &&Vec<Value>| {
            arguments
                .iter()
                .zip(row.iter())
                .all(|(given, known)| order(given, known).is_eq())
        };
        // A procedure without columns gives each row on as it came.
        let width = self.signatures[turn.expect("a known procedure")]
            .columns
            .len();
        if width == 0 {
            return Ok(Box::new(vec![Vec::new()]));
        }
        let found = rows.iter().filter(suits);
        let found = found.map(|row| row[arguments.len()..].to_vec());
        Ok(Box::new(found.collect::<Vec<_>>()))
    }
}
