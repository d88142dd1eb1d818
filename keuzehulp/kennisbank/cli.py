"""`kb check`, `kb show ID` and `kb schema`: the knowledge base on the command line."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from keuzehulp.kennisbank import builder, loader
from keuzehulp.kennisbank.located_yaml import KennisbankFout
from keuzehulp.kennisbank.model import (
    Begrip,
    BuitenBronnen,
    Crisis,
    Element,
    Feedbackkader,
    Interventie,
    Kennisbank,
    Uitspraak,
    Valkuil,
    Verwijzing,
)
from keuzehulp.kennisbank.weergave import zin

#: The schema of each kind of file, by the name under which an editor finds it.
SCHEMAS = {
    "element": (Element, None),
    "interventie": (Interventie, None),
    "begrippen": (Begrip, "begrippen"),
    "valkuilen": (Valkuil, "valkuilen"),
    "buiten_bronnen": (BuitenBronnen, "onderwerpen"),
    "verwijzingen": (Verwijzing, "verwijzingen"),
    "crisis": (Crisis, None),
    "feedback": (Feedbackkader, None),
}


def schema() -> dict[str, object]:
    """One JSON Schema with a definition for each kind of file."""
    definitions: dict[str, object] = {}
    for name, (cls, key) in SCHEMAS.items():
        one = builder.json_schema(cls)
        definitions[name] = (
            one
            if key is None
            else {
                "type": "object",
                "additionalProperties": False,
                "required": [key],
                "properties": {key: {"type": "array", "items": one}},
            }
        )
    return {"$schema": "http://json-schema.org/draft-07/schema#", "definitions": definitions}


def main(argv: list[str] | None = None) -> int:
    """Run the command; returns the exit code: 0 all well, 1 something wrong in the files, 2 wrong use."""
    parser = argparse.ArgumentParser(prog="kb", description="Check and read the knowledge base.")
    parser.add_argument("--folder", type=Path, default=None, help="default: data/kennisbank")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("check", help="read everything and say what is wrong")
    show = commands.add_parser("show", help="print one element, concept or intervention with its sources")
    show.add_argument("id")
    commands.add_parser("schema", help="print the JSON Schema for editors")
    arguments = parser.parse_args(argv)
    if arguments.command == "schema":
        print(json.dumps(schema(), indent=1, ensure_ascii=False))
        return 0
    try:
        kb = loader.load(arguments.folder or loader.default_folder())
    except KennisbankFout as error:
        print(error, file=sys.stderr)
        return 1
    return _check(kb) if arguments.command == "check" else _show(kb, arguments.id)


def _check(kb: Kennisbank) -> int:
    print(
        f"In order: {len(kb.elementen)} elements ({len(kb.gevraagd)} asked, {len(kb.implementatie)} on implementation), "
        f"{len(kb.begrippen)} concepts, {len(kb.interventies)} interventions, {len(kb.valkuilen)} traps, "
        f"{len(kb.uitspraken)} cited statements; version {kb.versie}."
    )
    return 0


def _show(kb: Kennisbank, id: str) -> int:
    statements: list[Uitspraak] = [s for s in kb.uitspraken.values() if kb.eigenaar[s.id] == id]
    if not statements:
        print(
            f"There is no '{id}'. Known: {', '.join([*kb.elementen, *kb.begrippen, *kb.interventies])}", file=sys.stderr
        )
        return 1
    print(f"{kb.naam(id)} [{id}]")
    for statement in statements:
        print(f"  {statement.id.removeprefix(id + '.')}: {zin(kb, statement)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
