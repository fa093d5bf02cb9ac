#!/usr/bin/env python3
"""Hold files against the published formats, independently of the program's own reader.

Usage: validate.py FILE.json [...]
       validate.py --lines FILE

Each file must satisfy the schema in docs/ of what it says that it is, a démarche when it does not,
and its known keys must stand in the order of that schema. One line per fault on standard output;
status 1 when there is any.

With --lines, each line of the file is a document of its own: for each one, `ok` or its first
fault on a line of standard output; status 0. The order of keys is not looked at.
"""
import itertools
import json
import pathlib
import sys

import jsonschema

DOCS = pathlib.Path(__file__).parents[2] / "docs"
SCHEMAS = {
    "dpes": "dpes-1.schema.json",
    "dpes-referentiel": "referentiel-1.schema.json",
    "dpes-cycle": "cycle-1.schema.json",
    "dpes-correspondances": "correspondances-1.schema.json",
    "dpes-aide": "aide-1.schema.json",
    "dpes-suggestions": "suggestions-1.schema.json",
    "dpes-import": "import-1.schema.json",
    "dpes-modeles-import": "modeles-import-1.schema.json",
}


def order_faults(value, schema, definitions, path="$"):
    """Known keys that stand before a key the schema lists earlier, at every level."""
    while "$ref" in schema:
        schema = definitions[schema["$ref"].rpartition("/")[2]]
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from order_faults(item, schema.get("items", {}), definitions, f"{path}[{index}]")
    if not isinstance(value, dict):
        return
    properties = schema.get("properties", {})
    known = [key for key in value if key in properties]
    if known != [key for key in properties if key in value]:
        yield f"{path}: known keys are not in the order of the format: {', '.join(known)}"
    entries = next(iter(schema.get("patternProperties", {}).values()), {})
    for key, item in value.items():
        item_schema = properties.get(key, entries)
        if isinstance(item_schema, dict):
            yield from order_faults(item, item_schema, definitions, f"{path}.{key}")


def schema_faults(document, validator):
    for error in validator.iter_errors(document):
        yield f"{error.json_path}: {error.message}"


def print_verdicts(path, validator):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            fault = next(schema_faults(json.loads(line), validator), "ok")
            print(fault.replace("\n", " ")[:200])


def validator_of(kind):
    schema = json.loads((DOCS / SCHEMAS[kind]).read_text(encoding="utf-8"))
    Validator = jsonschema.Draft202012Validator
    Validator.check_schema(schema)
    return Validator(schema, format_checker=Validator.FORMAT_CHECKER)


def main(arguments):
    if arguments[0] == "--lines":
        print_verdicts(arguments[1], validator_of("dpes"))
        return 0
    found = 0
    for path in arguments:
        document = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
        kind = document.get("format") if isinstance(document, dict) else None
        validator = validator_of(kind if kind in SCHEMAS else "dpes")
        schema = validator.schema
        faults = itertools.chain(
            schema_faults(document, validator), order_faults(document, schema, schema["$defs"])
        )
        for fault in faults:
            found += 1
            print(f"{path}: {fault}")
    return 1 if found else 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1:]))
