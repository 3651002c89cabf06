"""What is between a desk and the server: a connection that can be cut at the moment of a commit."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress
from typing import Literal

Cut = Literal["never", "before", "after"]


class Wire:
    """``cut``: whether the next commit reaches the server; its answer does not reach the desk."""

    def __init__(self, port: int) -> None:
        self.cut: Cut = "never"
        self.is_down = False
        self._to = port
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listening.getsockname()[1])
        self._threads = [threading.Thread(target=self._serve)]
        self._threads[0].start()

    def close(self) -> None:
        """When no desk is connected any more."""
        with suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        for thread in self._threads:
            thread.join()

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                desk, _address = self._listening.accept()
                if self.is_down:
                    desk.close()
                    continue
                thread = threading.Thread(target=self._connect, args=(desk,))
                self._threads.append(thread)
                thread.start()

    def _connect(self, desk: socket.socket) -> None:
        with desk, socket.create_connection(("127.0.0.1", self._to)) as server:
            back = threading.Thread(target=_pass_on, args=(server, desk))
            back.start()
            while told := _received(desk):
                if b"COMMIT\0" in told and self.cut != "never":
                    cut, self.cut = self.cut, "never"
                    _shut(desk)
                    if cut == "after":
                        server.sendall(told)
                    break
                server.sendall(told)
            _shut(server)
            back.join()


def _pass_on(server: socket.socket, desk: socket.socket) -> None:
    while told := _received(server):
        with suppress(OSError):
            desk.sendall(told)
    _shut(desk)


def _received(end: socket.socket) -> bytes:
    try:
        return end.recv(1 << 16)
    except OSError:
        return b""


def _shut(end: socket.socket) -> None:
    with suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)
