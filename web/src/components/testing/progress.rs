//! How far the link test is.

use whyweb_core::query::Round;
use yew::prelude::*;

/// "11 of 23 links tested", and the same as a line that fills.
pub fn progress(round: &Round) -> Html {
    let (tested, links) = round.tested_of_links();
    html! {
        <>
            <span class="strip-count">{ format!("{tested} of {links} links tested") }</span>
            <progress class="strip-progress" aria-hidden="true" max={links.max(1).to_string()} value={tested.to_string()}></progress>
        </>
    }
}

/// How the round ended: a sentence, and the one thing to do next.
pub fn summary(round: &Round) -> (String, &'static str) {
    let (tested, links) = round.tested_of_links();
    let (open, joins) = (links - tested.min(links), round.open_joins());
    if links == 0 {
        return (
            "There is no link to test yet.".to_owned(),
            "Leave, select a card and ask why with Tab.",
        );
    }
    if open > 0 {
        let are = if open == 1 { "link is" } else { "links are" };
        return (
            format!("{open} {are} still untested."),
            "Ask them now, or leave and come back when somebody knows.",
        );
    }
    let all = if links == 1 {
        "The one link is tested".to_owned()
    } else {
        format!("All {links} links are tested")
    };
    if joins > 0 {
        let are = if joins == 1 { "join is" } else { "joins are" };
        return (
            format!("{all}; {joins} {are} unknown."),
            "Say how those causes combine, or leave it unknown: it is never read as one or the other.",
        );
    }
    (
        format!("{all}, and every join is known."),
        "Next: press / and ask what would have prevented the outcome.",
    )
}
