//! Splitting the page's WebAssembly in two, so that a first visit downloads what the map needs and
//! the rest comes when a person asks for it.
//!
//! The page is one Rust program. Where the code that can come later begins, the program says
//! itself: every function of `whyweb_web::later` is a *gate*. What can be reached through gates only,
//! functions and constants alike, moves into a second module. Both share one memory and one table, so
//! nothing is copied between them and a value made on one side can be used and dropped on the other.
//!
//! What reaches what is read from the relocations that the linker leaves in the program (`linked`);
//! so it is exact, and a function whose address is stored anywhere counts as reached by whatever
//! reaches that place. What is split is what wasm-bindgen has made of it (`bound`); the two know the
//! same functions by the same names. In the first module each gate becomes a call through a place in
//! the table which is empty until the second module, when it comes, puts its functions there.
//!
//! Source: the same idea as Emscripten's module splitting and
//! <https://github.com/jbms/wasm-split-prototype>, reduced to what one page with one second half needs.

mod bound;
mod halves;
mod linked;
mod reach;

use anyhow::{Result, ensure};

/// What gates are named after: functions directly in this module of the page.
const GATES: &str = "whyweb_web::later::";

/// The page's program in two modules.
pub(super) struct Halves {
    /// What the page begins with.
    pub(super) first: Vec<u8>,
    /// What comes when it is asked for.
    pub(super) later: Vec<u8>,
}

/// Splits a program at its gates. `linked` is the linker's output with its relocations, `bound` the
/// same program after wasm-bindgen.
pub(super) fn split(linked: &[u8], bound: &[u8]) -> Result<Halves> {
    let linked = linked::Linked::read(linked)?;
    let bound = bound::Bound::read(bound)?;
    let parting = reach::Parting::at(is_gate, &linked, &bound);
    ensure!(
        !parting.gates.is_empty(),
        "the program has no gate {GATES}…"
    );
    Ok(Halves {
        first: halves::first(&bound, &parting)?,
        later: halves::later(&bound, &parting)?,
    })
}

fn is_gate(name: &str) -> bool {
    let name = format!("{:#}", rustc_demangle::demangle(name));
    name.strip_prefix(GATES)
        .is_some_and(|rest| rest.chars().all(|c| c.is_alphanumeric() || c == '_'))
}

#[cfg(test)]
mod tests {
    use super::is_gate;

    #[test]
    fn gates_are_functions_directly_in_their_module() {
        assert!(is_gate("_ZN10whyweb_web5later6window17h0123456789abcdefE"));
        assert!(!is_gate(
            "_ZN10whyweb_web5later6window28_$u7b$$u7b$closure$u7d$$u7d$17h0123456789abcdefE"
        ));
        assert!(!is_gate(
            "_ZN10whyweb_web8platform5later4load17h0123456789abcdefE"
        ));
    }
}
