//! Randomness, and the identities made from it.

use std::str::FromStr;

use super::clock;

fn bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    let crypto = web_sys::window().and_then(|window| window.crypto().ok());
    let filled =
        crypto.is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if !filled {
        // Only an ancient browser lacks the generator; two identities may not be the same even there.
        for byte in &mut bytes {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "0..256"
            )]
            let value = (js_sys::Math::random() * 256.0) as u8;
            *byte = value;
        }
    }
    bytes
}

/// A new identity: a UUID of version 7, so that identity order is roughly the order of making.
///
/// # Panics
///
/// Never: a UUID is a valid identity.
pub fn id<T: FromStr<Err: std::fmt::Debug>>() -> T {
    id_at(clock::now())
}

/// A new identity that looks as if it was made at a moment, in milliseconds since 1970: what many make
/// by themselves then tells nothing of when each did.
///
/// # Panics
///
/// Never: a UUID is a valid identity.
pub fn id_at<T: FromStr<Err: std::fmt::Debug>>(millis: u64) -> T {
    let uuid = uuid::Builder::from_unix_timestamp_millis(millis, &bytes()).into_uuid();
    uuid.to_string()
        .parse()
        .unwrap_or_else(|_| unreachable!("a UUID is a valid identity"))
}

/// A number below 2⁵³ that tells this copy of a document from all others.
pub fn client() -> u64 {
    u64::from_le_bytes(bytes()) >> 11
}
