//! The one-click questions as queries, to learn the language from and to change.

use crate::{
    analysis::{About, Question},
    model::{FactorId, Incident, Role},
};

/// The text that asks a question as a query would.
///
/// It finds the factors and links that the answer is about; the answer's sentence, its bounds and its
/// caveat belong to the question. A question about a factor that is not chosen has no text.
///
/// ```
/// use whyweb_core::{analysis::{About, Question}, model::Incident, query::phrased};
/// let (incident, about) = (Incident::new("i".parse().unwrap()), About::default());
/// assert!(phrased(Question::Junctions, &about, &incident).unwrap().starts_with("MATCH"));
/// assert!(phrased(Question::Downstream, &about, &incident).is_none());
/// ```
pub fn phrased(question: Question, about: &About, incident: &Incident) -> Option<String> {
    let about_one = about.factor.as_ref();
    let text = match question {
        Question::Upstream => upstream(about_one),
        Question::Downstream => downstream(about_one?),
        Question::Routes => routes(about_one, incident),
        Question::Roots => towards(about_one, "roots", "factor AS root", &["root.statement"]),
        Question::Convergence => towards(
            about_one,
            "convergence",
            "outcome, factor, place",
            &["outcome.statement", "place"],
        ),
        Question::BreakSets => towards(
            about_one,
            "breakSets",
            "outcome, factors, size, sure, joins",
            &["sure DESC", "size"],
        ),
        Question::Loops => loops(about_one),
        Question::WhatIf => what_if(about)?,
        other => of_the_whole(other)?.to_owned(),
    };
    Some(text)
}

fn upstream(about: Option<&FactorId>) -> String {
    let of = about.map_or(":Outcome".to_owned(), |id| {
        format!(":Factor {{id: {}}}", text(id))
    });
    format!(
        "MATCH (cause:Factor)-[:CONTRIBUTES_TO*]->({of})\n\
         RETURN DISTINCT cause\n\
         ORDER BY cause.statement"
    )
}

fn downstream(about: &FactorId) -> String {
    format!(
        "MATCH (:Factor {{id: {}}})-[:CONTRIBUTES_TO*]->(effect:Factor)\n\
         RETURN DISTINCT effect\n\
         ORDER BY effect.statement",
        text(about)
    )
}

/// From the factor to the outcomes; from the roots to it where it is an outcome itself.
fn routes(about: Option<&FactorId>, incident: &Incident) -> String {
    let is_outcome = |id: &&FactorId| {
        let factor = incident.factors.get(*id);
        factor.is_some_and(|factor| factor.role == Role::Outcome)
    };
    let or_null = |id: Option<&FactorId>| id.map_or("null".to_owned(), text);
    let from = or_null(about.filter(|id| !is_outcome(id)));
    let to = or_null(about.filter(is_outcome));
    format!(
        "CALL whyweb.routes({from}, {to}, 50) YIELD factors, length\n\
         RETURN factors, length\n\
         ORDER BY length"
    )
}

/// A procedure that takes an outcome or any other factor, all outcomes where none is chosen.
fn towards(about: Option<&FactorId>, procedure: &str, columns: &str, order: &[&str]) -> String {
    let of = about.map(text).unwrap_or_default();
    let order = order.join(", ");
    let given = columns.replace("factor AS root", "factor");
    format!("CALL whyweb.{procedure}({of}) YIELD {given}\nRETURN {columns}\nORDER BY {order}")
}

fn loops(about: Option<&FactorId>) -> String {
    let through = about.map(|id| {
        let id = text(id);
        format!("\nWHERE any(factor IN factors WHERE factor.id = {id})")
    });
    let through = through.unwrap_or_default();
    format!("CALL whyweb.loops() YIELD factors, size{through}\nRETURN factors, size\nORDER BY size")
}

fn what_if(about: &About) -> Option<String> {
    let without: Vec<String> = about.without.iter().map(text).collect();
    if without.is_empty() {
        return None;
    }
    Some(format!(
        "CALL whyweb.whatIf([{}]) YIELD factor, result, joins\n\
         RETURN factor, result, joins\n\
         ORDER BY result, factor.statement",
        without.join(", ")
    ))
}

/// The questions that no choice changes.
fn of_the_whole(question: Question) -> Option<&'static str> {
    Some(match question {
        Question::Junctions => {
            "MATCH (cause:Factor)-[:CONTRIBUTES_TO]->(factor:Factor)\n\
             WITH factor, count(cause) AS causes\n\
             WHERE causes > 1\n\
             RETURN factor, causes\n\
             ORDER BY causes DESC, factor.statement"
        }
        Question::Bridges => {
            "CALL whyweb.bridges() YIELD link, cause, effect, crosses\n\
             RETURN crosses, cause, effect, cause.area AS fromArea, effect.area AS toArea, link\n\
             ORDER BY crosses, fromArea, toArea"
        }
        Question::Shared => {
            "CALL whyweb.shared() YIELD factor, outcomes\n\
             RETURN factor, outcomes\n\
             ORDER BY size(outcomes) DESC, factor.statement"
        }
        Question::UntestedLinks => {
            "MATCH (cause:Factor)-[link:CONTRIBUTES_TO]->(effect:Factor)\n\
             WHERE link.test = 'untested' OR link.disputed\n\
             RETURN cause, effect, link\n\
             ORDER BY effect.statement, cause.statement"
        }
        Question::WithoutEvidence => {
            "CALL whyweb.withoutEvidence() YIELD factor\n\
             RETURN factor\n\
             ORDER BY factor.statement"
        }
        Question::Disagreements => {
            "CALL whyweb.disagreements() YIELD factor, link\nRETURN factor, link"
        }
        Question::PeopleFactors => {
            "CALL whyweb.peopleFactors() YIELD factor\nRETURN factor\nORDER BY factor.statement"
        }
        Question::OrderInTime => {
            "CALL whyweb.orderInTime() YIELD link, cause, effect\n\
             RETURN cause, cause.time AS causeTime, effect, effect.time AS effectTime, link\n\
             ORDER BY effectTime"
        }
        Question::Completeness => {
            "CALL whyweb.completeness() YIELD problem, factor, link\n\
             RETURN problem, factor, link\n\
             ORDER BY problem"
        }
        Question::Coverage => {
            "CALL whyweb.coverage() YIELD what, factors, actions\n\
             RETURN what, factors, actions\n\
             ORDER BY what"
        }
        Question::Pareto => {
            "MATCH (factor)\n\
             WHERE factor:Event OR factor:Condition\n\
             RETURN factor.category AS category, count(*) AS factors\n\
             ORDER BY factors DESC, category"
        }
        Question::Betweenness => {
            "CALL whyweb.betweenness() YIELD factor, score\n\
             WHERE score > 0\n\
             RETURN factor, score\n\
             ORDER BY score DESC, factor.statement"
        }
        _ => return None,
    })
}

/// An id as a string of the language; ids hold neither quotes nor backslashes.
fn text(id: &FactorId) -> String {
    format!("'{}'", id.as_str())
}
