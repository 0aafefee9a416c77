//! The page while one works on it.

use super::build;
use crate::project::Project;
use crate::shell;
use anyhow::{Context, Result};
use clap::Args;
use std::net::{Ipv4Addr, TcpListener};
use std::process::ExitCode;

/// How many ports to try when the wanted one is taken.
const PORTS_TO_TRY: u16 = 20;

/// How to serve.
#[derive(Args)]
pub(crate) struct Options {
    /// The port on 127.0.0.1; the next free one is taken where it is in use
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Open the page in the browser
    #[arg(long)]
    open: bool,
}

pub(super) fn run(project: &Project, options: &Options) -> Result<ExitCode> {
    let mut trunk = build::trunk(project)?;
    let port = free_port(options.port)?;
    println!(
        "Building the page: about 2 minutes the first time, seconds after a change.\n\
         Then Whyweb is at http://127.0.0.1:{port}/ and follows your changes. Ctrl+C ends it.\n"
    );
    trunk.args([
        "serve",
        "--address",
        "127.0.0.1",
        "--port",
        &port.to_string(),
    ]);
    if options.open {
        trunk.arg("--open");
    }
    shell::hand_over(&mut trunk)
}

fn free_port(wanted: u16) -> Result<u16> {
    (wanted..=wanted.saturating_add(PORTS_TO_TRY))
        .find(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok())
        .with_context(|| {
            format!(
                "port {wanted} and the {PORTS_TO_TRY} after it are in use: choose one with --port"
            )
        })
}
