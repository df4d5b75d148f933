//! Files in and out.

use js_sys::{Array, Uint8Array};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, Url};

/// Hands a text out as a file.
///
/// # Errors
/// The browser's own words, where it refuses.
pub fn download(name: &str, text: &str, media_type: &str) -> Result<(), String> {
    let address = address_of(text, media_type).map_err(|error| format!("{error:?}"))?;
    let link = document().create_element("a").map_err(|error| format!("{error:?}"))?;
    let link: HtmlAnchorElement = link.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // The download has its own hold on the blob by the time this runs.
    set_timeout(move || drop(Url::revoke_object_url(&address)), std::time::Duration::from_secs(60));
    Ok(())
}

/// An address under which the text can be fetched or saved within this page.
pub fn address_of(text: &str, media_type: &str) -> Result<String, wasm_bindgen::JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type(media_type);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &kind)?;
    Url::create_object_url_with_blob(&blob)
}

/// The bytes of a file that somebody chose.
///
/// # Errors
/// A sentence, where the browser cannot read it.
pub async fn bytes_of(file: &File) -> Result<Vec<u8>, String> {
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|_| {
        format!("The browser could not read “{}”. It may have been moved or is still being written.", file.name())
    })?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// The text at an address of this site.
///
/// # Errors
/// A sentence, where there is none.
pub async fn fetch_text(address: &str) -> Result<String, String> {
    let failed = || "It could not be loaded. Check the connection and try again.".to_owned();
    let response = JsFuture::from(window().fetch_with_str(address)).await.map_err(|_| failed())?;
    let response: web_sys::Response = response.unchecked_into();
    if !response.ok() {
        return Err("There is no such file on this site.".to_owned());
    }
    let text = JsFuture::from(response.text().map_err(|_| failed())?).await.map_err(|_| failed())?;
    text.as_string().ok_or_else(failed)
}
