"""Many short texts in two blocks of memory. Pure: no Django."""

from array import array


class Texts:
    """Texts by their numbers, kept as UTF-8 one behind the other: as an object each they would take three times the room."""

    def __init__(self) -> None:
        self._bytes = bytearray()
        self._ends = array("I", [0])

    def append(self, text: str) -> None:
        self._bytes += text.encode()
        self._ends.append(len(self._bytes))

    def __getitem__(self, number: int) -> str:
        if not 0 <= number < len(self):
            raise IndexError(f"Of {len(self)} texts none has the number {number}.")
        return self._bytes[self._ends[number] : self._ends[number + 1]].decode()

    def __len__(self) -> int:
        return len(self._ends) - 1
