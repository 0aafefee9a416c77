use std::sync::LazyLock;

use proptest::prelude::*;

use super::*;
use crate::wording::ENGLISH;

/// Made ready once: a property looks at hundreds of statements.
static COACH: LazyLock<Coach> = LazyLock::new(|| Coach::of(&ENGLISH));

fn label(text: &str) -> Label {
    Label::new(text).unwrap()
}

fn found(text: &str) -> Vec<Finding> {
    COACH.findings(&label(text), &BTreeSet::new())
}

/// The rules that mark something, with the words marked.
fn marked(text: &str) -> Vec<(&'static str, String)> {
    let found = found(text).into_iter();
    found
        .map(|finding| (finding.rule, text[finding.span].to_owned()))
        .collect()
}

fn first_suggestion(text: &str) -> Option<String> {
    let found = found(text).into_iter();
    let mut suggestions = found.flat_map(|finding| finding.suggestions);
    suggestions.next().map(|label| label.to_string())
}

#[test]
fn the_words_that_a_rule_means_are_marked_and_no_others() {
    assert_eq!(
        marked("The reviewer should have read it"),
        [("hindsight", "should have".to_owned())]
    );
    assert_eq!(
        marked("The config was changed by Fatima on Tuesday"),
        [("named-person", "Fatima".to_owned())]
    );
    assert_eq!(
        marked("Sarah Jones approved the request"),
        [("named-person", "Sarah Jones".to_owned())]
    );
    assert_eq!(
        marked("John should have read it"),
        [
            ("named-person", "John".to_owned()),
            ("hindsight", "should have".to_owned())
        ]
    );
    assert_eq!(
        marked("The page of @dave_b went unread until @priya saw it"),
        [("named-person", "@priya".to_owned())]
    );
    assert_eq!(
        marked("She FORGOT TO call — obviously"),
        [
            ("omission", "FORGOT TO".to_owned()),
            ("absolute", "obviously".to_owned())
        ]
    );
}

#[test]
fn words_inside_other_words_are_none() {
    for text in [
        "Justice shoulders the simplest adjustment",
        "The badge reader unblames nobodyish everyones",
        "Annapolis and Maxwell run the Bobcat build",
    ] {
        assert_eq!(marked(text), [], "{text}");
    }
}

#[test]
fn suggestions_are_whole_statements_that_read_well() {
    let cases = [
        (
            "The on-call engineer should have checked the replica",
            "The on-call engineer had not checked the replica",
        ),
        (
            "Operations neglected to rotate the logs",
            "Operations did not rotate the logs",
        ),
        (
            "A careless engineer deleted the wrong directory",
            "An engineer deleted the wrong directory",
        ),
        (
            "Obviously, the test was not representative",
            "The test was not representative",
        ),
        (
            "The engineer simply typed the wrong region",
            "The engineer typed the wrong region",
        ),
        (
            "John deleted the production database",
            "An operator deleted the production database",
        ),
        (
            "Bob’s script removed the backups",
            "An operator's script removed the backups",
        ),
        (
            "The failover was triggered by Michael",
            "The failover was triggered by an operator",
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(first_suggestion(text).as_deref(), Some(expected), "{text}");
    }
}

#[test]
fn a_dismissed_rule_marks_nothing_there() {
    let statement = label("Human error, obviously");
    let coach = &*COACH;
    let dismissed = BTreeSet::from(["human-error".parse().unwrap()]);
    let left = coach.findings(&statement, &dismissed);
    assert_eq!(
        left.iter().map(|found| found.rule).collect::<Vec<_>>(),
        ["absolute"]
    );
    let both = BTreeSet::from(["human-error".parse().unwrap(), "absolute".parse().unwrap()]);
    assert!(coach.marks(&statement, &dismissed));
    assert!(!coach.marks(&statement, &both));
}

#[test]
fn what_is_asked_without_a_cause_can_be_dismissed_too() {
    let coach = &*COACH;
    let asked = coach.without_cause(&BTreeSet::new()).unwrap();
    assert!(asked.span.is_empty() && asked.question.starts_with("What made it"));
    let dismissed = BTreeSet::from([asked.rule.parse().unwrap()]);
    assert_eq!(coach.without_cause(&dismissed), None);
}

#[test]
fn the_table_is_sound() {
    let coach = &*COACH;
    let mut ids = BTreeSet::new();
    for ready in &coach.rules {
        let rule = ready.rule;
        assert!(rule.id.parse::<RuleName>().is_ok(), "{}", rule.id);
        assert!(ids.insert(rule.id), "{} is there twice", rule.id);
        assert!(rule.why.ends_with('.'), "{}", rule.why);
        assert!(rule.question.contains('?'), "{}", rule.question);
        let forms = ready.forms.iter().map(|(form, _)| form);
        for form in forms.chain(&ready.except) {
            assert!(
                !form.is_broken(&coach.lexicon),
                "{} holds {form:?}",
                rule.id
            );
        }
    }
}

/// Texts made of what rules look for, and of everything else.
fn texts() -> impl Strategy<Value = String> {
    let words = ENGLISH.rules.iter().flat_map(|rule| rule.forms);
    let words: Vec<&str> = words
        .flat_map(|form| form.find.split([' ', '|', '?']))
        .filter(|word| !word.is_empty())
        .chain([
            "Priya",
            "’",
            "É",
            "\u{301}",
            "A",
            "an",
            ",",
            "İ",
            "ß",
            "👩‍💻",
            "'s",
        ])
        .collect();
    let of_rules =
        prop::collection::vec(prop::sample::select(words), 1..12).prop_map(|words| words.join(" "));
    prop_oneof![3 => of_rules, 1 => "\\PC{1,80}"]
}

proptest! {
    #[test]
    fn spans_lie_apart_within_the_statement_and_at_bounds_of_characters(text in texts()) {
        if let Ok(statement) = Label::new(&text) {
            let text = statement.as_str();
            let found = COACH.findings(&statement, &BTreeSet::new());
            let mut last = 0;
            for finding in &found {
                prop_assert!(text.get(finding.span.clone()).is_some_and(|words| !words.is_empty()));
                prop_assert!(finding.span.start >= last, "{:?} overlap", found);
                last = finding.span.end;
            }
            prop_assert_eq!(COACH.marks(&statement, &BTreeSet::new()), !found.is_empty());
        }
    }

    #[test]
    fn taking_a_suggestion_removes_that_finding(text in texts()) {
        if let Ok(statement) = Label::new(&text) {
            let coach = &*COACH;
            // Alone, so that no other rule gives way to it.
            let others = |rule: &str| -> BTreeSet<RuleName> {
                let rules = ENGLISH.rules.iter().filter(|other| other.id != rule);
                rules.map(|other| other.id.parse().unwrap()).collect()
            };
            for finding in coach.findings(&statement, &BTreeSet::new()) {
                let others = others(finding.rule);
                let before = coach.findings(&statement, &others).len();
                for suggestion in &finding.suggestions {
                    let after = coach.findings(suggestion, &others);
                    prop_assert!(after.len() < before, "{suggestion} of {statement}: {after:?}");
                }
            }
        }
    }
}
