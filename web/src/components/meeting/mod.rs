//! The meeting: what people gather, weigh and look back on together.

pub mod bow;
pub mod comments;
mod device;
pub mod gathering;
pub mod history;
pub mod silent;
pub mod votes;
