//! Patterns: nodes and the relationships between them.

use crate::query::{
    ast::{Direction, Expr, Length, Name, NodePattern, Pattern, RelationshipPattern},
    error::{ErrorClass, ErrorDetail, QueryError},
    lexer::Kind,
};

use super::{Parsed, Parser};

impl Parser<'_> {
    /// A pattern with or without a name for its path.
    pub(super) fn pattern(&mut self) -> Parsed<Pattern> {
        if self.at_variable() && self.is_sign_at(1, "=") {
            let variable = self.variable()?;
            self.next();
            return self.pattern_of_path(Some(variable));
        }
        self.pattern_of_path(None)
    }

    pub(super) fn pattern_of_path(&mut self, variable: Option<Name>) -> Parsed<Pattern> {
        self.nested(|this| this.path(variable))
    }

    fn path(&mut self, variable: Option<Name>) -> Parsed<Pattern> {
        let start = self.peek().span;
        self.refuse_shortest()?;
        let mut pattern = Pattern {
            variable,
            nodes: vec![self.node()?],
            relationships: Vec::new(),
            span: start,
        };
        while self.is_sign("-") || self.is_sign("<") {
            pattern.relationships.push(self.relationship()?);
            pattern.nodes.push(self.node()?);
            self.check_chain(pattern.nodes.len())?;
        }
        pattern.span = self.since(start);
        Ok(pattern)
    }

    fn refuse_shortest(&self) -> Parsed<()> {
        if !(self.is_word("shortestPath") || self.is_word("allShortestPaths")) {
            return Ok(());
        }
        Err(QueryError::at(
            self.peek().span,
            ErrorClass::Refused,
            ErrorDetail::NotSupported,
            "shortest paths are not supported; CALL whyweb.routes gives the shortest routes, or order paths by length(p)",
        ))
    }

    fn node(&mut self) -> Parsed<NodePattern> {
        self.expect_sign("(")?;
        let variable = self.optional_variable()?;
        let mut labels = Vec::new();
        while self.take_sign(":") {
            labels.push(self.name("a label")?);
        }
        let properties = self.properties()?;
        if !self.is_sign(")") {
            return Err(self.unexpected("`:` and a label, `{` and properties, or `)`", &[]));
        }
        self.next();
        Ok(NodePattern {
            variable,
            labels,
            properties,
        })
    }

    fn optional_variable(&mut self) -> Parsed<Option<Name>> {
        if self.at_variable() {
            return self.variable().map(Some);
        }
        Ok(None)
    }

    fn properties(&mut self) -> Parsed<Option<Expr>> {
        let token = self.peek();
        let kind = match token.kind {
            Kind::Sign("{") => self.map()?,
            Kind::Parameter => {
                return Err(QueryError::syntax(
                    token.span,
                    ErrorDetail::InvalidParameterUse,
                    "a parameter cannot stand for all properties; compare them one by one, {name: $name}",
                ));
            }
            _ => return Ok(None),
        };
        Ok(Some(Expr::new(kind, self.since(token.span))))
    }

    fn relationship(&mut self) -> Parsed<RelationshipPattern> {
        let left = self.take_sign("<");
        self.expect_sign("-")?;
        let mut relationship = RelationshipPattern {
            variable: None,
            types: Vec::new(),
            direction: Direction::Both,
            length: None,
            properties: None,
        };
        if self.take_sign("[") {
            self.relationship_detail(&mut relationship)?;
            self.expect_sign("]")?;
        }
        self.expect_sign("-")?;
        let right = self.take_sign(">");
        relationship.direction = match (left, right) {
            (true, false) => Direction::In,
            (false, true) => Direction::Out,
            _ => Direction::Both,
        };
        Ok(relationship)
    }

    fn relationship_detail(&mut self, relationship: &mut RelationshipPattern) -> Parsed<()> {
        relationship.variable = self.optional_variable()?;
        if self.take_sign(":") {
            loop {
                relationship.types.push(self.name("a relationship type")?);
                if !self.take_sign("|") {
                    break;
                }
                self.take_sign(":");
            }
        }
        if self.take_sign("*") {
            relationship.length = Some(self.length()?);
        }
        if self.is_sign("..") {
            return Err(QueryError::syntax(
                self.peek().span,
                ErrorDetail::InvalidRelationshipPattern,
                "a length begins with `*`",
            ));
        }
        relationship.properties = self.properties()?;
        if !self.is_sign("]") {
            return Err(self.unexpected("`:` and a type, `*` and a length, or `]`", &[]));
        }
        Ok(())
    }

    fn length(&mut self) -> Parsed<Length> {
        let least = self.bound()?;
        if !self.take_sign("..") {
            return Ok(Length {
                least: least.unwrap_or(1),
                most: least.unwrap_or(u32::MAX),
            });
        }
        let most = self.bound()?;
        Ok(Length {
            least: least.unwrap_or(1),
            most: most.unwrap_or(u32::MAX),
        })
    }

    fn bound(&mut self) -> Parsed<Option<u32>> {
        let token = self.peek();
        let Kind::Integer(number) = token.kind else {
            return match token.kind {
                Kind::Sign("-") => Err(QueryError::syntax(
                    token.span,
                    ErrorDetail::InvalidRelationshipPattern,
                    "a length is 0 or more",
                )),
                _ => Ok(None),
            };
        };
        self.next();
        Ok(Some(u32::try_from(number).unwrap_or(u32::MAX)))
    }

    pub(super) fn at_pattern(&self) -> bool {
        self.is_pattern_at(0)
    }

    /// Whether a node in brackets and then a relationship follow. Reads ahead without trying, so
    /// that brackets in brackets cost no more than they are long.
    pub(super) fn is_pattern_at(&self, by: usize) -> bool {
        if !self.is_sign_at(by, "(") {
            return false;
        }
        let is_name = |at: usize| matches!(self.ahead(at).kind, Kind::Word | Kind::Quoted);
        let mut at = by + 1;
        at += usize::from(is_name(at));
        while self.is_sign_at(at, ":") && is_name(at + 1) {
            at += 2;
        }
        if self.is_sign_at(at, "{") {
            at = self.behind_braces(at);
        }
        if !self.is_sign_at(at, ")") {
            return false;
        }
        at += 1;
        at += usize::from(self.is_sign_at(at, "<"));
        if !self.is_sign_at(at, "-") {
            return false;
        }
        let bracket = self.is_sign_at(at + 1, "[");
        let arrow = self.is_sign_at(at + 1, "-")
            && (self.is_sign_at(at + 2, "(") || self.is_sign_at(at + 2, ">"));
        bracket || arrow
    }

    fn behind_braces(&self, from: usize) -> usize {
        let mut depth = 0_usize;
        let mut at = from;
        loop {
            match self.ahead(at).kind {
                Kind::Sign("{") => depth += 1,
                Kind::Sign("}") => depth = depth.saturating_sub(1),
                Kind::End => return at,
                _ => {}
            }
            at += 1;
            if depth == 0 {
                return at;
            }
        }
    }
}
