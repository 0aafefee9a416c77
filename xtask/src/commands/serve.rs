//! The page while one works on it.

use super::build;
use crate::project::Project;
use anyhow::{Context, Result};
use clap::Args;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Child, ExitCode};
use std::thread;
use std::time::Duration;

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
    println!("Building the page: about 2 minutes the first time, seconds after a change.");
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
    let mut server = trunk.spawn().context("cannot start Trunk")?;
    if is_up(&mut server, port)? {
        println!(
            "\nWhyweb is at http://127.0.0.1:{port}/ and follows your changes. Ctrl+C ends it."
        );
    }
    let status = server.wait().context("cannot wait for Trunk")?;
    Ok(if status.success() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
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

/// Waits until the server answers. `false` when it has ended instead.
fn is_up(server: &mut Child, port: u16) -> Result<bool> {
    while server.try_wait().context("cannot watch Trunk")?.is_none() {
        if TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok() {
            return Ok(true);
        }
        thread::sleep(Duration::from_millis(200));
    }
    Ok(false)
}
