//! Laws of the façade: what is shown is sound, a reload shows the same picture, undo restores the
//! selection.

use proptest::prelude::*;
use whyweb_core::{
    command::{Command, FactorCommand, IncidentCommand, LinkCommand},
    document::{Selectable, Selected, Undone},
    engine::{Engine, Gesture},
    layout::{Direction, Layout},
    model::{Density, Factor, FactorId, Incident, IncidentId, Label},
    scene::TableMeasure,
};

mod support;

fn incident_id() -> IncidentId {
    "incident".parse().unwrap()
}

fn new_engine() -> Engine {
    Engine::new(&Incident::new(incident_id()), 1, Box::new(TableMeasure))
}

fn gesture(commands: Vec<Command>) -> Gesture {
    Gesture {
        commands,
        selected: Selected::default(),
    }
}

/// Adds a factor, as a cause of another where one is named.
fn add(engine: &mut Engine, id: &str, effect: Option<&str>) {
    let factor = Factor::new(
        id.parse().unwrap(),
        Label::new(&format!("Factor {id}")).unwrap(),
    );
    let mut commands: Vec<Command> = vec![FactorCommand::Add(Box::new(factor)).into()];
    commands.extend(effect.map(|effect| {
        let (cause, effect) = (id.parse().unwrap(), effect.parse().unwrap());
        LinkCommand::Add {
            id: format!("{id}-l").parse().unwrap(),
            cause,
            effect,
        }
        .into()
    }));
    engine.dispatch(gesture(commands)).unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, ..ProptestConfig::default() })]

    #[test]
    fn a_reload_shows_the_same_picture(
        commands in proptest::collection::vec(support::command(), 1..40),
        undos in 0..4_usize,
    ) {
        let mut engine = new_engine();
        let mut saved = engine.take_updates();
        for command in commands {
            // A refused command is part of the law: it changes nothing.
            let _ = engine.dispatch(gesture(vec![command]));
        }
        for _ in 0..undos {
            engine.undo();
        }
        saved.extend(engine.take_updates());
        let updates = saved.iter().map(Vec::as_slice);
        let again = Engine::load(incident_id(), 2, updates, Box::new(TableMeasure)).unwrap();
        let (before, after) = (engine.snapshot(), again.snapshot());
        prop_assert_eq!(&before.incident, &after.incident);
        prop_assert_eq!(&before.layout, &after.layout);
        prop_assert_eq!(&before.scene, &after.scene);
    }

    #[test]
    fn every_factor_and_link_is_shown(
        commands in proptest::collection::vec(support::command(), 1..40),
    ) {
        let mut engine = new_engine();
        for command in commands {
            let _ = engine.dispatch(gesture(vec![command]));
            let shown = engine.snapshot();
            prop_assert_eq!(shown.scene.cards.len(), shown.incident.factors.len());
            prop_assert_eq!(shown.scene.links.len(), shown.incident.links.len());
            let in_outline: std::collections::BTreeSet<_> =
                shown.outline().iter().map(|line| &line.factor).collect();
            prop_assert_eq!(in_outline.len(), shown.incident.factors.len());
        }
    }
}

#[test]
fn undo_and_redo_restore_the_selection() {
    let mut engine = new_engine();
    add(&mut engine, "a", None);
    let select = |id: &str| vec![Selectable::Factor(id.parse().unwrap())];
    let add_b = FactorCommand::Add(Box::new(Factor::new(
        "b".parse().unwrap(),
        Label::new("B").unwrap(),
    )));
    let selected = Selected {
        before: select("a"),
        after: select("b"),
    };
    engine
        .dispatch(Gesture {
            commands: vec![add_b.into()],
            selected,
        })
        .unwrap();
    assert_eq!(engine.undo(), Some(Undone::Step(select("a"))));
    assert_eq!(engine.redo(), Some(select("b")));
}

#[test]
fn a_refused_gesture_leaves_everything_as_it_was() {
    let mut engine = new_engine();
    add(&mut engine, "a", None);
    let before = engine.snapshot();
    engine.take_updates();
    let a: FactorId = "a".parse().unwrap();
    let commands = vec![
        FactorCommand::SetGiven(a.clone(), true).into(),
        LinkCommand::Add {
            id: "l".parse().unwrap(),
            cause: a.clone(),
            effect: a,
        }
        .into(),
    ];
    assert!(engine.dispatch(gesture(commands)).is_err());
    assert_eq!(engine.snapshot().revision, before.revision);
    assert!(engine.take_updates().is_empty());
}

#[test]
fn growing_at_the_left_moves_nothing() {
    let mut engine = new_engine();
    add(&mut engine, "outcome", None);
    add(&mut engine, "cause", Some("outcome"));
    let before = engine.snapshot();
    add(&mut engine, "deeper", Some("cause"));
    let after = engine.snapshot();
    for (id, rect) in &before.layout.cards {
        assert_eq!(after.layout.cards.get(id), Some(rect), "{id} moved");
    }
}

fn set_density(engine: &mut Engine, density: Density) {
    let command = IncidentCommand::SetDensity(density);
    engine.dispatch(gesture(vec![command.into()])).unwrap();
}

#[test]
fn places_follow_the_density_whichever_way_the_map_is_looked_at() {
    let grown = || {
        let mut engine = new_engine();
        add(&mut engine, "a", None);
        for (id, effect) in [("b", "a"), ("c", "a"), ("d", "b"), ("e", "a")] {
            add(&mut engine, id, Some(effect));
        }
        engine
    };
    let shape = |layout: &Layout| -> Vec<_> {
        let origin = layout.bounds;
        let cards = layout.cards.iter();
        cards
            .map(|(id, card)| (id.clone(), card.left - origin.left, card.top - origin.top))
            .collect()
    };
    let mut engine = grown();
    let before = engine.snapshot();
    set_density(&mut engine, Density::Compact);
    let compact = engine.snapshot();
    let (narrow, wide) = (compact.layout.bounds.size, before.layout.bounds.size);
    assert!(narrow.width < wide.width && narrow.height < wide.height);
    engine.undo();
    assert_eq!(engine.snapshot().incident.density, Density::Comfortable);
    assert_eq!(shape(&engine.snapshot().layout), shape(&before.layout));

    let mut turned = grown();
    turned.set_direction(Direction::TopToBottom);
    set_density(&mut turned, Density::Compact);
    turned.set_direction(Direction::LeftToRight);
    assert_eq!(shape(&turned.snapshot().layout), shape(&compact.layout));
}
