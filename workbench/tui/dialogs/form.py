"""A dialog with named lines to fill in, and what it has in common with the others."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.suggester import Suggester, SuggestFromList
from textual.widgets import Input, Label, TextArea

from workbench.core.text import harmless, one_line
from workbench.errors import WorkbenchError
from workbench.tui import guard
from workbench.tui.bound_keys import keys_of
from workbench.tui.closing import ClosedOnce
from workbench.tui.keys import bindings_of, commands_of
from workbench.tui.widgets.bars import KeyLine
from workbench.tui.widgets.fields import Box, ChoiceLine, Choices, Line

Values = dict[str, str]

REMOVED: Values = {"": "removed"}
"""The answer of a form when what it is about is to be taken away; no form has such a field."""

_AROUND = 7  # rows of border, title, what is wrong, and keys


@dataclass(frozen=True, slots=True)
class Field:
    """A line (or, for long text, a box) of a form.

    Attributes:
        name: what the value is called.
        label: what stands before it.
        value: what stands in it at first.
        hint: what stands in it while it is empty.
        long: whether it takes several lines.
        suggestions: values to complete from.
        suggester: what completes it otherwise.
        follows: gives what stands in it, by the other values, until somebody types into it.
        choices: all there is to choose, shown above; up and down go through it.
    """

    name: str
    label: str
    value: str = ""
    hint: str = ""
    long: bool = False
    suggestions: Sequence[str] = ()
    suggester: Suggester | None = None
    follows: Callable[[Values], str] | None = None
    choices: Sequence[str] = ()


class Form(ClosedOnce, ModalScreen[Values | None]):
    """Ask for some values; answers with them, or with None when stepped back from.

    Args:
        title: what it is about.
        fields: what is asked.
        about: a quote or sentence shown above; it may be article text.
        changed: called with the values at each keystroke, so that half-typed text can be kept.
        check: raises a `WorkbenchError` that says what is wrong with the values.
        esc: what the footer says of esc.
        discard: whether there is a draft to forget.
        remove: what the footer says of taking away what it is about; "" where that cannot be.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("form")
    DEFAULT_CSS = """
    Form { align: center middle; background: $background 60%; }
    Form > Vertical {
        width: 76; max-width: 96%; height: auto; max-height: 96%;
        background: $surface; border: round $primary; padding: 0 1;
    }
    Form VerticalScroll { height: auto; max-height: 100%; }
    Form .title { width: 100%; text-style: bold; margin-bottom: 1; }
    Form.-compact Input, Form.-compact TextArea, Form.-compact .about { margin-bottom: 0; }
    Form.-compact TextArea { height: 3; }
    Form.-compact .title { margin-bottom: 0; }
    Form .about { width: 100%; color: $secondary; max-height: 7; margin-bottom: 1; }
    Form .label { width: 100%; color: $secondary; height: auto; }
    Form Input { border: none; height: 1; padding: 0 1; background: $panel; margin-bottom: 1; }
    Form Input:focus { background: $boost; border: none; }
    Form TextArea { height: 5; border: none; padding: 0 1; background: $panel; margin-bottom: 1; }
    Form TextArea:focus { background: $boost; border: none; }
    Form .problem { width: 100%; color: $conflicting; height: auto; }
    Form KeyLine { background: $surface; padding: 0; }
    """

    def __init__(
        self,
        title: str,
        fields: Sequence[Field],
        *,
        about: str = "",
        changed: Callable[[Values], None] | None = None,
        check: Callable[[Values], object] | None = None,
        esc: str = "back",
        discard: bool = False,
        remove: str = "",
    ) -> None:
        super().__init__()
        self._title = title
        self._fields = fields
        self._about = about
        self._changed = changed
        self._check = check
        self._esc = esc
        self._discard = discard
        self._followed = {field.name: field.value for field in fields if field.follows}
        self._remove = remove

    def compose(self) -> ComposeResult:
        """Title, quote, fields, keys."""
        with Vertical():
            yield Label(guard.line(self._title), classes="title")
            with VerticalScroll(can_focus=False):
                if self._about:
                    yield Label(guard.content(self._about), classes="about")
                for field in self._fields:
                    if field.choices:
                        yield Choices(field.name, field.label, field.choices)
                    else:
                        yield Label(guard.content(self._label(field)), classes="label")
                    if field.choices:
                        line = ChoiceLine(
                            one_line(field.value),
                            id=field.name,
                            select_on_focus=False,
                            suggester=SuggestFromList(field.choices, case_sensitive=False),
                        )
                        line.choose_from(field.choices)
                        yield line
                    elif field.long:
                        yield Box(harmless(field.value), id=field.name, placeholder=field.hint)
                    else:
                        yield Line(
                            one_line(field.value),
                            placeholder=field.hint,
                            id=field.name,
                            select_on_focus=False,
                            suggester=field.suggester
                            or SuggestFromList(field.suggestions, case_sensitive=False),
                        )
            yield Label("", classes="problem")
            yield self._keys()

    def on_mount(self) -> None:
        """Begin in the first field."""
        self._show_choices()
        self.set_focus(self.query_one(f"#{self._fields[0].name}"))

    def on_resize(self) -> None:
        """On a low screen everything moves closer together, and what is wrong stays in view."""
        height = self.app.size.height
        rows = sum(7 if field.long else 3 for field in self._fields) + len(self._about.split("\n"))
        self.set_class(height < max(30, rows + _AROUND + 4), "-compact")
        self.query_one(VerticalScroll).styles.max_height = max(3, height * 96 // 100 - _AROUND)

    def values(self) -> Values:
        """What stands in the fields."""
        found: Values = {}
        for field in self._fields:
            widget = self.query_one(f"#{field.name}")
            found[field.name] = (
                widget.text
                if isinstance(widget, TextArea)
                else (widget.value if isinstance(widget, Input) else "")
            )
        return found

    def action_save(self) -> None:
        """Answer with the values, unless something is wrong with them."""
        values = self.values()
        try:
            if self._check:
                self._check(values)
        except WorkbenchError as error:
            self.query_one(".problem", Label).update(guard.content(str(error)))
        else:
            self.dismiss(values)

    def action_back(self) -> None:
        """Step back; what was typed stays a draft where drafts are kept."""
        self.dismiss(None)

    def action_remove(self) -> None:
        """Take away what it is about."""
        if self._remove:
            self.dismiss(REMOVED)

    def on_choices_chosen(self, message: Choices.Chosen) -> None:
        """A choice was clicked."""
        line = self.query_one(f"#{message.field}", Input)
        line.value = message.chosen
        self.set_focus(line)

    def action_discard(self) -> None:
        """Forget what was typed."""
        if self._discard and self._changed:
            self._changed({})
            self.dismiss(None)

    def on_input_submitted(self) -> None:
        """Enter in a line saves."""
        self.action_save()

    def on_input_changed(self) -> None:
        """A keystroke in a line; other lines may follow it."""
        self._follow()
        self._show_choices()
        self._tell()

    def on_text_area_changed(self) -> None:
        """A keystroke in a box."""
        self._tell()

    def _follow(self) -> None:
        values = self.values()
        for field in self._fields:
            if field.follows and values[field.name] == self._followed[field.name]:
                self._followed[field.name] = field.follows(values)
                self.query_one(f"#{field.name}", Input).value = self._followed[field.name]

    def _tell(self) -> None:
        if self._changed and self.is_mounted:
            self._changed(self.values())

    def action_editor(self) -> None:
        """Write the long text in the analyst's own editor; it comes back as if typed here."""
        from workbench.tui.editing import edited

        box = self._long_box()
        if box is None:
            return
        self._tell()  # a draft before anything else can go wrong
        problem = self.query_one(".problem", Label)
        try:
            written = edited(self.app, box.text)
        except WorkbenchError as error:
            problem.update(guard.content(str(error)))
            return
        problem.update("")
        if written != box.text:
            box.replace(written, (0, 0), box.document.end, maintain_selection_offset=False)
        self.set_focus(box)
        self._tell()

    def _show_choices(self) -> None:
        for field in self._fields:
            if field.choices:
                now = self.query_one(f"#{field.name}", Input).value
                self.query_one(f"#{field.name}-choices", Choices).show(now)

    def _long_box(self) -> TextArea | None:
        """The long field one is in, else the first there is."""
        if isinstance(self.focused, TextArea):
            return self.focused
        return next(iter(self.query(TextArea)), None)

    def action_next_field(self) -> None:
        """To the next field, round and round."""
        self.focus_next()

    def _keys(self) -> KeyLine:
        commands = {command.id: command for command in commands_of("form")}
        if not any(field.long for field in self._fields):
            commands["form.save"] = replace(commands["form.save"], shown="enter")
            del commands["form.editor"]
        commands["form.back"] = replace(commands["form.back"], label=self._esc)
        if not self._discard:
            del commands["form.discard"]
        if self._remove:
            commands["form.remove"] = replace(commands["form.remove"], label=self._remove)
        else:
            del commands["form.remove"]
        line = KeyLine()
        line.show(list(commands.values()))
        return line

    def _label(self, field: Field) -> str:
        """What stands before a field; of a long one also how to write it in one's own editor."""
        if not field.long:
            return field.label
        return f"{field.label} · {keys_of(self).named('form.editor')}: your editor"
