//! The coach's rules for English.
//!
//! What they mark comes from the five rules of causation (VA), CAST's list of hindsight words and the Etsy
//! Debriefing Facilitation Guide; the words beside those are what people say in their place.

mod prompts;

use super::rule::{Form, Language, Rule};

/// English.
pub static ENGLISH: Language = Language {
    code: "en",
    rules: RULES,
    without_cause: &WITHOUT_CAUSE,
    prompts: prompts::PROMPTS,
    classes: CLASSES,
    names: include_str!("names.txt"),
    words_or_names: "art bill carter chase chuck dean drew faith frank grace grant hope jack joy mark miles \
        pat penny pierce ray rich rob rose rusty sue summer will",
    past_endings: &["ed"],
    articles: Some(("a", "an")),
};

const CLASSES: &[(&str, &str)] = &[
    (
        "person",
        "admin admins administrator administrators analyst analysts colleague colleagues contractor contractors \
         coordinator dba dbas designer dev developer developers devs director employee employees engineer engineers \
         guy he intern interns leadership maintainer maintainers management manager managers nobody nurse operations \
         operator operators ops people person pilot programmer programmers qa responder responders reviewer reviewers \
         she somebody someone staff supplier sysadmin sysadmins team teams technician technicians tester testers they \
         vendor vendors volunteer we who worker workers",
    ),
    (
        "did",
        "also asked became began broke brought built came chose could couldn't cut did didn't doesn't does drove fell felt \
         found forgot gave got had hadn't has hasn't heard held hit is isn't kept knew led left let lost made meant might missed \
         must never only ought overslept paid put ran read said sat saw sent set should shouldn't shut slept spoke spent stood then thought told took went was \
         wasn't were woke won't would wouldn't wrote",
    ),
    // What stands before the name of whoever something is told of.
    (
        "before",
        "by for from with to at and or because that when while until after before as if told asked let saw waited \
         since where which",
    ),
    // What is called after persons: storms, places, saints.
    (
        "namesake",
        "hurricane storm typhoon cyclone st saint san santa lake mount port fort project operation",
    ),
    (
        "lacking",
        "bad inadequate insufficient deficient poor substandard subpar inferior terrible awful horrible \
        lousy shoddy sloppy improper inappropriate unacceptable unsatisfactory crappy weak",
    ),
    (
        "badly",
        "badly inadequately insufficiently poorly improperly inappropriately terribly sloppily",
    ),
    (
        "unable",
        "careless negligent incompetent lazy reckless irresponsible stupid foolish ignorant clueless \
        inattentive unprofessional clumsy thoughtless complacent incapable inept dumb idiotic impatient overconfident \
        arrogant naive",
    ),
    (
        "rules",
        "checklist checklists convention guideline guidelines instructions policy policies practice practices procedure \
        procedures process processes protocol protocols rule rules runbook runbooks standards",
    ),
    ("was", "was were is are been be being"),
];

/// Asked of what people did while nothing on the map led to it; the web tells where, no words do.
static WITHOUT_CAUSE: Rule = Rule {
    id: "people-without-cause",
    title: "What people did, without a cause",
    why: "What people do makes sense to them at the time: a human factor is where the asking begins.",
    question: "What made it the sensible thing then? Add it as a cause (Tab).",
    forms: &[],
    except: &[],
};

/// What may be said in place of a name.
const ROLES: &[&str] = &["an operator", "the on-call engineer", "one of the team"];
const WHOSE_ROLES: &[&str] = &["an operator's", "the on-call engineer's", "the team's"];
/// Nothing can be said in general in their place.
const NOTHING: &[&str] = &[];
/// The statement says as much without them.
const LEFT_OUT: &[&str] = &[""];

const fn form(find: &'static str, say: &'static [&'static str]) -> Form {
    Form { find, say }
}

#[rustfmt::skip] // A table: one form a line.
const RULES: &[Rule] = &[
    Rule {
        id: "named-person",
        title: "A name",
        why: "A name makes it a story about one person; anybody in that role may have met the same.",
        question: "What role did they have then, and what did that role get to see?",
        forms: &[
            form("<name> and|or <name>", &["two of the team"]),
            form("<before> [ <name> <capital>? ] <did>", ROLES),
            form("<before> [ <name> ]", ROLES),
            form("<before> [ <maybe-name> ] <did>", ROLES),
            form("^ [ <name> <capital>? ] <did>", ROLES),
            form("^ [ <maybe-name> ] <did>", ROLES),
            form("[ <name> ] <did>", ROLES),
            form("<whose>", WHOSE_ROLES),
            form("[ mr|mrs|ms <capital> ]", ROLES),
            form("[ @ <word> ] <did>", ROLES),
        ],
        except: &["<namesake> <name>", "<name> db|street|day|lab|labs|airport|university|protocol|algorithm|filter", "<capital> <name> <capital>"],
    },
    Rule {
        id: "human-error",
        title: "Error as the explanation",
        why: "“Error” is a verdict made afterwards: it ends the asking where it could begin.",
        question: "What did they see and expect then, and what made it the sensible thing to do?",
        forms: &[
            form("human|user|operator|pilot|engineer|developer|admin error|errors|mistake|mistakes|failure", NOTHING),
            form("operator's|user's|engineer's|developer's|admin's error|mistake|fault", NOTHING),
            form("error|mistake of|by the|an|a? <person>", NOTHING),
            form("made|makes|making a|an|the? ~ mistake|mistakes|error|errors|blunder", NOTHING),
            form("by mistake", LEFT_OUT),
            form("screwed|messed|fucked up", NOTHING),
            form("<person> ~ [ broke ] production|prod|the|it", NOTHING),
        ],
        except: &["user error message|messages|rate|report|reports"],
    },
    Rule {
        id: "blame",
        title: "A verdict on people",
        why: "It judges who somebody is; what can be changed is what they had to work with.",
        question: "What did the situation ask of them, and what did they have to go by?",
        forms: &[
            form("a|an|the [ <unable> ]", LEFT_OUT),
            form("<unable>", NOTHING),
            form("carelessly|negligently|recklessly|foolishly|lazily|stupidly|mindlessly", LEFT_OUT),
            form("carelessness|negligence|incompetence|laziness|recklessness|stupidity|complacency|ignorance", NOTHING),
            form("to blame", NOTHING),
            form("blame|blamed for|on|the|him|her|them", NOTHING),
            form("at fault", NOTHING),
            form("team's|person's|their|his|her|our|my|your|somebody's|someone's|vendor's|engineer's|operator's|developer's|management's|manager's fault", NOTHING),
            form("fault of the|a|an? ~ <person>", NOTHING),
            form("<person> ~ [ <was> ~ inexperienced|unqualified|unskilled|untrained|clueless ]", NOTHING),
            form("inexperienced|unqualified <person>", NOTHING),
            form("no idea how|what|why", NOTHING),
            form("wasn't|weren't|isn't careful|attentive|paying|thorough|diligent", NOTHING),
            form("not careful|attentive|thorough|diligent enough?", NOTHING),
            form("not|never pay|paid|paying attention", NOTHING),
            form("didn't|don't|doesn't pay|care|listen", NOTHING),
            form("<person> ~ did|do|does|not not|care care? ~ about", NOTHING),
            form("common sense", NOTHING),
            form("dropped the ball", NOTHING),
            form("asleep at the wheel|switch|job", NOTHING),
            form("cut|cuts|cutting|took|taking corners|shortcuts", NOTHING),
            form("knew|know|knows better", NOTHING),
            form("<person> ~ [ rushed|hurried|slacked|panicked ]", NOTHING),
        ],
        except: &["stupid|dumb mode|terminal|switch|client|proxy|pipe|pipes", "lazy loading|loaded|loads|evaluation|initialization|initialisation|load|delete|deletion|init|freeing|replication", "lazily loaded|initialised|initialized|created|evaluated|built"],
    },
    Rule {
        id: "hindsight",
        title: "Hindsight",
        why: "It tells what did not happen, seen from afterwards; a web can only link what was so.",
        question: "What happened instead, and what made that the sensible thing then?",
        forms: &[
            form("should not have", &["had"]),
            form("shouldn't have", &["had"]),
            form("should|could have", &["had not"]),
            form("should've|could've", &["had not"]),
            form("ought not? to ~ have", NOTHING),
            form("ought to have", &["had not"]),
            form("ought to", NOTHING),
            form("would|might not? have ~ helped|prevented|avoided|caught|told|shown|stopped|detected|noticed|saved", NOTHING),
            form("would not? have been", NOTHING),
            form("would've|might've", NOTHING),
            form("if only", NOTHING),
            form("had <person> only|but|just", NOTHING),
            form("was|were supposed to", NOTHING),
            form("should never", NOTHING),
            form("in|with hindsight|retrospect", LEFT_OUT),
            form("needed to be ~ and|but", NOTHING),
            form("plenty of time|warning|warnings|chances", NOTHING),
            form("signs|warnings|clues were|there|obvious|clear", NOTHING),
        ],
        except: &["could have a|an|any|the|no|more|only|up"],
    },
    Rule {
        id: "omission",
        title: "What was not done, as a failing",
        why: "Not doing something contributes only where it was somebody's task; “failed to” judges instead of telling.",
        question: "What did they do instead, and was it anybody's task then?",
        forms: &[
            form("failed|fails|failing|neglected|forgot|forgets|omitted to", &["did not"]),
            form("did|does|do not even? bother|care|think to", &["did not"]),
            form("didn't|doesn't|don't even? bother|care|think to", &["did not"]),
            form("<person> ~ not|n't bothered|thought|bother to", NOTHING),
            form("nobody|no|noone one? ~ bothered|thought|cared|remembered to", NOTHING),
            form("<person> ~ [ neglected|forgot|overlooked|omitted|ignored|disregarded|skipped|missed|refused|dismissed ]", NOTHING),
            form("on call ~ [ missed|ignored|overlooked|skipped ]", NOTHING),
            form("<name> [ neglected|forgot|overlooked|omitted|ignored|disregarded|skipped|missed|refused ]", NOTHING),
            form("failure|refusal|unwillingness|inability to", NOTHING),
            form("forgot|forgets", NOTHING),
            form("<was> [ forgotten|neglected|overlooked ]", NOTHING),
            form("and|but [ didn't|wasn't ] $", NOTHING),
            form("<person> ~ [ never ]", NOTHING),
            form("without|with no|any? proper|adequate|sufficient|due|appropriate", NOTHING),
            form("didn't|not take|do|look|read|check ~ carefully|properly|seriously|thoroughly", NOTHING),
        ],
        except: &["fails|failed|failing|failure to start|connect|load|respond|resolve|parse|compile|boot|build|apply|mount|complete|open|find|replicate|return|serve|reach|restart|come|recover|renew|renewed"],
    },
    Rule {
        id: "deviation",
        title: "A deviation without its cause",
        why: "That a rule was not followed explains nothing yet: work as done differs from work as written every day.",
        question: "What made the way it was done sensible, and does it often go that way?",
        forms: &[
            form("violated|violates|violating|violation|breached|broke|breaking|bypassed|circumvented|disobeyed|flouted ~ <rules>", NOTHING),
            form("violation|breach|disregard of|for ~ <rules>", NOTHING),
            form("did|does|do|was|were not follow|following|followed|adhere|comply|obey|use ~ <rules>", NOTHING),
            form("didn't|doesn't|don't|wasn't|weren't follow|following|followed|adhere|comply|obey|use ~ <rules>", NOTHING),
            form("not|without follow|following|followed ~ <rules>", NOTHING),
            form("against|ignoring|skipping ~ <rules>", NOTHING),
            form("deviated|strayed|departed from", NOTHING),
            form("<rules> ~ [ <was> not followed|obeyed|observed|adhered ]", NOTHING),
            form("<rules> ~ [ ignored|violated|skipped ]", NOTHING),
        ],
        except: &[],
    },
    Rule {
        id: "vague",
        title: "A vague negative",
        why: "It says that something was not enough and leaves open what there was; others cannot check or change it.",
        question: "What was there, and what would have been enough?",
        forms: &[
            form("<lacking>", NOTHING),
            form("<badly>", NOTHING),
            form("lack|lacks|lacked|absence of", NOTHING),
            form("<was> so|too|very|rather|just|all? lacking|wrong|flawed|useless|bad|rubbish", NOTHING),
            form("^ lacking|flawed", NOTHING),
            form("not good|careful|thorough enough", NOTHING),
            form("below par|standard", NOTHING),
        ],
        except: &["bad gateway|request|block|blocks|sector|sectors|checksum|checksums|data|bytes|packet|packets|weather|frame|frames", "weak reference|references|cipher|ciphers|consistency|signal|key|keys|learner", "poor man's"],
    },
    Rule {
        id: "absolute",
        title: "An absolute word",
        why: "Words such as “always”, “nobody” or “simply” close what a question could open.",
        question: "When was it not so, and what was different then?",
        forms: &[
            form("obviously|clearly|simply|merely|evidently|basically|blatantly", LEFT_OUT),
            form("of course", LEFT_OUT),
            form("just", LEFT_OUT),
            form("always", &["often", "usually"]),
            form("everyone|everybody", &["many", "the team"]),
            form("nobody|noone", &["none of the team"]),
            form("no one", &["none of the team"]),
            form("never", NOTHING),
            form("all the time", &["often"]),
            form("constantly|completely|totally|utterly|absolutely", LEFT_OUT),
        ],
        except: &[
            "just in time", "just as", "just before|after|under|over|above|below|when|enough|one|outside|inside|short", "always on", "not just|simply|merely|clearly|always", "only just", "almost|nearly always|never|just",
            "had|has|have|was|were|is never been? <did>?", "not everyone|everybody", "just <did>",
        ],
    },
    Rule {
        id: "two-claims",
        title: "Two claims in one",
        why: "Each claim needs a card of its own, so that the link between them can be tested.",
        question: "Which is the cause and which the effect? Split it (S) and link the two.",
        forms: &[
            form("and because", NOTHING),
            form(", which|that ~ [ caused|led|resulted|triggered|prevented|meant ] to|in?", NOTHING),
            form("which in? turn? caused|led|resulted to|in?", NOTHING),
            form(", causing|leading|resulting|triggering to|in?", NOTHING),
            form("causing|thereby|thus", NOTHING),
            form("due to|because ~ and|because", NOTHING),
            form("; because|so|therefore", NOTHING),
        ],
        except: &[],
    },
];
