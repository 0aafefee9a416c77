//! What lies on every route?

use crate::{
    analysis::{
        answer::Answer,
        ask::Asking,
        convergence::convergence as find_points,
        question::Question,
        reach::{Towards, distances, untested_into},
        roots::roots,
        told::count,
    },
    model::FactorId,
};

pub(in crate::analysis) fn convergence(asking: &Asking) -> Answer {
    let (told, web, targets) = (&asking.told, asking.web(), asking.targets());
    let mut answer = Answer::new(Question::Convergence, "");
    let mut sentences = Vec::new();
    for target in &targets {
        let points = find_points(web, target);
        sentences.push(sentence(asking, target, points.len()));
        let heading = format!(
            "On every route to {}, from its beginning on",
            told.quoted(target)
        );
        answer = answer
            .list(heading, told.rows(&points))
            .raising([target.clone()], []);
    }
    answer.sentence = sentences.join(" ");
    let places: Vec<usize> = targets.iter().filter_map(|id| web.place(id)).collect();
    let before = distances(web, &places, Towards::Causes);
    answer.resting_on(untested_into(web, |place| before[place].is_some()))
}

fn sentence(asking: &Asking, target: &FactorId, points: usize) -> String {
    let begins = roots(asking.web(), std::slice::from_ref(target));
    let name = asking.told.quoted(target);
    let is_root = begins.roots == [target.clone()];
    let sentence = match points {
        _ if is_root || begins.roots.is_empty() => format!("No route leads to {name} yet."),
        0 => format!("No single factor lies on every route to {name}."),
        1 => format!("1 factor lies on every route to {name}."),
        points => format!("{} lie on every route to {name}.", count(points, "factor")),
    };
    match begins.loops.len() {
        0 => sentence,
        1 => format!(
            "{sentence} A loop that nothing outside leads into leads there too; its routes have no beginning and are not counted."
        ),
        several => format!(
            "{sentence} {several} loops that nothing outside leads into lead there too; their routes have no beginning and are not counted."
        ),
    }
}
