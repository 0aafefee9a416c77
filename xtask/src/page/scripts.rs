//! Moving inline scripts to files of their own, which the page's policy lets run.
//!
//! Trunk writes two: the loader of the page and, while one works on it, the one that reloads it.

use super::digest::digest;
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::Path;

/// Moves every inline script of the page into a file beside it; returns the page that loads them.
pub(super) fn move_out(folder: &Path, html: &str) -> Result<String> {
    let (html, scripts) = split(html)?;
    for script in scripts {
        let path = folder.join(&script.name);
        fs::write(&path, &script.content)
            .with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(html)
}

/// A script that was inline.
#[derive(Debug, PartialEq)]
struct Script {
    name: String,
    content: String,
}

/// The page without inline scripts, and the scripts. The page is our own and Trunk's, so plain
/// lower-case tags are all there is to find.
fn split(html: &str) -> Result<(String, Vec<Script>)> {
    let mut page = String::with_capacity(html.len());
    let mut scripts = Vec::new();
    let mut rest = html;
    while let Some((before, from_tag)) = rest.split_once("<script") {
        let (attributes, after_tag) = from_tag.split_once('>').context("a script tag is open")?;
        let (content, after) = after_tag
            .split_once("</script>")
            .context("a script element is open")?;
        page.extend([before, "<script", attributes]);
        if !content.trim().is_empty() {
            ensure!(
                !attributes.contains("src="),
                "a script has both an address and a content"
            );
            let script = Script::new(content);
            page.extend([" src=\"./", &script.name, "\""]);
            scripts.push(script);
        }
        page += "></script>";
        rest = after;
    }
    page += rest;
    Ok((page, scripts))
}

impl Script {
    fn new(content: &str) -> Self {
        // Trunk's server fills these in, but in pages only. The address is the page's own, and
        // our Trunk.toml serves from the root.
        let content = content
            .trim()
            .replace("'{{__TRUNK_ADDRESS__}}'", "window.location.host")
            .replace("{{__TRUNK_WS_BASE__}}", "/");
        Self {
            name: format!("script-{}.js", digest(content.as_bytes())),
            content,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn inline_scripts_move_out_and_keep_their_attributes() {
        let html = "<body><script type=\"module\">\nimport './a.js';\n</script><p>x</p></body>";
        let (page, scripts) = split(html).expect("the page is well formed");
        assert_eq!(scripts.len(), 1);
        assert_eq!(scripts[0].content, "import './a.js';");
        assert_eq!(
            page,
            format!(
                "<body><script type=\"module\" src=\"./{}\"></script><p>x</p></body>",
                scripts[0].name
            )
        );
    }

    #[test]
    fn scripts_with_an_address_stay() {
        let html = "<script src=\"./a.js\"></script><script async src=\"./b.js\"></script>";
        assert_eq!(
            split(html).expect("the page is well formed"),
            (html.to_owned(), vec![])
        );
    }

    #[test]
    fn the_reloader_learns_where_its_server_is() {
        let html = "<script>let a = '{{__TRUNK_ADDRESS__}}' + '{{__TRUNK_WS_BASE__}}';</script>";
        let (_, scripts) = split(html).expect("the page is well formed");
        assert_eq!(scripts[0].content, "let a = window.location.host + '/';");
    }

    #[test]
    fn a_page_that_cannot_be_understood_is_refused() {
        for html in [
            "<script>let a = 1;",
            "<script",
            "<script src=\"a.js\">let a = 1;</script>",
        ] {
            assert!(split(html).is_err(), "{html}");
        }
    }
}
