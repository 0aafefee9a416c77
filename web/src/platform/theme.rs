//! The page's own element, which says in what theme it is shown.

/// Shows the page in this theme, or in what the device prefers.
pub fn show(theme: Option<&str>) {
    let root = super::dom::document().and_then(|document| document.document_element());
    if let Some(root) = root {
        // Fails only for a name that is no attribute's.
        let _ = match theme {
            Some(theme) => root.set_attribute("data-theme", theme),
            None => root.remove_attribute("data-theme"),
        };
    }
}

/// Whether the page is dark now, whoever decided it.
pub fn is_dark() -> bool {
    let window = super::dom::window();
    let root = super::dom::document().and_then(|document| document.document_element());
    match root.and_then(|root| root.get_attribute("data-theme")) {
        Some(theme) => theme == "dark",
        None => window
            .and_then(|window| window.match_media("(prefers-color-scheme: dark)").ok()?)
            .is_some_and(|query| query.matches()),
    }
}
