//! What the legend has in it: what this incident's drawing uses, and what stands for it in a filter.

use std::collections::BTreeSet;

use whyweb_core::{
    model::{CategoryId, Incident, Join, LinkKind, LinkTest, Role},
    query::{Coded, Covered, Filter},
    scene::{Icon, Sample},
};

use crate::components::filter::coverage;

/// Entries of one sort.
pub struct Group {
    /// What they are about.
    pub caption: &'static str,
    /// The entries.
    pub entries: Vec<Entry>,
}

/// Something drawn, what it means, and the filter that looks for it.
pub struct Entry {
    /// How it is drawn; none where it is not drawn at all.
    pub sample: Option<Sample>,
    /// What it means.
    pub words: String,
    /// What it stands for in a filter.
    pub wish: Wish,
}

/// What an entry stands for in a filter.
#[derive(Clone)]
pub enum Wish {
    Test(LinkTest),
    HeldBack,
    Category(CategoryId),
    Role(Role),
    Join(Join),
    Covered(Covered),
}

impl Wish {
    /// Whether a filter looks for it.
    pub fn is_in(&self, filter: &Filter) -> bool {
        match self {
            Self::Test(test) => filter.test == Some(*test),
            Self::HeldBack => filter.held_back,
            Self::Category(id) => filter.category == Some(Coded::As(id.clone())),
            Self::Role(role) => filter.role == Some(*role),
            Self::Join(join) => filter.join == Some(*join),
            Self::Covered(covered) => filter.coverage == Some(*covered),
        }
    }

    /// Makes a filter look for it, or no longer.
    pub fn turn(&self, filter: &mut Filter, on: bool) {
        match self {
            Self::Test(test) => filter.test = on.then_some(*test),
            Self::HeldBack => filter.held_back = on,
            Self::Category(id) => filter.category = on.then(|| Coded::As(id.clone())),
            Self::Role(role) => filter.role = on.then_some(*role),
            Self::Join(join) => filter.join = on.then_some(*join),
            Self::Covered(covered) => filter.coverage = on.then_some(*covered),
        }
    }
}

/// What the drawing of an incident uses.
pub fn groups(incident: &Incident) -> Vec<Group> {
    let groups = [
        ("Link tests", links(incident)),
        ("Categories", categories(incident)),
        ("Roles", roles(incident)),
        ("Causes join", joins(incident)),
        ("Actions", actions(incident)),
    ];
    let groups = groups.map(|(caption, entries)| Group { caption, entries });
    groups
        .into_iter()
        .filter(|group| !group.entries.is_empty())
        .collect()
}

fn links(incident: &Incident) -> Vec<Entry> {
    let tests = LinkTest::ALL.map(|test| {
        let sample = Sample::Link(LinkKind::ContributedTo, test);
        Entry {
            sample: Some(sample),
            words: first_upper(test.word()),
            wish: Wish::Test(test),
        }
    });
    let mut entries = Vec::from(tests);
    let mut all = incident.links.values();
    if all.any(|link| link.kind == LinkKind::HeldBack) {
        entries.push(Entry {
            sample: Some(Sample::Link(LinkKind::HeldBack, LinkTest::Untested)),
            words: first_upper(LinkKind::HeldBack.word()),
            wish: Wish::HeldBack,
        });
    }
    entries
}

fn categories(incident: &Incident) -> Vec<Entry> {
    let factors = incident.factors.values();
    let used: BTreeSet<_> = factors
        .filter_map(|factor| factor.category.as_ref())
        .collect();
    let categories = incident.categories_in_order().into_iter();
    let used = categories.filter(|category| used.contains(&category.id));
    let entries = used.map(|category| Entry {
        sample: Some(Sample::Category(
            Icon::of_category(category),
            category.colour,
        )),
        words: category.name.to_string(),
        wish: Wish::Category(category.id.clone()),
    });
    entries.collect()
}

fn roles(incident: &Incident) -> Vec<Entry> {
    let used: BTreeSet<Role> = incident
        .factors
        .values()
        .map(|factor| factor.role)
        .collect();
    let entries = used.into_iter().map(|role| Entry {
        sample: Some(Sample::Role(role)),
        words: first_upper(role.word()),
        wish: Wish::Role(role),
    });
    entries.collect()
}

fn joins(incident: &Incident) -> Vec<Entry> {
    if incident.links.is_empty() {
        return Vec::new();
    }
    let joins = [
        (Join::All, "All were needed"),
        (Join::Any, "Any one sufficed"),
        (Join::Unknown, "Not yet known"),
    ];
    let entries = joins.map(|(join, words)| Entry {
        sample: Some(Sample::Join(join)),
        words: words.to_owned(),
        wish: Wish::Join(join),
    });
    entries.into()
}

/// Nothing on the map shows them; they are looked for here all the same.
fn actions(incident: &Incident) -> Vec<Entry> {
    if incident.actions.is_empty() {
        return Vec::new();
    }
    let entries = coverage().into_iter().map(|(covered, words)| Entry {
        sample: None,
        words: first_upper(&words),
        wish: Wish::Covered(covered),
    });
    entries.collect()
}

fn first_upper(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}
