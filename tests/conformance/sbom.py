"""Reads bills of materials back with the library of CycloneDX's own project: by the schema of version 1.6, strictly, and as
its own objects. And asks what no schema does: that every dependency is a component, each with a licence, and that nothing
tells of the machine on which the bill was written.

    sbom.py FILE.cdx.json...
"""

import json
import pathlib
import sys

from cyclonedx.model.bom import Bom
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator


def faults(text):
    """What is wrong with a bill."""
    if error := JsonStrictValidator(SchemaVersion.V1_6).validate_str(text):
        yield f"by its schema: {error}"
        return
    bill = json.loads(text)
    read = Bom.from_json(data=bill)
    if len(read.components) != len(bill["components"]):
        yield "not every component is read"
    names = {bill["metadata"]["component"]["bom-ref"], *(part["bom-ref"] for part in bill["components"])}
    for entry in bill["dependencies"]:
        for name in {entry["ref"], *entry["dependsOn"]} - names:
            yield f"{name} is no component"
    for part in bill["components"]:
        if not part.get("licenses"):
            yield f"{part['name']} has no licence"
        if "purl" in part and not part["name"].startswith("tragaluz") and not part.get("hashes"):
            yield f"{part['name']} has no checksum"
    for word in {str(pathlib.Path.home()), str(pathlib.Path.cwd()), "file://", "path+"}:
        if len(word) > 1 and word in text:
            yield f"it tells of this machine: {word}"


def main():
    wrong = 0
    for path in sys.argv[1:]:
        for fault in faults(pathlib.Path(path).read_text()):
            print(f"{path}: {fault}")
            wrong += 1
    print(f"{len(sys.argv) - 1} bills of materials read, {wrong} faults")
    sys.exit(1 if wrong or len(sys.argv) == 1 else 0)


if __name__ == "__main__":
    main()
