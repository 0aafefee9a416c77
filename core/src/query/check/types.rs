//! What is known of a value's type before the query runs.

use crate::query::ast::Operator;

/// The type of an expression, as far as it can be told from the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Type {
    Any,
    Null,
    Boolean,
    Integer,
    Float,
    Number,
    Text,
    Time,
    Map,
    Node,
    Relationship,
    Path,
    AnyList,
    TextList,
    NumberList,
    BooleanList,
    NodeList,
    RelationshipList,
}

impl Type {
    /// The type of a list of these.
    pub(super) fn list_of(items: impl IntoIterator<Item = Self>) -> Self {
        let mut common: Option<Self> = None;
        for item in items {
            let list = match item {
                Self::Text => Self::TextList,
                Self::Integer | Self::Float | Self::Number => Self::NumberList,
                Self::Boolean => Self::BooleanList,
                Self::Node => Self::NodeList,
                Self::Relationship => Self::RelationshipList,
                _ => return Self::AnyList,
            };
            if common.is_some_and(|common| common != list) {
                return Self::AnyList;
            }
            common = Some(list);
        }
        common.unwrap_or(Self::AnyList)
    }

    /// The type of the items of this list.
    pub(super) fn item(self) -> Self {
        match self {
            Self::TextList => Self::Text,
            Self::NumberList => Self::Number,
            Self::BooleanList => Self::Boolean,
            Self::NodeList => Self::Node,
            Self::RelationshipList => Self::Relationship,
            _ => Self::Any,
        }
    }

    pub(super) fn is_unknown(self) -> bool {
        matches!(self, Self::Any | Self::Null)
    }

    pub(super) fn is_list(self) -> bool {
        matches!(
            self,
            Self::AnyList
                | Self::TextList
                | Self::NumberList
                | Self::BooleanList
                | Self::NodeList
                | Self::RelationshipList
        )
    }

    pub(super) fn is_number(self) -> bool {
        matches!(self, Self::Integer | Self::Float | Self::Number)
    }

    /// Whether it can hold properties.
    pub(super) fn has_properties(self) -> bool {
        self.is_unknown()
            || matches!(
                self,
                Self::Map | Self::Node | Self::Relationship | Self::Time
            )
    }

    /// How messages name it.
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Any => "a value",
            Self::Null => "null",
            Self::Boolean => "a boolean",
            Self::Integer => "an integer",
            Self::Float => "a float",
            Self::Number => "a number",
            Self::Text => "a string",
            Self::Time => "a time",
            Self::Map => "a map",
            Self::Node => "a node",
            Self::Relationship => "a relationship",
            Self::Path => "a path",
            _ => "a list",
        }
    }

    /// The type of an operation, or which operand cannot be: `true` for the right one.
    pub(super) fn of_operation(operator: Operator, left: Self, right: Self) -> Result<Self, bool> {
        match operator {
            Operator::And | Operator::Or | Operator::Xor => {
                let is_boolean = |kind: Self| kind.is_unknown() || kind == Self::Boolean;
                both(left, right, is_boolean)?;
                Ok(Self::Boolean)
            }
            Operator::In => {
                let is_list = right.is_unknown() || right.is_list();
                if is_list {
                    Ok(Self::Boolean)
                } else {
                    Err(true)
                }
            }
            Operator::Add => Self::of_sum(left, right),
            Operator::Subtract | Operator::Multiply | Operator::Divide | Operator::Remainder => {
                both(left, right, |kind| kind.is_unknown() || kind.is_number())?;
                Ok(Self::of_numbers(left, right))
            }
            Operator::Power => {
                both(left, right, |kind| kind.is_unknown() || kind.is_number())?;
                Ok(Self::Float)
            }
            _ => Ok(Self::Boolean),
        }
    }

    fn of_numbers(left: Self, right: Self) -> Self {
        match (left, right) {
            (Self::Integer, Self::Integer) => Self::Integer,
            (Self::Float, other) | (other, Self::Float) if other.is_number() => Self::Float,
            (left, right) if left.is_number() && right.is_number() => Self::Number,
            _ => Self::Any,
        }
    }

    fn of_sum(left: Self, right: Self) -> Result<Self, bool> {
        if left.is_list() || right.is_list() {
            return Ok(Self::AnyList);
        }
        let adds = |kind: Self| {
            kind.is_unknown() || kind.is_number() || matches!(kind, Self::Text | Self::Time)
        };
        both(left, right, |kind| {
            adds(kind) || left.is_unknown() || right.is_unknown()
        })?;
        Ok(match (left, right) {
            (Self::Text, other) | (other, Self::Text) if !other.is_unknown() => Self::Text,
            (left, right) => Self::of_numbers(left, right),
        })
    }
}

fn both(left: Type, right: Type, fits: impl Fn(Type) -> bool) -> Result<(), bool> {
    if !fits(left) {
        Err(false)
    } else if !fits(right) {
        Err(true)
    } else {
        Ok(())
    }
}
