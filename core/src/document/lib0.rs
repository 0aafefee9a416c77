//! The bytes that Yjs writes: whole numbers in groups of seven bits, and lengths before texts.
//!
//! Read with every length checked against the bytes that are there, so that no number in a
//! stranger's bytes has memory set aside for it.

/// The bytes end too early, or hold a number or a text that is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Broken;

/// Numbers above this are none that a client of any language can count with.
const LARGEST: u64 = (1 << 53) - 1;

/// Reads from the front of some bytes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    /// What has not been read yet.
    pub(crate) fn rest(self) -> &'a [u8] {
        self.0
    }

    pub(crate) fn is_at_end(self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn byte(&mut self) -> Result<u8, Broken> {
        let (&byte, rest) = self.0.split_first().ok_or(Broken)?;
        self.0 = rest;
        Ok(byte)
    }

    pub(crate) fn take(&mut self, count: usize) -> Result<&'a [u8], Broken> {
        let (taken, rest) = self.0.split_at_checked(count).ok_or(Broken)?;
        self.0 = rest;
        Ok(taken)
    }

    /// A whole number below 2⁵³.
    pub(crate) fn number(&mut self) -> Result<u64, Broken> {
        let mut number = 0_u64;
        for shift in (0..=49).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return if number <= LARGEST {
                    Ok(number)
                } else {
                    Err(Broken)
                };
            }
        }
        Err(Broken)
    }

    /// A whole number that is no more than most.
    pub(crate) fn number_to(&mut self, most: u32) -> Result<u32, Broken> {
        let number = u32::try_from(self.number()?).map_err(|_| Broken)?;
        if number <= most {
            Ok(number)
        } else {
            Err(Broken)
        }
    }

    /// Passes over a whole number with a sign.
    pub(crate) fn skip_signed(&mut self) -> Result<(), Broken> {
        for _ in 0..8 {
            if self.byte()? < 0x80 {
                return Ok(());
            }
        }
        Err(Broken)
    }

    /// Bytes with their length before them.
    pub(crate) fn bytes(&mut self) -> Result<&'a [u8], Broken> {
        let length = usize::try_from(self.number()?).map_err(|_| Broken)?;
        self.take(length)
    }

    /// A text with its length in bytes before it.
    pub(crate) fn text(&mut self) -> Result<&'a str, Broken> {
        std::str::from_utf8(self.bytes()?).map_err(|_| Broken)
    }
}

/// Writes what a [`Reader`] reads.
#[derive(Debug, Default)]
pub(crate) struct Writer(Vec<u8>);

impl Writer {
    /// A whole number.
    pub(crate) fn number(mut self, number: u64) -> Self {
        let mut left = number;
        while left >= 0x80 {
            self.0.push(low_bits(left) | 0x80);
            left >>= 7;
        }
        self.0.push(low_bits(left));
        self
    }

    /// Bytes with their length before them.
    pub(crate) fn bytes(self, bytes: &[u8]) -> Self {
        let mut writer = self.number(bytes.len() as u64);
        writer.0.extend_from_slice(bytes);
        writer
    }

    /// A text with its length in bytes before it.
    pub(crate) fn text(self, text: &str) -> Self {
        self.bytes(text.as_bytes())
    }

    /// Bytes as they are.
    pub(crate) fn raw(mut self, bytes: &[u8]) -> Self {
        self.0.extend_from_slice(bytes);
        self
    }

    pub(crate) fn finish(self) -> Vec<u8> {
        self.0
    }
}

fn low_bits(number: u64) -> u8 {
    (number & 0x7f) as u8
}

#[cfg(test)]
mod tests {
    use super::{Broken, Reader, Writer};

    #[test]
    fn what_is_written_is_read() {
        for number in [0, 1, 127, 128, 300, 1 << 32, (1 << 53) - 1] {
            let bytes = Writer::default().number(number).text("é").finish();
            let mut reader = Reader::new(&bytes);
            assert_eq!(reader.number(), Ok(number));
            assert_eq!(reader.text(), Ok("é"));
            assert!(reader.is_at_end());
        }
    }

    #[test]
    fn a_number_that_is_too_large_or_too_long_is_none() {
        let large = Writer::default().number(1 << 53).finish();
        assert_eq!(Reader::new(&large).number(), Err(Broken));
        assert_eq!(Reader::new(&[0x80; 20]).number(), Err(Broken));
        assert_eq!(Reader::new(&[0x80]).number(), Err(Broken));
    }

    #[test]
    fn a_length_beyond_the_bytes_is_refused() {
        let bytes = Writer::default().number(1 << 40).finish();
        assert_eq!(Reader::new(&bytes).bytes(), Err(Broken));
    }
}
