//! IIS, which reads `web.config` in the folder that it serves, and serves no file whose type it does not know.

use super::HostSetup;
use crate::site::hosts::{FEED_TYPE, common_headers, served_types};

/// Settings for the folder of the site.
pub(super) struct Iis;

/// The header that IIS makes itself, of how long a file may be kept.
const CACHE: &str = "Cache-Control";

impl HostSetup for Iis {
    fn name(&self) -> &'static str {
        "iis"
    }

    fn path(&self) -> &'static str {
        "web.config"
    }

    fn text(&self) -> String {
        let mut types = String::new();
        // Files without an ending, such as SHA256SUMS.
        let without = std::iter::once(("", "text/plain"));
        for (ending, media_type) in without.chain(served_types()) {
            types.push_str(&format!(
                "      <remove fileExtension=\".{ending}\" />\n      <mimeMap fileExtension=\".{ending}\" mimeType=\"{media_type}\" />\n"
            ));
        }
        let headers = common_headers()
            .into_iter()
            .filter(|(name, _)| *name != CACHE);
        let headers: String = headers
            .map(|(name, value)| format!("        <add name=\"{name}\" value=\"{value}\" />\n"))
            .collect();
        format!(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
             <!-- For IIS: this file belongs into the folder that it serves, beside index.html. -->\n\
             <configuration>\n  <system.webServer>\n\
             \x20   <defaultDocument>\n      <files>\n        <clear />\n        <add value=\"index.html\" />\n      </files>\n    </defaultDocument>\n\
             \x20   <httpErrors errorMode=\"Custom\">\n      <remove statusCode=\"404\" />\n      <error statusCode=\"404\" path=\"404.html\" responseMode=\"File\" />\n    </httpErrors>\n\
             \x20   <httpProtocol>\n      <customHeaders>\n{headers}      </customHeaders>\n    </httpProtocol>\n\
             \x20   <staticContent>\n      <clientCache cacheControlMode=\"UseMaxAge\" cacheControlMaxAge=\"00:05:00\" />\n{types}    </staticContent>\n\
             \x20 </system.webServer>\n\
             \x20 <location path=\"feed.xml\">\n    <system.webServer>\n      <staticContent>\n        <remove fileExtension=\".xml\" />\n\
             \x20       <mimeMap fileExtension=\".xml\" mimeType=\"{FEED_TYPE}\" />\n      </staticContent>\n    </system.webServer>\n  </location>\n\
             </configuration>\n"
        )
    }
}
