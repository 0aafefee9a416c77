//! Questions to ask around a card, in English: of what and how, seldom why, never who.

use crate::{
    model::{Phase, Role},
    wording::prompts::Prompt,
};

const FACTS: &[Phase] = &[Phase::Facts];
const CAUSES: &[Phase] = &[Phase::Causes];
const ACTIONS: &[Phase] = &[Phase::Actions];
const ANY_PHASE: &[Phase] = &[];
const ANY_ROLE: &[Role] = &[];
/// What led to something, as against what kept it from being worse.
const IN_THE_WEB: &[Role] = &[Role::Event, Role::Condition];
const OUTCOME: &[Role] = &[Role::Outcome];
const SAFEGUARD: &[Role] = &[Role::Safeguard];
const LUCK: &[Role] = &[Role::Luck];
const PEOPLE: &[&str] = &["human", "people"];
const PROCESS: &[&str] = &["process", "methods"];
const TALK: &[&str] = &["communication", "input and requirements"];
const TOOLS: &[&str] = &[
    "tooling",
    "tools and environment",
    "technical",
    "environment",
];
const ANY: &[&str] = &[];

const fn prompt(
    phases: &'static [Phase],
    roles: &'static [Role],
    categories: &'static [&'static str],
    ask: &'static str,
) -> Prompt {
    Prompt {
        phases,
        roles,
        categories,
        ask,
    }
}

#[rustfmt::skip] // A table: one question a line.
pub(super) const PROMPTS: &[Prompt] = &[
    prompt(FACTS, IN_THE_WEB, PEOPLE, "What did you see at that moment?"),
    prompt(FACTS, IN_THE_WEB, PEOPLE, "What did you expect to happen next?"),
    prompt(FACTS, IN_THE_WEB, PEOPLE, "What else was asking for your attention then?"),
    prompt(FACTS, IN_THE_WEB, PROCESS, "How is this usually done, and how was it done that day?"),
    prompt(FACTS, IN_THE_WEB, TALK, "What was said, what was heard, and what was left open?"),
    prompt(FACTS, IN_THE_WEB, TOOLS, "What did the screen show at that moment?"),
    prompt(CAUSES, IN_THE_WEB, PEOPLE, "What made it sensible then?"),
    prompt(CAUSES, IN_THE_WEB, PEOPLE, "What would have had to be different for you to do something else?"),
    prompt(CAUSES, IN_THE_WEB, PEOPLE, "When has the same thing gone well, and what was different?"),
    prompt(CAUSES, IN_THE_WEB, PROCESS, "What does the work need that the process does not give?"),
    prompt(CAUSES, IN_THE_WEB, PROCESS, "How did this come to be the usual way?"),
    prompt(CAUSES, IN_THE_WEB, TALK, "Which words meant different things to different people?"),
    prompt(CAUSES, IN_THE_WEB, TALK, "How does news of this kind usually travel?"),
    prompt(CAUSES, IN_THE_WEB, TOOLS, "What did the tool make easy, and what did it hide?"),
    prompt(CAUSES, IN_THE_WEB, TOOLS, "What else relies on it being so?"),
    prompt(ACTIONS, IN_THE_WEB, PEOPLE, "What would have made the safe way the easy way?"),
    prompt(ACTIONS, IN_THE_WEB, PROCESS, "Which step could go, so that the others are kept?"),
    prompt(ACTIONS, IN_THE_WEB, TALK, "Where would the right words have had to be, and when?"),
    prompt(ACTIONS, IN_THE_WEB, TOOLS, "What could the tool do by itself here?"),
    prompt(FACTS, IN_THE_WEB, ANY, "What happened just before?"),
    prompt(FACTS, IN_THE_WEB, ANY, "How do we know?"),
    prompt(FACTS, IN_THE_WEB, ANY, "What was known then, and what only later?"),
    prompt(FACTS, OUTCOME, ANY, "What did it mean for the people on the other side?"),
    prompt(FACTS, OUTCOME, ANY, "When did it begin, when was it noticed, when was it over?"),
    prompt(FACTS, OUTCOME, ANY, "What else came of it?"),
    prompt(FACTS, SAFEGUARD, ANY, "What did it keep from happening?"),
    prompt(FACTS, LUCK, ANY, "What would have happened an hour earlier or later?"),
    prompt(CAUSES, IN_THE_WEB, ANY, "What else had to be so?"),
    prompt(CAUSES, IN_THE_WEB, ANY, "Had it not been so, could the effect still have happened?"),
    prompt(CAUSES, IN_THE_WEB, ANY, "How long had it been like that, and what kept it so?"),
    prompt(CAUSES, OUTCOME, ANY, "What came together here?"),
    prompt(CAUSES, OUTCOME, ANY, "What would have been enough to avoid it?"),
    prompt(CAUSES, OUTCOME, ANY, "What made it larger or longer?"),
    prompt(CAUSES, SAFEGUARD, ANY, "What would have happened without it?"),
    prompt(CAUSES, LUCK, ANY, "What would it take not to need luck next time?"),
    prompt(ACTIONS, IN_THE_WEB, ANY, "What would have caught it sooner?"),
    prompt(ACTIONS, IN_THE_WEB, ANY, "What is the smallest thing that would have changed it?"),
    prompt(ACTIONS, IN_THE_WEB, ANY, "How would we notice that a change has helped?"),
    prompt(ACTIONS, OUTCOME, ANY, "What would have made it smaller?"),
    prompt(ACTIONS, OUTCOME, ANY, "How would we hear of it sooner next time?"),
    prompt(ACTIONS, SAFEGUARD, ANY, "How do we keep it in good order?"),
    prompt(ACTIONS, LUCK, ANY, "What could stand where luck stood?"),
    prompt(ANY_PHASE, SAFEGUARD, ANY, "What made it hold this time?"),
    prompt(ANY_PHASE, LUCK, ANY, "How close was it?"),
    prompt(ANY_PHASE, ANY_ROLE, ANY, "What surprised you about it?"),
    prompt(ANY_PHASE, ANY_ROLE, ANY, "What do the others in the room know about it?"),
];
