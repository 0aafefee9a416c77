//! The real incidents that come with the page.

use whyweb_core::engine::Engine;

use super::library;
use crate::{
    later,
    platform::{
        Failure,
        file::{self, TextFile},
        parts,
        store::Store,
    },
};

/// An example as the start page lists it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Example {
    /// The stem of its file in `examples/`.
    pub name: &'static str,
    /// What it is called.
    pub title: &'static str,
    /// When it happened.
    pub year: &'static str,
    /// What to look at in it, in a few words.
    pub hint: &'static str,
}

/// All examples, the best to begin with first.
pub const EXAMPLES: [Example; 8] = [
    Example {
        name: "gitlab-2017",
        title: "GitLab.com database outage",
        year: "2017",
        hint: "A slip at a late hour, and five backups of which none worked",
    },
    Example {
        name: "cloudflare-2019",
        title: "Cloudflare WAF rule outage",
        year: "2019",
        hint: "One pattern, every machine at once",
    },
    Example {
        name: "aws-s3-2017",
        title: "Amazon S3 disruption in US-EAST-1",
        year: "2017",
        hint: "A command with a wider reach than anyone knew",
    },
    Example {
        name: "github-2018",
        title: "GitHub database failover",
        year: "2018",
        hint: "43 seconds apart, 24 hours to mend",
    },
    Example {
        name: "facebook-2021",
        title: "Facebook backbone outage",
        year: "2021",
        hint: "The tools for repair went down with the network",
    },
    Example {
        name: "crowdstrike-2024",
        title: "CrowdStrike content update",
        year: "2024",
        hint: "Content that skipped the care given to code",
    },
    Example {
        name: "ariane-501",
        title: "Ariane 5 flight 501",
        year: "1996",
        hint: "Software that had worked, in a rocket it was not made for",
    },
    Example {
        name: "mars-climate-orbiter-1999",
        title: "Mars Climate Orbiter",
        year: "1999",
        hint: "Two units, and concerns that found no listener",
    },
];

/// Opens an example: the copy on this device where there is one, else a fresh one.
pub async fn open(store: Option<&Store>, name: &str) -> Result<Engine, Failure> {
    let known = EXAMPLES.iter().find(|example| example.name == name);
    let known = known.ok_or_else(|| Failure::new(format!("there is no example {name:?}")))?;
    let name = format!("{}.whyweb.json", known.name);
    let text = file::fetch(&format!("examples/{name}")).await?;
    let reading = later::parse(parts::all().await?, &TextFile { name, text })?;
    if let Some(store) = store {
        let entry = library::list(store).await?;
        if entry
            .iter()
            .any(|entry| entry.id == reading.incident.id.as_str())
        {
            return library::open(store, &reading.incident.id).await;
        }
        // One that lies in the bin is not opened again: a fresh one takes its place.
        store.remove(reading.incident.id.as_str()).await?;
    }
    Ok(library::begin(&reading.incident))
}
