//! A short digest of a file's content, for its name: another content, another name.

/// FNV-1a over 64 bits, as 16 hexadecimal digits. Source: Fowler, Noll and Vo,
/// <http://www.isthe.com/chongo/tech/comp/fnv/>. It tells versions apart and protects nothing.
pub(super) fn digest(bytes: &[u8]) -> String {
    let hash = bytes.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{hash:016x}")
}

#[cfg(test)]
mod tests {
    use super::digest;

    #[test]
    fn the_published_test_vectors_hold() {
        assert_eq!(digest(b""), "cbf29ce484222325");
        assert_eq!(digest(b"a"), "af63dc4c8601ec8c");
        assert_eq!(digest(b"foobar"), "85944171f73967e8");
    }
}
