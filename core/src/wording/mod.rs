//! The wording coach: rules as data, the words of a statement that they mark, and gentle questions.
//!
//! It marks hindsight, blame, names, vague negatives, deviations without a cause, absolute words and two
//! claims in one statement, and offers a question and often other words. It knows no language: a table does
//! (`english`), and a second one is a second file. It judges nothing and changes nothing; taking or
//! dismissing is a person's, and `docs/decisions/0013-the-wording-coach.md` tells what was weighed.

mod coach;
mod english;
mod matcher;
mod prompts;
mod rewrite;
mod rule;
mod token;

pub use coach::{Coach, Finding};
pub use english::ENGLISH;
pub use prompts::prompts;
pub use rule::{Form, Language, Rule};
