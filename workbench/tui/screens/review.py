"""The review screen: panes above, the compare strip below; what each key asks for.

Here a key becomes a wish of the analyst: for a change, or to go somewhere. Core says what the
change is, the desk writes it, and the base of this screen paints what it touched.
"""

from typing import ClassVar

from textual.binding import BindingType

from workbench.core.model import Relation
from workbench.tui.keys import bindings_of
from workbench.tui.screens import review_proposals as proposed
from workbench.tui.screens import review_room as room
from workbench.tui.screens import review_text as texts
from workbench.tui.screens.review_base import ReviewBase
from workbench.tui.screens.review_parts import acts, going, linking, offers


class ReviewScreen(ReviewBase):
    """One review, with its keys.

    They are bound here and not on the panes, so that keys typed ahead act in order. What has
    dialogs is imported when it is asked for: it takes as long to read as all the rest.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("review")

    def action_claim(self) -> None:
        """Make a claim, edit the one here, take new edges; in the strip: edit the link."""
        if self.in_strip:
            chosen = self.strip.chosen
            if chosen and chosen.link_id in self.desk.state.links:
                from workbench.tui.screens import review_dialogs as dialogs

                dialogs.edit_link(self, self.desk.state.links[chosen.link_id])
        elif self.pane is not None:
            acts.claim(self, self.pane)

    def action_edges(self) -> None:
        """Take up the edges of the claim here."""
        if self.pane is not None:
            acts.take_up_edges(self, self.pane)

    def action_copy(self) -> None:
        """Copy the quote with its reference."""
        if self.pane is not None:
            from workbench.tui.screens import review_handing_out as handing_out

            handing_out.copy_quote(self, self.pane)

    def action_link(self) -> None:
        """Pin the claim here and go to its best counterpart."""
        linking.begin(self)

    def action_mark(self, relation: Relation) -> None:
        """Mark what is under the cursor, or the link the strip stands on."""
        if self.in_strip and self.linking is None:
            linking.mark_again(self, relation)
        else:
            linking.mark(self, relation)

    def action_next_proposal(self) -> None:
        """Pin the next claim with a strong counterpart."""
        proposed.next_proposal(self)

    def action_shared_text(self) -> None:
        """Show what this article shares with the others; again: no more."""
        from workbench.tui.screens import review_shared as shared

        shared.show_passages(self)

    def action_take_offer(self) -> None:
        """Take what the strip offers."""
        offers.take(self)

    def action_refuse_offer(self) -> None:
        """Do not offer this again."""
        offers.refuse(self)

    def action_not_same_event(self) -> None:
        """Say that the two are about different events."""
        linking.not_same_event(self)

    def action_next(self, step: int) -> None:
        """The next counterpart while linking, the next hit after a search."""
        if self.linking is not None:
            linking.step(self, step)
        else:
            going.next_hit(self, step)

    def action_delete(self) -> None:
        """Delete the link the strip stands on, or the claim under the cursor."""
        acts.delete(self)

    def action_undo(self) -> None:
        """Take back the analyst's newest act."""
        self.attempt(lambda: self.say(self.desk.undo()))

    def action_redo(self) -> None:
        """Bring back what undo took."""
        self.attempt(lambda: self.say(self.desk.redo()))

    def action_go_point(self, step: int) -> None:
        """To the next or previous point."""
        going.go_point(self, step)

    def action_next_conflict(self) -> None:
        """To the next conflict."""
        going.next_conflict(self)

    def action_next_pane(self, step: int) -> None:
        """To the next pane; past the last one lies the strip."""
        going.next_pane(self, step)

    def action_strip(self) -> None:
        """Into the strip, to the links of the claim under the cursor."""
        going.enter_strip(self)

    def action_pane(self, number: int) -> None:
        """To the n-th pane; where one is shown, to the n-th article."""
        going.go_pane(self, number)

    def action_zoom(self) -> None:
        """The focused pane alone, or all again."""
        self.board.set_zoom(zoomed=not self.board.zoomed)
        self.unsaved = True

    def action_tie(self) -> None:
        """Tie or untie the panes."""
        self.tied = not self.tied
        self.say(
            "Panes tied: they follow to counterparts."
            if self.tied
            else "Panes untied: each stays where it is."
        )
        self.unsaved = True
        self.show_counts()
        self.refresh_current(again=True)

    def action_panes(self, step: int) -> None:
        """More or fewer panes, or as many as the width allows."""
        going.change_panes(self, step)

    def action_layout(self) -> None:
        """Panes one above the other, or side by side."""
        room.stack(self)

    def action_resize(self, step: int) -> None:
        """The pane, or the strip, larger or smaller."""
        room.resize(self, step)

    def action_toggle_strip(self) -> None:
        """Put the strip away, or open it again."""
        room.toggle_strip(self)

    def action_plain_symbols(self) -> None:
        """Plain symbols, or text as it is."""
        texts.toggle_plain_symbols(self)

    def action_articles(self) -> None:
        """Choose, add, describe, remove articles."""
        from workbench.tui.screens import review_articles as articles

        articles.choose(self)

    async def action_search(self) -> None:
        """Ask for words to look for."""
        if not self.search_bar.is_attached:
            await self.mount(self.search_bar, before=self.key_line)
        typed = self.search is not None and self.search.typed
        self.search_bar.open(self.search.wanted if self.search and typed else "")

    def action_search_list(self) -> None:
        """List what the search found beside the articles."""
        from workbench.tui.screens import review_search as search

        search.show(self)

    def action_earlier(self) -> None:
        """List how earlier reviews judged the claim here."""
        from workbench.tui.screens import review_earlier as earlier

        earlier.show(self)

    def action_finding(self) -> None:
        """The finding of the point under the cursor."""
        claim = self.desk.state.claims.get(self.current)
        if claim is None:
            self.say(f"{self.key('finding')} is for a point: go to one of its claims first.")
            return
        from workbench.tui.screens import review_findings as findings

        findings.conclude(self, claim)

    def action_origin(self) -> None:
        """One origin for the position of the claim under the cursor."""
        claim = self.desk.state.claims.get(self.current)
        if claim is None:
            self.say(f"{self.key('origin.share')} is for claims: go to one of them first.")
            return
        from workbench.tui.screens import review_dialogs as dialogs

        dialogs.share_origin(self, claim)

    def action_points(self) -> None:
        """Show the matrix of points; come back to the one that was chosen."""
        from workbench.tui.screens import review_points as points

        points.show(self)

    def action_next_contradiction(self) -> None:
        """To the next of the marks that cannot all hold."""
        from workbench.tui.screens import review_points as points

        points.next_contradiction(self)

    def action_history(self) -> None:
        """Show the log."""
        from workbench.tui.screens.history import History

        self.app.push_screen(History(self.desk))

    def action_export(self) -> None:
        """Ask what to export, and where."""
        from workbench.tui.screens import review_handing_out as handing_out

        handing_out.export(self)

    def action_step_back(self) -> None:
        """Leave search, edges, selection or linking, one at a time; never the program."""
        going.step_back(self)

    def action_leave(self) -> None:
        """Back to the list of reviews; a click more on the key closes nothing else."""
        if not self._left:
            self.close()
            self.dismiss(None)
