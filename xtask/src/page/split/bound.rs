//! A program as wasm-bindgen leaves it.

use anyhow::{Context, Result, bail};
use std::collections::{BTreeMap, BTreeSet};
use wasmparser::{
    self, ConstExpr, DataKind, ElementItems, ElementKind, ExternalKind, FunctionBody, KnownCustom,
    Name, Operator, Parser, Payload,
};

/// The sections of the program, read as far as splitting needs it.
#[derive(Default)]
pub(super) struct Bound<'a> {
    pub(super) types: Option<wasmparser::TypeSectionReader<'a>>,
    pub(super) imports: Option<wasmparser::ImportSectionReader<'a>>,
    pub(super) tables: Option<wasmparser::TableSectionReader<'a>>,
    pub(super) memories: Option<wasmparser::MemorySectionReader<'a>>,
    pub(super) globals: Option<wasmparser::GlobalSectionReader<'a>>,
    pub(super) exports: Vec<wasmparser::Export<'a>>,
    pub(super) start: Option<u32>,
    /// The type of each function, the imported first.
    pub(super) functions: Vec<u32>,
    /// How many functions are imported.
    pub(super) imported: u32,
    pub(super) bodies: Vec<FunctionBody<'a>>,
    /// Which function stands in which place of which table.
    pub(super) elements: BTreeMap<(u32, u32), u32>,
    /// What stands in memory from the start: each run of bytes by its place.
    pub(super) data: Vec<(u32, &'a [u8])>,
    pub(super) names: BTreeMap<u32, &'a str>,
}

impl<'a> Bound<'a> {
    pub(super) fn read(program: &'a [u8]) -> Result<Self> {
        let mut bound = Self::default();
        for payload in Parser::new(0).parse_all(program) {
            bound.take(payload?)?;
        }
        Ok(bound)
    }

    fn take(&mut self, payload: Payload<'a>) -> Result<()> {
        match payload {
            Payload::TypeSection(types) => self.types = Some(types),
            Payload::ImportSection(imports) => {
                for import in imports.clone().into_imports() {
                    if let wasmparser::TypeRef::Func(ty) = import?.ty {
                        self.functions.push(ty);
                        self.imported += 1;
                    }
                }
                self.imports = Some(imports);
            }
            Payload::FunctionSection(functions) => {
                for ty in functions {
                    self.functions.push(ty?);
                }
            }
            Payload::TableSection(tables) => self.tables = Some(tables),
            Payload::MemorySection(memories) => self.memories = Some(memories),
            Payload::GlobalSection(globals) => self.globals = Some(globals),
            Payload::ExportSection(exports) => {
                self.exports = exports.into_iter().collect::<Result<_, _>>()?;
            }
            Payload::StartSection { func, .. } => self.start = Some(func),
            Payload::ElementSection(elements) => {
                for element in elements {
                    self.take_element(element?)?;
                }
            }
            Payload::CodeSectionEntry(body) => self.bodies.push(body),
            Payload::DataSection(data) => {
                for segment in data {
                    let segment = segment?;
                    let DataKind::Active {
                        memory_index: 0,
                        offset_expr,
                    } = segment.kind
                    else {
                        bail!("a data segment that is not put into memory at the start");
                    };
                    self.data.push((constant(&offset_expr)?, segment.data));
                }
            }
            Payload::TagSection(_) => bail!("exceptions are not expected in this program"),
            Payload::CustomSection(custom) => {
                if let KnownCustom::Name(names) = custom.as_known() {
                    self.take_names(names)?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn take_element(&mut self, element: wasmparser::Element<'a>) -> Result<()> {
        let (
            ElementKind::Active {
                table_index,
                offset_expr,
            },
            ElementItems::Functions(functions),
        ) = (element.kind, element.items)
        else {
            bail!("a segment of the table that is not a plain list of functions");
        };
        let place = constant(&offset_expr)?;
        for (place, function) in (place..).zip(functions) {
            self.elements
                .insert((table_index.unwrap_or(0), place), function?);
        }
        Ok(())
    }

    fn take_names(&mut self, names: wasmparser::NameSectionReader<'a>) -> Result<()> {
        for part in names {
            if let Name::Function(functions) = part? {
                for named in functions {
                    let named = named?;
                    self.names.insert(named.index, named.name);
                }
            }
        }
        Ok(())
    }

    /// The functions that the browser calls: by a name, or at the start.
    pub(super) fn called_from_outside(&self) -> impl Iterator<Item = u32> {
        let exported = self
            .exports
            .iter()
            .filter(|export| export.kind == ExternalKind::Func)
            .map(|export| export.index);
        exported.chain(self.start)
    }

    /// The functions that this one calls by their number, or takes a reference to.
    pub(super) fn called_by(&self, function: u32) -> Result<BTreeSet<u32>> {
        let mut called = BTreeSet::new();
        for operator in self.body(function)?.get_operators_reader()? {
            match operator? {
                Operator::Call { function_index }
                | Operator::ReturnCall { function_index }
                | Operator::RefFunc { function_index } => drop(called.insert(function_index)),
                _ => {}
            }
        }
        Ok(called)
    }

    /// The code of a function that is not imported.
    pub(super) fn body(&self, function: u32) -> Result<&FunctionBody<'a>> {
        function
            .checked_sub(self.imported)
            .and_then(|place| self.bodies.get(place as usize))
            .with_context(|| format!("function {function} has no code"))
    }
}

fn constant(expression: &ConstExpr) -> Result<u32> {
    match expression.get_operators_reader().read()? {
        Operator::I32Const { value } => Ok(value.cast_unsigned()),
        other => bail!("a place that is not a plain number: {other:?}"),
    }
}
