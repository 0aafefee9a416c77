//! Files that come in and go out.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::Failure;

/// The largest file read, in bytes. The formats' own limits are lower; this one keeps the browser
/// from filling its memory first.
pub const LARGEST_FILE: f64 = 64.0 * 1024.0 * 1024.0;

/// A file's name and its text.
pub struct TextFile {
    /// What it is called.
    pub name: String,
    /// What it holds.
    pub text: String,
}

/// Reads a file that a person chose or dropped.
pub async fn read(file: web_sys::File) -> Result<TextFile, Failure> {
    let name = file.name();
    if file.size() > LARGEST_FILE {
        let megabytes = file.size() / 1024.0 / 1024.0;
        return Err(Failure::new(format!(
            "{name} has {megabytes:.0} MB; the largest file read here has 64 MB"
        )));
    }
    let text = JsFuture::from(file.text()).await?;
    let text = text
        .as_string()
        .ok_or_else(|| Failure::new(format!("{name} holds no text")))?;
    Ok(TextFile { name, text })
}

/// Fetches a file that belongs to the page itself, by its relative address.
pub async fn fetch(address: &str) -> Result<String, Failure> {
    let window = web_sys::window().ok_or_else(|| Failure::new("there is no window"))?;
    let response = JsFuture::from(window.fetch_with_str(address)).await?;
    let response: web_sys::Response = response.dyn_into()?;
    if !response.ok() {
        return Err(Failure::new(format!(
            "{address} answered {}",
            response.status()
        )));
    }
    let text = JsFuture::from(response.text()?).await?;
    text.as_string()
        .ok_or_else(|| Failure::new(format!("{address} holds no text")))
}

/// Hands a file to the person: the browser's own download.
pub fn save(name: &str, kind: &str, text: &str) -> Result<(), Failure> {
    let document = super::dom::document().ok_or_else(|| Failure::new("there is no document"))?;
    let blob = BlobAddress::of(kind, text)?;
    let anchor: web_sys::HtmlAnchorElement = document
        .create_element("a")?
        .dyn_into()
        .map_err(JsValue::from)?;
    anchor.set_href(blob.as_str());
    anchor.set_download(name);
    anchor.click();
    // The download has its own hold on the data by now.
    Ok(())
}

/// An address within the page under which a text is found until this is dropped.
#[derive(Debug, PartialEq, Eq)]
pub struct BlobAddress(String);

impl BlobAddress {
    /// An address for a text of this media type.
    pub fn of(kind: &str, text: &str) -> Result<Self, Failure> {
        let options = web_sys::BlobPropertyBag::new();
        options.set_type(kind);
        let parts = js_sys::Array::of1(&JsValue::from_str(text));
        let blob = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options)?;
        Ok(Self(web_sys::Url::create_object_url_with_blob(&blob)?))
    }

    /// The address itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Drop for BlobAddress {
    fn drop(&mut self) {
        // Fails only for an address that is none.
        let _ = web_sys::Url::revoke_object_url(&self.0);
    }
}
