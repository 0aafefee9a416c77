//! Which questions are offered, in which order.

use whyweb_core::{
    analysis::{Question, Unaskable, askable},
    graph::Web,
    model::{FactorId, Incident},
};

use super::pinned::{about, asked};
use crate::{drafts::sentence, state::Asked};

/// A question that can be asked, or why it cannot be yet.
#[derive(Debug, Clone, PartialEq)]
pub struct Offer {
    /// The question.
    pub question: Question,
    /// What to do before it can be asked.
    pub hindrance: Option<String>,
    /// Whether it is about what is selected.
    pub is_apt: bool,
    /// Exactly what is asked, and what of, where it is a pinned answer.
    pub pinned: Option<(Asked, String)>,
}

/// What is selected, as far as questions are about it.
#[derive(Debug, Clone, Copy)]
pub struct Selected<'a> {
    /// The factor.
    pub factor: Option<&'a FactorId>,
    /// Whether a link is selected.
    pub has_link: bool,
}

/// The questions with all typed words in them: pinned ones first, then those about what is selected, then the others in
/// the order people meet them, and last those that cannot be asked yet.
pub fn offers(words: &str, incident: &Incident, web: &Web, selected: Selected<'_>) -> Vec<Offer> {
    let words = words.to_lowercase();
    let has_words = |question: &Question| {
        let title = question.title().to_lowercase();
        words.split_whitespace().all(|word| title.contains(word))
    };
    let found = Question::ALL.into_iter().filter(has_words);
    let mut offers: Vec<Offer> = found
        .map(|question| Offer {
            question,
            hindrance: hindrance(question, incident, web, selected.factor),
            is_apt: is_apt(question, selected),
            pinned: None,
        })
        .collect();
    offers.extend(pinned_offers(incident).filter(|offer| has_words(&offer.question)));
    // Stable: what is equal stays in the order of the questions.
    offers.sort_by_key(|offer| match offer {
        Offer {
            hindrance: Some(_), ..
        } => 3,
        Offer {
            pinned: Some(_), ..
        } => 0,
        Offer { is_apt: true, .. } => 1,
        _ => 2,
    });
    offers
}

fn pinned_offers(incident: &Incident) -> impl Iterator<Item = Offer> + '_ {
    let pinned = incident.pinned_in_order().into_iter();
    pinned.filter_map(|pinned| {
        let asked = asked(pinned)?;
        Some(Offer {
            question: asked.question,
            hindrance: None,
            is_apt: false,
            pinned: Some((asked, about(pinned, incident))),
        })
    })
}

fn is_apt(question: Question, selected: Selected<'_>) -> bool {
    let is_about_links = matches!(question, Question::UntestedLinks | Question::Disagreements);
    (selected.factor.is_some() && question.heeds_factor()) || (selected.has_link && is_about_links)
}

fn hindrance(
    question: Question,
    incident: &Incident,
    web: &Web,
    factor: Option<&FactorId>,
) -> Option<String> {
    if incident.factors.is_empty() {
        return Some("Say first what happened: the map is empty.".to_owned());
    }
    // What is switched off is chosen while it is asked.
    if question == Question::WhatIf {
        return None;
    }
    let about = Asked::new(question, factor).about;
    let refusal = askable(question, incident, web, &about).err()?;
    Some(match refusal {
        Unaskable::ChooseFactor => "Select a card first.".to_owned(),
        Unaskable::NoOutcome => {
            "Say first which card is the outcome (⇧1), or select one.".to_owned()
        }
        Unaskable::HoldsBack(_) => {
            "Not of a safeguard or luck: select another card, or none.".to_owned()
        }
        other => sentence(other),
    })
}
