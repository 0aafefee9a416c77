//! The name that was perhaps meant.

/// The nearest of these names, if one is near enough to be worth saying.
///
/// By the number of letters to add, drop, change or swap with their neighbour: F. J. Damerau, *A
/// technique for computer detection and correction of spelling errors* (1964), in the restricted
/// form. Capital letters do not matter; of names equally near the first one counts.
pub(crate) fn nearest<'a>(
    wanted: &str,
    names: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let wanted: Vec<char> = wanted
        .chars()
        .take(LONGEST)
        .flat_map(char::to_lowercase)
        .collect();
    let far = (wanted.len() / 3).max(usize::from(wanted.len() > 2));
    let mut best: Option<(usize, &str)> = None;
    for name in names {
        let letters: Vec<char> = name
            .chars()
            .take(LONGEST)
            .flat_map(char::to_lowercase)
            .collect();
        let distance = distance(&wanted, &letters);
        if distance <= far && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, name));
        }
    }
    best.map(|(_, name)| name)
}

/// Longer names are compared by their beginnings.
const LONGEST: usize = 64;

fn distance(a: &[char], b: &[char]) -> usize {
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let at = |row: &[usize], j: usize| row.get(j).copied().unwrap_or(usize::MAX / 2);
            let change = at(&last, j) + usize::from(x != y);
            let mut least = change.min(at(&last, j + 1) + 1).min(at(&row, j) + 1);
            let swapped = i > 0 && j > 0 && a.get(i - 1) == Some(y) && b.get(j - 1) == Some(x);
            if swapped {
                least = least.min(at(&before_last, j - 1) + 1);
            }
            row.push(least);
        }
        before_last = std::mem::replace(&mut last, row);
    }
    last.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_was_meant() {
        let names = ["Factor", "Action", "Evidence"];
        assert_eq!(nearest("Facter", names), Some("Factor"));
        assert_eq!(nearest("factro", names), Some("Factor"));
        assert_eq!(nearest("Incident", names), None);
        assert_eq!(nearest("", names), None);
    }
}
