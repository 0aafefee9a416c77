//! The one façade: a gesture of commands goes in, an immutable snapshot comes out.
//!
//! What is derived is cached by what it depends on: a card's content by its factor, the layout by
//! the sizes and links it was made for.

use std::{rc::Rc, sync::Arc};

use crate::{
    command::{Command, Plan, Refusal, plan_all},
    document::{Document, DocumentError, Selected, Selection, Undone},
    graph::{Branch, CausalGraph, outline},
    layout::{Direction, Layout},
    model::{Density, Incident, IncidentId, Passes, Position, Problem, problems},
    scene::{self, MeasureText, Scene},
};

mod contents;
mod drawing;
mod halves;
mod picture;
mod places;
mod replica;
mod snapshot;
mod walk;

pub use halves::halves;
pub use picture::{Arrangement, Picture, picture};
pub use places::Places;
use snapshot::Seldom;
pub use snapshot::Snapshot;
pub use walk::{Toward, first, step};

use contents::Contents;
use drawing::Drawing;

/// Several commands that count as one act, and what is selected around it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Gesture {
    /// What to do, in order; each sees what those before it did.
    pub commands: Vec<Command>,
    /// What was selected before, for undo to restore, and what is afterwards, for redo.
    pub selected: Selected,
}

/// One open incident.
pub struct Engine {
    document: Document,
    contents: Contents,
    drawing: Drawing,
    links: scene::Links,
    snapshot: Rc<Snapshot>,
}

impl std::fmt::Debug for Engine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Engine")
            .field("document", &self.document)
            .finish_non_exhaustive()
    }
}

impl Engine {
    /// Opens an incident that is not stored anywhere yet. `client` is as in [`Document::empty`].
    pub fn new(incident: &Incident, client: u64, measure: Box<dyn MeasureText>) -> Self {
        let mut engine = Self::over(Document::of(incident, client), measure);
        engine.keep_places();
        engine
    }

    /// Opens an incident from the updates it was stored as.
    pub fn load<'a>(
        id: IncidentId,
        client: u64,
        updates: impl IntoIterator<Item = &'a [u8]>,
        measure: Box<dyn MeasureText>,
    ) -> Result<Self, DocumentError> {
        Ok(Self::over(Document::load(id, client, updates)?, measure))
    }

    /// Opens an incident from a stranger's copy of it, such as one in a file.
    pub fn of_copy(
        id: IncidentId,
        client: u64,
        copy: &[u8],
        measure: Box<dyn MeasureText>,
    ) -> Result<Self, DocumentError> {
        let mut document = Document::empty(id, client);
        document.receive(copy)?;
        // Whoever opens it stores the copy itself.
        document.take_updates();
        Ok(Self::over(document, measure))
    }

    fn over(document: Document, measure: Box<dyn MeasureText>) -> Self {
        let mut contents = Contents::new(measure);
        let mut drawing = Drawing::default();
        let mut links = scene::Links::default();
        let derived = derive(&document, &mut contents, &mut drawing, &mut links, None, 1);
        let snapshot = Rc::new(derived);
        Self {
            document,
            contents,
            drawing,
            links,
            snapshot,
        }
    }

    /// How the incident stands now.
    pub fn snapshot(&self) -> Rc<Snapshot> {
        Rc::clone(&self.snapshot)
    }

    /// Carries out a gesture as one step, or refuses it as a whole.
    pub fn dispatch(&mut self, gesture: Gesture) -> Result<Rc<Snapshot>, Refusal> {
        let plan = plan_all(&gesture.commands, &self.snapshot.incident)?;
        self.document.write(&plan, gesture.selected);
        Ok(self.look_again_and_keep_places())
    }

    /// Carries out plans of new parts as one step, each as if somebody else had; the numbers are as in
    /// [`Document::write_apart`]. Nobody writes down where the new cards lie, for that would tell whose
    /// they are: the next edit does.
    pub fn dispatch_apart(&mut self, plans: &[(u64, Plan)], selected: Selected) -> Rc<Snapshot> {
        self.document.write_apart(plans, selected);
        self.look_again(None)
    }

    /// Takes back the last own step, or passes over it as [`Document::undo`] says.
    pub fn undo(&mut self) -> Option<Undone> {
        let undone = self.document.undo()?;
        self.look_again_and_keep_places();
        Some(undone)
    }

    /// Makes the last step taken back again; tells what was selected after it.
    pub fn redo(&mut self) -> Option<Selection> {
        let selection = self.document.redo()?;
        self.look_again_and_keep_places();
        Some(selection)
    }

    /// Takes in what a peer, another tab or a file has to say. Whoever made the edit has written
    /// down where the cards are.
    pub fn merge(&mut self, update: &[u8]) -> Result<Rc<Snapshot>, DocumentError> {
        self.document.merge(update)?;
        // Its places stand, even where the same cards and links were drawn elsewhere before.
        self.drawing.forget();
        Ok(self.look_again(None))
    }

    /// Takes in what a stranger has to say: a peer, a server or a file. What could do harm is refused, as
    /// [`Document::receive`] says, and nothing changes.
    pub fn receive(&mut self, update: &[u8]) -> Result<Rc<Snapshot>, DocumentError> {
        self.document.receive(update)?;
        self.drawing.forget();
        self.look_again(None);
        Rc::make_mut(&mut self.snapshot).is_by_others = true;
        Ok(self.snapshot())
    }

    /// Takes in a colleague's copy as one own step; otherwise as [`Engine::receive`].
    pub fn take_in(
        &mut self,
        copy: &[u8],
        selected: Selected,
    ) -> Result<Rc<Snapshot>, DocumentError> {
        self.document.take_in(copy, selected)?;
        self.drawing.forget();
        Ok(self.look_again_and_keep_places())
    }

    /// Places all cards anew that nobody pinned, as if the web had just been opened.
    pub fn tidy(&mut self) -> Rc<Snapshot> {
        self.document.clear_positions();
        self.drawing.forget();
        self.look_again_and_keep_places()
    }

    /// Turns the flow of the drawing. Places and pins belong to the flow from left to right; the
    /// other direction is a way to look at the web and is laid out for itself.
    pub fn set_direction(&mut self, direction: Direction) -> Rc<Snapshot> {
        if self.drawing.direction == direction {
            return self.snapshot();
        }
        self.drawing.direction = direction;
        self.drawing.forget();
        self.look_again(None)
    }

    /// The updates made since the last call, oldest first: what is to be saved and sent.
    pub fn take_updates(&mut self) -> Vec<Vec<u8>> {
        self.document.take_updates()
    }

    /// The whole document as one update.
    pub fn state(&self) -> Vec<u8> {
        self.document.state()
    }

    /// Derives all anew from the document, then writes down where the cards came to lie.
    fn look_again_and_keep_places(&mut self) -> Rc<Snapshot> {
        let before = Arc::clone(&self.snapshot.incident);
        if self.document.orders_by_time() != before.by_time {
            // Another rule for ranks: what was drawn by the former says nothing.
            self.document.clear_positions();
            self.drawing.forget();
        }
        self.look_again(Some(before.density));
        self.keep_places();
        if self.snapshot.incident.density != before.density {
            self.respace_kept_places(before.density);
        }
        self.snapshot()
    }

    /// The places in the document are those of causes on the left; they follow the density even
    /// while the map is looked at the other way.
    fn respace_kept_places(&mut self, drawn_at: Density) {
        if self.snapshot.direction == Direction::LeftToRight {
            return;
        }
        let incident = &self.snapshot.incident;
        let contents = self.contents.of(incident);
        let layout = Drawing::left_to_right(incident, contents, drawn_at);
        self.write_places(&layout);
    }

    fn keep_places(&mut self) {
        if self.snapshot.direction == Direction::LeftToRight {
            self.write_places(&Arc::clone(&self.snapshot.layout));
        }
    }

    fn write_places(&mut self, layout: &Layout) {
        let places = layout.cards.iter().filter_map(|(factor, rect)| {
            let centre = rect.centre();
            Some((factor, Position::new(centre.x, centre.y)?))
        });
        let passes = layout.passes.iter();
        let passes =
            passes.filter_map(|(link, heights)| Some((link, Passes::new(heights.clone())?)));
        self.document.write_positions(places, passes);
        let snapshot = Rc::make_mut(&mut self.snapshot);
        let incident = Arc::make_mut(&mut snapshot.incident);
        incident.positions.clone_from(self.document.positions());
        incident
            .positions
            .retain(|factor, _| incident.factors.contains_key(factor));
        incident.passes.clone_from(self.document.passes());
        incident
            .passes
            .retain(|link, _| incident.links.contains_key(link));
    }

    /// `drawn_at` is the density of the places in the document, where it is not the incident's.
    fn look_again(&mut self, drawn_at: Option<Density>) -> Rc<Snapshot> {
        let revision = self.snapshot.revision + 1;
        let snapshot = derive(
            &self.document,
            &mut self.contents,
            &mut self.drawing,
            &mut self.links,
            drawn_at,
            revision,
        );
        self.snapshot = Rc::new(snapshot);
        self.snapshot()
    }
}

/// All that follows from the document, in the order it follows.
fn derive(
    document: &Document,
    contents: &mut Contents,
    drawing: &mut Drawing,
    links: &mut scene::Links,
    drawn_at: Option<Density>,
    revision: u64,
) -> Snapshot {
    let (incident, left_out) = document.read();
    let graph = CausalGraph::of(&incident);
    let contents = contents.of(&incident);
    let drawn_at = drawn_at.unwrap_or(incident.density);
    let layout = drawing.of(&incident, contents, drawn_at);
    let direction = drawing.direction;
    let scene = links.build(&incident, contents, &layout, direction);
    Snapshot {
        revision,
        graph,
        left_out,
        layout,
        scene,
        direction,
        is_by_others: false,
        can_undo: document.can_undo(),
        can_redo: document.can_redo(),
        incident: Arc::new(incident),
        seldom: Seldom::default(),
    }
}

/// What is unfinished or contradicts itself in an incident that keeps its promises.
fn unfinished(incident: &Incident, graph: &CausalGraph) -> Vec<Problem> {
    let mut problems = problems(incident);
    let cycles = crate::graph::necessary_cycles(graph);
    problems.extend(
        cycles
            .into_iter()
            .map(|factors| Problem::NecessaryCycle { factors }),
    );
    problems
}
