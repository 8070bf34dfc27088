"""The tree over the entries of a seal: that of RFC 6962, section 2.1, with the algorithm of its first entry.

A leaf is ``H(00 ‖ digest)`` of the entry's 32 bytes, a node ``H(01 ‖ left ‖ right)``; of n leaves the left subtree
takes the greatest power of two smaller than n. The root of no entries is ``H("")``. The two prefixes keep a node from
being shown as an entry.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from fadu.ledger.digests import running

Hash = Callable[[bytes], bytes]


def _hash(algorithm: str) -> Hash:
    fresh = running(algorithm)

    def compute(data: bytes) -> bytes:
        state = fresh.copy()
        state.update(data)
        return state.digest()

    return compute


class Tree:
    """A root over entries that come one after another; holds one node a level, not the entries."""

    def __init__(self, algorithm: str) -> None:
        self.algorithm = algorithm
        self._hash = _hash(algorithm)
        self._peaks: list[tuple[int, bytes]] = []  # (leaves under it, node), ever smaller
        self.size = 0

    def add(self, digest: str) -> None:
        """One more entry, by its digest."""
        compute = self._hash
        node, leaves = compute(b"\x00" + bytes.fromhex(digest)), 1
        peaks = self._peaks
        while peaks and peaks[-1][0] == leaves:
            node = compute(b"\x01" + peaks.pop()[1] + node)
            leaves *= 2
        peaks.append((leaves, node))
        self.size += 1

    def root(self) -> str:
        """The root over all that was added."""
        if not self._peaks:
            return self._hash(b"").hex()
        node = self._peaks[-1][1]
        for _, left in reversed(self._peaks[:-1]):
            node = self._hash(b"\x01" + left + node)
        return node.hex()


def root(algorithm: str, digests: Iterable[str]) -> str:
    """The root over these entries' digests, in order."""
    tree = Tree(algorithm)
    for digest in digests:
        tree.add(digest)
    return tree.root()


def path(algorithm: str, digests: Sequence[str], index: int) -> list[str]:
    """The audit path of RFC 6962, section 2.1.1: the nodes that lead entry ``index`` to the root, leaf side first."""
    compute = _hash(algorithm)
    level = [compute(b"\x00" + bytes.fromhex(digest)) for digest in digests]
    nodes: list[str] = []
    while len(level) > 1:
        sibling = index ^ 1
        if sibling < len(level):
            nodes.append(level[sibling].hex())
        pairs = [compute(b"\x01" + level[n] + level[n + 1]) for n in range(0, len(level) - 1, 2)]
        level = pairs + level[len(pairs) * 2 :]  # an odd one goes up unchanged, which is RFC 6962's split
        index //= 2
    return nodes


def lead(algorithm: str, digest: str, index: int, size: int, nodes: Sequence[str]) -> str | None:
    """The root to which the path leads; None when it is not a path for that place in a tree of that size."""
    if not 0 <= index < size:
        return None
    compute = _hash(algorithm)
    rest = list(nodes)
    node = compute(b"\x00" + bytes.fromhex(digest))
    while size > 1:
        if index ^ 1 < size:
            if not rest:
                return None
            other = bytes.fromhex(rest.pop(0))
            node = compute(b"\x01" + (other + node if index & 1 else node + other))
        index //= 2
        size = (size + 1) // 2
    return None if rest else node.hex()
