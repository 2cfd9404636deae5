"""Things kept in the order of their keys, while some come and go."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Any, Generic, TypeVar

Key = TypeVar("Key", bound=Any)
Item = TypeVar("Item")


class Ordered(Generic[Key, Item]):
    """Items by keys of which no two are the same; a place is found by halves.

    Two plain lists beside each other: comparing keys needs no call, and copying either is quick.

    Attributes:
        keys: ascending.
        items: in the order of their keys.
    """

    __slots__ = ("items", "keys")

    def __init__(self, keys: Iterable[Key] = (), items: Iterable[Item] = ()) -> None:
        """Begin with these; the keys must be in order."""
        self.keys: list[Key] = list(keys)
        self.items: list[Item] = list(items)

    def __len__(self) -> int:
        return len(self.keys)

    def add(self, key: Key, item: Item) -> None:
        """Put an item in its place."""
        index = bisect_left(self.keys, key)
        self.keys.insert(index, key)
        self.items.insert(index, item)

    def put(self, key: Key, item: Item) -> None:
        """Put an item in its place unless it is there."""
        if key not in self:
            self.add(key, item)

    def remove(self, key: Key) -> Item:
        """Take an item out.

        Raises:
            KeyError: there is none with this key.
        """
        index = bisect_left(self.keys, key)
        if index == len(self.keys) or self.keys[index] != key:
            raise KeyError(key)
        del self.keys[index]
        return self.items.pop(index)

    def pairs(self) -> Iterator[tuple[Key, Item]]:
        """Keys and items, in order."""
        return zip(self.keys, self.items, strict=True)

    def __contains__(self, key: Key) -> bool:
        index = bisect_left(self.keys, key)
        return index < len(self.keys) and bool(self.keys[index] == key)
