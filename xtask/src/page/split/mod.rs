//! Splitting the page's WebAssembly in parts, so that a first visit downloads what the start page needs
//! and the rest comes when a person asks for it.
//!
//! The page is one Rust program. Where the code that can come later begins, the program says
//! itself: every function of `whyweb_web::map`, of `whyweb_web::later` and of `whyweb_web::written` is a *gate*. What can be
//! reached through gates only, functions and constants alike, moves into the part that the gates stand
//! before: behind the map's gates what an open incident needs, behind the later ones the rest but written queries. The parts
//! come in that order, so each can use all that came before it. All share one memory and one table, so
//! nothing is copied between them and a value made in one can be used and dropped in another.
//!
//! What reaches what is read from the relocations that the linker leaves in the program (`linked`);
//! so it is exact, and a function whose address is stored anywhere counts as reached by whatever
//! reaches that place. What is split is what wasm-bindgen has made of it (`bound`); the two know the
//! same functions by the same names. In the first part each gate becomes a call through a place in
//! the table which is empty until the gate's part, when it comes, puts its functions there.
//!
//! Source: the same idea as Emscripten's module splitting and
//! <https://github.com/jbms/wasm-split-prototype>, reduced to what one page needs whose parts come in order.

mod bound;
mod lending;
mod linked;
mod modules;
mod reach;

use anyhow::{Result, ensure};

/// Where a part begins, and what it is called.
pub(super) struct Gates {
    /// What the part is called, in the page's head and in its file's name.
    pub(super) part: &'static str,
    /// The module of the page that its gates are the functions of.
    module: &'static str,
}

/// The parts that come when they are asked for, in the order in which they come.
pub(super) const GATES: [Gates; 3] = [
    Gates {
        part: "whyweb-map",
        module: "whyweb_web::map::",
    },
    Gates {
        part: "whyweb-later",
        module: "whyweb_web::later::",
    },
    Gates {
        part: "whyweb-query",
        module: "whyweb_web::written::",
    },
];

/// The page's program in modules: what the page begins with, then those of [`GATES`].
pub(super) struct Modules {
    pub(super) first: Vec<u8>,
    pub(super) parts: Vec<Vec<u8>>,
}

/// Splits a program at its gates. `linked` is the linker's output with its relocations, `bound` the
/// same program after wasm-bindgen.
pub(super) fn split(linked: &[u8], bound: &[u8]) -> Result<Modules> {
    let linked = linked::Linked::read(linked)?;
    let bound = bound::Bound::read(bound)?;
    let parting = reach::Parting::at(&GATES.each_ref().map(is_gate), &linked, &bound);
    for (gates, part) in GATES.iter().zip(&parting.parts) {
        ensure!(
            !part.gates.is_empty(),
            "the program has no gate {}…",
            gates.module
        );
    }
    let parts = 0..parting.parts.len();
    Ok(Modules {
        first: modules::first(&bound, &parting)?,
        parts: parts
            .map(|number| modules::part(&bound, &parting, number))
            .collect::<Result<_>>()?,
    })
}

/// Whether a function stands directly in the module of these gates.
fn is_gate(gates: &Gates) -> impl Fn(&str) -> bool + use<> {
    let module = gates.module;
    move |name| {
        let name = format!("{:#}", rustc_demangle::demangle(name));
        name.strip_prefix(module)
            .is_some_and(|rest| rest.chars().all(|c| c.is_alphanumeric() || c == '_'))
    }
}

#[cfg(test)]
mod tests {
    use super::{GATES, is_gate};

    #[test]
    fn gates_are_functions_directly_in_their_module() {
        let [is_map, is_later, is_written] = GATES.each_ref().map(is_gate);
        let later = "_ZN10whyweb_web5later6window17h0123456789abcdefE";
        assert!(is_later(later) && !is_map(later) && !is_written(later));
        assert!(is_map("_ZN10whyweb_web3map4room17h0123456789abcdefE"));
        assert!(!is_later(
            "_ZN10whyweb_web5later6window28_$u7b$$u7b$closure$u7d$$u7d$17h0123456789abcdefE"
        ));
        assert!(!is_later(
            "_ZN10whyweb_web8platform5later4load17h0123456789abcdefE"
        ));
    }
}
