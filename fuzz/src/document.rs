//! What holds for whatever others say to a document, on any way that it comes.

use std::sync::LazyLock;

use whyweb_core::{
    command::{FactorCommand, LinkCommand, plan},
    document::{Document, Selected},
    model::{Factor, Incident, IncidentId, Label},
    sync::{Framing, Presences, Talk},
};

/// A document of two factors and a link, as it was stored.
static STORED: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let mut document = Document::of(&Incident::new(incident()), 1);
    add(&mut document, "f1");
    add(&mut document, "f2");
    let link = LinkCommand::Add {
        id: "l1".parse().expect("an identity"),
        cause: "f1".parse().expect("an identity"),
        effect: "f2".parse().expect("an identity"),
    };
    let plan = plan(&link.into(), &document.read().0).expect("two factors can be linked");
    document.write(&plan, Selected::default());
    document.state()
});

fn incident() -> IncidentId {
    "incident".parse().expect("an identity")
}

fn add(document: &mut Document, name: &str) {
    let label = Label::new(name).expect("some words");
    let factor = Factor::new(name.parse().expect("an identity"), label);
    let command = FactorCommand::Add(Box::new(factor)).into();
    // Somebody may have added one of this name before.
    if let Ok(plan) = plan(&command, &document.read().0) {
        document.write(&plan, Selected::default());
    }
}

fn open(client: u64, state: &[u8]) -> Document {
    Document::load(incident(), client, [state]).expect("what was stored is opened again")
}

/// The first byte tells how the rest comes: as an update, or as a message of one of the two kinds of
/// servers. What is refused leaves the document as it was. What is not refused can be stored and opened
/// again, be told to others, and be worked on.
///
/// # Panics
///
/// Where that does not hold.
pub fn hear(bytes: &[u8]) {
    let Some((way, bytes)) = bytes.split_first() else {
        return;
    };
    let mut document = open(3, &STORED);
    let before = document.read();
    let is_refused = match way % 3 {
        0 => document.receive(bytes).is_err(),
        way => {
            let framing = if way == 1 {
                Framing::Plain
            } else {
                Framing::Hocuspocus {
                    document: "incident".to_owned(),
                    token: String::new(),
                }
            };
            let mut presences = Presences::new(3);
            let heard = Talk::new(framing).hear(bytes, &mut document, &mut presences, 0);
            heard.map_or(true, |heard| !heard.has_update)
        }
    };
    if is_refused {
        assert_eq!(document.read(), before);
        return;
    }
    let state = document.state();
    assert_eq!(open(4, &state).read(), document.read());
    let mut other = open(5, &STORED);
    let told = document.diff(&other.state_vector());
    let told = told.expect("a copy knows what it knows");
    other
        .receive(&told)
        .expect("what one took in another takes in");
    assert_eq!(other.read(), document.read());
    add(&mut document, "f7");
    let with_own = document.read();
    if document.undo().is_some() {
        document.redo();
        assert_eq!(document.read(), with_own);
    }
}
