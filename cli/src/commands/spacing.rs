//! Options of every command that lays a map out.

use clap::{Args, ValueEnum};
use whyweb_core::{engine::Arrangement, model::Density};

#[derive(Debug, Clone, Copy, Args)]
pub(super) struct Spacing {
    /// How close together the map is drawn, instead of as the file says
    #[arg(long, value_enum, value_name = "DENSITY")]
    density: Option<Closeness>,
    /// Put no factor that is dated later before an earlier one, where the links allow it
    #[arg(long)]
    by_time: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Closeness {
    Compact,
    Comfortable,
    Roomy,
}

impl Spacing {
    pub(super) fn arrangement(self) -> Arrangement {
        let density = |closeness| match closeness {
            Closeness::Compact => Density::Compact,
            Closeness::Comfortable => Density::Comfortable,
            Closeness::Roomy => Density::Roomy,
        };
        Arrangement {
            density: self.density.map(density),
            by_time: self.by_time,
            ..Arrangement::default()
        }
    }
}
