//! The real incidents that come with the page.

use yew::prelude::*;

use crate::{effects::examples::EXAMPLES, route::Route};

/// The examples as cards.
pub fn examples() -> Html {
    html! {
        <section class="start-part" aria-labelledby="examples-title">
            <h2 id="examples-title">{ "Learn from a real incident" }</h2>
            <p class="purpose">{ "Eight published postmortems as maps. Open one, follow its links, change what you like: it becomes your own copy." }</p>
            <ul class="examples" data-opens="">
                { for EXAMPLES.iter().map(|example| {
                    let href = format!("#{}", Route::Example(example.name.to_owned()).hash());
                    html! {
                        <li key={example.name}>
                            <a {href}>
                                <strong>{ example.title }</strong>
                                <span class="year">{ example.year }</span>
                                <span class="hint">{ example.hint }</span>
                            </a>
                        </li>
                    }
                }) }
            </ul>
        </section>
    }
}
