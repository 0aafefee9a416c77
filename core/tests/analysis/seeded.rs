//! Many random webs from one seed, which is printed.

use proptest::{
    strategy::Strategy,
    test_runner::{Config, RngSeed, TestCaseResult, TestRunner},
};
use whyweb_core::{model::Incident, testing::tested_webs};

/// How many webs each law is held against.
const WEBS: u32 = 2_000;

/// Holds a law against random webs of at most so many factors.
pub(crate) fn for_webs(most: usize, law: impl Fn(Incident) -> TestCaseResult) {
    for_each(tested_webs(most), law);
}

pub(crate) fn for_each<S: Strategy>(strategy: S, law: impl Fn(S::Value) -> TestCaseResult) {
    let seed = match std::env::var("WHYWEB_SEED") {
        Ok(seed) => seed.parse().expect("WHYWEB_SEED is a number"),
        Err(_) => 20_170_131,
    };
    println!("{WEBS} webs from seed {seed}");
    let config = Config {
        cases: WEBS,
        rng_seed: RngSeed::Fixed(seed),
        failure_persistence: None,
        ..Config::default()
    };
    if let Err(error) = TestRunner::new(config).run(&strategy, law) {
        panic!("seed {seed}: {error}");
    }
}
