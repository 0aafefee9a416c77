//! Writing the modules.

use super::GATES;
use super::bound::Bound;
use super::lending::{Missing, borrowed, lender, lent};
use super::reach::{Parting, without};
use anyhow::{Context, Result};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use wasm_encoder::reencode::{Error, Reencode, RoundtripReencoder};
use wasm_encoder::{
    CodeSection, ConstExpr, DataSection, ElementSection, Elements, EntityType, ExportKind,
    ExportSection, Function, FunctionSection, GlobalSection, ImportSection, Instruction,
    MemorySection, Module, StartSection, TableSection, TypeSection,
};

/// What the parts call the first module when they import from it, and by its name in [`GATES`] each part
/// that comes before another; `web/src/platform/parts.rs` hands them over under these names.
const FIRST: &str = "first";

/// The table that Rust keeps its functions' addresses in.
const FUNCTIONS: u32 = 0;

/// A rest of memory shorter than this is not worth a segment of its own, in bytes.
const WORTH_A_SEGMENT: u32 = 16;

/// Writes functions by their numbers in another module.
struct Renumber(BTreeMap<u32, u32>);

impl Reencode for Renumber {
    type Error = Missing;

    fn function_index(&mut self, function: u32) -> Result<u32, Error<Self::Error>> {
        let number = self.0.get(&function).copied();
        number.ok_or(Error::UserError(Missing(function)))
    }
}

/// The module that the page begins with: all that stays, and for each gate a step through the table.
pub(super) fn first(bound: &Bound, parting: &Parting) -> Result<Vec<u8>> {
    let defined = bound.imported..count(&bound.functions);
    let steps = places_of_gates(bound, parting);
    let is_kept = |function: &u32| !moves(parting, *function) || steps.contains_key(function);
    let kept: Vec<u32> = defined.filter(is_kept).collect();
    let numbers = (0..bound.imported).chain(kept.iter().copied()).zip(0..);
    let mut renumber = Renumber(numbers.collect());
    let mut module = Module::new();
    module.section(&types(bound)?);
    let mut imports = ImportSection::new();
    if let Some(reader) = bound.imports.clone() {
        RoundtripReencoder.parse_import_section(&mut imports, reader)?;
    }
    module.section(&imports);
    module.section(&function_types(bound, &kept));
    module.section(&tables(bound, parting)?);
    let mut memories = MemorySection::new();
    if let Some(reader) = bound.memories.clone() {
        RoundtripReencoder.parse_memory_section(&mut memories, reader)?;
    }
    module.section(&memories);
    let mut globals = GlobalSection::new();
    if let Some(reader) = bound.globals.clone() {
        renumber.parse_global_section(&mut globals, reader)?;
    }
    module.section(&globals);
    module.section(&exports(bound, parting, &mut renumber)?);
    if let Some(function) = bound.start {
        module.section(&StartSection {
            function_index: renumber.function_index(function)?,
        });
    }
    module.section(&elements(bound, is_kept, &BTreeMap::new(), &mut renumber)?);
    let mut code = CodeSection::new();
    for function in &kept {
        match steps.get(function) {
            Some(place) => {
                code.function(&step(bound, *function, *place)?);
            }
            None => renumber.parse_function_body(&mut code, bound.body(*function)?.clone())?,
        }
    }
    module.section(&code);
    // What lies between two rests is a part's: no matter what stands there until it comes.
    module.section(&data(bound, |run| {
        let parts = parting.parts.iter();
        joined(parts.fold(vec![run], |left, part| without(left, &part.data)))
    }));
    Ok(module.finish())
}

/// The module of one part, by its number among those of the parting.
pub(super) fn part(bound: &Bound, parting: &Parting, number: usize) -> Result<Vec<u8>> {
    let part = &parting.parts[number];
    let borrowed = borrowed(bound, part)?;
    let numbers = borrowed.iter().chain(&part.functions).copied().zip(0..);
    let mut renumber = Renumber(numbers.collect());
    let mut module = Module::new();
    module.section(&types(bound)?);
    module.section(&imports(bound, parting, number, &borrowed)?);
    let functions: Vec<u32> = part.functions.iter().copied().collect();
    module.section(&function_types(bound, &functions));
    let mut exports = ExportSection::new();
    for function in lent(bound, parting, Some(number))? {
        let own = renumber.function_index(function)?;
        exports.export(&function_name(function), ExportKind::Func, own);
    }
    module.section(&exports);
    let is_placed =
        |function: &u32| part.functions.contains(function) && !part.gates.contains(function);
    let mut steps = places_of_gates(bound, parting);
    steps.retain(|function, _| part.gates.contains(function));
    module.section(&elements(bound, is_placed, &steps, &mut renumber)?);
    let mut code = CodeSection::new();
    for function in &functions {
        renumber.parse_function_body(&mut code, bound.body(*function)?.clone())?;
    }
    module.section(&code);
    // Nothing is joined here: what lies between has been in use for a while.
    module.section(&data(bound, |run| {
        let others = without(vec![run.clone()], &part.data);
        without(vec![run], &others)
    }));
    Ok(module.finish())
}

/// What a part takes from the modules that have come before it.
fn imports(
    bound: &Bound,
    parting: &Parting,
    number: usize,
    borrowed: &BTreeSet<u32>,
) -> Result<ImportSection> {
    let mut imports = ImportSection::new();
    for function in borrowed {
        let ty = function_type(bound, *function)?;
        let from = lender(parting, number, *function)?;
        let from = from.map_or(FIRST, |lender| GATES[lender].part);
        imports.import(from, &function_name(*function), EntityType::Function(ty));
    }
    for (number, table) in (0..).zip(bound.tables.clone().into_iter().flatten()) {
        let mut table = RoundtripReencoder.table_type(table?.ty)?;
        if number == FUNCTIONS {
            widen(&mut table, parting);
        }
        imports.import(FIRST, &table_name(number), EntityType::Table(table));
    }
    for memory in bound.memories.clone().into_iter().flatten() {
        let memory = RoundtripReencoder.memory_type(memory?)?;
        imports.import(FIRST, "memory", EntityType::Memory(memory));
    }
    for (number, global) in (0..).zip(bound.globals.clone().into_iter().flatten()) {
        let global = RoundtripReencoder.global_type(global?.ty)?;
        imports.import(FIRST, &global_name(number), EntityType::Global(global));
    }
    Ok(imports)
}

fn moves(parting: &Parting, function: u32) -> bool {
    let mut parts = parting.parts.iter();
    parts.any(|part| part.functions.contains(&function))
}

/// The places beyond the program's own table through which the gates are reached.
fn places_of_gates(bound: &Bound, parting: &Parting) -> BTreeMap<u32, u32> {
    let places = bound
        .elements
        .keys()
        .filter(|(table, _)| *table == FUNCTIONS)
        .map(|(_, place)| place + 1);
    let end = places.max().unwrap_or(0);
    let gates = parting.parts.iter().flat_map(|part| &part.gates).copied();
    gates.zip(end..).collect()
}

/// A function that passes its arguments on to what stands in a place of the table.
fn step(bound: &Bound, function: u32, place: u32) -> Result<Function> {
    let ty = function_type(bound, function)?;
    let types = bound.types.clone().context("a program without types")?;
    let group = types
        .into_iter()
        .nth(ty as usize)
        .context("a function of no type")??;
    let arguments = group
        .types()
        .next()
        .map_or(0, |ty| ty.unwrap_func().params().len());
    let mut function = Function::new([]);
    for argument in 0..u32::try_from(arguments)? {
        function.instruction(&Instruction::LocalGet(argument));
    }
    function.instruction(&Instruction::I32Const(place.cast_signed()));
    function.instruction(&Instruction::CallIndirect {
        type_index: ty,
        table_index: FUNCTIONS,
    });
    function.instruction(&Instruction::End);
    Ok(function)
}

fn types(bound: &Bound) -> Result<TypeSection> {
    let mut types = TypeSection::new();
    if let Some(reader) = bound.types.clone() {
        RoundtripReencoder.parse_type_section(&mut types, reader)?;
    }
    Ok(types)
}

fn function_type(bound: &Bound, function: u32) -> Result<u32> {
    bound
        .functions
        .get(function as usize)
        .copied()
        .with_context(|| format!("function {function} has no type"))
}

fn function_types(bound: &Bound, functions: &[u32]) -> FunctionSection {
    let mut section = FunctionSection::new();
    for function in functions {
        section.function(bound.functions[*function as usize]);
    }
    section
}

/// The tables, that of the functions with room for the gates.
fn tables(bound: &Bound, parting: &Parting) -> Result<TableSection> {
    let mut section = TableSection::new();
    for (number, table) in (0..).zip(bound.tables.clone().into_iter().flatten()) {
        let mut table = RoundtripReencoder.table_type(table?.ty)?;
        if number == FUNCTIONS {
            widen(&mut table, parting);
        }
        section.table(table);
    }
    Ok(section)
}

fn widen(table: &mut wasm_encoder::TableType, parting: &Parting) {
    let gates: usize = parting.parts.iter().map(|part| part.gates.len()).sum();
    let gates = gates as u64;
    table.minimum += gates;
    table.maximum = table.maximum.map(|maximum| maximum + gates);
}

/// What the program exports already, and what the parts need besides.
fn exports(bound: &Bound, parting: &Parting, renumber: &mut Renumber) -> Result<ExportSection> {
    let mut section = ExportSection::new();
    for export in &bound.exports {
        renumber.parse_export(&mut section, *export)?;
    }
    for function in lent(bound, parting, None)? {
        let number = renumber.function_index(function)?;
        section.export(&function_name(function), ExportKind::Func, number);
    }
    for (number, _) in (0..).zip(bound.tables.clone().into_iter().flatten()) {
        section.export(&table_name(number), ExportKind::Table, number);
    }
    for (number, _) in (0..).zip(bound.globals.clone().into_iter().flatten()) {
        section.export(&global_name(number), ExportKind::Global, number);
    }
    Ok(section)
}

/// The places of the tables whose functions are in a module, and those that it adds.
fn elements(
    bound: &Bound,
    is_here: impl Fn(&u32) -> bool,
    added: &BTreeMap<u32, u32>,
    renumber: &mut Renumber,
) -> Result<ElementSection> {
    let own = bound
        .elements
        .iter()
        .filter(|(_, function)| is_here(function));
    let added = added
        .iter()
        .map(|(function, place)| ((FUNCTIONS, *place), *function));
    let mut runs: Vec<(u32, u32, Vec<u32>)> = Vec::new();
    for ((table, place), function) in own
        .map(|(place, function)| (*place, *function))
        .chain(added)
    {
        let function = renumber.function_index(function)?;
        match runs.last_mut() {
            Some((of, start, run)) if *of == table && *start + count(run) == place => {
                run.push(function);
            }
            _ => runs.push((table, place, vec![function])),
        }
    }
    let mut section = ElementSection::new();
    for (table, place, functions) in runs {
        let table = (table != FUNCTIONS).then_some(table);
        let place = ConstExpr::i32_const(place.cast_signed());
        section.active(table, &place, Elements::Functions(functions.into()));
    }
    Ok(section)
}

/// What stands in memory from the start, as far as `part` leaves of each run.
fn data(bound: &Bound, part: impl Fn(Range<u32>) -> Vec<Range<u32>>) -> DataSection {
    let mut section = DataSection::new();
    for (place, bytes) in &bound.data {
        let whole = *place..*place + count(bytes);
        for run in part(whole) {
            let bytes = &bytes[(run.start - place) as usize..(run.end - place) as usize];
            let place = ConstExpr::i32_const(run.start.cast_signed());
            section.active(0, &place, bytes.iter().copied());
        }
    }
    section
}

/// Runs, with those that lie close together made one.
fn joined(runs: Vec<Range<u32>>) -> Vec<Range<u32>> {
    let mut joined: Vec<Range<u32>> = Vec::new();
    for run in runs {
        match joined.last_mut() {
            Some(last) if run.start < last.end + WORTH_A_SEGMENT => last.end = run.end,
            _ => joined.push(run),
        }
    }
    joined
}

fn count<T>(items: &[T]) -> u32 {
    u32::try_from(items.len()).unwrap_or(u32::MAX)
}

fn function_name(function: u32) -> String {
    format!("f{function}")
}

fn table_name(table: u32) -> String {
    format!("t{table}")
}

fn global_name(global: u32) -> String {
    format!("g{global}")
}
