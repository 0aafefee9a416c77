//! The field's text once more, unseen behind it: it gives the field its height, the caret its place
//! in the window, and what is wrong its underline.

use whyweb_core::query::Span;
use yew::prelude::*;

use super::offers::CARET;

/// The mirror of a text with its caret and, where there is one, its wrong stretch; both in bytes.
pub fn mirror(text: &str, caret: usize, wrong: Option<Span>) -> Html {
    let wrong = wrong.map_or((0, 0), |span| (span.start, span.end));
    let mut cuts = [0, wrong.0, wrong.1, caret, text.len()];
    cuts.sort_unstable();
    let pieces = cuts.windows(2).map(|cut| {
        let &[from, to] = cut else { return html! {} };
        let words = text.get(from..to).unwrap_or_default().to_owned();
        let is_wrong = wrong.0 <= from && to <= wrong.1 && from < to;
        html! {
            <>
                if is_wrong { <mark>{ words }</mark> } else { { words } }
                if to == caret && from < to { <span id={CARET}></span> }
            </>
        }
    });
    let first = (caret == 0).then(|| html! { <span id={CARET}></span> });
    // The last line stands even while it is empty.
    html! { <pre class="query-mirror" aria-hidden="true">{ first }{ for pieces }{ "\u{200b}" }</pre> }
}
