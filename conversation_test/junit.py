"""The report that CI systems read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree import ElementTree

from conversation_test.model import Result

#: Characters that XML 1.0 cannot hold, whatever the bot says.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def junit_xml(results: Sequence[Result]) -> str:
    """The results as JUnit XML, one test suite per file."""
    root = ElementTree.Element("testsuites", name="conversation-test")
    suites: dict[str, list[Result]] = {}
    for result in results:
        suites.setdefault(result.conversation.file, []).append(result)
    for file, inside in suites.items():
        suite = ElementTree.SubElement(
            root,
            "testsuite",
            name=file,
            tests=str(len(inside)),
            failures=str(sum(1 for r in inside if r.problems and not r.error)),
            errors=str(sum(1 for r in inside if r.error)),
            time=f"{sum(r.seconds for r in inside):.3f}",
        )
        for result in inside:
            _case(suite, result)
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _case(suite: ElementTree.Element, result: Result) -> None:
    conversation = result.conversation
    case = ElementTree.SubElement(
        suite,
        "testcase",
        classname=_clean(conversation.file),
        name=_clean(conversation.name),
        file=_clean(conversation.file),
        line=str(conversation.line),
        time=f"{result.seconds:.3f}",
    )
    if result.error:
        ElementTree.SubElement(case, "error", message=_clean(result.error))
    elif result.problems:
        lines = [f"{conversation.file}:{p.line}: " + "\n".join(p.lines()) for p in result.problems]
        failure = ElementTree.SubElement(case, "failure", message=_clean(result.problems[0].message))
        failure.text = _clean("\n\n".join(lines))


def _clean(text: str) -> str:
    return _NOT_XML.sub("�", text)
