//! Places in a text: the browser counts UTF-16 units, a query's text is counted in bytes.

/// The byte at which so many UTF-16 units are passed; the end of the text where it has fewer.
pub fn byte_at(text: &str, units: usize) -> usize {
    let mut passed = 0;
    for (byte, c) in text.char_indices() {
        if passed >= units {
            return byte;
        }
        passed += c.len_utf16();
    }
    text.len()
}

/// How many UTF-16 units stand before a byte.
pub fn units_before(text: &str, byte: usize) -> usize {
    let before = text.char_indices().take_while(|(at, _)| *at < byte);
    before.map(|(_, c)| c.len_utf16()).sum()
}
