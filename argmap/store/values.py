"""Turning nodes into values of the model: pydantic checks them, positions come from the nodes."""

from collections.abc import Iterable
from typing import Any, NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError

from argmap.store.nodes import Mapping, Node, Scalar, Sequence
from argmap.store.report import Report
from argmap.text import ellipsis, nearest

_MAX_VALUE_DEPTH = 4
"""The deepest value of the format is a text in a citation in a list: three levels."""

Model = TypeVar("Model", bound=BaseModel)
_Place = tuple[int | str, ...]


def report_unknown_key(report: Report, key: Scalar, known: Iterable[str], where: str) -> None:
    """Note a key that `where` (as in "a claim") does not have, with the one it may be meant for."""
    names = list(known)
    guess = nearest(key.value, names)
    remedy = f"Did you mean `{guess}`?" if guess else f"Known here: {', '.join(names)}."
    report_at(report, key, "AM104", f"`{key.value}` is not a key of {where}", remedy)


def report_at(report: Report, node: Node, code: str, message: str, remedy: str = "") -> None:
    """Note something about a node."""
    mark = node.mark
    report.add(
        code, message, line=mark.line + 1, column=mark.column + 1, length=node.length, remedy=remedy
    )


def plain(node: Node, depth: int = _MAX_VALUE_DEPTH) -> Any:  # noqa: ANN401 - any shape of value
    """The texts, lists and dicts that a node stands for; None for what is nested too deeply."""
    if isinstance(node, Scalar):
        return node.value
    if depth == 0:
        return None
    if isinstance(node, Sequence):
        return [plain(item, depth - 1) for item in node.items]
    return {key: plain(value, depth - 1) for key, value in node.values.items()}


def validate(
    model: type[Model], values: dict[str, Any], nodes: dict[str, Node], report: Report
) -> Model | None:
    """A value of `model` made of `values`; parts that do not fit are reported and left out.

    `nodes` are the nodes behind the values, for positions. None where nothing can be made of it
    even so.
    """
    while True:
        try:
            return model.model_validate(values)
        except ValidationError as error:
            problems = error.errors(include_url=False)
            faults = [_Fault(tuple(found["loc"]), found) for found in problems]
        dropped = False
        for fault in faults:
            _report_fault(fault, nodes, report, model)
            dropped = _drop(values, fault.place) or dropped
        if not dropped:
            return None


class _Fault(NamedTuple):
    place: _Place
    error: Any


def _report_fault(
    fault: _Fault, nodes: dict[str, Node], report: Report, model: type[BaseModel]
) -> None:
    node, key = _find(nodes, fault.place)
    name = next((str(part) for part in reversed(fault.place) if isinstance(part, str)), "")
    if fault.error["type"] == "extra_forbidden":
        inside = [part for part in fault.place[:-1] if isinstance(part, str)]
        known = _model_at(model, fault.place[:-1]).model_fields
        report_unknown_key(report, key, known, f"`{inside[-1]}`")
        return
    code, message, remedy = _say(fault.error, name)
    report_at(report, node, code, message, remedy)


def _say(error: Any, name: str) -> tuple[str, str, str]:  # noqa: ANN401 - pydantic's error dict
    given = error.get("input")
    shown = f", not “{ellipsis(given, 40)}”" if isinstance(given, str) else ""
    match error["type"]:
        case "greater_than_equal" | "less_than_equal" | "finite_number" | "float_parsing":
            code = "AM105" if error["type"] == "float_parsing" else "AM106"
            return code, f"`{name}` takes a number from 0 to 1{shown}", "Write it as in 0.7."
        case "enum":
            return (
                "AM106",
                f"`{name}` takes {error['ctx']['expected']}{shown}",
                "Use one of these words.",
            )
        case "told":  # by a validator of ours, which knows the remedy
            shown = shown if given else ""
            return "AM106", f"`{name}` {error['msg']}{shown}", error["ctx"]["remedy"]
        case "bool_parsing" | "bool_type":
            return "AM105", f"`{name}` takes true or false{shown}", "Leave it out for false."
        case "string_type":
            return (
                "AM105",
                f"`{name}` takes a text",
                "Put it in quotes if it has brackets or braces.",
            )
        case "tuple_type":
            return "AM105", f"`{name}` takes a list{shown}", f"Write `{name}: [ … ]`."
        case "model_type" | "model_attributes_type" | "dict_type":
            return "AM105", f"`{name}` takes a mapping of keys{shown}", "Write it as `{key: text}`."
        case other:
            return "AM105", f"`{name}` does not fit: {other.replace('_', ' ')}", ""


def _find(nodes: dict[str, Node], place: _Place) -> tuple[Node, Scalar]:
    """The node at a place, or the nearest around it, and the last key on the way to it."""
    node = nodes[str(place[0])]
    key = Scalar(str(place[0]), node.mark, node.mark, False)
    for part in place[1:]:
        if isinstance(node, Sequence) and isinstance(part, int):
            node = node.items[part]
        elif isinstance(node, Mapping) and part in node.values:
            key = node.keys[str(part)]
            node = node.values[str(part)]
    return node, key


def _drop(values: Any, place: _Place) -> bool:  # noqa: ANN401 - walks into any shape of value
    for part in place[:-1]:
        try:
            values = values[part]
        except (KeyError, IndexError, TypeError):
            return False
    last = place[-1]
    if isinstance(values, dict) and last in values:
        del values[last]
        return True
    if isinstance(values, list) and isinstance(last, int) and last < len(values):
        values[last] = {}
        return True
    return False


def _model_at(model: type[BaseModel], place: _Place) -> type[BaseModel]:
    for part in place:
        if isinstance(part, str):
            model = _inner_model(model.model_fields[part].annotation) or model
    return model


def _inner_model(annotation: Any) -> type[BaseModel] | None:  # noqa: ANN401 - a type expression
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for part in getattr(annotation, "__args__", ()):
        found = _inner_model(part)
        if found is not None:
            return found
    return None
