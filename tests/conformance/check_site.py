#!/usr/bin/env python3
"""Checks a built portal with nothing but Python's standard library, and no code of tragaluz.

    python3 tests/conformance/check_site.py public [--settings tragaluz.toml] [--show 20]

Every address in every page is resolved as a browser would, three times: with the site at a host's root, in a
subfolder of one, and on a disk. Exit code: 0 nothing wrong, 1 something is, 2 wrong use.
"""

import argparse
import base64
import gzip
import hashlib
import json
import re
import sys
import xml.etree.ElementTree as xml
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

FIRST_VIEW = 14_336
TERMS = ("localities", "institutions", "policy-areas", "sectors", "values")
# Elements without an end tag, and those whose end tag may be left out.
VOID = set("area base br col embed hr img input link meta source track wbr".split())
LOADS = {("img", "src"), ("img", "srcset"), ("source", "src"), ("source", "srcset"), ("script", "src"),
         ("iframe", "src"), ("embed", "src"), ("object", "data"), ("video", "src"), ("video", "poster"),
         ("audio", "src"), ("track", "src"), ("input", "src"), ("use", "href"), ("image", "href")}
LEADS = {("a", "href"), ("area", "href"), ("form", "action"), ("link", "href"), ("blockquote", "cite"), ("q", "cite")}
# Links in the head that make a browser fetch something.
LOADING_RELS = {"stylesheet", "icon", "preload", "modulepreload", "prefetch", "manifest", "apple-touch-icon", "mask-icon"}
# What may be a script: data that nothing runs.
DATA_SCRIPTS = {"application/ld+json", "application/json"}
CSS_URL = re.compile(r"""(?:url\(\s*|@import\s+)["']?([^"')\s;]+)""")


class Page(HTMLParser):
    """What a page says about other files."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.loads, self.leads, self.ids, self.wrong, self.json = [], [], [], [], []
        self.lang, self.title, self.charset, self.inside = None, "", False, None
        self.kind, self.scripts = None, []

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if "id" in given:
            self.ids.append(given["id"])
        if tag == "html":
            self.lang = given.get("lang")
        if tag == "meta" and "charset" in given:
            self.charset = True
        if tag == "body":
            self.kind = given.get("class")
        if tag == "script" and given.get("type") not in DATA_SCRIPTS:
            self.scripts.append("")
            if self.kind != "k-search" or "src" in given:
                self.wrong.append("a script that can run")
        if tag == "base":
            self.wrong.append("<base> changes what every address means")
        if "lang" in given and not re.fullmatch(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", given["lang"] or ""):
            self.wrong.append(f"lang={given['lang']!r} is not a language tag")
        if tag == "img" and "alt" not in given:
            self.wrong.append(f"an image without alt: {given.get('src')}")
        for name, value in attributes:
            if name.startswith("on"):
                self.wrong.append(f"<{tag} {name}=…> runs a script")
            elif name == "style":
                self.loads += CSS_URL.findall(value or "")
            elif (tag, name) in LOADS:
                parts = value.split(",") if name == "srcset" else [value]
                self.loads += [part.split()[0] for part in parts if part.split()]
            elif (tag, name) in LEADS:
                loading = tag == "link" and LOADING_RELS & set((given.get("rel") or "").lower().split())
                (self.loads if loading else self.leads).append(value or "")
        if tag in ("style", "title", "script"):
            self.inside = (tag, given.get("type"))

    handle_startendtag = handle_starttag

    def handle_endtag(self, tag):
        if self.inside and self.inside[0] == tag:
            self.inside = None

    def handle_data(self, data):
        if not self.inside:
            return
        tag, kind = self.inside
        if tag == "style":
            self.loads += CSS_URL.findall(data)
        elif tag == "title":
            self.title += data
        elif tag == "script" and kind in DATA_SCRIPTS:
            self.json.append(data)
        elif tag == "script":
            self.scripts[-1] += data


class Site:
    def __init__(self, root, settings):
        self.root = root
        self.files = {p.relative_to(root).as_posix(): p for p in sorted(root.rglob("*")) if p.is_file()}
        self.pages, self.wrong, self.checked = {}, [], {}
        self.base, self.budgets, self.languages = None, {}, []
        if settings:
            self.read_settings(settings)

    def read_settings(self, path):
        try:
            import tomllib
        except ImportError:
            print("note: Python before 3.11 cannot read tragaluz.toml; its budgets and base_url are not known here")
            return
        settings = tomllib.loads(path.read_text(encoding="utf-8"))
        self.base = settings.get("portal", {}).get("base_url")
        self.languages = settings.get("portal", {}).get("languages", [])
        self.budgets = {k: v["bytes"] for k, v in settings.get("budgets", {}).items()}

    def say(self, check, file, what):
        self.wrong.append((check, file, what))

    def count(self, check, n=1):
        self.checked[check] = self.checked.get(check, 0) + n

    def script(self, path, text):
        """The search's script: of at most 4 KB compressed, and allowed by its hash."""
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        headers = self.files.get("_headers")
        if not headers or f"'sha256-{digest}'" not in headers.read_text(encoding="utf-8"):
            self.say("script", path, "a script whose hash is not in _headers")
        if len(gzip.compress(text.encode(), 9)) > 4096:
            self.say("script", path, "a script of more than 4 KB")
        self.count("script is allowed")

    def run(self):
        for path in [p for p in self.files if p.endswith(".html")]:
            text = self.files[path].read_text(encoding="utf-8")
            page = Page()
            page.feed(text)
            page.close()
            self.pages[path] = page
        if not self.pages:
            self.say("pages", ".", "there is no page at all")
        for path, page in self.pages.items():
            self.page(path, page)
            self.weight(path)
            for address in page.loads:
                self.address(path, address, loading=True)
            for address in page.leads:
                self.address(path, address, loading=False)
        self.sums()
        self.catalog()
        self.readable()
        self.sitemap()

    def page(self, path, page):
        self.count("page is whole")
        if not page.lang:
            self.say("language", path, "<html> has no lang")
        elif self.languages:
            first = path.split("/")[0]
            expected = first if first in self.languages[1:] else self.languages[0]
            if page.lang != expected:
                self.say("language", path, f"lang is {page.lang}, and {expected} is expected here")
        if not page.title.strip():
            self.say("title", path, "no <title>")
        if not page.charset:
            self.say("charset", path, "no <meta charset>")
        for twice in sorted({i for i in page.ids if page.ids.count(i) > 1}):
            self.say("ids", path, f"id {twice!r} stands twice")
        for script in page.scripts:
            self.script(path, script)
        for wrong in page.wrong:
            self.say("page", path, wrong)
        for text in page.json:
            try:
                json.loads(text)
            except ValueError as error:
                self.say("json-ld", path, str(error))
        # The plain text of a page of rows is the table's CSV.
        needs_text = path != "404.html" and "/rows/" not in path and "http-equiv=\"refresh\"" not in self.text(path)
        if needs_text and path[:-5] + ".txt" not in self.files:
            self.say("text edition", path, "no .txt beside it")

    def text(self, path):
        return self.files[path].read_text(encoding="utf-8")

    def limit(self, path):
        if path in self.budgets:
            return min(self.budgets[path], FIRST_VIEW)
        parts = path.split("/")
        parts = parts[1:] if parts[0] in self.languages[1:] else parts
        name = parts[-1]
        if name == "404.html":
            return 6 * 1024
        if parts[0] in TERMS and len(parts) == 2 and name != "index.html" and not name.startswith("page-"):
            return 8 * 1024
        dataset = len(parts) > 2 and parts[0] == "datasets"
        if (name == "index.html" or re.fullmatch(r"page-\d+\.html", name)) and not dataset:
            return 10 * 1024
        return FIRST_VIEW

    def weight(self, path):
        self.count("weight")
        weight = len(gzip.compress(self.files[path].read_bytes(), 9, mtime=0))
        if weight > self.limit(path):
            self.say("weight", path, f"{weight} bytes by gzip -9; at most {self.limit(path)}")

    def address(self, path, address, loading):
        self.count("address")
        parts = urlsplit(address)
        if parts.scheme == "data":
            return
        if parts.scheme or address.startswith("//"):
            if loading:
                self.say("other host", path, f"loads {address}")
            elif parts.scheme not in ("http", "https", "mailto", "tel", "sms", "geo", "whatsapp"):
                self.say("address", path, f"leads to {address}")
            elif self.base and address.startswith(self.base):
                self.file(path, address, urlsplit(address[len(self.base):]))
            return
        if address.startswith("/"):
            base = urlsplit(self.base).path if self.base else "/"
            if path != "404.html":
                self.say("address", path, f"{address} begins at the host's root")
            elif not address.startswith(base):
                self.say("address", path, f"{address} is outside {base}")
            else:
                self.file(path, address, urlsplit(address[len(base):]))
            return
        if path == "404.html" and not address.startswith("#"):
            self.say("address", path, f"{address} is relative, and a host shows this page at any depth")
            return
        for place in ("https://host.invalid/", "https://host.invalid/a/sub/folder/", "file:///media/usb/portal/"):
            full = urljoin(place + path, address)
            if not full.startswith(place):
                self.say("address", path, f"{address} leads out of the site")
                return
            target = urlsplit(full[len(place):])
        self.file(path, address, target)

    def file(self, path, address, target):
        name = unquote(target.path) or ("index.html" if address.startswith("http") else path)
        if name.endswith("/") or (self.root / name).is_dir():
            if not address.startswith("http"):
                self.say("address", path, f"{address} is a folder, which a disk shows as a list of files")
                return
            name = name.rstrip("/") + "/index.html"
        if name not in self.files:
            self.say("address", path, f"{address}: there is no {name}")
        elif target.fragment and name in self.pages:
            fragment = unquote(target.fragment)
            if fragment not in self.pages[name].ids and fragment != "top" and not fragment.startswith(":~:"):
                self.say("fragment", path, f"{address}: {name} has no #{fragment}")

    def sha256(self, path):
        return hashlib.sha256(self.files[path].read_bytes()).hexdigest()

    def sums(self):
        if "SHA256SUMS" not in self.files:
            self.say("SHA256SUMS", ".", "is missing")
            return
        listed = {}
        for line in self.text("SHA256SUMS").splitlines():
            digest, _, path = line.partition("  ")
            listed[path] = digest
        for path, digest in listed.items():
            self.count("checksum")
            if path not in self.files:
                self.say("SHA256SUMS", path, "is listed and not there")
            elif self.sha256(path) != digest:
                self.say("SHA256SUMS", path, "has another checksum")
        for path in set(self.files) - set(listed) - {"SHA256SUMS", "SHA256SUMS.minisig", ".tragaluz.json"}:
            self.say("SHA256SUMS", path, "is there and not listed")

    def catalog(self):
        name, seen = "catalog.json", set()
        while name:
            if name not in self.files or name in seen:
                self.say("catalog", name, "is missing, or follows itself")
                return
            seen.add(name)
            catalog = json.loads(self.text(name))
            for dataset in catalog.get("datasets", []):
                page = dataset.get("page", "")
                self.listed(name, page, None)
                for resource in dataset.get("resources", []):
                    self.count("file in the catalog")
                    self.listed(name, resource.get("path", ""), resource)
            name = catalog.get("next")
            if name and self.base and name.startswith(self.base):
                name = name[len(self.base):]

    def listed(self, name, address, resource):
        path = address[len(self.base):] if self.base and address.startswith(self.base) else address
        path = unquote(path)
        if path not in self.files:
            self.say("catalog", name, f"lists {address}, which is not there")
        elif resource is not None:
            if resource.get("bytes") != self.files[path].stat().st_size:
                self.say("catalog", name, f"{path}: bytes are {self.files[path].stat().st_size}")
            if resource.get("sha256") != self.sha256(path):
                self.say("catalog", name, f"{path}: another checksum")

    def readable(self):
        """Files of known kinds are what they say; received files are not ours to judge."""
        for path in self.files:
            if "/original/" in path:
                continue
            try:
                if path.endswith(".json") or path.endswith(".webmanifest"):
                    self.count("JSON is well formed")
                    json.loads(self.text(path))
                elif path.endswith((".ndjson", ".jsonl")):
                    self.count("NDJSON is well formed")
                    with self.files[path].open(encoding="utf-8") as lines:
                        for line in lines:
                            json.loads(line)
                elif path.endswith((".xml", ".svg", ".rdf", ".atom")):
                    self.count("XML is well formed")
                    xml.parse(self.files[path])
                elif path.endswith((".txt", ".csv", ".css")):
                    self.count("text is UTF-8")
                    self.text(path)
            except (ValueError, xml.ParseError) as error:
                self.say("well-formed", path, str(error))

    def sitemap(self):
        for path in [p for p in self.files if re.fullmatch(r"(.*/)?sitemap[^/]*\.xml", p)]:
            try:
                root = xml.parse(self.files[path]).getroot()
            except xml.ParseError:
                continue  # told by readable()
            space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
            if root.tag not in (space + "urlset", space + "sitemapindex"):
                self.say("sitemap", path, f"its root is {root.tag}")
            places = [e.text or "" for e in root.iter(space + "loc")]
            if not places:
                self.say("sitemap", path, "lists nothing")
            for place in places:
                self.count("address in the sitemap")
                if not urlsplit(place).scheme:
                    self.say("sitemap", path, f"{place} is not a full address")
                elif self.base:
                    if place.startswith(self.base):
                        self.file(path, place, urlsplit(place[len(self.base):]))
                    else:
                        self.say("sitemap", path, f"{place} is outside {self.base}")


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("site", type=Path)
    arguments.add_argument("--settings", type=Path)
    arguments.add_argument("--show", type=int, default=40)
    given = arguments.parse_args()
    if not given.site.is_dir():
        arguments.error(f"{given.site} is not a folder")
    site = Site(given.site, given.settings)
    site.run()
    for check, file, what in site.wrong[: given.show]:
        print(f"{check}: {file}: {what}")
    if len(site.wrong) > given.show:
        print(f"… and {len(site.wrong) - given.show} more")
    checked = ", ".join(f"{n} × {what}" for what, n in sorted(site.checked.items()))
    print(f"{given.site}: {len(site.pages)} pages, {len(site.files)} files; {checked}; {len(site.wrong)} wrong")
    return 1 if site.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
