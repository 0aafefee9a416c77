//! The page. It draws what the engine says and hands it what people do; it decides nothing about
//! causes itself.

#![allow(
    unreachable_pub,
    reason = "the modules of a binary are public for each other only"
)]

mod acts;
mod answers;
mod api;
mod app;
mod components;
mod drafts;
mod effects;
mod hooks;
mod later;
mod map;
mod opened;
mod platform;
mod route;
mod state;
mod written;

fn main() {
    platform::dom::show_panics();
    effects::theme::apply();
    platform::in_step::keep();
    if route::Route::parse(&platform::hash::get()) != route::Route::Start {
        platform::parts::foresee_map();
    }
    match platform::dom::by_id("whyweb") {
        Some(root) => yew::Renderer::<app::App>::with_root(root.into()).render(),
        None => yew::Renderer::<app::App>::new().render(),
    };
}
