"""How the rows of a reading pane look: what has a style of its own, and which."""

PARTS = (
    "agreeing", "single", "conflicting", "unverified", "nested", "deep", "current",
    "counterpart", "hit", "selected", "cursor", "gutter", "agreeing-sign",
    "conflicting-sign",
)  # fmt: skip
"""Whatever can lie over a row; a pane has a component class for each, `article-pane--…`."""

STYLES = """
PaneSurface {
    width: 1fr; height: 1fr; background: $background; color: $foreground;
    & > .article-pane--agreeing { color: $agreeing; text-style: underline; }
    & > .article-pane--single { color: $agreeing; text-style: underline italic; }
    & > .article-pane--conflicting { color: $conflicting; text-style: bold underline; }
    & > .article-pane--unverified { text-style: underline; }
    & > .article-pane--nested { text-style: uu; background: $surface; }
    & > .article-pane--deep { text-style: uu overline; background: $panel; }
    & > .article-pane--counterpart { background: $counterpart; }
    & > .article-pane--current { background: $here; }
    & > .article-pane--hit { background: $hit; }
    & > .article-pane--selected { background: $selection; }
    & > .article-pane--cursor { text-style: reverse; }
    &:nocolor > .article-pane--nested { text-style: uu italic; }
    &:nocolor > .article-pane--counterpart { text-style: bold; }
    &:nocolor > .article-pane--current { text-style: bold; }
    &:nocolor > .article-pane--hit { text-style: reverse; }
    &:nocolor > .article-pane--selected { text-style: reverse; }
    &:nocolor > .article-pane--cursor { text-style: bold reverse uu; }
    &:ansi > .article-pane--counterpart { text-style: bold; }
    &:ansi > .article-pane--current { text-style: bold; }
    &:ansi > .article-pane--hit { color: ansi_black; background: ansi_cyan; }
    &:ansi > .article-pane--selected { color: ansi_bright_white; background: ansi_blue; }
    & > .article-pane--gutter { color: $unverified; text-style: bold; }
    & > .article-pane--agreeing-sign {
        color: $agreeing-sign; background: $agreeing-sign-ground; text-style: bold;
    }
    & > .article-pane--conflicting-sign {
        color: $conflicting-sign; background: $conflicting-sign-ground; text-style: bold;
    }
}
"""
"""The style sheet; in which order styles are laid over each other is told in `layout/paint.py`."""
