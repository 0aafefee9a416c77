//! The picture in the README is what the engine draws of the GitLab example.
//! `cargo xtask bless` draws it anew.

use std::{env, fs};

use whyweb_core::{
    engine::{Arrangement, picture},
    format::json,
    scene::{TableMeasure, Theme},
    svg,
};
use whyweb_tests::project;

#[test]
fn the_picture_in_the_readme_is_what_the_engine_draws() {
    let path = project().join("examples/gitlab-2017.whyweb.json");
    let text = fs::read_to_string(path).expect("the example");
    let incident = json::read(&text).expect("a good example").incident;
    let drawn = picture(&incident, &TableMeasure, Arrangement::default());
    let options = svg::Options {
        title: incident.name(),
        ..svg::Options::default()
    };
    let picture = format!(
        "{}\n",
        svg::document(&drawn.scene, &Theme::light(), &options)
    );

    let path = project().join("docs/gitlab-2017.svg");
    if env::var_os("WHYWEB_BLESS").is_some() {
        fs::write(&path, &picture).expect("the picture is written");
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == picture,
        "docs/gitlab-2017.svg is out of date: run `cargo xtask bless`"
    );
}
