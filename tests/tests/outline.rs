//! Notes of scribes against files: what becomes of each line.

use std::fmt::Write;

use whyweb_core::{
    format::outline::{self, Reading},
    model::{Factor, Incident, LinkKind, Subject, Target},
};
use whyweb_tests::{
    corpus::{cases, conclude, expect, fenced, text},
    project,
};

#[test]
fn notes_become_what_the_files_say() {
    conclude(cases("outline", ".md").iter().map(|case| {
        let reading = outline::read(&text(case), "").map_err(|error| error.to_string())?;
        expect(&case.with_extension("txt"), &told(&reading))
    }));
}

#[test]
fn the_example_in_the_description_reads_as_it_says() {
    let example = fenced(&project().join("docs/outline.md"), "markdown");
    let reading = outline::read(&example, "").unwrap();
    let expected = "title: Checkout outage, 3 March 2021
date: 2021-03-03
outcome: checkout slow for 2h
outcome: 400 orders lost
event: connection pool exhausted (09:12 UTC) @ 2021-03-03T09:12:00Z
  -> checkout slow for 2h
condition: retries without a pause
  -> connection pool exhausted (09:12 UTC)
condition: pool size halved in June
  -> connection pool exhausted (09:12 UTC)
  -> 400 orders lost
condition: queue drops when full
  -> 400 orders lost
action: owner for the pool
";
    assert_eq!(told(&reading), expected);
}

/// Everything that was read, one thing a line.
fn told(Reading { incident, remarks }: &Reading) -> String {
    let mut told = String::new();
    let mut line = |words: String| writeln!(told, "{words}").expect("memory");
    incident
        .title
        .iter()
        .for_each(|title| line(format!("title: {title}")));
    incident
        .date
        .iter()
        .for_each(|date| line(format!("date: {date}")));
    incident
        .summary
        .iter()
        .for_each(|summary| line(format!("summary: {summary}")));
    for factor in incident.factors_in_order() {
        line(format!(
            "{}: {}{}",
            factor.role.word(),
            factor.statement,
            marks(factor)
        ));
        for link in incident.links_out_of(&factor.id) {
            let arrow = if link.kind == LinkKind::HeldBack {
                "-|"
            } else {
                "->"
            };
            line(format!(
                "  {arrow} {}",
                incident.factors[&link.effect].statement
            ));
        }
        factor
            .note
            .iter()
            .for_each(|note| line(format!("  note: {note}")));
    }
    for action in incident.actions_in_order() {
        line(format!("action: {}", action.statement));
        for target in &action.addresses {
            if let Target::Factor(factor) = target {
                line(format!(
                    "  addresses {}",
                    incident.factors[factor].statement
                ));
            }
        }
        action
            .note
            .iter()
            .for_each(|note| line(format!("  note: {note}")));
    }
    for note in incident.notes_in_order() {
        line(format!(
            "{} note{}: {}",
            note.kind.word(),
            about(incident, &note.about),
            note.text
        ));
    }
    for remark in remarks {
        line(format!("{remark}"));
    }
    told
}

fn marks(factor: &Factor) -> String {
    let time = factor
        .time
        .map(|time| format!(" @ {time}"))
        .unwrap_or_default();
    let unverified = if factor.unverified {
        " (unverified)"
    } else {
        ""
    };
    format!("{unverified}{time}")
}

fn about(incident: &Incident, subject: &Subject) -> String {
    match subject {
        Subject::Factor(factor) => format!(" about {}", incident.factors[factor].statement),
        _ => String::new(),
    }
}
