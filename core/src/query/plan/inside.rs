//! What is inside of what: the expressions of a stage, a projection and an expression.

use crate::query::resolved::{Ex, Projection};

use super::Stage;

impl Stage {
    /// Calls back with each expression in it.
    pub(super) fn expressions(&mut self, each: &mut dyn FnMut(&mut Ex)) {
        match self {
            Self::Filter(ex) | Self::Unwind { list: ex, .. } => each(ex),
            Self::Walk(walk) | Self::Reach(walk) => {
                walk.properties.iter_mut().for_each(|(_, ex)| each(ex));
            }
            Self::Call(call) => call.arguments.iter_mut().for_each(each),
            _ => {}
        }
    }
}

impl Projection {
    pub(super) fn expressions(&mut self, each: &mut dyn FnMut(&mut Ex)) {
        self.columns
            .iter_mut()
            .for_each(|column| each(&mut column.value));
        self.order.iter_mut().for_each(|(ex, _)| each(ex));
        let ends = [&mut self.skip, &mut self.limit, &mut self.filter];
        ends.into_iter().flatten().for_each(&mut *each);
        for call in self
            .grouping
            .iter_mut()
            .flat_map(|grouping| &mut grouping.aggregates)
        {
            call.argument
                .iter_mut()
                .chain(&mut call.extra)
                .for_each(&mut *each);
        }
    }
}

impl Ex {
    /// Calls back with each expression right inside this one.
    pub(super) fn children(&mut self, each: &mut dyn FnMut(&mut Ex)) {
        match self {
            Self::Constant(_) | Self::Parameter(_) | Self::Slot(_) | Self::Exists(_) => {}
            Self::Property(a, _)
            | Self::HasLabels(a, _)
            | Self::Not(a)
            | Self::Negate(a)
            | Self::IsNull(a, _)
            | Self::Rows(_, a) => each(a),
            Self::Index(a, b) | Self::Binary(_, a, b) => {
                each(a);
                each(b);
            }
            Self::Slice(a, b, c) => {
                each(a);
                [b, c].into_iter().flatten().for_each(|end| each(end));
            }
            Self::List(items) | Self::Call(_, items) | Self::Chain(items, _) => {
                items.iter_mut().for_each(each);
            }
            Self::Map(entries) => entries.iter_mut().for_each(|(_, ex)| each(ex)),
            Self::Case(choice) => {
                choice
                    .subject
                    .iter_mut()
                    .chain(&mut choice.otherwise)
                    .for_each(&mut *each);
                for (when, then) in &mut choice.arms {
                    each(when);
                    each(then);
                }
            }
            Self::Comprehension(walk) | Self::Quantifier(_, walk) => {
                each(&mut walk.list);
                walk.filter
                    .iter_mut()
                    .chain(&mut walk.result)
                    .for_each(each);
            }
        }
    }
}
