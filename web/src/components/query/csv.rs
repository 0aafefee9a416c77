//! Rows as comma-separated values (RFC 4180), for a spreadsheet.

use super::{found::Found, spoken::spoken};

/// All rows, the names of the columns first.
pub fn csv(found: &Found) -> String {
    let mut text = String::new();
    line(found.columns().iter().map(ToString::to_string), &mut text);
    for row in found.rows() {
        line(
            row.iter().map(|value| spoken(value, &found.graph)),
            &mut text,
        );
    }
    text
}

fn line(cells: impl Iterator<Item = String>, text: &mut String) {
    for (place, cell) in cells.enumerate() {
        if place > 0 {
            text.push(',');
        }
        field(&cell, text);
    }
    text.push_str("\r\n");
}

fn field(cell: &str, text: &mut String) {
    // A spreadsheet would calculate what begins like this; a quote before it keeps it words.
    let is_formula =
        cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && cell.parse::<f64>().is_err();
    let lead = if is_formula { "'" } else { "" };
    if lead.is_empty() && !cell.contains([',', '"', '\r', '\n']) {
        text.push_str(cell);
        return;
    }
    text.push('"');
    text.push_str(lead);
    text.push_str(&cell.replace('"', "\"\""));
    text.push('"');
}

#[cfg(test)]
mod tests {
    use wasm_bindgen_test::wasm_bindgen_test;

    use super::*;

    #[wasm_bindgen_test]
    fn what_would_part_cells_or_be_calculated_is_quoted() {
        let cells = [
            "plain",
            "a, b",
            "say \"no\"",
            "two\nlines",
            "=1+1",
            "-2.5",
            "@x",
            "",
        ];
        let mut text = String::new();
        line(cells.map(str::to_owned).into_iter(), &mut text);
        assert_eq!(
            text,
            "plain,\"a, b\",\"say \"\"no\"\"\",\"two\nlines\",\"'=1+1\",-2.5,\"'@x\",\r\n"
        );
    }
}
