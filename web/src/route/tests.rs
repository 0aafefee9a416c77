//! Addresses lead to views and back, whatever someone wrote into them.

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

use super::Route;
use crate::platform::hash;

wasm_bindgen_test_configure!(run_in_browser);

const ID: &str = "01a20dae-93af-787c-b2c4-d92c2bc0882f";

#[wasm_bindgen_test]
fn a_view_survives_the_address_bar() {
    let incident = Route::Incident(ID.parse().expect("an identity"));
    let join = Route::Join("direct.AQA_-9".into());
    for route in [
        Route::Example("gitlab-2017".into()),
        incident,
        join,
        Route::Start,
    ] {
        hash::set(&route.hash());
        assert_eq!(Route::parse(&hash::get()), route);
    }
}

#[wasm_bindgen_test]
fn an_address_that_names_no_view_leads_to_the_start() {
    let odd = [
        "",
        "/",
        "///",
        "/incident",
        "/incident/",
        "/incident/two words",
        "/example/../secret",
        "/join/two words",
        "/join/<b>",
        "/example/a.json",
        "/nowhere/at-all",
        "javascript:alert(1)",
    ];
    for address in odd {
        assert_eq!(Route::parse(address), Route::Start, "{address}");
    }
}
