//! What reaches what in a linked program.

use anyhow::{Context, Result};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use wasmparser::{
    DataKind, KnownCustom, Linking, Operator, Parser, Payload, RelocationEntry, RelocationType,
    SymbolInfo, TypeRef,
};

/// A function, or a constant or variable in memory, by its number among its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Node {
    Function(u32),
    Data(u32),
}

/// The linker's output, read.
#[derive(Default)]
pub(super) struct Linked {
    /// The name of each function.
    pub(super) names: BTreeMap<u32, String>,
    /// What each function and each piece of data refers to.
    pub(super) references: BTreeMap<Node, BTreeSet<Node>>,
    /// What is referred to by data without a name.
    pub(super) always: BTreeSet<Node>,
    /// Where each piece of data lies in memory, by its number.
    pub(super) places: BTreeMap<u32, Range<u32>>,
}

/// A piece of data, as ranges of the data section's bytes.
struct Piece {
    number: u32,
    bytes: Range<usize>,
}

/// The parts of the file by which relocations find what they belong to.
#[derive(Default)]
struct Sections<'a> {
    imported: u32,
    /// Which section, counted from 0, holds code and which data.
    code: (u32, usize),
    data: (u32, usize),
    bodies: Vec<Range<usize>>,
    /// For each data segment: its place in memory and its bytes' place in the file.
    segments: Vec<(u32, Range<usize>)>,
    symbols: Vec<SymbolInfo<'a>>,
    relocations: Vec<(u32, RelocationEntry)>,
}

impl Linked {
    /// Reads a program that was linked with `--emit-relocs`.
    pub(super) fn read(program: &[u8]) -> Result<Self> {
        let sections = Sections::read(program)?;
        let mut linked = Self::default();
        let mut pieces = Vec::new();
        for (number, symbol) in (0..).zip(&sections.symbols) {
            match symbol {
                SymbolInfo::Func {
                    index,
                    name: Some(name),
                    ..
                } => drop(linked.names.insert(*index, (*name).to_owned())),
                SymbolInfo::Data {
                    symbol: Some(defined),
                    ..
                } => {
                    let Some((place, bytes)) = sections.segments.get(defined.index as usize) else {
                        continue;
                    };
                    let start = bytes.start + defined.offset as usize;
                    linked.places.insert(
                        number,
                        place + defined.offset..place + defined.offset + defined.size,
                    );
                    pieces.push(Piece {
                        number,
                        bytes: start..start + defined.size as usize,
                    });
                }
                _ => {}
            }
        }
        pieces.sort_by_key(|piece| piece.bytes.start);
        for (section, relocation) in &sections.relocations {
            let Some(to) = sections.target(relocation) else {
                continue;
            };
            let offset = relocation.offset as usize;
            if *section == sections.code.0 {
                let from = sections.function_at(sections.code.1 + offset)?;
                linked.refer(Node::Function(from), to);
            } else if *section == sections.data.0 {
                let mut from = pieces_at(&pieces, sections.data.1 + offset).peekable();
                if from.peek().is_none() {
                    linked.always.insert(to);
                }
                for piece in from {
                    linked.refer(Node::Data(piece), to);
                }
            }
        }
        Ok(linked)
    }

    fn refer(&mut self, from: Node, to: Node) {
        self.references.entry(from).or_default().insert(to);
    }
}

/// The pieces, sorted by their start, that hold this byte. Pieces may overlap: linkers let short
/// texts end in longer ones.
fn pieces_at(pieces: &[Piece], byte: usize) -> impl Iterator<Item = u32> {
    let end = pieces.partition_point(|piece| piece.bytes.start <= byte);
    let longest = pieces
        .iter()
        .map(|piece| piece.bytes.len())
        .max()
        .unwrap_or(0);
    pieces[..end]
        .iter()
        .rev()
        .take_while(move |piece| piece.bytes.start + longest > byte)
        .filter(move |piece| piece.bytes.contains(&byte))
        .map(|piece| piece.number)
}

impl<'a> Sections<'a> {
    fn read(program: &'a [u8]) -> Result<Self> {
        let mut sections = Self::default();
        // Relocations name their section by its place in the file.
        let mut number = 0;
        for payload in Parser::new(0).parse_all(program) {
            let payload = payload?;
            match &payload {
                Payload::CodeSectionStart { range, .. } => sections.code = (number, range.start),
                Payload::DataSection(data) => sections.data = (number, data.range().start),
                _ => {}
            }
            let is_section = payload.as_section().is_some();
            sections.take(payload)?;
            number += u32::from(is_section);
        }
        Ok(sections)
    }

    fn take(&mut self, payload: Payload<'a>) -> Result<()> {
        match payload {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    self.imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => self.bodies.push(body.range()),
            Payload::DataSection(data) => {
                for segment in data {
                    let segment = segment?;
                    let DataKind::Active { offset_expr, .. } = segment.kind else {
                        continue;
                    };
                    let Operator::I32Const { value } = offset_expr.get_operators_reader().read()?
                    else {
                        continue;
                    };
                    let end = segment.range.end;
                    self.segments
                        .push((value.cast_unsigned(), end - segment.data.len()..end));
                }
            }
            Payload::CustomSection(custom) => match custom.as_known() {
                KnownCustom::Linking(linking) => {
                    for part in linking.subsections() {
                        if let Linking::SymbolTable(symbols) = part? {
                            self.symbols = symbols.into_iter().collect::<Result<_, _>>()?;
                        }
                    }
                }
                KnownCustom::Reloc(relocations) => {
                    for entry in relocations.entries() {
                        self.relocations.push((relocations.section_index(), entry?));
                    }
                }
                _ => {}
            },
            _ => {}
        }
        Ok(())
    }

    /// The function whose body holds this byte.
    fn function_at(&self, byte: usize) -> Result<u32> {
        let after = self.bodies.partition_point(|body| body.start <= byte);
        let body = after
            .checked_sub(1)
            .context("a relocation before any function")?;
        Ok(self.imported + u32::try_from(body)?)
    }

    /// What a relocation points to, if it is a function or data.
    fn target(&self, relocation: &RelocationEntry) -> Option<Node> {
        if relocation.ty == RelocationType::TypeIndexLeb {
            return None;
        }
        match self.symbols.get(relocation.index as usize)? {
            SymbolInfo::Func { index, .. } => Some(Node::Function(*index)),
            SymbolInfo::Data { .. } => Some(Node::Data(relocation.index)),
            _ => None,
        }
    }
}
