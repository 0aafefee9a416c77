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

#[cfg(test)]
mod tests {
    use wasm_bindgen_test::wasm_bindgen_test;

    use super::*;

    #[wasm_bindgen_test]
    fn units_and_bytes_lead_to_each_other() {
        let text = "aé😀z";
        for (units, byte) in [(0, 0), (1, 1), (2, 3), (4, 7), (5, 8), (9, 8)] {
            assert_eq!(byte_at(text, units), byte, "{units}");
            assert_eq!(units_before(text, byte), units.min(5), "{byte}");
        }
        // Within the two units of one letter, the place behind it.
        assert_eq!(byte_at(text, 3), 7);
    }
}
