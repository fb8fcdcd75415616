//! The service worker, by which a browser keeps the pages that its reader opened (Service Workers, W3C). It is only in
//! portals that ask for it.

use crate::model::settings::Settings;

/// Its file, at the site's root, so that all pages are in its scope.
pub(crate) const FILE: &str = "service-worker.js";

/// What makes a page's browser take it; the element's `data-worker` leads to the file. Only where the portal is at its
/// own address: a copy in another place (a reader for ZIM, a mirror) takes none.
pub(crate) const REGISTER: &str = "(c=>c&&c.href.startsWith(location.origin+\"/\")&&\"serviceWorker\"in navigator&&\
                            navigator.serviceWorker.register(document.currentScript.dataset.worker))\
                            (document.querySelector(\"link[rel=canonical]\"))";

/// Whether there is one: without a base address no page knows that it is where it belongs.
pub(crate) fn is_wanted(settings: &Settings) -> bool {
    settings.editions.service_worker && settings.base_url.is_some()
}
