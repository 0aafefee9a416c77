//! What holds for whatever comes from outside. Each target lets a fuzzer make something up and holds
//! one of these against it.

pub mod document;
pub mod query;
