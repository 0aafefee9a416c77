//! Times every question on an incident and on made webs, for `cargo xtask bench analysis`.
//!
//! `cargo run --release -p whyweb-core --example analysis_speed -- INCIDENT FOLDER` prints
//! `{"name", "ms", "bounded", "note"}` a line, the median of several runs, and writes the made webs
//! to the folder as `{"factors", "links", "outcome", "roots"}` for its peers to answer the same.

use std::{
    collections::BTreeSet, error::Error, fs, hint::black_box, path::Path, sync::Arc, time::Instant,
};

use serde_json::{Value, json};
use whyweb_core::{
    analysis::{
        About, BreakSetLimits, Limits, LoopLimits, Loops, Needs, Progress, Question, Towards, ask,
        betweenness, break_sets, convergence, reach, what_if,
    },
    format::json,
    graph::Web,
    model::{Factor, FactorId, Incident, IncidentId, Join, Label, Link, LinkId, LinkTest, Role},
};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let usage = "say which incident, and where the webs go";
    let incident = json::read(&fs::read_to_string(arguments.next().ok_or(usage)?)?)?.incident;
    let folder = arguments.next().ok_or(usage)?;
    let incident = Arc::new(incident);
    time("36 factors, all questions", || all_questions(&incident));
    toggles(36, &incident);

    let large = Arc::new(made(1_000, 200, true));
    write_incident(Path::new(&folder), 1_000, &large)?;
    toggles(1_000, &large);
    let web = Arc::new(Web::of(&large));
    for question in Question::ALL {
        let name = format!("1000 factors, {question}");
        time(&name, || question_on(question, &large, &web));
    }
    let middle = Arc::new(made(200, 40, true));
    write_incident(Path::new(&folder), 200, &middle)?;
    let web = Arc::new(Web::of(&middle));
    let outcomes = web.outcomes();
    time("200 factors, break sets to 4", || {
        let search = break_sets(&web, &outcomes, BreakSetLimits::default());
        let found = (search.sure().len(), search.conditional().len());
        let note = format!(
            "{} sure, {} conditional, {} steps",
            found.0,
            found.1,
            search.steps_taken()
        );
        (search.met_its_limit(), note)
    });

    for (size, roots) in [(200, 40), (1_000, 200)] {
        let plain = made(size, roots, false);
        write_web(Path::new(&folder), &plain)?;
        as_peers_do(&plain);
    }
    Ok(())
}

/// One factor switched off in *what if*: its answer, and what the map marks.
fn toggles(size: usize, incident: &Arc<Incident>) {
    let web = Arc::new(Web::of(incident));
    let mut roots = web.roots().into_iter().cycle();
    time(&format!("{size} factors, what-if toggle"), || {
        let without: BTreeSet<FactorId> = roots.next().into_iter().collect();
        let marks = what_if(incident, &web, &without);
        let about = About {
            without,
            ..About::default()
        };
        let limits = Limits::default();
        let is_told = ask(Question::WhatIf, incident, &web, about, limits).is_ok();
        let note = format!("{} prevented", marks.prevented.len());
        (!is_told, note)
    });
}

/// For those who ask the same of the same web elsewhere.
fn write_incident(folder: &Path, size: usize, incident: &Incident) -> Result<(), Box<dyn Error>> {
    let path = folder.join(format!("{size}.whyweb.json"));
    Ok(fs::write(path, json::write(incident, None))?)
}

/// What other libraries answer too, on webs whose joins are all *any*.
fn as_peers_do(incident: &Incident) {
    let web = Arc::new(Web::of(incident));
    let size = web.size().0;
    let outcome = web.outcomes()[0].clone();
    time(&format!("{size} peers, build and components"), || {
        (false, Web::of(incident).component_count().to_string())
    });
    time(&format!("{size} peers, reach"), || {
        let reached = reach(&web, std::slice::from_ref(&outcome), Towards::Causes);
        (false, reached.len().to_string())
    });
    time(&format!("{size} peers, dominators"), || {
        (false, convergence(&web, &outcome).len().to_string())
    });
    time(&format!("{size} peers, betweenness"), || {
        let total: f64 = betweenness(&web).values().sum();
        (false, format!("{total:.0}"))
    });
    time(&format!("{size} peers, cycles"), || {
        let mut search = Loops::new(
            &web,
            LoopLimits {
                most: 200,
                steps: usize::MAX,
            },
        );
        while search.advance(usize::MAX) == Progress::Working {}
        (search.met_its_limit(), search.found().len().to_string())
    });
    time(&format!("{size} peers, minimum node cut"), || {
        // Small sets come first: the first one found is a smallest.
        let limits = BreakSetLimits {
            largest: 8,
            most: 1,
            steps: usize::MAX,
        };
        let found = break_sets(&web, std::slice::from_ref(&outcome), limits).sure();
        (
            found.is_empty(),
            found.first().map_or(0, Vec::len).to_string(),
        )
    });
}

fn count(web: &Web) -> String {
    format!("{} factors, {} links", web.size().0, web.size().1)
}

fn all_questions(incident: &Arc<Incident>) -> (bool, String) {
    let web = Arc::new(Web::of(incident));
    let mut bounded = false;
    for question in Question::ALL {
        bounded |= question_on(question, incident, &web).0;
    }
    (bounded, count(&web))
}

fn question_on(question: Question, incident: &Arc<Incident>, web: &Arc<Web>) -> (bool, String) {
    let root = web.roots().first().cloned();
    let about = match question.needs() {
        Needs::Factor => About {
            factor: root,
            ..About::default()
        },
        Needs::SwitchedOff => About {
            without: root.into_iter().collect(),
            ..About::default()
        },
        Needs::Nothing | Needs::Outcome => About::default(),
    };
    match ask(question, incident, web, about, Limits::default()) {
        Ok(answer) => (answer.bound.is_some(), answer.bound.unwrap_or_default()),
        Err(error) => (true, error.to_string()),
    }
}

/// Prints the median of runs that take a second together, but at least three.
fn time(name: &str, mut run: impl FnMut() -> (bool, String)) {
    let began = Instant::now();
    let (mut times, mut last) = (Vec::new(), (false, String::new()));
    while times.len() < 3 || (began.elapsed().as_secs_f64() < 0.5 && times.len() < 101) {
        let start = Instant::now();
        last = black_box(run());
        times.push(start.elapsed().as_secs_f64() * 1_000.0);
    }
    times.sort_by(f64::total_cmp);
    let ms = times[times.len() / 2];
    println!(
        "{}",
        json!({"name": name, "ms": ms, "bounded": last.0, "note": last.1})
    );
}

/// A web with one outcome and so many roots, most of it without loops, always the same.
fn made(size: usize, roots: usize, is_mixed: bool) -> Incident {
    let mut random = Random(20_170_131);
    let mut incident = Incident::new(IncidentId::numbered("made-", size));
    for number in 0..size {
        let role = if number == 0 {
            Role::Outcome
        } else {
            Role::Condition
        };
        let join = match random.below(4) {
            _ if !is_mixed => Join::Any,
            0 => Join::All,
            1 => Join::Unknown,
            _ => Join::Any,
        };
        let statement = Label::new(&format!("statement {number}"));
        if let Ok(statement) = statement {
            let factor = Factor {
                role,
                join,
                ..Factor::new(id(number), statement)
            };
            incident.factors.insert(id(number), Arc::new(factor));
        }
    }
    let inner = size - roots;
    for cause in 1..size {
        let highest = cause.min(inner);
        let lowest = highest.saturating_sub(roots);
        for _ in 0..=random.below(2) {
            let effect = lowest + random.below(highest - lowest);
            let test = test(&mut random, is_mixed);
            add(&mut incident, (id(cause), id(effect)), test);
        }
    }
    for effect in 0..inner {
        if incident
            .links
            .values()
            .all(|link| link.effect != id(effect))
        {
            let cause = effect + 1 + random.below(roots.min(size - effect - 1));
            let test = test(&mut random, is_mixed);
            add(&mut incident, (id(cause), id(effect)), test);
        }
    }
    // Loops: now and then something leads back to a cause of its cause.
    for effect in (5..inner).step_by(20) {
        let back = cause_of(&incident, &id(effect)).and_then(|cause| cause_of(&incident, &cause));
        if let Some(back) = back {
            add(&mut incident, (id(effect), back), LinkTest::Untested);
        }
    }
    incident
}

fn test(random: &mut Random, is_mixed: bool) -> LinkTest {
    match random.below(8) {
        0 if is_mixed => LinkTest::Contributing,
        _ => LinkTest::Untested,
    }
}

fn id(number: usize) -> FactorId {
    FactorId::numbered("f", number)
}

fn cause_of(incident: &Incident, effect: &FactorId) -> Option<FactorId> {
    let mut links = incident.links.values();
    links
        .find(|link| link.effect == *effect)
        .map(|link| link.cause.clone())
}

fn add(incident: &mut Incident, (cause, effect): (FactorId, FactorId), test: LinkTest) {
    if cause == effect || incident.link_between(&cause, &effect).is_some() {
        return;
    }
    let link = Link::new(LinkId::numbered("l", incident.links.len()), cause, effect);
    incident
        .links
        .insert(link.id.clone(), Arc::new(Link { test, ..link }));
}

fn write_web(folder: &Path, incident: &Incident) -> Result<(), Box<dyn Error>> {
    let web = Web::of(incident);
    let links = incident.links.values();
    let links: Vec<Value> = links
        .map(|l| json!([l.cause.as_str(), l.effect.as_str()]))
        .collect();
    let ids = |ids: Vec<FactorId>| -> Vec<String> { ids.iter().map(ToString::to_string).collect() };
    let file = json!({
        "factors": ids(incident.factors.keys().cloned().collect()),
        "links": links,
        "outcome": ids(web.outcomes())[0],
        "roots": ids(web.roots()),
    });
    let path = folder.join(format!("{}.json", web.size().0));
    Ok(fs::write(path, file.to_string())?)
}

/// A linear congruential generator: D. E. Knuth, *MMIX*.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let high = usize::try_from(self.0 >> 33).unwrap_or_default();
        high % end.max(1)
    }
}
