//! The store in a real browser: what was saved stays, whoever else saves.

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

use super::{Entry, MOST_APART, Store};

wasm_bindgen_test_configure!(run_in_browser);

/// All tests share one browser's storage, so each has an incident of its own.
fn entry(id: &str, changed: u64) -> Entry {
    Entry {
        id: id.to_owned(),
        name: format!("The incident {id}"),
        changed,
        factors: 1,
        links: 0,
        deleted: None,
    }
}

async fn listed(store: &Store, id: &str) -> Vec<Entry> {
    let all = store.list().await.expect("the list can be read");
    all.into_iter().filter(|entry| entry.id == id).collect()
}

async fn append(store: &Store, entry: &Entry, updates: &[&[u8]]) {
    let updates: Vec<Vec<u8>> = updates.iter().map(|update| update.to_vec()).collect();
    store
        .append(entry, &updates)
        .await
        .expect("there is room to save");
}

async fn updates(store: &Store, id: &str) -> Vec<Vec<u8>> {
    store.updates(id).await.expect("updates can be read")
}

async fn open() -> Store {
    Store::open().await.expect("the browser has a database")
}

#[wasm_bindgen_test]
async fn two_tabs_that_save_the_same_incident_lose_nothing() {
    let (one, other) = (open().await, open().await);
    append(&one, &entry("tabs", 1), &[b"first"]).await;
    append(&other, &entry("tabs", 2), &[b"second", b""]).await;
    append(&one, &entry("tabs", 3), &[b"third"]).await;
    let expected: [&[u8]; 4] = [b"first", b"second", b"", b"third"];
    assert_eq!(updates(&other, "tabs").await, expected);
    assert_eq!(listed(&other, "tabs").await, [entry("tabs", 3)]);
}

#[wasm_bindgen_test]
async fn the_last_changed_comes_first() {
    let store = open().await;
    for (id, changed) in [("order-b", 7), ("order-c", 9), ("order-a", 8)] {
        append(&store, &entry(id, changed), &[]).await;
    }
    let all = store.list().await.expect("the list can be read");
    let ids: Vec<_> = all.iter().map(|entry| entry.id.as_str()).collect();
    let ours: Vec<_> = ids
        .into_iter()
        .filter(|id| id.starts_with("order-"))
        .collect();
    assert_eq!(ours, ["order-c", "order-a", "order-b"]);
}

#[wasm_bindgen_test]
async fn few_updates_stay_apart() {
    let store = open().await;
    let many = vec![b"x".as_slice(); MOST_APART];
    append(&store, &entry("few", 1), &many).await;
    store
        .compact("few", |_| Some(b"merged".to_vec()))
        .await
        .expect("merging can be done");
    assert_eq!(updates(&store, "few").await.len(), MOST_APART);
}

#[wasm_bindgen_test]
async fn many_updates_become_one_that_was_made_of_all_of_them() {
    let store = open().await;
    let many = vec![b"x".as_slice(); MOST_APART + 1];
    append(&store, &entry("many", 1), &many).await;
    append(&store, &entry("bystander", 1), &[b"y"]).await;
    store
        .compact("many", |updates| Some(updates.concat()))
        .await
        .expect("merging can be done");
    assert_eq!(updates(&store, "many").await, [b"x".repeat(MOST_APART + 1)]);
    assert_eq!(updates(&store, "bystander").await, [b"y"]);
}

#[wasm_bindgen_test]
async fn updates_that_cannot_be_merged_stay() {
    let store = open().await;
    let many = vec![b"x".as_slice(); MOST_APART + 1];
    append(&store, &entry("stubborn", 1), &many).await;
    store
        .compact("stubborn", |_| None)
        .await
        .expect("nothing to do is no failure");
    assert_eq!(updates(&store, "stubborn").await.len(), MOST_APART + 1);
}

#[wasm_bindgen_test]
async fn removing_an_incident_removes_it_and_no_other() {
    let store = open().await;
    append(&store, &entry("gone", 1), &[b"a"]).await;
    append(&store, &entry("kept", 1), &[b"b"]).await;
    store.remove("gone").await.expect("it can be removed");
    assert!(listed(&store, "gone").await.is_empty());
    assert!(updates(&store, "gone").await.is_empty());
    assert_eq!(listed(&store, "kept").await, [entry("kept", 1)]);
    assert_eq!(updates(&store, "kept").await, [b"b"]);
}
