//! Questions that fit the card at hand, for a facilitator to ask around the table.

use crate::model::{Category, Phase, Role};

use super::rule::Language;

/// In how many ways a question can be meant for a card.
const CLOSEST: usize = 3;

/// A question and where it fits.
#[derive(Debug)]
pub struct Prompt {
    /// The phases of the meeting in which it helps; none stands for all.
    pub phases: &'static [Phase],
    /// The roles of factors that it fits; none stands for all.
    pub roles: &'static [Role],
    /// The names of the categories that it fits, in lower case; none stands for all.
    pub categories: &'static [&'static str],
    /// The question.
    pub ask: &'static str,
}

impl Prompt {
    fn fits(&self, phase: Phase, role: Role, names: &[String]) -> bool {
        let within = |name: &&str| names.iter().any(|other| other == name);
        (self.phases.is_empty() || self.phases.contains(&phase))
            && (self.roles.is_empty() || self.roles.contains(&role))
            && (self.categories.is_empty() || self.categories.iter().any(within))
    }

    /// How closely it fits: what asks for more comes first.
    fn closeness(&self) -> usize {
        let is_close = [
            self.categories.is_empty(),
            self.roles.is_empty(),
            self.phases.is_empty(),
        ];
        is_close.iter().filter(|is_open| !**is_open).count()
    }
}

/// The questions that fit a factor of this role and category in this phase: the closest first, and those
/// equally close as the table has them. There is always one.
///
/// A category is known by the name it began with and by what the team calls it.
///
/// ```
/// use whyweb_core::{model::{Phase, Role}, wording::{ENGLISH, prompts}};
/// let asked = prompts(&ENGLISH, Phase::Actions, Role::Event, None);
/// assert_eq!(asked[0], "What would have caught it sooner?");
/// ```
pub fn prompts(
    language: &Language,
    phase: Phase,
    role: Role,
    category: Option<&Category>,
) -> Vec<&'static str> {
    let names: Vec<String> = category
        .into_iter()
        .flat_map(|category| [category.id.as_str(), category.name.as_str()])
        .map(str::to_lowercase)
        .collect();
    let fits = |prompt: &&Prompt| prompt.fits(phase, role, &names);
    let fitting: Vec<&Prompt> = language.prompts.iter().filter(fits).collect();
    // Closest first, without a sort, which would weigh more in the page.
    let mut asked = Vec::with_capacity(fitting.len());
    for closeness in (0..=CLOSEST).rev() {
        let close = fitting
            .iter()
            .filter(|prompt| prompt.closeness() == closeness);
        asked.extend(close.map(|prompt| prompt.ask));
    }
    asked
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{model::Incident, wording::ENGLISH};

    #[test]
    fn people_are_asked_what_they_saw_and_what_made_it_sensible() {
        let incident = Incident::new("i".parse().unwrap());
        let human = incident
            .categories_in_order()
            .into_iter()
            .find(|category| category.id.as_str() == "human");
        let human = human.map(AsRef::as_ref);
        let facts = prompts(&ENGLISH, Phase::Facts, Role::Event, human);
        assert_eq!(facts[0], "What did you see at that moment?");
        let causes = prompts(&ENGLISH, Phase::Causes, Role::Event, human);
        assert_eq!(causes[0], "What made it sensible then?");
    }

    #[test]
    fn every_card_in_every_phase_has_several_questions_and_none_twice() {
        let incident = Incident::new("i".parse().unwrap());
        let categories = incident.categories.values().map(|c| Some(c.as_ref()));
        for category in categories.chain([None]) {
            for (phase, role) in Phase::ALL
                .iter()
                .flat_map(|phase| Role::ALL.map(|role| (*phase, role)))
            {
                let asked = prompts(&ENGLISH, phase, role, category);
                let case = format!("{phase:?} {role:?} {category:?}");
                assert!(asked.len() >= 3, "{case}: {asked:?}");
                let mut once = asked.clone();
                once.sort_unstable();
                once.dedup();
                assert_eq!(once.len(), asked.len(), "{case}");
            }
        }
    }

    #[test]
    fn no_question_asks_who_or_speaks_of_blame() {
        for prompt in ENGLISH.prompts {
            assert!(prompt.ask.ends_with('?'), "{}", prompt.ask);
            let lower = prompt.ask.to_lowercase();
            for word in ["who ", "fault", "should", "why did"] {
                assert!(!lower.contains(word), "{}", prompt.ask);
            }
        }
    }
}
