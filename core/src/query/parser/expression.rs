//! Expressions by the strength of their operators: V. R. Pratt, *Top down operator precedence*
//! (1973).

use crate::query::{
    ast::{Expr, ExprKind, Operator},
    depth::DEEPEST_TREE,
    error::{ErrorClass, ErrorDetail, QueryError, Span},
    lexer::{Kind, too_large},
};

use super::{Parsed, Parser};

/// How strongly operators hold their operands, weakest first.
mod strength {
    pub(super) const OR: u8 = 1;
    pub(super) const XOR: u8 = 2;
    pub(super) const AND: u8 = 3;
    pub(super) const NOT: u8 = 4;
    pub(super) const COMPARISON: u8 = 5;
    pub(super) const PREDICATE: u8 = 6;
    pub(super) const SUM: u8 = 7;
    pub(super) const PRODUCT: u8 = 8;
    pub(super) const POWER: u8 = 9;
}

/// An operator between operands, its strength, and how many tokens it takes.
struct Infix {
    operator: Operator,
    strength: u8,
    tokens: usize,
}

impl Parser<'_> {
    pub(super) fn expression(&mut self) -> Parsed<Expr> {
        let expression = self.nested(|this| this.operation(0))?;
        if expression.depth > DEEPEST_TREE {
            return Err(QueryError::at(
                expression.span,
                ErrorClass::Limit,
                ErrorDetail::TooLarge,
                format!("an expression goes at most {DEEPEST_TREE} deep; take it apart by WITH"),
            ));
        }
        Ok(expression)
    }

    /// Operands and the operators between them that hold stronger than the one before.
    fn operation(&mut self, above: u8) -> Parsed<Expr> {
        let mut left = self.operand()?;
        let mut is_compared = false;
        let mut length = 0;
        loop {
            if above < strength::PREDICATE
                && let Some(tested) = self.null_test(&mut left)?
            {
                left = tested;
                is_compared = false;
            } else {
                let Some(infix) = self.infix().filter(|infix| infix.strength > above) else {
                    return Ok(left);
                };
                self.at += infix.tokens;
                let right = self.operation(infix.strength)?;
                let compares = infix.strength == strength::COMPARISON;
                left = join(left, &infix, right, compares && is_compared);
                is_compared = compares;
            }
            length += 1;
            self.check_chain(length)?;
        }
    }

    fn operand(&mut self) -> Parsed<Expr> {
        let start = self.peek().span;
        if self.is_word("NOT") {
            return self.negation(start);
        }
        if self.is_sign("-") || self.is_sign("+") {
            return self.nested(|this| this.signed(start));
        }
        self.postfix()
    }

    fn negation(&mut self, start: Span) -> Parsed<Expr> {
        let mut times = 0;
        while self.take_word("NOT") {
            times += 1;
        }
        self.check_chain(times)?;
        let mut value = self.operation(strength::NOT)?;
        for _ in 0..times {
            value = Expr::new(ExprKind::Not(Box::new(value)), self.since(start));
        }
        Ok(value)
    }

    fn signed(&mut self, start: Span) -> Parsed<Expr> {
        let minus = self.is_sign("-");
        self.next();
        if minus && let Kind::Integer(size) = self.peek().kind {
            // The smallest integer has no positive twin.
            let span = start.to(self.peek().span);
            let number = 0_i64.checked_sub_unsigned(size);
            let number = number.ok_or_else(|| too_large(span))?;
            self.next();
            let number = Expr::new(ExprKind::Integer(number), span);
            return self.postfix_of(number);
        }
        let value = self.operand()?;
        let value = Box::new(value);
        let kind = if minus {
            ExprKind::Negate(value)
        } else {
            ExprKind::Plus(value)
        };
        Ok(Expr::new(kind, self.since(start)))
    }

    fn null_test(&mut self, left: &mut Expr) -> Parsed<Option<Expr>> {
        if !self.is_word("IS") {
            return Ok(None);
        }
        self.next();
        let negated = self.take_word("NOT");
        self.expect_word("NULL")?;
        let span = self.since(left.span);
        let nothing = Expr::new(ExprKind::Null, span);
        let tested = Box::new(std::mem::replace(left, nothing));
        Ok(Some(Expr::new(ExprKind::IsNull(tested, !negated), span)))
    }

    fn infix(&self) -> Option<Infix> {
        let token = self.peek();
        let (operator, strength, tokens) = match token.kind {
            Kind::Sign(sign) => {
                let (operator, strength) = sign_operator(sign)?;
                (operator, strength, 1)
            }
            Kind::Word => self.word_operator()?,
            _ => return None,
        };
        Some(Infix {
            operator,
            strength,
            tokens,
        })
    }

    fn word_operator(&self) -> Option<(Operator, u8, usize)> {
        const WORDS: [(&str, Operator, u8); 5] = [
            ("OR", Operator::Or, strength::OR),
            ("XOR", Operator::Xor, strength::XOR),
            ("AND", Operator::And, strength::AND),
            ("IN", Operator::In, strength::PREDICATE),
            ("CONTAINS", Operator::Contains, strength::PREDICATE),
        ];
        let found = WORDS.iter().find(|(word, ..)| self.is_word(word));
        if let Some((_, operator, strength)) = found {
            return Some((*operator, *strength, 1));
        }
        let with = |word: &str| self.is_word(word) && self.is_word_at(1, "WITH");
        if with("STARTS") {
            Some((Operator::StartsWith, strength::PREDICATE, 2))
        } else if with("ENDS") {
            Some((Operator::EndsWith, strength::PREDICATE, 2))
        } else {
            None
        }
    }

    /// An operand with whatever is asked of it: properties, items, labels.
    fn postfix(&mut self) -> Parsed<Expr> {
        let atom = self.atom()?;
        self.postfix_of(atom)
    }

    fn postfix_of(&mut self, mut value: Expr) -> Parsed<Expr> {
        let start = value.span;
        let mut length = 0;
        loop {
            let inner = Box::new(value);
            let kind = if self.is_sign(".") {
                self.next();
                ExprKind::Property(inner, self.name("the name of a property")?)
            } else if self.take_sign("[") {
                let kind = self.index(inner)?;
                self.expect_sign("]")?;
                kind
            } else if self.is_sign(":") {
                let mut labels = Vec::new();
                while self.take_sign(":") {
                    labels.push(self.name("a label")?);
                }
                ExprKind::HasLabels(inner, labels)
            } else {
                self.refuse_regex()?;
                return Ok(*inner);
            };
            value = Expr::new(kind, self.since(start));
            length += 1;
            self.check_chain(length)?;
        }
    }

    fn refuse_regex(&self) -> Parsed<()> {
        if !self.is_sign("=~") {
            return Ok(());
        }
        Err(QueryError::at(
            self.peek().span,
            ErrorClass::Refused,
            ErrorDetail::NotSupported,
            "regular expressions are not supported; use CONTAINS, STARTS WITH or ENDS WITH",
        ))
    }

    fn index(&mut self, list: Box<Expr>) -> Parsed<ExprKind> {
        if self.take_sign("..") {
            let end = self.slice_end()?;
            return Ok(ExprKind::Slice(list, None, end));
        }
        let first = self.expression()?;
        if self.take_sign("..") {
            let end = self.slice_end()?;
            return Ok(ExprKind::Slice(list, Some(Box::new(first)), end));
        }
        Ok(ExprKind::Index(list, Box::new(first)))
    }

    fn slice_end(&mut self) -> Parsed<Option<Box<Expr>>> {
        if self.is_sign("]") {
            return Ok(None);
        }
        self.expression().map(|end| Some(Box::new(end)))
    }
}

fn sign_operator(sign: &str) -> Option<(Operator, u8)> {
    Some(match sign {
        "=" => (Operator::Equal, strength::COMPARISON),
        "<>" => (Operator::Unequal, strength::COMPARISON),
        "<" => (Operator::Less, strength::COMPARISON),
        "<=" => (Operator::AtMost, strength::COMPARISON),
        ">" => (Operator::Greater, strength::COMPARISON),
        ">=" => (Operator::AtLeast, strength::COMPARISON),
        "+" => (Operator::Add, strength::SUM),
        "-" => (Operator::Subtract, strength::SUM),
        "*" => (Operator::Multiply, strength::PRODUCT),
        "/" => (Operator::Divide, strength::PRODUCT),
        "%" => (Operator::Remainder, strength::PRODUCT),
        "^" => (Operator::Power, strength::POWER),
        _ => return None,
    })
}

/// Puts an operator between its operands. `a < b < c` says that both hold: what is compared already,
/// without brackets around it, becomes a chain.
fn join(left: Expr, infix: &Infix, right: Expr, is_chain: bool) -> Expr {
    let span = left.span.to(right.span);
    let operator = infix.operator;
    let kind = match left.kind {
        ExprKind::Binary(first, a, b) if is_chain => {
            ExprKind::Chain(vec![*a, *b, right], vec![first, operator])
        }
        ExprKind::Chain(mut operands, mut operators) if is_chain => {
            operands.push(right);
            operators.push(operator);
            ExprKind::Chain(operands, operators)
        }
        _ => ExprKind::Binary(operator, Box::new(left), Box::new(right)),
    };
    Expr::new(kind, span)
}
