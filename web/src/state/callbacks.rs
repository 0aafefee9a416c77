//! Callbacks that end at the desk: what components hand to fields and buttons.

use whyweb_core::command::Command;
use yew::Callback;

use super::Desk;

impl Desk {
    /// Does what is made of what it is told.
    pub fn doing<T: 'static, C: Into<Command>>(
        &self,
        make: impl Fn(T) -> C + 'static,
    ) -> Callback<T> {
        let desk = self.clone();
        Callback::from(move |told| {
            desk.act(make(told));
        })
    }

    /// Does what is made of what typed words read as; gives back why they cannot be read.
    pub fn taking<T: 'static, C: Into<Command>>(
        &self,
        read: impl Fn(&str) -> Result<T, String> + 'static,
        make: impl Fn(T) -> C + 'static,
    ) -> Callback<String, Result<(), String>> {
        let desk = self.clone();
        Callback::from(move |typed: String| {
            desk.act(make(read(&typed)?));
            Ok(())
        })
    }

    /// Does something and says so, with a way back.
    pub fn saying<C: Into<Command>>(
        &self,
        words: &'static str,
        make: impl Fn() -> C + 'static,
    ) -> Callback<()> {
        let desk = self.clone();
        Callback::from(move |()| {
            if desk.act(make()) {
                desk.say(words, true);
            }
        })
    }
}
