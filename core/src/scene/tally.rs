//! Numbers on links: how many routes go over each.

use super::{
    Scene,
    measure::{MeasureText, TextStyle, Weight},
    part::{PlacedText, Tone},
};
use crate::{
    layout::{Point, Rect, Size},
    model::LinkId,
};

const STYLE: TextStyle = TextStyle::new(11.0, Weight::Semibold);
/// How high the ground of a number is, in px.
const HEIGHT: f64 = 16.0;
/// From a number to the end of its ground, in px.
const PADDING: f64 = 5.0;
/// From the middle of the ground down to the baseline, in px.
const BASELINE: f64 = 4.0;

/// A number on a link, with some ground around it so that it is read across the line.
#[derive(Debug, Clone, PartialEq)]
pub struct Tally {
    /// The link.
    pub link: LinkId,
    /// The ground.
    pub rect: Rect,
    /// The number.
    pub words: PlacedText,
    /// What it counts, for those who listen or point at it.
    pub description: String,
}

impl Scene {
    /// Numbers half way along some of its links: `number` says what is written on a link, and what
    /// that counts. Links that are not drawn have none.
    pub fn tallies(
        &self,
        number: impl Fn(&LinkId) -> Option<(String, String)>,
        measure: &dyn MeasureText,
    ) -> Vec<Tally> {
        let tallies = self.links.iter().filter_map(|item| {
            let (text, description) = number(&item.id)?;
            let width = measure.width(&text, STYLE);
            let size = Size {
                width: (width + 2.0 * PADDING).max(HEIGHT),
                height: HEIGHT,
            };
            let middle = item.path.middle();
            let at = Point::new(middle.x - width / 2.0, middle.y + BASELINE);
            Some(Tally {
                link: item.id.clone(),
                rect: Rect::around(middle, size),
                words: PlacedText {
                    text,
                    style: STYLE,
                    tone: Tone::Ink,
                    at,
                },
                description,
            })
        });
        tallies.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{super::measure::TableMeasure, *};
    use crate::{
        engine::{Arrangement, picture},
        format::outline,
        scene::Theme,
        svg::{Options, document},
    };

    fn scene() -> Scene {
        let notes = "Impact: down\n\n- disk full\n  - no alert\n- slow <disk>\n";
        let incident = outline::read(notes, "").unwrap().incident;
        picture(&incident, &TableMeasure, Arrangement::default()).scene
    }

    #[test]
    fn a_number_lies_on_its_link_and_in_the_file() {
        let mut scene = scene();
        let first = scene.links[0].id.clone();
        let number = |link: &LinkId| (*link == first).then(|| ("12".to_owned(), "12 <".to_owned()));
        scene.tallies = scene.tallies(number, &TableMeasure);
        assert_eq!(scene.tallies.len(), 1);
        assert!(scene.bounds.contains(scene.tallies[0].rect.centre()));
        let text = document(&scene, &Theme::light(), &Options::default()).to_string();
        assert_eq!(text.matches("class=\"tally\"").count(), 1);
        assert!(text.contains("<title>12 &lt;</title>"));
    }

    #[test]
    fn numbers_of_links_that_are_left_out_go_with_them() {
        let mut scene = scene();
        scene.tallies = scene.tallies(|_| Some(("1".to_owned(), String::new())), &TableMeasure);
        assert_eq!(scene.tallies.len(), scene.links.len());
        let cause = scene.links[0].cause.clone();
        let left = scene.showing(|id| *id != cause);
        assert_eq!(left.tallies.len(), left.links.len());
        assert!(left.tallies.len() < scene.tallies.len());
    }
}
