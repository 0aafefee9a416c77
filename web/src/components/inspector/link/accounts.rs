//! Accounts of a link that disagree, kept side by side until one is settled.

use std::sync::Arc;

use whyweb_core::{
    command::{AccountCommand, Command},
    model::{Account, AccountId, Link, Subject},
};
use yew::prelude::*;

use super::account_form::{AccountForm, AccountRead};
use crate::{
    components::{
        inspector::{evidence::EvidenceSection, parts::section},
        primitives::{Button, glyph::REMOVE},
    },
    hooks::use_value,
    platform::random,
    state::{Desk, use_desk, use_shown},
};

#[derive(Properties, PartialEq)]
pub struct AccountsProps {
    /// Which link.
    pub link: Arc<Link>,
}

/// The accounts of a link.
#[component]
pub fn Accounts(props: &AccountsProps) -> Html {
    let (desk, shown) = (use_desk(), use_shown());
    let is_typing = use_value(false);
    let editing = use_value(None::<AccountId>);
    let accounts = shown.incident.accounts_of(&props.link.id);
    let on_done = {
        let (desk, link, is_typing) = (desk.clone(), props.link.id.clone(), is_typing.setter());
        Callback::from(move |read: AccountRead| {
            is_typing.set(false);
            desk.act(AccountCommand::Add(Account {
                id: random::id(),
                link: link.clone(),
                by: read.by,
                text: read.text,
                test: read.test,
                order: 0,
            }));
        })
    };
    let open = {
        let is_typing = is_typing.setter();
        Callback::from(move |()| is_typing.set(true))
    };
    let on_cancel = {
        let is_typing = is_typing.setter();
        Callback::from(move |()| is_typing.set(false))
    };
    let hint = (accounts.is_empty() && !*is_typing)
        .then_some("When people tell it differently, keep what each says and settle it later.");
    let inside = html! {
        <>
            <ul class="evidence">
                { for accounts.iter().map(|account| match &*editing {
                    Some(id) if *id == account.id => edited(account, &desk, &editing.setter()),
                    _ => item(account, &desk, &editing.setter()),
                }) }
            </ul>
            if *is_typing {
                <AccountForm {on_done} {on_cancel} />
            } else {
                { Button::new("Add an account", open).class("quiet add").view() }
            }
        </>
    };
    section("Accounts", accounts.len(), hint, inside)
}

/// An account whose words are being changed.
fn edited(
    account: &Arc<Account>,
    desk: &Desk,
    editing: &UseStateSetter<Option<AccountId>>,
) -> Html {
    let on_done = {
        let (desk, id, editing) = (desk.clone(), account.id.clone(), editing.clone());
        Callback::from(move |read: AccountRead| {
            let commands = [
                AccountCommand::SetText(id.clone(), read.text),
                AccountCommand::SetBy(id.clone(), read.by),
                AccountCommand::SetTest(id.clone(), read.test),
            ];
            desk.act_all(commands.map(Command::from).to_vec(), None);
            editing.set(None);
        })
    };
    let on_cancel = {
        let editing = editing.clone();
        Callback::from(move |()| editing.set(None))
    };
    html! {
        <li key={account.id.as_str()}>
            <AccountForm start={Arc::clone(account)} {on_done} {on_cancel} />
        </li>
    }
}

/// One account: who says what, and the answer that gives.
fn item(account: &Account, desk: &Desk, editing: &UseStateSetter<Option<AccountId>>) -> Html {
    let change = {
        let (id, editing) = (account.id.clone(), editing.clone());
        Callback::from(move |()| editing.set(Some(id.clone())))
    };
    let act = |command: fn(AccountId) -> AccountCommand, words: &'static str| {
        let id = account.id.clone();
        desk.saying(words, move || command(id.clone()))
    };
    let by = account.by.as_ref().map(ToString::to_string);
    html! {
        <li key={account.id.as_str()} class="piece">
            <div class="piece-words">
                <p class="piece-text">{ account.text.to_string() }</p>
                <p class="piece-about">
                    if let Some(by) = by { { by }{ " · " } }
                    <span data-test={account.test.word()}>{ account.test.word() }</span>
                    { " · " }
                    { Button::new("Change the account", change).class("quiet link").says("Change").view() }
                    { " · " }
                    { Button::new("Settle on this", act(AccountCommand::Settle, "Settled. The link takes this answer; what each account says is kept as evidence.")).class("quiet link").view() }
                </p>
                <EvidenceSection about={Subject::Account(account.id.clone())} bare={true} />
            </div>
            <span class="ref-tools">
                { Button::new("Remove this account", act(AccountCommand::Remove, "Removed the account.")).class("quiet small").glyph(REMOVE).view() }
            </span>
        </li>
    }
}
