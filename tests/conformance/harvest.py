#!/usr/bin/env python3
"""Reads a built portal's catalogs, feeds and descriptions with the libraries that others read them with.

    python tests/conformance/harvest.py SITE --base-url https://a.example/ [--most 40] [--ckan PYTHON]

Needs what requirements.txt beside this file names; fetches nothing. A large portal is sampled: JSON Schema, SHACL and
each check that opens a file a dataset see the first `--most` datasets (the same schemas are held against every shape of
record in tests/conformance/catalogs.rs). RDF syntax and agreement, feeds and CKAN's reader see everything. Exit code: 0 nothing wrong, 1 something is, 2 wrong use or a library is missing.
"""

import argparse
import http.server
import json
import re
import subprocess
import sys
import tempfile
import threading
import time
from html.parser import HTMLParser
from pathlib import Path

HERE = Path(__file__).parent
SCHEMAS = HERE / "schemas"
SHAPES = HERE / "shapes"
FOUND = []


def wrong(check, what):
    FOUND.append((check, what))


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


def schemas(site, most):
    """JSON against the schemas of those who read it, and against the portal's own."""
    import jsonschema
    from referencing import Registry
    from referencing.jsonschema import DRAFT202012

    def validator(schema, registry=None):
        kind = jsonschema.validators.validator_for(schema)
        more = {"registry": registry} if registry else {}
        return kind(schema, format_checker=kind.FORMAT_CHECKER, **more)

    def hold(path, validator, value=None):
        value = load(path) if value is None else value
        for error in list(validator.iter_errors(value))[:5]:
            wrong("schema", f"{path.relative_to(site)}: {'/'.join(map(str, error.absolute_path))}: {error.message[:200]}")
        return 1

    count = 0
    non_federal = load(SCHEMAS / "dcat-us-1.1/non-federal_dataset.json")
    if (site / "data.json").exists():
        # The catalogue's own schema names that of a dataset by an address; each dataset is held against it here.
        catalog = load(SCHEMAS / "dcat-us-1.1/catalog.json")
        catalog["properties"]["dataset"] = {"type": "array"}
        count += hold(site / "data.json", validator(catalog))
        one = validator(non_federal)
        for dataset in load(site / "data.json")["dataset"][:most]:
            count += hold(site / "data.json", one, dataset)
    registry = Registry()
    for file in sorted((SCHEMAS / "dcat-us-3.0").glob("*.json")):
        schema = load(file)
        registry = registry.with_resource(schema["$id"], DRAFT202012.create_resource(schema))
    if (site / "dcat-us-3.json").exists():
        root = {"$ref": "https://resources.data.gov/dcat-us/3.0.0/definitions/catalog"}
        value = load(site / "dcat-us-3.json")
        value["dataset"] = value["dataset"][:most]
        count += hold(site / "dcat-us-3.json", jsonschema.Draft202012Validator(
            root, registry=registry, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER), value)
    own = {name: validator(load(site / f"schemas/{name}.schema.json")) for name in ("catalog", "dataset", "commitment", "rows", "profile")}
    for page in sorted(site.glob("catalog*.json"))[:2]:
        count += hold(page, own["catalog"])
    for file in sorted(site.glob("datasets/*.json"))[:most]:
        count += hold(file, own["dataset"])
        for data in load(file)["files"][:20]:
            if data["format"] == "json" and data["role"] == "table" and data["bytes"] < 200_000:
                count += hold(site / data["path"], own["rows"])
    for file in sorted(site.glob("datasets/*/profile.json"))[:most]:
        count += hold(file, own["profile"])
    for file in sorted(site.glob("commitments/*.json")):
        count += hold(file, own["commitment"])
    for version in ("2.0", "1.0"):
        package = validator(load(SCHEMAS / f"frictionless-{version}/datapackage.json"))
        own_packages = sorted(site.glob("datasets/*/datapackage.json"))
        whole = list(site.glob("datapackage.json")) if len(own_packages) <= most else []
        for file in [*whole, *own_packages[:most]]:
            count += hold(file, package)
    return count


HYDRA = "http://www.w3.org/ns/hydra/core#"


def followed(site, base, name, form):
    """A catalogue and the files in which it goes on, as harvesters follow them; without what they say of one another."""
    import rdflib
    whole, address, seen = rdflib.Graph(), base + name, set()
    while address:
        if address in seen or not address.startswith(base):
            raise ValueError(f"{name} goes on in {address}")
        seen.add(address)
        page = rdflib.Graph().parse(data=(site / address[len(base):]).read_bytes(), format=form, publicID="https://base.invalid/")
        address = next((str(o) for o in page.objects(None, rdflib.URIRef(HYDRA + "next"))), None)
        for triple in page:
            if not str(triple[1]).startswith(HYDRA) and not str(triple[2]).startswith(HYDRA):
                whole.add(triple)
    written = len(list(site.glob(name.replace(".", "*."))))
    if written != len(seen):
        wrong("rdf", f"{name}: {written} files, and {len(seen)} are reached")
    return whole


def graphs(site, base):
    """RDF that parses, and says the same in all three forms."""
    import rdflib
    forms = {"catalog.ttl": "turtle", "catalog.rdf": "xml", "catalog.jsonld": "json-ld"}
    read = {}
    for name, form in forms.items():
        if (site / name).exists():
            read[name] = followed(site, base, name, form)
    sets = {name: {(str(s), str(p), str(o), getattr(o, "language", None) and o.language.lower()) for s, p, o in graph}
            for name, graph in read.items()}
    for name, triples in sets.items():
        if triples != sets["catalog.ttl"]:
            wrong("rdf", f"{name} and catalog.ttl differ: {list(triples ^ sets['catalog.ttl'])[:2]}")
    if (site / ".well-known/void").exists():
        rdflib.Graph().parse(data=(site / ".well-known/void").read_bytes(), format="turtle")
    return read.get("catalog.ttl"), len(read)


def background(graph):
    """What the tables of the EU, IANA and others say of the terms used, which cannot be fetched here."""
    import rdflib
    from rdflib.namespace import DCTERMS, FOAF, RDF, RDFS, SKOS
    eu = load(SHAPES / "eu-authorities.json")
    known = rdflib.Graph()
    vcard = rdflib.Namespace("http://www.w3.org/2006/vcard/ns#")
    known.add((vcard.Organization, RDFS.subClassOf, vcard.Kind))
    known.add((DCTERMS.MediaType, RDFS.subClassOf, DCTERMS.MediaTypeOrExtent))
    kinds = {"language": DCTERMS.LinguisticSystem, "frequency": DCTERMS.Frequency, "country": DCTERMS.Location,
             "file-type": DCTERMS.MediaTypeOrExtent, "licence": DCTERMS.LicenseDocument,
             "access-right": DCTERMS.RightsStatement}

    def concept(term, scheme):
        known.add((term, RDF.type, SKOS.Concept))
        known.add((term, SKOS.inScheme, rdflib.URIRef(scheme)))
        known.add((term, SKOS.prefLabel, rdflib.Literal("x", lang="en")))
        known.add((rdflib.URIRef(scheme), RDF.type, SKOS.ConceptScheme))
        known.add((rdflib.URIRef(scheme), DCTERMS.title, rdflib.Literal("x", lang="en")))

    for term in set(graph.objects()):
        address = str(term)
        if not isinstance(term, rdflib.URIRef):
            continue
        if address.startswith(eu["base"]):
            table, _, code = address[len(eu["base"]):].partition("/")
            codes = eu["tables"].get(table, {})
            if not code:
                known.add((term, RDF.type, SKOS.ConceptScheme))
                known.add((term, DCTERMS.title, rdflib.Literal("x", lang="en")))
            elif code in codes.get("codes", ()) or "pattern" in codes and re.match(codes["pattern"], code):
                concept(term, eu["base"] + table)
                if table in kinds:
                    known.add((term, RDF.type, kinds[table]))
            else:
                wrong("vocabulary", f"{address} is in no table")
        elif address.startswith("http://www.iana.org/assignments/media-types/"):
            known.add((term, RDF.type, DCTERMS.MediaType))
        elif re.match(r"http://spdx\.org/rdf/terms#checksumAlgorithm_\w+$", address):
            known.add((term, RDF.type, rdflib.URIRef("http://spdx.org/rdf/terms#ChecksumAlgorithm")))
        elif address.startswith("https://sws.geonames.org/"):
            known.add((term, RDF.type, DCTERMS.Location))
    return known


def sample(graph, most):
    """The catalogue and what it says of its first datasets."""
    import rdflib
    dcat = rdflib.Namespace("http://www.w3.org/ns/dcat#")
    dropped = {d for _, _, d in sorted(graph.triples((None, dcat.dataset, None)))[most:]}
    if not dropped:
        return graph
    small = rdflib.Graph()
    queue = [s for s in graph.subjects(rdflib.RDF.type, dcat.Catalog)]
    seen = set(queue) | dropped
    while queue:
        for triple in graph.triples((queue.pop(), None, None)):
            if triple[2] not in dropped:
                small.add(triple)
                if isinstance(triple[2], rdflib.URIRef) and triple[2] not in seen:
                    seen.add(triple[2])
                    queue.append(triple[2])
    return small


def shacl(graph, most, names=("shapes.ttl", "range.ttl")):
    """The standard's own shapes: no violation. Recommended properties that are missing only warn."""
    import pyshacl
    import rdflib
    sh = rdflib.Namespace("http://www.w3.org/ns/shacl#")
    small = sample(graph, most)
    known = background(small)
    both = rdflib.Graph()
    for triple in (*small, *known):
        both.add(triple)
    shapes = rdflib.Graph()
    for name in names:
        shapes.parse(SHAPES / name, format="turtle")
    shapes.remove((None, rdflib.OWL.imports, None))
    _, report, _ = pyshacl.validate(both, shacl_graph=shapes, inference="none", advanced=False)
    for result in report.subjects(rdflib.RDF.type, sh.ValidationResult):
        if report.value(result, sh.resultSeverity) == sh.Violation and (None, sh.detail, result) not in report:
            said = [report.value(result, part) for part in (sh.focusNode, sh.resultPath, sh.value, sh.resultMessage)]
            wrong("shacl", " ".join(str(part)[:160] for part in said))
    return len(small)


def dcat_us(site, base, most):
    """DCAT-US 3.0 as Turtle: its own shapes, and the datasets of the JSON."""
    import rdflib
    dcat = rdflib.Namespace("http://www.w3.org/ns/dcat#")
    graph = followed(site, base, "dcat-us.ttl", "turtle")
    told = {str(dataset) for dataset in graph.objects(None, dcat.dataset)}
    listed = {dataset["@id"] for dataset in load(site / "dcat-us-3.json")["dataset"]}
    if told != listed:
        wrong("dcat-us", f"dcat-us.ttl and dcat-us-3.json list other datasets: {sorted(told ^ listed)[:3]}")
    # The shapes want one dataset at least, and a portal whose datasets lack what DCAT-US demands has none to give.
    return shacl(graph, most, ("dcat-us-3.0.ttl",)) if told else 0


# Points of data.europa.eu's metadata quality assessment (MQA); a dataset's files count by the best of them.
OF_DATASET = {"dcat:keyword": 30, "dcat:theme": 30, "dct:spatial": 20, "dct:temporal": 20, "dct:accessRights": 15,
              "dcat:contactPoint": 20, "dct:publisher": 10, "dct:issued": 5, "dct:modified": 5}
OF_FILE = {"dct:rights": 5, "dcat:byteSize": 5}

def mqa(site, graph, base, most, least):
    """The score of each dataset: what its file says of it is true to the point, and the mean is at least `least`."""
    import rdflib
    from rdflib.namespace import DCAT, DCTERMS
    eu = load(SHAPES / "eu-authorities.json")
    table = eu["tables"]["licence"]
    licences = {re.sub(r"^https?://|/$", "", str(a)) for a in table["exactMatch"].values()}
    licences |= {f"publications.europa.eu/resource/authority/licence/{code}" for code in table["codes"]}
    spaces = {"dcat": DCAT, "dct": DCTERMS}

    def has(node, name):
        prefix, _, local = name.partition(":")
        return (node, spaces[prefix][local], None) in graph

    def answers(node, name):
        address = graph.value(node, DCAT[name])
        path = str(address)[len(base):] if str(address).startswith(base) else ""
        return address is not None and (site / path).is_file()

    def of_file(node):
        code = str(graph.value(node, DCTERMS.format) or "").rsplit("/", 1)[-1]
        kind = str(graph.value(node, DCAT.mediaType) or "")
        licence = graph.value(node, DCTERMS.license)
        points = sum(points for name, points in OF_FILE.items() if has(node, name))
        points += 50 * answers(node, "accessURL") + 20 * has(node, "dcat:downloadURL") + 30 * answers(node, "downloadURL")
        points += 20 * bool(code) + 10 * bool(kind) + 10 * (code in eu["tables"]["file-type"]["codes"] and bool(kind))
        points += 20 * (code in eu["mqa"]["non_proprietary"]) + 20 * (code in eu["mqa"]["machine_readable"])
        points += 20 * (licence is not None)
        return points + 10 * (re.sub(r"^https?://|/$", "", str(licence)) in licences)

    # The shapes were held against the catalogue before: what violates them is wrong anyhow.
    conforms = 30 * (not any(check == "shacl" for check, _ in FOUND))
    scores = []
    for dataset in sorted(graph.objects(None, DCAT.dataset))[:most]:
        score = conforms + sum(points for name, points in OF_DATASET.items() if has(dataset, name))
        score += max((of_file(node) for node in graph.objects(dataset, DCAT.distribution)), default=0)
        scores.append(score)
        name = str(graph.value(dataset, DCTERMS.identifier))
        told = load(site / f"datasets/{name.lower()}.json").get("quality", {})
        if told.get("points") != score or score + sum(told["lost"].values()) != 405:
            wrong("mqa", f"{name}: {score} of 405, and its file says {told}")
        elif told["lost"]:
            print(f"MQA: {name}: {score}, lost: {told['lost']}")
    mean = sum(scores) / len(scores) if scores else 405
    print(f"MQA: {mean:.1f} of 405")
    if mean < least:
        wrong("mqa", f"{mean:.1f} of 405, and {least} are expected")
    return len(scores)


def packages(site, most):
    """Data Packages and their tables by frictionless, CSVW by csvw."""
    import frictionless
    from csvw import TableGroup
    count = 0
    for file in sorted(site.glob("datasets/*/datapackage.json"))[:most]:
        report = frictionless.Package(str(file)).validate(limit_errors=5)
        count += 1
        for task in report.tasks:
            for error in task.errors:
                wrong("frictionless", f"{file.relative_to(site)}: {task.name}: {error.message[:200]}")
        for error in report.errors:
            wrong("frictionless", f"{file.relative_to(site)}: {error.message[:200]}")
    for file in sorted(site.glob("datasets/*/*.csv-metadata.json"))[:most]:
        group = TableGroup.from_file(file)
        count += 1
        for table in group.tables:
            rows = sum(1 for _ in table.iterdicts(strict=True))
            told = load(file.parents[1] / f"{file.parent.name}.json")
            wanted = [t["rows"] for t in told["tables"] if f"{file.parent.name}/{table.url}".rsplit('/', 1)[1] == table.url]
            if wanted and rows not in wanted:
                wrong("csvw", f"{file.relative_to(site)}: {rows} rows, and {wanted} are told")
    return count


def linked_data(site, most):
    """JSON-LD expands offline; search engines find a dataset in each dataset's page."""
    import extruct
    from pyld import jsonld

    def offline(address, *_):
        raise ValueError(f"{address} would be fetched")

    jsonld.set_document_loader(offline)
    count = 0
    for file in [*site.glob("catalog.jsonld"), *sorted(site.glob("datasets/*/croissant.json"))[:most]]:
        count += 1
        if not jsonld.expand(load(file)):
            wrong("json-ld", f"{file.relative_to(site)} expands to nothing")
    pages = [(page, "Dataset") for page in sorted(site.glob("datasets/*/index.html"))[:most]]
    pages += [(page, "DataCatalog") for page in site.glob("datasets/index.html")]
    for page, kind in pages:
        count += 1
        found = extruct.extract(page.read_text(encoding="utf-8"), syntaxes=["json-ld"])["json-ld"]
        kinds = [item.get("@type") for item in found]
        if kinds != [kind] or not found[0].get("name"):
            wrong("extruct", f"{page.relative_to(site)}: {kinds}")
    return count


def feeds(site, base):
    import feedparser
    count = 0
    names = [p for p in site.rglob("*.xml") if p.name == "feed.xml" or p.parent.name in ("commitments", "institutions")]
    for file in names:
        count += 1
        feed = feedparser.parse(file.read_bytes())
        where = file.relative_to(site)
        if feed.bozo:
            wrong("feed", f"{where}: {feed.bozo_exception}")
        for fact in ("title", "id", "updated", "author"):
            if not feed.feed.get(fact):
                wrong("feed", f"{where}: no {fact}")
        ids = [entry.get("id", "") for entry in feed.entries]
        if len(ids) != len(set(ids)) or not all(i.startswith(base) for i in ids):
            wrong("feed", f"{where}: identities {ids[:5]}")
        if any(not entry.get("updated_parsed") or not entry.get("link") for entry in feed.entries):
            wrong("feed", f"{where}: an entry without a date or link")
    for file in site.rglob("feed.json"):
        feed = load(file)
        if feed["version"] != "https://jsonfeed.org/version/1.1" or any("content_text" not in i for i in feed["items"]):
            wrong("feed", f"{file.relative_to(site)} is no JSON Feed 1.1")
    return count


def ckan(site, base, python):
    """The parser of CKAN's DCAT harvester, which follows the files of a catalogue: every dataset with its title, identifier,
    files, and the licence by which CKAN's own list knows it."""
    if not (site / "catalog.ttl").exists():
        return 0
    program = """
import json, logging, sys
logging.disable(logging.CRITICAL)
from ckanext.dcat.processors import RDFParser
for form, path in (("turtle", "catalog.ttl"), ("xml", "catalog.rdf"), ("json-ld", "catalog.jsonld")):
    read, address = [], sys.argv[2] + path
    while address:
        parser = RDFParser(profiles=["euro_dcat_ap_3"])
        parser.parse(open(sys.argv[1] + "/" + address[len(sys.argv[2]):], encoding="utf-8").read(), _format=form)
        for d in parser.datasets():
            extras = {extra["key"]: extra["value"] for extra in d.get("extras", [])}
            files = d.get("resources", [])
            known = any("/authority/licence/CC" in str(file.get("license")) for file in files)
            licence = d.get("license_id") or ("absent" if known else "none is known")
            read.append([d.get("title"), d.get("identifier") or extras.get("identifier"), len(files), licence])
        address = parser.next_page()
    print(json.dumps([path, read]))
"""
    run = subprocess.run([python, "-c", program, str(site), base], capture_output=True, text=True)
    if run.returncode:
        wrong("ckan", run.stderr[-400:])
        return 0
    read = [json.loads(line) for line in run.stdout.splitlines()]
    for path, datasets in read:
        if any(not title or not identifier or not files for title, identifier, files, _ in datasets):
            wrong("ckan", f"{path}: a dataset without title, identifier or files")
        if any(licence == "absent" for *_, licence in datasets):
            wrong("ckan", f"{path}: CKAN does not know a licence of Creative Commons")
        if sorted(map(str, datasets)) != sorted(map(str, read[0][1])):
            wrong("ckan", f"{path} is read otherwise than {read[0][0]}")
    return sum(len(datasets) for _, datasets in read)


class Code(HTMLParser):
    """The programs of a page."""

    def __init__(self):
        super().__init__()
        self.inside, self.programs = False, []

    def handle_starttag(self, tag, attributes):
        if tag == "code" and ("class", "language-python") in attributes:
            self.inside = True
            self.programs.append("")

    def handle_endtag(self, tag):
        self.inside &= tag != "code"

    def handle_data(self, data):
        if self.inside:
            self.programs[-1] += data


def examples(site, base):
    """Each program of the page for programmers, run as it stands but for the portal's address."""
    page = Code()
    page.feed((site / "developers.html").read_text(encoding="utf-8"))

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *args):
            super().__init__(*args, directory=str(site))

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Quiet)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/"
    for number, program in enumerate(page.programs, 1):
        if base not in program:
            wrong("example", f"example {number} does not name the portal's address")
        # In an empty folder: Python looks for modules where it stands, and anything may lie among temporary files.
        with tempfile.TemporaryDirectory() as empty:
            run = subprocess.run([sys.executable, "-c", program.replace(base, address)], capture_output=True, text=True,
                                 timeout=120, cwd=empty)
        # The first lists every dataset; the others may find nothing to print.
        if run.returncode or number == 1 and not run.stdout.strip():
            wrong("example", f"example {number}: exit code {run.returncode}: {run.stderr[-300:]}")
    server.shutdown()
    return len(page.programs)


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("site", type=Path)
    arguments.add_argument("--base-url", required=True)
    arguments.add_argument("--most", type=int, default=40)
    arguments.add_argument("--ckan", metavar="PYTHON")
    arguments.add_argument("--mqa", type=float, default=0, help="the least mean score of 405 that is expected")
    told = arguments.parse_args()
    site, most = told.site.resolve(), told.most
    graph = None

    def check(name, run):
        nonlocal graph
        start, before = time.monotonic(), len(FOUND)
        try:
            seen = run()
            if name == "RDF":
                graph, seen = seen
        except ImportError as error:
            print(f"a library is missing: {error}")
            sys.exit(2)
        except Exception as error:  # a library that stumbles is a finding too
            wrong(name, f"{type(error).__name__}: {str(error)[:400]}")
            seen = "?"
        print(f"{name}: {seen} seen, {len(FOUND) - before} wrong, {time.monotonic() - start:.1f} s")

    check("JSON Schema", lambda: schemas(site, most))
    check("RDF", lambda: graphs(site, told.base_url))
    if graph is not None and len(graph):
        check("SHACL", lambda: shacl(graph, most))
        check("DCAT-US 3.0 SHACL", lambda: dcat_us(site, told.base_url, most))
        check("MQA", lambda: mqa(site, graph, told.base_url, most, told.mqa))
    check("packages", lambda: packages(site, most))
    check("linked data", lambda: linked_data(site, most))
    check("feeds", lambda: feeds(site, told.base_url))
    check("examples", lambda: examples(site, told.base_url))
    if told.ckan:
        check("CKAN", lambda: ckan(site, told.base_url, told.ckan))
    for name, what in FOUND[:40]:
        print(f"  {name}: {what}")
    sys.exit(1 if FOUND else 0)


if __name__ == "__main__":
    main()
