//! Going back to a version: an edit like any other.

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    command::{Head, PartId, Plan, Write},
    model::Incident,
};

/// What to write so that the incident is what it was. Nothing where it is.
///
/// What [`kept`](super::kept) leaves out stays as it is, and so do the places of cards that stay.
pub fn restoring(now: &Incident, then: &Incident) -> Plan {
    let mut plan = Plan::new();
    macro_rules! put_back {
        ($($map:ident as $sort:ident),+ $(,)?) => {$(
            part(&now.$map, &then.$map, PartId::$sort, Write::$sort, &mut plan);
        )+};
    }
    put_back!(
        categories as Category,
        areas as Area,
        factors as Factor,
        links as Link,
        accounts as Account,
        evidence as Evidence,
        actions as Action,
        predictions as Prediction,
        notes as Note,
        pinned as Pinned,
        queries as SavedQuery,
    );
    let head = Head::of(then);
    if head != Head::of(now) {
        plan.push(Write::Head(head));
    }
    plan
}

fn part<K: Ord + Clone, T: Clone + PartialEq>(
    now: &BTreeMap<K, Arc<T>>,
    then: &BTreeMap<K, Arc<T>>,
    id: impl Fn(K) -> PartId,
    put: impl Fn(T) -> Write,
    plan: &mut Plan,
) {
    let gone = now.keys().filter(|key| !then.contains_key(*key));
    plan.extend(gone.map(|key| Write::Remove(id(key.clone()))));
    let other = then
        .iter()
        .filter(|(key, part)| now.get(*key) != Some(*part));
    plan.extend(other.map(|(_, part)| put(T::clone(part))));
}
