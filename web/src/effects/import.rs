//! Files and pasted words that come in.
