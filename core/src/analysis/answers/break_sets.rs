//! What is the smallest change that would have prevented it?

use crate::{
    analysis::{
        answer::{Answer, Row},
        ask::{Asking, Goal},
        break_sets::ConditionalSet,
        question::Question,
        told::{Told, count},
    },
    model::FactorId,
};

pub(in crate::analysis) fn break_sets(asking: &Asking) -> Answer {
    let told = &asking.told;
    let mut answer = Answer::new(Question::BreakSets, "");
    let mut sentences = Vec::new();
    let mut bounds = Vec::new();
    for (turn, goal) in asking.goals().iter().enumerate() {
        let (sure, conditional) = (goal.search.sure(), goal.search.conditional());
        let mut earlier = asking.goals().iter().take(turn);
        let same = earlier.find(|other| !sure.is_empty() && other.search.sure() == sure);
        bounds.extend(bound(asking, goal));
        let name = name(told, goal);
        if let Some(other) = same {
            let same = same_sentence(told, goal, other);
            // Of two outcomes and both together it would be said twice.
            if !sentences.contains(&same) {
                sentences.push(same);
            }
        } else {
            sentences.push(sentence(told, goal, &sure));
            let rows = sure.iter().map(|set| told.row_of(set, " + "));
            let rows = rows.map(without_links).collect();
            answer = answer.list(format!("Would have prevented {name}"), rows);
        }
        let maybe = conditional.iter().map(|set| conditional_row(told, set));
        answer = answer
            .quiet_list(
                format!("Would have prevented {name} only if causes had to come together"),
                maybe.collect(),
                true,
            )
            .raising(goal.outcomes.clone(), []);
    }
    answer.sentence = sentences.join(" ");
    let untested = asking.goals().iter().map(|goal| goal.search.untested());
    let untested = untested.max().unwrap_or_default();
    let bound = (!bounds.is_empty()).then(|| bounds.join(" "));
    answer.bounded(bound).resting_on(untested)
}

/// Nobody reads the same list twice.
fn same_sentence(told: &Told, goal: &Goal, other: &Goal) -> String {
    format!(
        "What would have prevented {} would have prevented {} as well.",
        name(told, other),
        rest(told, goal, other)
    )
}

/// What of a goal another one does not name.
fn rest(told: &Told, goal: &Goal, other: &Goal) -> String {
    let rest = goal.outcomes.iter();
    let rest: Vec<_> = rest
        .filter(|outcome| !other.outcomes.contains(outcome))
        .collect();
    told.all_quoted(rest, "and")
}

fn name(told: &Told, goal: &Goal) -> String {
    told.all_quoted(&goal.outcomes, "and")
}

/// A set is no path: links between its members mean nothing here.
fn without_links(row: Row) -> Row {
    Row {
        links: Vec::new(),
        ..row
    }
}

fn sentence(told: &Told, goal: &Goal, sure: &[Vec<FactorId>]) -> String {
    let name = name(told, goal);
    let largest = goal.search.limits().largest;
    let has_causes = goal.outcomes.iter().any(|outcome| {
        let place = told.web.place(outcome);
        place.is_some_and(|place| !told.web.causes[place].is_empty())
    });
    if !has_causes {
        return format!(
            "Nothing on the map led to {name} yet, so nothing there would have prevented it."
        );
    }
    let Some(smallest) = sure.first().map(Vec::len) else {
        return match goal.search.conditional().len() {
            0 => format!(
                "No change of up to {} on the map would have prevented {name}.",
                count(largest, "factor")
            ),
            maybe => format!(
                "No change of up to {} would surely have prevented {name}; {} would have if all causes were needed where nobody has told yet how they combine.",
                count(largest, "factor"),
                count(maybe, "set")
            ),
        };
    };
    let ways = sure.iter().filter(|set| set.len() == smallest).count();
    let sentence = match (smallest, ways) {
        (1, 1) => format!("Had 1 factor not been so, {name} would have been prevented"),
        (1, ways) => {
            format!("Had any 1 of {ways} factors not been so, {name} would have been prevented")
        }
        (size, 1) => {
            format!("Had {size} factors together not been so, {name} would have been prevented")
        }
        (size, ways) => format!(
            "Had {size} factors together not been so, {name} would have been prevented, in any of {ways} ways"
        ),
    };
    match sure.len() - ways {
        0 => format!("{sentence}."),
        1 => format!("{sentence}; there is 1 larger set."),
        more => format!("{sentence}; there are {more} larger sets."),
    }
}

fn conditional_row(told: &Told, set: &ConditionalSet) -> Row {
    let mut row = without_links(told.row_of(&set.factors, " + "));
    let joins = told.all_quoted(&set.joins, "or");
    row.text = format!(
        "{} (depends on whether all causes of {joins} were needed)",
        row.text
    );
    row
}

fn bound(asking: &Asking, goal: &Goal) -> Option<String> {
    if !goal.search.met_its_limit() {
        return None;
    }
    let name = name(&asking.told, goal);
    let (sure, conditional) = goal.search.complete_to();
    Some(format!(
        "The search for {name} met its limit: sets that hold for sure are all known up to {}, those that hang on a join up to {}; there may be more.",
        count(sure, "factor"),
        count(conditional, "factor"),
    ))
}
