//! The drawing as its users meet it: files that stay the same until somebody means to change
//! them, well-formed whatever people typed.
//!
//! `WHYWEB_BLESS=1` writes the golden files anew; the difference is then reviewed like code.

use std::{fs, path::PathBuf};

use proptest::prelude::*;
use whyweb_core::{
    layout::Direction,
    model::{FactorId, Incident, Label},
    scene::{SYSTEM_FONTS, Scene, TableMeasure, Theme, legend},
    svg::{Options, document},
};

mod sample;
mod xml;

use sample::{scene_of, with_statement};
use xml::Tree;

fn assert_golden(name: &str, found: &str) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/golden")
        .join(name);
    if std::env::var_os("WHYWEB_BLESS").is_some() {
        fs::write(&path, found).unwrap();
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    let line = expected
        .lines()
        .zip(found.lines())
        .position(|(a, b)| a != b);
    assert!(
        expected == found,
        "{} differs from line {}; WHYWEB_BLESS=1 writes it anew",
        path.display(),
        line.map_or(0, |line| line + 1),
    );
}

fn drawn(scene: &Scene, incident: &Incident, theme: &Theme) -> String {
    let corner = whyweb_core::layout::Point::new(scene.bounds.left, scene.bounds.bottom() + 32.0);
    let legend = legend(incident, corner, scene.bounds.size.width, &TableMeasure);
    let options = Options {
        title: incident.name(),
        has_heading: true,
        legend: Some(&legend),
        metadata: Some("{\"kept\": \"<as it is>\"}"),
        ..Options::default()
    };
    document(scene, theme, &options).to_string()
}

#[test]
fn every_sort_of_card_and_link_left_to_right() {
    let incident = sample::incident();
    let scene = scene_of(&incident, Direction::LeftToRight);
    assert_golden("light.svg", &drawn(&scene, &incident, &Theme::light()));
    assert_golden("dark.svg", &drawn(&scene, &incident, &Theme::dark()));
}

#[test]
fn every_sort_of_card_and_link_top_to_bottom() {
    let incident = sample::incident();
    let scene = scene_of(&incident, Direction::TopToBottom);
    assert_golden(
        "top-to-bottom.svg",
        &drawn(&scene, &incident, &Theme::light()),
    );
}

#[test]
fn themes_change_colours_and_nothing_else() {
    let incident = sample::incident();
    let scene = scene_of(&incident, Direction::LeftToRight);
    let mut on_screen = drawn(&scene, &incident, &Theme::variables());
    for (name, value) in Theme::dark().tokens() {
        on_screen = on_screen.replace(&format!("var(--{name})"), value);
    }
    assert_eq!(on_screen, drawn(&scene, &incident, &Theme::dark()));
}

#[test]
fn the_page_has_the_same_colours_and_fonts() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../web/styles/tokens.css");
    let styles = fs::read_to_string(&path).unwrap();
    let (light, dark) = (Theme::light().tokens(), Theme::dark().tokens());
    for ((name, light), (_, dark)) in light.into_iter().zip(dark) {
        let expected = format!("  --{name}: light-dark({light}, {dark});\n");
        assert!(styles.contains(&expected), "tokens.css lacks{expected}");
    }
    assert!(styles.contains(&format!("  --font: {SYSTEM_FONTS};\n")));
}

#[test]
fn markup_in_a_label_is_words() {
    let incident = with_statement("</text><script>alert(1)</script>");
    let svg = drawn(
        &scene_of(&incident, Direction::LeftToRight),
        &incident,
        &Theme::light(),
    );
    assert!(!svg.contains("<script"));
    let tree = Tree::parse(&svg);
    assert_eq!(statement(&tree), "</text><script>alert(1)</script>");
}

#[test]
fn the_metadata_comes_back_as_it_went_in() {
    let incident = sample::incident();
    let svg = drawn(
        &scene_of(&incident, Direction::LeftToRight),
        &incident,
        &Theme::light(),
    );
    let metadata = Tree::parse(&svg)
        .find(|tree| tree.name == "metadata")
        .unwrap()
        .words();
    assert_eq!(metadata, "{\"kept\": \"<as it is>\"}");
}

#[test]
fn every_card_and_link_says_which_it_is() {
    let incident = sample::incident();
    let svg = drawn(
        &scene_of(&incident, Direction::LeftToRight),
        &incident,
        &Theme::light(),
    );
    let tree = Tree::parse(&svg);
    for id in incident.factors.keys() {
        let card = tree.find(|tree| tree.is_item("card", id.as_str())).unwrap();
        assert!(
            card.attribute("aria-label")
                .is_some_and(|label| !label.is_empty())
        );
    }
    for id in incident.links.keys() {
        let link = tree.find(|tree| tree.is_item("link", id.as_str())).unwrap();
        assert!(!link.words().is_empty());
    }
}

/// The statement of the factor "typed", as a reader of the file finds it.
fn statement(tree: &Tree) -> String {
    let card = tree.find(|tree| tree.is_item("card", "typed")).unwrap();
    let lines =
        card.find(|tree| tree.name == "text" && tree.children.iter().any(|c| c.name == "tspan"));
    lines.unwrap().words()
}

/// Words that people and programs type: letters of many scripts, marks, markup, long words.
fn any_label() -> impl Strategy<Value = Label> {
    let typed = prop_oneof![
        "\\PC{1,80}",
        "[ -~]{1,300}",
        "(\\w{1,12} ){1,30}",
        "[<>&\"'/;x]{1,40}"
    ];
    typed.prop_filter_map("blank or a control", |text| Label::new(&text).ok())
}

proptest! {
    #[test]
    fn any_statement_is_drawn_whole_or_says_that_it_is_not(label in any_label()) {
        let incident = with_statement(label.as_str());
        let scene = scene_of(&incident, Direction::LeftToRight);
        let svg = drawn(&scene, &incident, &Theme::light());
        let tree = Tree::parse(&svg);
        let id: FactorId = "typed".parse().unwrap();
        let card = scene.cards.iter().find(|card| card.id == id).unwrap();
        // What XML cannot hold is replaced, as the writer's own test shows.
        let expected = label.as_str().replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}");
        if card.content.is_truncated {
            prop_assert!(statement(&tree).ends_with('…'));
            let group = tree.find(|tree| tree.is_item("card", "typed")).unwrap();
            let title = group.find(|tree| tree.name == "title").unwrap();
            prop_assert_eq!(title.words(), expected);
        } else {
            prop_assert_eq!(statement(&tree), expected);
        }
    }

    #[test]
    fn nothing_leaves_its_card(label in any_label()) {
        use whyweb_core::scene::{CARD_WIDTH, MeasureText};
        let incident = with_statement(label.as_str());
        for card in scene_of(&incident, Direction::LeftToRight).cards {
            let content = &card.content;
            prop_assert!(content.lines.len() <= 3);
            prop_assert!(card.rect.size.height % 4.0 < 1e-9);
            let statement = content.lines.iter().map(|line| (line, content.is_right_to_left));
            let header = content.words.iter().map(|words| (words, false));
            for (line, ends_at) in statement.chain(header) {
                let width = TableMeasure.width(line.text.trim_end(), line.style);
                let left = line.at.x - if ends_at { width } else { 0.0 };
                let right = left + width;
                prop_assert!(left >= 12.0 && right <= CARD_WIDTH - 8.0, "{left} to {right}");
                prop_assert!(line.at.y < card.rect.size.height - 6.0);
            }
        }
    }
}
