//! Site map (<https://www.sitemaps.org/protocol.html>) with the languages of each page, and `robots.txt`.

use crate::feeds::ListedPage;
use crate::record::absolute;
use crate::stage::OutputFile;
use crate::text::escape::xml;

/// Most addresses in one file, by the protocol.
const MOST_ADDRESSES: usize = 50_000;

/// Most bytes in one file, by the protocol 50 MiB; each language of a page takes a line.
const MOST_BYTES: usize = 50 * 1024 * 1024;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// The site map of the pages that search engines should know: `sitemap.xml`, which past 50,000 addresses or 50 MiB is
/// an index of `sitemap-1.xml` and so on.
pub(crate) fn sitemap(base_url: &str, pages: &[ListedPage]) -> Vec<OutputFile> {
    split(base_url, pages, MOST_ADDRESSES, MOST_BYTES)
}

fn split(base: &str, pages: &[ListedPage], most: usize, bytes: usize) -> Vec<OutputFile> {
    let mut parts: Vec<(String, usize)> = vec![(String::new(), 0)];
    // Room for the lines around the addresses.
    let room = bytes - 1024;
    for page in pages.iter().filter(|p| p.mapped) {
        let url = url(base, page);
        let last = parts.last_mut().expect("there is always one");
        if last.1 == most || last.0.len() + url.len() > room {
            parts.push((url, 1));
        } else {
            last.0.push_str(&url);
            last.1 += 1;
        }
    }
    if parts.len() == 1 {
        return vec![OutputFile {
            path: "sitemap.xml".to_owned(),
            text: url_set(&parts[0].0),
        }];
    }
    let mut index = format!("{HEAD}<sitemapindex xmlns=\"{NAMESPACE}\">\n");
    let mut made = Vec::new();
    for (i, (urls, _)) in parts.iter().enumerate() {
        let path = format!("sitemap-{}.xml", i + 1);
        index.push_str(&format!(
            "<sitemap><loc>{}</loc></sitemap>\n",
            xml(&absolute(base, &path))
        ));
        made.push(OutputFile {
            path,
            text: url_set(urls),
        });
    }
    index.push_str("</sitemapindex>\n");
    made.insert(
        0,
        OutputFile {
            path: "sitemap.xml".to_owned(),
            text: index,
        },
    );
    made
}

fn url_set(urls: &str) -> String {
    format!(
        "{HEAD}<urlset xmlns=\"{NAMESPACE}\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n{urls}</urlset>\n"
    )
}

/// An address with its date and, where there are several, its languages. The protocol takes W3C's dates, which may be as
/// short as what is known: a year stays a year (<https://www.w3.org/TR/NOTE-datetime>).
fn url(base: &str, page: &ListedPage) -> String {
    let mut out = format!("<url><loc>{}</loc>", xml(&absolute(base, &page.path)));
    if let Some(date) = page.updated {
        out.push_str(&format!("<lastmod>{date}</lastmod>"));
    }
    if page.alternates.len() > 1 {
        for (lang, path) in &page.alternates {
            let href = xml(&absolute(base, path));
            out.push_str(&format!(
                "\n<xhtml:link rel=\"alternate\" hreflang=\"{}\" href=\"{href}\"/>",
                xml(lang.tag())
            ));
        }
        out.push('\n');
    }
    out.push_str("</url>\n");
    out
}

/// `robots.txt` (RFC 9309): everything may be read; names the site map where there is one.
pub(crate) fn robots(base_url: Option<&str>) -> OutputFile {
    let map = base_url
        .map(|base| format!("\nSitemap: {}\n", absolute(base, "sitemap.xml")))
        .unwrap_or_default();
    OutputFile {
        path: "robots.txt".to_owned(),
        text: format!("User-agent: *\nAllow: /\n{map}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::date::PartialDate;
    use crate::text::lang::Lang;

    fn page(path: &str) -> ListedPage {
        let lang = |tag| Lang::parse(tag).unwrap();
        ListedPage {
            path: path.to_owned(),
            lang: lang("es"),
            title: String::new(),
            summary: String::new(),
            updated: PartialDate::parse("2024-02"),
            kind: "page".to_owned(),
            news: false,
            mapped: true,
            alternates: vec![
                (lang("es"), path.to_owned()),
                (lang("en"), format!("en/{path}")),
            ],
        }
    }

    #[test]
    fn names_every_language_and_the_date() {
        let [made] = &sitemap(
            "https://a.example/p/",
            &[
                page("x&y.html"),
                ListedPage {
                    mapped: false,
                    ..page("404.html")
                },
            ],
        )[..] else {
            panic!("one file")
        };
        assert!(
            made.text
                .contains("<loc>https://a.example/p/x%26y.html</loc><lastmod>2024-02</lastmod>"),
            "{}",
            made.text
        );
        assert!(
            made.text
                .contains("hreflang=\"en\" href=\"https://a.example/p/en/x%26y.html\"")
        );
        assert!(!made.text.contains("404"));
    }

    #[test]
    fn splits_by_number_and_by_size() {
        let pages: Vec<ListedPage> = (0..5).map(|i| page(&format!("{i}.html"))).collect();
        for made in [
            split("https://a.example/", &pages, 2, MOST_BYTES),
            split("https://a.example/", &pages, 9, 1024 + 600),
        ] {
            assert_eq!(
                made.iter().map(|m| m.path.as_str()).collect::<Vec<_>>(),
                [
                    "sitemap.xml",
                    "sitemap-1.xml",
                    "sitemap-2.xml",
                    "sitemap-3.xml"
                ]
            );
            assert!(
                made[0]
                    .text
                    .contains("<loc>https://a.example/sitemap-3.xml</loc>")
            );
            assert_eq!(
                made[1..]
                    .iter()
                    .map(|m| m.text.matches("<loc>").count())
                    .sum::<usize>(),
                5
            );
        }
    }

    #[test]
    fn robots_names_the_map() {
        assert_eq!(robots(None).text, "User-agent: *\nAllow: /\n");
        assert!(
            robots(Some("https://a.example/p/"))
                .text
                .ends_with("\nSitemap: https://a.example/p/sitemap.xml\n")
        );
    }
}
