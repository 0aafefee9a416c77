//! Answers agree with plain ways to find them, on random webs.
//!
//! The seed is printed; `WHYWEB_SEED=<number>` tries another one.

mod brute;
mod laws;
mod long;
mod plain;
mod seeded;
