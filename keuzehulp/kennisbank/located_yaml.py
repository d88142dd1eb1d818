"""YAML read by the safe loader, with the line of every key kept so that an error can name it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml


class KennisbankFout(Exception):
    """Something in the knowledge base is wrong; the message names the file, the line and the remedy."""

    def __init__(self, path: Path, line: int, problem: str, remedy: str) -> None:
        self.path, self.line, self.problem, self.remedy = path, line, problem, remedy
        super().__init__(f"{path}:{line}: {problem}. {remedy}")


class LocatedDict(dict[str, Any]):
    """A mapping that knows the line it starts on and the line of each key (counted from 1)."""

    line: int = 1

    def __init__(self) -> None:
        super().__init__()
        self.lines: dict[str, int] = {}


#: The safe loader; the one in C where libyaml is there, since it reads ten times as fast.
SafeLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _LocatedLoader(SafeLoader):  # type: ignore[misc]
    """Safe loader that builds LocatedDict and refuses a key that stands there twice."""


def _construct_mapping(loader: _LocatedLoader, node: yaml.MappingNode) -> LocatedDict:
    result = LocatedDict()
    result.line = node.start_mark.line + 1
    for key_node, value_node in node.value:
        key = str(loader.construct_object(key_node, deep=True))
        if key in result:
            raise yaml.constructor.ConstructorError(
                None, None, f"the key '{key}' stands here twice", key_node.start_mark
            )
        result[key] = loader.construct_object(value_node, deep=True)
        result.lines[key] = key_node.start_mark.line + 1
    return result


_LocatedLoader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _construct_mapping)


def read_mapping(path: Path) -> LocatedDict:
    """Read one YAML file whose top is a mapping.

    Raises KennisbankFout when the file cannot be read, is no YAML, or holds something else.
    """
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=_LocatedLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        problem = error.problem or "this is no valid YAML"
        raise KennisbankFout(path, line, problem, "Look at the indent and the quotes of this line") from error
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        remedy = "Save the file as readable UTF-8 text"
        raise KennisbankFout(path, 1, f"the file cannot be read ({error})", remedy) from error
    if not isinstance(content, LocatedDict):
        raise KennisbankFout(path, 1, "the file holds no keys", "Start with keys such as 'id:' and 'naam:'")
    return content
