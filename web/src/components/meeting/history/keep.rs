//! Keeping a version, and going back to one.

use whyweb_core::{
    command::VersionCommand,
    format::json,
    history::{kept, restoring},
    model::{Content, Incident, LARGEST_CONTENT, Moment, Version},
};

use crate::{
    drafts,
    platform::{clock, random},
    state::Desk,
};

/// Keeps the incident as it is under a name, or says why it cannot be.
pub fn keep(desk: &Desk, name: &str) -> Result<(), String> {
    let name = drafts::label(name)?;
    let text = json::write(&kept(&desk.snapshot().incident), None);
    let content = Content::new(&text).ok_or_else(|| {
        let most = LARGEST_CONTENT / 1024;
        format!(
            "A version holds at most {most} KB, and this incident has more. Export a file instead."
        )
    })?;
    let at = i64::try_from(clock::now()).ok();
    let at = at.and_then(Moment::from_unix_millis);
    let at = at.ok_or("The clock of this device is not set.")?;
    desk.act(VersionCommand::Add(Version {
        id: random::id(),
        name,
        at,
        content,
    }));
    Ok(())
}

/// The incident as a version holds it, or why it cannot be read.
pub fn read(version: &Version) -> Result<Incident, String> {
    let reading = json::read(version.content.as_str());
    reading
        .map(|reading| reading.incident)
        .map_err(|why| drafts::sentence(format!("this version cannot be read: {why}")))
}

/// Makes the incident what it was, as one step that can be undone; tells whether anything was done.
pub fn go_back(desk: &Desk, version: &Version) -> bool {
    let then = match read(version) {
        Ok(then) => then,
        Err(why) => {
            desk.warn(why);
            return false;
        }
    };
    let plan = restoring(&desk.snapshot().incident, &then);
    if plan.is_empty() {
        desk.say("It is like this already.", false);
        return false;
    }
    let commands = vec![VersionCommand::Restore(plan).into()];
    let is_done = desk.act_all(commands, Some(Vec::new()));
    if is_done {
        desk.say(format!("Back to “{}”.", version.name), true);
    }
    is_done
}
