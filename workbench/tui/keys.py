"""Every key in one table: bindings, footer, help, palette and the README's list come from it.

Textual is only imported when bindings are made, so that the command line can check the keys of a
config file.
"""

from typing import TYPE_CHECKING

from workbench.tui.key_rules import NO_KEY, Command

if TYPE_CHECKING:
    from textual.binding import BindingType

__all__ = ["COMMANDS", "Command", "bindings_of", "commands_of"]

_C = Command

COMMANDS: tuple[Command, ...] = (
    # Claims
    _C("claim.make", "enter", "claim", "claim",
       "make a claim of the selection or the sentence; on a claim, or a link below: edit it",
       "review", 1),
    _C("claim.edges", "r", "edges", "edges", "take up the claim's edges again, then claim",
       "review", 9),
    _C("claim.previous", "left_square_bracket", "go_claim(-1)", "claim back",
       "to the claim before, in this article", "pane"),
    _C("claim.next", "right_square_bracket", "go_claim(1)", "next claim",
       "to the next claim, in this article", "pane", 10),
    _C("claim.outer", "O", "outer_claim", "outer claim",
       "act on the next outer of nested claims", "pane"),
    _C("copy.quote", "y", "copy", "copy", "copy the quote with outlet, date and place",
       "review", 12),
    # Selecting
    _C("select.toggle", "v", "toggle_selection", "select", "begin or drop a selection", "pane", 4),
    _C("select.left", "shift+left", "extend('left')", "extend", "extend the selection left",
       "pane"),
    _C("select.right", "shift+right", "extend('right')", "extend", "extend it right", "pane"),
    _C("select.up", "shift+up", "extend('up')", "extend", "extend it a line up", "pane"),
    _C("select.down", "shift+down", "extend('down')", "extend", "extend it a line down", "pane"),
    _C("select.word", "W,ctrl+shift+right,alt+shift+right", "edge(1)", "word on",
       "move the selection's edge a word on", "pane", shown="W ctrl+shift+→"),
    _C("select.word_back", "B,ctrl+shift+left,alt+shift+left", "edge(-1)", "word back",
       "move the selection's edge a word back", "pane", shown="B ctrl+shift+←"),
    _C("select.other_end", "e", "swap_ends", "other edge",
       "to the selection's other edge, to move that one", "pane"),
    _C("select.sentence", "s", "select_sentence", "sentence",
       "select the sentence; again: and the next", "pane", 3),
    # Moving in an article
    _C("move.left", "left,h", "move('left')", "left", "one character left", "pane"),
    _C("move.right", "right,l", "move('right')", "right", "one character right", "pane"),
    _C("move.up", "up,k", "move('up')", "up", "one line up", "pane"),
    _C("move.down", "down,j", "move('down')", "down", "one line down", "pane"),
    _C("move.word", "w", "move('next_word')", "word", "to the next word", "pane"),
    _C("move.word_back", "b", "move('previous_word')", "word back", "to the word before", "pane"),
    _C("move.sentence", "right_parenthesis", "move('next_sentence')", "sentence",
       "to the next sentence", "pane"),
    _C("move.sentence_back", "left_parenthesis", "move('previous_sentence')", "sentence back",
       "to the beginning of the sentence, then the one before", "pane"),
    _C("move.paragraph", "right_curly_bracket", "move('next_paragraph')", "paragraph",
       "to the next paragraph", "pane"),
    _C("move.paragraph_back", "left_curly_bracket", "move('previous_paragraph')",
       "paragraph back", "to the beginning of the paragraph, then the one before", "pane"),
    _C("move.start", "g,ctrl+home", "move('start')", "start", "to the start of the article",
       "pane"),
    _C("move.end", "G,ctrl+end", "move('end')", "end", "to the end of the article", "pane"),
    _C("move.line_start", "home", "move('line_start')", "line start",
       "to the beginning of the line", "pane"),
    _C("move.line_end", "end", "move('line_end')", "line end", "to the end of the line", "pane"),
    _C("move.page", "pagedown", "move('page_down')", "page", "one page down", "pane"),
    _C("move.page_back", "pageup", "move('page_up')", "page back", "one page up", "pane"),
    _C("move.half_page", "ctrl+d", "move('half_down')", "half page", "half a page down", "pane"),
    _C("move.half_page_back", "ctrl+u", "move('half_up')", "half page back", "half a page up",
       "pane"),
    # Linking
    _C("link.start", "space", "link", "link",
       "link: pin this claim, jump to its best counterpart", "review", 2),
    _C("link.agrees", "a", "mark('agrees')", "agrees",
       "while linking, or on a link in the strip: agrees", "review"),
    _C("link.conflicts", "c", "mark('conflicts')", "conflicts",
       "while linking, or on a link in the strip: conflicts", "review"),
    _C("link.unverified", "u", "mark('unverified')", "unverified",
       "while linking, or on a link in the strip: unverified", "review"),
    _C("link.not_same_event", "x", "not_same_event", "other event",
       "while linking, or on a link in the strip: not the same event", "review"),
    _C("go.forward", "n", "next(1)", "next",
       "while linking: the next counterpart; after a search: the next hit", "review"),
    _C("go.back", "N", "next(-1)", "previous",
       "while linking: the counterpart before; after a search: the hit before", "review"),
    _C("strip.enter", "i", "strip", "strip", "into the strip below: the links of this claim",
       "review"),
    _C("delete", "d,delete", "delete", "delete", "delete the claim, or the link in the strip",
       "review", 11),
    # Points
    _C("point.previous", "less_than_sign", "go_point(-1)", "point back", "to the point before",
       "review"),
    _C("point.next", "greater_than_sign", "go_point(1)", "next point", "to the next point",
       "review"),
    _C("conflict.next", "exclamation_mark", "next_conflict", "next conflict",
       "to the next conflict of the review", "review", 8),
    # Panes
    _C("pane.next", "tab", "next_pane(1)", "pane",
       "to the next pane, then the strip; with one pane: the next article", "review", 5),
    _C("pane.previous", "shift+tab", "next_pane(-1)", "pane back", "to the pane before", "review"),
    *(
        _C(f"pane.{n}", str(n), f"pane({n})", f"pane {n}",
           f"to pane {n}; with one pane: article {n}", "review")
        for n in range(1, 10)
    ),
    _C("pane.zoom", "z", "zoom", "zoom", "this pane alone, and back", "review"),
    _C("pane.tie", "t", "tie", "tie", "tie and untie the panes", "review"),
    _C("pane.more", "plus", "panes(1)", "more panes", "show one more pane", "review"),
    _C("pane.fewer", "minus", "panes(-1)", "fewer panes", "show one pane less", "review"),
    _C("pane.auto", "equals_sign", "panes(0)", "panes by width",
       "as many panes as there is room for, equally large", "review"),
    _C("pane.larger", "full_stop", "resize(1)", "larger",
       "make the pane larger, or in the strip: the strip", "review"),
    _C("pane.smaller", "comma", "resize(-1)", "smaller",
       "make the pane smaller, or in the strip: the strip", "review"),
    _C("pane.layout", "L", "layout", "layout",
       "panes one above the other, or side by side", "review"),
    _C("strip.toggle", "I", "toggle_strip", "hide strip",
       "put the strip away but for a line, or open it again", "review"),
    _C("article.choose", "o", "articles", "article",
       "choose the article of this pane; add, edit, remove articles", "review", 6),
    _C("text.plain_symbols", "S", "plain_symbols", "plain symbols",
       "draw emoji, flags and joined letters in a simple form, where terminals differ; and back",
       "review"),
    _C("proposal.next", "P", "next_proposal", "next proposal",
       "link the next claim that has a strong counterpart and no link yet", "review"),
    _C("offer.take", "A", "take_offer", "take the offer",
       "take what the strip offers: a reason, an origin, narrower words", "review"),
    _C("offer.refuse", "X", "refuse_offer", "no to the offer",
       "do not offer this again, as long as the review is open", "review"),
    # The review
    _C("search", "slash", "search", "search",
       "search all articles, notes and findings of the review, and earlier reviews", "review", 7),
    _C("search.list", "F", "search_list", "list",
       "after a search: list what it found in notes, findings and earlier reviews", "review"),
    _C("earlier", "E", "earlier", "judged earlier",
       "how earlier reviews judged this claim, where the strip says that one has", "review"),
    _C("text.shared", "C", "shared_text", "shared text",
       "show what this article has word for word in common with others; again: hide it", "review"),
    _C("contradiction.next", "asterisk", "next_contradiction", "contradiction",
       "to the next of the marks that cannot all hold", "review", shown="*"),
    _C("finding", "f", "finding", "finding",
       "the finding of this point: wording, verdict, confidence, rationale, evidence", "review"),
    _C("points", "p", "points", "points", "the matrix of points: what agrees, what divides",
       "review", 8),
    _C("history", "H", "history", "history", "what was done, when, and by whom", "review", 14),
    _C("undo", "ctrl+z", "undo", "undo", "undo your last act", "review", 13),
    _C("redo", "ctrl+y", "redo", "redo", "redo what was undone", "review"),
    _C("export", "ctrl+e", "export", "export", "export tables, the report, or all in a zip",
       "review", 15),
    _C("back", "escape", "step_back", "back",
       "step back: search, edges, selection, linking; never quits", "review"),
    _C("quit", "q", "leave", "quit", "back to the list of reviews; there: quit", "review", 16),
    # The strip
    _C("strip.up", "up,k", "move(-1)", "up", "the link above", "strip"),
    _C("strip.down", "down,j", "move(1)", "down", "the link below", "strip"),
    _C("strip.go", "g", "go", "go there", "to this counterpart's words", "strip", 2),
    # The list of reviews
    _C("reviews.open", "enter", "open", "open", "open the review", "reviews", 1),
    _C("reviews.new", "n", "new", "new", "make a review", "reviews", 2),
    _C("reviews.add", "a", "add", "add", "bring more articles into it", "reviews", 3),
    _C("reviews.rename", "e", "rename", "rename", "another title", "reviews", 4),
    _C("reviews.delete", "d,delete", "delete", "delete", "delete the review for good", "reviews",
       5),
    _C("reviews.quit", "q", "leave", "quit", "quit; nothing is unsaved", "reviews", 9),
    # The points
    _C("points.go", "enter", "choose", "to the words", "to the words of the point, in the panes",
       "points table", 1),
    _C("points.down", "down,j", "move(1)", "down", "the point below", "points table"),
    _C("points.up", "up,k", "move(-1)", "up", "the point above", "points table"),
    _C("points.page", "pagedown,ctrl+d", "page(1)", "page", "a page of points down",
       "points table"),
    _C("points.page_back", "pageup,ctrl+u", "page(-1)", "page back", "a page of points up",
       "points table"),
    _C("points.first", "g,home", "edge(-1)", "first", "the first point", "points table"),
    _C("points.last", "G,end", "edge(1)", "last", "the last point", "points table"),
    _C("points.right", "right,l", "sideways(1)", "further articles",
       "the columns of further articles", "points table"),
    _C("points.left", "left,h", "sideways(-1)", "articles before",
       "the columns of the articles before", "points table"),
    _C("points.sort", "s", "sort", "sort",
       "sort by what divides most, by first publication, in reading order, by number", "points", 2),
    _C("points.conflicting", "1", "filter(1)", "conflicting", "only points that conflict",
       "points"),
    _C("points.only_here", "2", "filter(2)", "only in one", "only what one article alone says",
       "points"),
    _C("points.contradictory", "3", "filter(3)", "contradictory",
       "only points with marks that cannot all hold", "points"),
    _C("points.without_finding", "4", "filter(4)", "without finding",
       "only points without a finding", "points"),
    _C("points.back", "escape,q,p", "back", "back", "back to the panes", "points", 3),
    # Dialogs and lists
    _C("form.save", "ctrl+s", "save", "save", "take what is typed", "form", 1),
    _C("form.next", "tab", "next_field", "next field", "to the next field", "form", 2),
    _C("form.back", "escape", "back", "back", "back, without taking it", "form", 3),
    _C("form.discard", "ctrl+d", "discard", "discard", "forget what was typed", "form", 4),
    _C("form.editor", "ctrl+o", "editor", "editor",
       "write the long text in your own editor ($VISUAL, $EDITOR)", "form", 5),
    _C("search.close", "escape", "close", "close", "close the search line", "search", 1),
    _C("busy.stop", "escape", "stop", "stop",
       "stop what takes long; nothing is left half done", "busy", 1),
    _C("confirm.yes", "y", "answer(True)", "yes", "yes", "confirm", 1),
    _C("confirm.no", "n,escape,enter", "answer(False)", "no", "no", "confirm", 2),
    _C("chooser.show", "enter", "answer('show')", "show", "show the article", "chooser", 1),
    _C("chooser.edit", "e", "answer('edit')", "outlet, date, title, address",
       "outlet, date, title, address", "chooser", 2),
    _C("chooser.add", "a", "answer('add')", "add", "bring in more articles", "chooser", 3),
    _C("chooser.remove", "d,delete", "answer('remove')", "remove",
       "take the article out of the review", "chooser", 4),
    _C("chooser.back", "escape,q", "back", "back", "back", "chooser", 5),
    _C("listing.go", "enter", "go", "go there",
       "to the words; of another review: open that one there", "listing", 1),
    _C("listing.scroll", "ctrl+d", "scroll(1)", "read on", "read on in what is said", "listing",
       2),
    _C("listing.scroll_back", "ctrl+u", "scroll(-1)", "back up", "back up in what is said",
       "listing", 3),
    _C("listing.back", "escape,q", "back", "back", "back", "listing", 4),
    _C("history.undo", "ctrl+z", "undo", "undo", "undo your last act", "history", 1),
    _C("history.redo", "ctrl+y", "redo", "redo", "redo what was undone", "history", 2),
    _C("history.more", "m", "more", "older acts", "show older acts too", "history", 3),
    _C("history.back", "escape,q,H", "back", "back", "back to the review", "history", 4),
    _C("help.back", "escape,q,question_mark,f1", "back", "back", "back", "help", 1),
    _C("small.quit", "q", "app.leave", "quit", "quit; nothing is unsaved", "small", 1),
    # Everywhere
    _C("help", "question_mark,f1", "help", "help", "the keys of the place you are in",
       "everywhere", 20),
    _C("palette", "ctrl+p", "command_palette", "commands", "find a command by name",
       "everywhere", 19),
    _C("theme.next", "", "next_theme", "next theme",
       "other colours: dark, light, the terminal's own", "everywhere"),
)  # fmt: skip


def commands_of(*places: str) -> list[Command]:
    """The commands of some places, in the table's order."""
    return [command for command in COMMANDS if command.place in places]


def bindings_of(place: str) -> "list[BindingType]":
    """The Textual bindings of a place; shown by our own footer, not Textual's."""
    from textual.binding import Binding

    return [
        Binding(
            command.keys or NO_KEY,
            command.action,
            command.label,
            show=False,
            id=command.id,
            # In a form the keys must work while something is being typed.
            priority=place == "form",
        )
        for command in COMMANDS
        if command.place == place
    ]
