//! The lists of codes to filter by.

use whyweb_core::{
    model::{ActionAim, LinkTest, Role},
    query::{Coded, Covered},
};
use yew::prelude::*;

use crate::{
    components::primitives::SelectField,
    state::{Shown, Sieve},
};

/// A list for each code of which the incident has any.
pub fn codes(shown: &Shown, sieve: &Sieve, set: &Callback<Sieve>) -> Html {
    let incident = &shown.incident;
    let categories = incident.categories_in_order().into_iter();
    let categories = categories.map(|category| (category.id.clone(), category.name.to_string()));
    let areas = incident.areas_in_order().into_iter();
    let areas: Vec<_> = areas
        .map(|area| (area.id.clone(), area.name.to_string()))
        .collect();
    let roles = Role::ALL
        .map(|role| (role, role.word().to_owned()))
        .to_vec();
    let tests = LinkTest::ALL
        .map(|test| (test, test.word().to_owned()))
        .to_vec();
    html! {
        <>
            { list("Category", coded(categories, "uncategorised"), sieve.filter.category.as_ref(), sieve, set, |sieve, code| sieve.filter.category = code) }
            if !areas.is_empty() {
                { list("Area", coded(areas.into_iter(), "no area"), sieve.filter.area.as_ref(), sieve, set, |sieve, code| sieve.filter.area = code) }
            }
            if !incident.actions.is_empty() {
                { list("Actions", coverage(), sieve.filter.coverage.as_ref(), sieve, set, |sieve, coverage| sieve.filter.coverage = coverage) }
            }
            { list("Role", roles, sieve.filter.role.as_ref(), sieve, set, |sieve, role| sieve.filter.role = role) }
            { list("Link test", tests, sieve.filter.test.as_ref(), sieve, set, |sieve, test| sieve.filter.test = test) }
        </>
    }
}

/// What actions do about a factor, in words.
pub fn coverage() -> Vec<(Covered, String)> {
    let aims = ActionAim::ALL.map(|aim| (Covered::By(aim), format!("an action {}", aim.word())));
    let mut all = vec![
        (Covered::Some, "addressed".to_owned()),
        (Covered::Not, "not addressed".to_owned()),
    ];
    all.extend(aims);
    all
}

/// A list whose first line asks for nothing.
fn list<T: Clone + PartialEq + 'static>(
    label: &'static str,
    codes: Vec<(T, String)>,
    chosen: Option<&T>,
    sieve: &Sieve,
    set: &Callback<Sieve>,
    change: fn(&mut Sieve, Option<T>),
) -> Html {
    let place = codes.iter().position(|(code, _)| Some(code) == chosen);
    let any = AttrValue::from(format!("{label}: any"));
    let options = [any]
        .into_iter()
        .chain(codes.iter().map(|(_, name)| AttrValue::from(name.clone())));
    let options = options.collect();
    let on_choose = {
        let (sieve, set) = (sieve.clone(), set.clone());
        Callback::from(move |place: usize| {
            let code = place.checked_sub(1).and_then(|place| codes.get(place));
            let mut sieve = sieve.clone();
            change(&mut sieve, code.map(|(code, _)| code.clone()));
            set.emit(sieve);
        })
    };
    let place = place.map_or(0, |place| place + 1);
    let class = if place == 0 { "" } else { "is-set" };
    SelectField::new(label, options, place, on_choose)
        .label_hidden()
        .class(class)
        .view()
}

/// The codes an incident has, and having none.
fn coded<T>(codes: impl Iterator<Item = (T, String)>, nothing: &str) -> Vec<(Coded<T>, String)> {
    let codes = codes.map(|(id, name)| (Coded::As(id), name));
    codes
        .chain([(Coded::Nothing, nothing.to_owned())])
        .collect()
}
