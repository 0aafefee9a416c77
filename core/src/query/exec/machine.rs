//! The machine: stages in a row, each with a place where it stands, gone through by backtracking.
//! Nothing is called by itself here, so no pattern is too long for the stack, and it can stop after
//! any step.

use crate::query::{
    error::QueryError,
    plan::{Stage, Wish},
    resolved::{Ex, Slot},
    value::{NodeId, Path, Value},
};

use super::{
    Context,
    calling::Calling,
    evaluate::{evaluate, holds},
    hop::{self, Expanding},
    path,
    reaching::Reaching,
    walking::Walking,
};

/// What a machine comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Next {
    /// The frame holds a row.
    Row,
    /// There are no more.
    Done,
    /// The slice is over.
    Pause,
}

/// What a stage comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Turn {
    /// Its slots are filled.
    Filled,
    /// It has no more.
    Spent,
    /// It is at work still.
    Working,
}

impl Turn {
    pub(super) fn filled(is: bool) -> Self {
        if is { Self::Filled } else { Self::Spent }
    }
}

/// Where a stage stands.
#[derive(Default)]
enum Cursor {
    #[default]
    Nothing,
    At(usize),
    Items(std::vec::IntoIter<Value>),
    Calling(Box<Calling>),
    /// Whether what is tried needs no further look: it held, or its nulls are given.
    Trying {
        done: bool,
    },
    Expanding(Expanding),
    Walking(Box<Walking>),
    Reaching(Box<Reaching>),
}

/// Stages at work.
pub(super) struct Machine {
    cursors: Vec<Cursor>,
    /// The stage whose turn it is; none where there is nothing to do.
    at: Option<usize>,
    /// Whether the stage is entered from the one before and not gone back to.
    entering: bool,
}

impl Machine {
    /// A machine of so many stages that has no row to begin with.
    pub(super) fn spent(stages: usize) -> Self {
        let mut cursors = Vec::new();
        cursors.resize_with(stages, Cursor::default);
        Self {
            cursors,
            at: None,
            entering: true,
        }
    }

    /// Begins with what the frame holds now.
    pub(super) fn rewind(&mut self) {
        self.at = Some(0);
        self.entering = true;
    }

    pub(super) fn next(
        &mut self,
        stages: &[Stage],
        frame: &mut [Value],
        context: &mut Context,
    ) -> Result<Next, QueryError> {
        loop {
            let Some(at) = self.at else {
                return Ok(Next::Done);
            };
            if context.pauses() {
                return Ok(Next::Pause);
            }
            context.begin_turn();
            context.step()?;
            let Some((stage, cursor)) = stages.get(at).zip(self.cursors.get_mut(at)) else {
                // Behind the last stage: this is a row, and the next one comes from going back.
                self.at = at.checked_sub(1);
                self.entering = false;
                return Ok(Next::Row);
            };
            let turn = match stage {
                Stage::Try { end, wish } => {
                    let entering = self.entering;
                    if let Some(next) = go_on(cursor, entering, wish, *end, at, frame) {
                        self.at = Some(next);
                        self.entering = true;
                        continue;
                    }
                    Turn::Spent
                }
                Stage::Tried { start } => {
                    let Some(turn) = self.tried(stages, *start) else {
                        self.at = Some(*start);
                        self.entering = false;
                        continue;
                    };
                    turn
                }
                stage => turn(stage, cursor, self.entering, frame, context)?,
            };
            self.entering = turn == Turn::Filled;
            match turn {
                Turn::Filled => self.at = Some(at + 1),
                Turn::Spent => self.at = at.checked_sub(1),
                Turn::Working => {}
            }
        }
    }

    /// The end of what is tried. Where no other way of holding is asked for, it is left by its start,
    /// which has nothing to do then.
    fn tried(&mut self, stages: &[Stage], start: usize) -> Option<Turn> {
        let Some(Stage::Try { wish, .. }) = stages.get(start) else {
            return Some(Turn::Spent);
        };
        if self.entering
            && let Some(cursor) = self.cursors.get_mut(start)
        {
            *cursor = Cursor::Trying { done: true };
        }
        match wish {
            Wish::AllOrNulls(_) => Some(Turn::filled(self.entering)),
            Wish::Any if self.entering => Some(Turn::Filled),
            Wish::Any | Wish::None => None,
        }
    }
}

/// Where it goes on with what is tried: into it, or, where that never held, behind it if none was
/// wished for, with nulls if there are to be some.
fn go_on(
    cursor: &mut Cursor,
    entering: bool,
    wish: &Wish,
    end: usize,
    at: usize,
    frame: &mut [Value],
) -> Option<usize> {
    let done = matches!(cursor, Cursor::Trying { done: true });
    *cursor = Cursor::Trying { done: !entering };
    if entering {
        return Some(at + 1);
    }
    match wish {
        _ if done => return None,
        Wish::Any => return None,
        Wish::None => {}
        Wish::AllOrNulls(fresh) => fresh.iter().for_each(|slot| put(frame, *slot, Value::Null)),
    }
    Some(end + 1)
}

fn turn(
    stage: &Stage,
    cursor: &mut Cursor,
    entering: bool,
    frame: &mut [Value],
    context: &mut Context,
) -> Result<Turn, QueryError> {
    match stage {
        Stage::Scan { slot, label } => {
            let at = match cursor {
                Cursor::At(at) if !entering => *at,
                _ => 0,
            };
            *cursor = Cursor::At(at + 1);
            let node = match label {
                None => (at < context.graph.node_count())
                    .then(|| NodeId(u32::try_from(at).unwrap_or(u32::MAX))),
                Some(label) => {
                    let symbol = context.symbol(*label);
                    symbol.and_then(|symbol| context.graph.labelled(symbol).get(at).copied())
                }
            };
            Ok(Turn::filled(node.is_some_and(|node| {
                put(frame, *slot, Value::Node(node));
                true
            })))
        }
        Stage::Bound { slot } => Ok(Turn::filled(
            entering && hop::node_in(frame, *slot).is_some(),
        )),
        Stage::Filter(condition) => Ok(Turn::filled(entering && holds(condition, frame, context)?)),
        Stage::Path { slot, start, hops } => {
            if !entering {
                return Ok(Turn::Spent);
            }
            context.hold(size_of::<Path>())?;
            let path = path::path(*start, hops, frame, &*context.graph);
            put(
                frame,
                *slot,
                path.map_or(Value::Null, |path| Value::Path(path.into())),
            );
            Ok(Turn::Filled)
        }
        Stage::Unwind { list, slot } => unwind((list, *slot), cursor, entering, frame, context),
        Stage::Call(call) => {
            if entering {
                let calling = Calling::begin(call, frame, context)?;
                *cursor = calling.map_or(Cursor::Nothing, |calling| {
                    Cursor::Calling(Box::new(calling))
                });
            }
            match cursor {
                Cursor::Calling(at) => at.next(call, frame, context),
                _ => Ok(Turn::Spent),
            }
        }
        Stage::Expand(expand) => {
            if entering {
                *cursor = Cursor::Expanding(Expanding::default());
            }
            match cursor {
                Cursor::Expanding(at) => at.next(expand, frame, context),
                _ => Ok(Turn::Spent),
            }
        }
        Stage::Walk(walk) => {
            if entering {
                let walking = Walking::begin(walk, frame, context)?;
                *cursor = walking.map_or(Cursor::Nothing, |walking| {
                    Cursor::Walking(Box::new(walking))
                });
            }
            match cursor {
                Cursor::Walking(at) => at.next(walk, frame, context),
                _ => Ok(Turn::Spent),
            }
        }
        Stage::Reach(walk) => {
            if entering {
                let reaching = Reaching::begin(walk, frame, context)?;
                *cursor = reaching.map_or(Cursor::Nothing, |reaching| {
                    Cursor::Reaching(Box::new(reaching))
                });
            }
            match cursor {
                Cursor::Reaching(at) => Ok(at.next(walk, frame, context)),
                _ => Ok(Turn::Spent),
            }
        }
        Stage::Try { .. } | Stage::Tried { .. } => Ok(Turn::Spent),
    }
}

fn unwind(
    (list, slot): (&Ex, Slot),
    cursor: &mut Cursor,
    entering: bool,
    frame: &mut [Value],
    context: &mut Context,
) -> Result<Turn, QueryError> {
    if entering {
        let items = match evaluate(list, frame, context)? {
            Value::Null => Vec::new(),
            Value::List(list) => list.items().to_vec(),
            other => vec![other],
        };
        *cursor = Cursor::Items(items.into_iter());
    }
    let Cursor::Items(items) = cursor else {
        return Ok(Turn::Spent);
    };
    let Some(item) = items.next() else {
        return Ok(Turn::Spent);
    };
    put(frame, slot, item);
    Ok(Turn::Filled)
}

/// Fills a slot.
pub(super) fn put(frame: &mut [Value], slot: Slot, value: Value) {
    if let Some(place) = frame.get_mut(usize::from(slot)) {
        *place = value;
    }
}
