//! Functions: their names, what they take, and what they give.

mod convert;
mod list;
mod maths;
mod of_graph;
mod string;

use super::{
    check::Type,
    error::{ErrorClass, ErrorDetail, QueryError},
    exec::Context,
    value::Value,
};

macro_rules! functions {
    ($($name:literal $function:ident $least:literal..=$most:literal $takes:ident -> $gives:expr;)+) => {
        /// A function.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Function {
            $($function,)+
        }

        /// All functions.
        pub(crate) const FUNCTIONS: &[Signature] = &[
            $(Signature {
                name: $name,
                function: Function::$function,
                least: $least,
                most: $most,
                takes: Takes::$takes,
                gives: $gives,
            },)+
        ];
    };
}

/// How a function is called.
#[derive(Debug)]
pub(crate) struct Signature {
    pub(crate) name: &'static str,
    pub(crate) function: Function,
    pub(crate) least: u8,
    pub(crate) most: u8,
    pub(crate) takes: Takes,
    pub(crate) gives: Type,
}

/// What a function's first argument is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Takes {
    Anything,
    Node,
    Relationship,
    Entity,
    Path,
    List,
    Number,
    Text,
    Sized,
    Mapping,
    Reversible,
}

functions! {
    "abs" Abs 1..=1 Number -> Type::Any;
    "acos" Acos 1..=1 Number -> Type::Float;
    "asin" Asin 1..=1 Number -> Type::Float;
    "atan" Atan 1..=1 Number -> Type::Float;
    "atan2" Atan2 2..=2 Number -> Type::Float;
    "ceil" Ceil 1..=1 Number -> Type::Float;
    "coalesce" Coalesce 1..=255 Anything -> Type::Any;
    "cos" Cos 1..=1 Number -> Type::Float;
    "cot" Cot 1..=1 Number -> Type::Float;
    "date" Date 1..=1 Anything -> Type::Time;
    "datetime" DateTime 1..=1 Anything -> Type::Time;
    "degrees" Degrees 1..=1 Number -> Type::Float;
    "e" E 0..=0 Anything -> Type::Float;
    "endNode" EndNode 1..=1 Relationship -> Type::Node;
    "exists" Exists 1..=1 Anything -> Type::Boolean;
    "exp" Exp 1..=1 Number -> Type::Float;
    "floor" Floor 1..=1 Number -> Type::Float;
    "haversin" Haversin 1..=1 Number -> Type::Float;
    "head" Head 1..=1 List -> Type::Any;
    "id" Id 1..=1 Entity -> Type::Any;
    "isEmpty" IsEmpty 1..=1 Anything -> Type::Boolean;
    "isNaN" IsNan 1..=1 Number -> Type::Boolean;
    "keys" Keys 1..=1 Mapping -> Type::TextList;
    "labels" Labels 1..=1 Node -> Type::TextList;
    "last" Last 1..=1 List -> Type::Any;
    "left" Left 2..=2 Text -> Type::Text;
    "length" Length 1..=1 Path -> Type::Integer;
    "log" Log 1..=1 Number -> Type::Float;
    "log10" Log10 1..=1 Number -> Type::Float;
    "ltrim" LeftTrim 1..=1 Text -> Type::Text;
    "nodes" Nodes 1..=1 Path -> Type::AnyList;
    "pi" Pi 0..=0 Anything -> Type::Float;
    "properties" Properties 1..=1 Mapping -> Type::Map;
    "radians" Radians 1..=1 Number -> Type::Float;
    "rand" Rand 0..=0 Anything -> Type::Float;
    "range" Range 2..=3 Anything -> Type::AnyList;
    "relationships" Relationships 1..=1 Path -> Type::AnyList;
    "replace" Replace 3..=3 Text -> Type::Text;
    "reverse" Reverse 1..=1 Reversible -> Type::Any;
    "right" Right 2..=2 Text -> Type::Text;
    "round" Round 1..=1 Number -> Type::Float;
    "rtrim" RightTrim 1..=1 Text -> Type::Text;
    "sign" Sign 1..=1 Number -> Type::Integer;
    "sin" Sin 1..=1 Number -> Type::Float;
    "size" Size 1..=1 Sized -> Type::Integer;
    "split" Split 2..=2 Text -> Type::TextList;
    "sqrt" Sqrt 1..=1 Number -> Type::Float;
    "startNode" StartNode 1..=1 Relationship -> Type::Node;
    "substring" Substring 2..=3 Text -> Type::Text;
    "tail" Tail 1..=1 List -> Type::AnyList;
    "tan" Tan 1..=1 Number -> Type::Float;
    "toBoolean" ToBoolean 1..=1 Anything -> Type::Boolean;
    "toFloat" ToFloat 1..=1 Anything -> Type::Float;
    "toInteger" ToInteger 1..=1 Anything -> Type::Integer;
    "toLower" ToLower 1..=1 Text -> Type::Text;
    "toString" ToText 1..=1 Anything -> Type::Text;
    "toUpper" ToUpper 1..=1 Text -> Type::Text;
    "trim" Trim 1..=1 Text -> Type::Text;
    "type" Type 1..=1 Relationship -> Type::Text;
}

/// An aggregate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Aggregate {
    Count,
    Sum,
    Average,
    Least,
    Greatest,
    Collect,
    Deviation,
    DeviationOfAll,
    PercentileContinuous,
    PercentileDiscrete,
}

/// The aggregates and their names.
pub(crate) const AGGREGATES: [(&str, Aggregate); 10] = [
    ("count", Aggregate::Count),
    ("sum", Aggregate::Sum),
    ("avg", Aggregate::Average),
    ("min", Aggregate::Least),
    ("max", Aggregate::Greatest),
    ("collect", Aggregate::Collect),
    ("stDev", Aggregate::Deviation),
    ("stDevP", Aggregate::DeviationOfAll),
    ("percentileCont", Aggregate::PercentileContinuous),
    ("percentileDisc", Aggregate::PercentileDiscrete),
];

/// The names of all functions and aggregates.
pub fn functions() -> impl Iterator<Item = &'static str> {
    let functions = FUNCTIONS.iter().map(|signature| signature.name);
    functions.chain(AGGREGATES.iter().map(|(name, _)| *name))
}

/// The aggregate of that name, capital letters aside.
pub(crate) fn aggregate(name: &str) -> Option<Aggregate> {
    let mut all = AGGREGATES.iter();
    let found = all.find(|(known, _)| known.eq_ignore_ascii_case(name));
    found.map(|(_, aggregate)| *aggregate)
}

/// The function of that name, capital letters aside.
pub(crate) fn function(name: &str) -> Option<&'static Signature> {
    FUNCTIONS
        .iter()
        .find(|signature| signature.name.eq_ignore_ascii_case(name))
}

impl Function {
    /// Its value for these arguments.
    pub(crate) fn call(
        self,
        arguments: &[Value],
        context: &mut Context,
    ) -> Result<Value, QueryError> {
        let nothing = Value::Null;
        let argument = |turn: usize| arguments.get(turn).unwrap_or(&nothing);
        let first = argument(0);
        match self {
            Self::Coalesce => {
                let known = arguments.iter().find(|value| !value.is_null());
                return Ok(known.cloned().unwrap_or_default());
            }
            Self::Exists => return Ok(Value::Boolean(!first.is_null())),
            Self::E => return Ok(Value::Float(std::f64::consts::E)),
            Self::Pi => return Ok(Value::Float(std::f64::consts::PI)),
            Self::Rand => return Ok(Value::Float(context.random())),
            _ => {}
        }
        if arguments.iter().any(Value::is_null) {
            return Ok(Value::Null);
        }
        if let Some(function) = maths::by(self) {
            return maths::of(self, function, first);
        }
        match self {
            Self::Abs
            | Self::Sign
            | Self::Round
            | Self::Ceil
            | Self::Floor
            | Self::IsNan
            | Self::Atan2 => maths::number(self, first, argument(1)),
            Self::Range => list::range(arguments, context),
            Self::Head | Self::Last | Self::Tail => list::end(self, first, context),
            Self::Size | Self::IsEmpty => list::size(self, first),
            Self::Reverse => list::reverse(first, context),
            Self::ToBoolean | Self::ToFloat | Self::ToInteger | Self::ToText => {
                convert::to(self, first)
            }
            Self::Date | Self::DateTime => convert::time(self, first),
            Self::Split | Self::Replace | Self::Substring | Self::Left | Self::Right => {
                string::parts(self, arguments, context)
            }
            Self::ToLower | Self::ToUpper | Self::Trim | Self::LeftTrim | Self::RightTrim => {
                string::changed(self, first, context)
            }
            _ => of_graph::of(self, first, context),
        }
    }

    /// Its name.
    pub(crate) fn name(self) -> &'static str {
        let mut all = FUNCTIONS.iter();
        let found = all.find(|signature| signature.function == self);
        found.map_or("", |signature| signature.name)
    }

    /// The error of an argument that it cannot take.
    fn cannot_take(self, value: &Value) -> QueryError {
        QueryError::running(
            ErrorClass::Type,
            ErrorDetail::InvalidArgumentValue,
            format!("{}() cannot take {}", self.name(), value.type_name()),
        )
    }

    fn out_of_range(message: impl Into<String>) -> QueryError {
        QueryError::running(ErrorClass::Argument, ErrorDetail::NumberOutOfRange, message)
    }
}

pub(crate) use maths::{float, overflow};
