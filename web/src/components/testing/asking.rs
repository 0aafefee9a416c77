//! Where the link test stands, and how it goes on.

use whyweb_core::{
    command::{Command, FactorCommand, LinkCommand},
    document::Selectable,
    model::{Join, LinkTest},
    query::{Round, Step},
};

use crate::state::{Desk, Shown, Ui};

/// Where the link test stands.
#[derive(Clone, PartialEq)]
pub struct Asking {
    desk: Desk,
    /// All its questions.
    pub round: Round,
    /// The one that is asked; none where what is selected is none of them.
    pub step: Option<Step>,
}

impl Asking {
    /// Where it stands: the question asked is the one about what is selected.
    pub fn at(desk: &Desk, shown: &Shown, ui: &Ui) -> Self {
        let round = Round::of(&shown.incident, &shown.graph);
        let step = ui.selection.first().and_then(|part| match part {
            Selectable::Link(id) => Some(Step::Link(id.clone())),
            Selectable::Factor(id) => Some(Step::Join(id.clone())),
            Selectable::Action(_) => None,
        });
        Self {
            desk: desk.clone(),
            step: step.filter(|step| round.has(step)),
            round,
        }
    }

    /// Answers the question about a link, and goes on to the next.
    pub fn answer(&self, test: LinkTest) {
        if let Some(Step::Link(id)) = &self.step {
            self.act(LinkCommand::SetTest(id.clone(), test));
        }
    }

    /// Says how the causes combine, and goes on to the next question.
    pub fn combine(&self, join: Join) {
        if let Some(Step::Join(id)) = &self.step {
            self.act(FactorCommand::SetJoin(id.clone(), join));
        }
    }

    /// Leaves the question open and goes on to the next; to the first where none is asked.
    pub fn skip(&self) {
        let next = match &self.step {
            Some(step) => self.round.next_open(step),
            None => self.round.first_open(),
        };
        self.go(next);
    }

    /// Goes back to the question before, answered or not.
    pub fn go_back(&self) {
        let before = match &self.step {
            Some(step) => self.round.before(step),
            None => self.round.last(),
        };
        if before.is_some() {
            self.go(before);
        }
    }

    /// Goes to the first question that is open.
    pub fn begin(&self) {
        self.go(self.round.first_open());
    }

    fn act(&self, command: impl Into<Command>) {
        if !self.desk.act(command) {
            return;
        }
        // The answer may have made a join ready to be asked about.
        let now = self.desk.snapshot();
        let round = Round::of(&now.incident, &now.graph);
        if let Some(step) = &self.step {
            self.go(round.next_open(step));
        }
    }

    fn go(&self, step: Option<&Step>) {
        let part = step.map(|step| match step {
            Step::Link(id) => Selectable::Link(id.clone()),
            Step::Join(id) => Selectable::Factor(id.clone()),
        });
        self.desk.select(part.into_iter().collect());
    }
}
