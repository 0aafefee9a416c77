//! A link as a square code, for a phone or a tablet in the same room.

use std::fmt::Write as _;

use qrcodegen::{QrCode, QrCodeEcc};
use yew::prelude::*;

/// Blank squares around the code, which readers need.
const QUIET: i32 = 4;

/// The code; nothing for a link that is too long for one.
pub fn square_code(link: &str) -> Html {
    let Ok(code) = QrCode::encode_text(link, QrCodeEcc::Low) else {
        return html! {};
    };
    let side = code.size();
    let mut path = String::new();
    for y in 0..side {
        for x in (0..side).filter(|x| code.get_module(*x, y)) {
            // Writing to a text does not fail.
            let _ = write!(path, "M{x} {y}h1v1h-1z");
        }
    }
    let all = side + 2 * QUIET;
    html! {
        <svg class="square-code" viewBox={format!("-{QUIET} -{QUIET} {all} {all}")} role="img" aria-label="The link as a square code">
            <rect x={format!("-{QUIET}")} y={format!("-{QUIET}")} width={all.to_string()} height={all.to_string()} />
            <path d={path} />
        </svg>
    }
}
