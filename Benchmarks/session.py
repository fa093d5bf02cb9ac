"""A program in a pseudo-terminal, seen from outside: keys in, bytes and times out."""
import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time

ARROWS = {"up": "A", "down": "B", "right": "C", "left": "D", "home": "H", "end": "F"}
LONGEST_BURST = 10  # seconds
OTHER_KEYS = {"enter": "\r", "escape": "\x1b", "tab": "\t"}


class BenchError(Exception):
    """The program did not do what a measure needs."""


class Session:
    """One run of a program, alone in its process group, on a terminal of a given size.

    Use it as a context manager: whatever happens, the group is killed and reaped at the end.
    """

    def __init__(self, argv, size, environment, folder=None):
        self.argv = argv
        self._application_keys = False
        columns, rows = size
        read_end, write_end = os.pipe2(os.O_CLOEXEC)
        self.pid, self._terminal = pty.fork()
        if self.pid == 0:
            self._become(argv, (rows, columns), environment, folder, write_end)
        os.close(write_end)
        stamp = os.read(read_end, 8)
        os.close(read_end)
        if len(stamp) < 8:
            self.close()
            raise BenchError(f"{argv[0]} could not be started")
        self.started = struct.unpack("d", stamp)[0]
        self._poll = select.poll()
        self._poll.register(self._terminal, select.POLLIN | select.POLLHUP)

    @staticmethod
    def _become(argv, size, environment, folder, stamp_end):
        """Never returns: the child of the fork turns into the program."""
        try:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", *size, 0, 0))
            if folder:
                os.chdir(folder)
            # The clock is the system's: the parent may subtract it from its own.
            os.write(stamp_end, struct.pack("d", time.perf_counter()))
            os.execvpe(argv[0], argv, environment)
        finally:
            os._exit(127)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.pid, signal.SIGKILL)
        with contextlib.suppress(OSError):
            os.close(self._terminal)
        with contextlib.suppress(ChildProcessError):
            os.waitpid(self.pid, 0)

    def burst(self, quiet, limit):
        """What is written until `quiet` seconds pass in silence; the first wait is `limit` seconds.

        Returns the bytes and the time of the last of them; no bytes and None when nothing came.
        """
        data, last = bytearray(), None
        self._first = None
        end = time.perf_counter() + limit + LONGEST_BURST
        wait = limit
        while self._poll.poll(max(0, wait * 1000)):
            try:
                chunk = os.read(self._terminal, 65536)
            except OSError:
                chunk = b""
            if not chunk:
                raise BenchError(f"{' '.join(self.argv)} ended; its last words: {bytes(data[-200:])!r}")
            last = time.perf_counter()
            self._first = self._first or last
            data += chunk
            if last > end:
                raise BenchError(f"{' '.join(self.argv)} never stops writing")
            wait = quiet
        if b"\x1b[?1h" in data:
            self._application_keys = True
        return bytes(data), last

    def first_frame(self, quiet=0.15, limit=10):
        """Milliseconds from exec to the last byte of the first frame."""
        data, last = self.burst(quiet, limit)
        if last is None:
            raise BenchError(f"{' '.join(self.argv)} shows nothing")
        return (last - self.started) * 1000

    def press(self, key, quiet=0.02, limit=0.5):
        """Types one key; milliseconds to the last byte of the answer and how many bytes it has.

        None when the program says nothing.
        """
        introducer = "\x1bO" if self._application_keys else "\x1b["
        text = introducer + ARROWS[key] if key in ARROWS else OTHER_KEYS.get(key, key)
        begin = time.perf_counter()
        os.write(self._terminal, text.encode())
        data, last = self.burst(quiet, limit)
        return None if last is None else ((last - begin) * 1000, len(data))

    def first_byte(self, key):
        """Types one key; milliseconds to the first byte of the answer, whatever else comes after it.

        For what is typed while news of something else may be shown too.
        """
        begin = time.perf_counter()
        self.press(key)
        return None if self._first is None else (self._first - begin) * 1000

    def idle(self, seconds):
        """Wake-ups of all its threads, and bytes, while nobody types."""
        before = self._switches()
        data = b""
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            data += self.burst(0.05, left)[0]
        return self._switches() - before, len(data)

    def _switches(self):
        total = 0
        for thread in os.listdir(f"/proc/{self.pid}/task"):
            total += self._status(f"task/{thread}/status", "voluntary_ctxt_switches")
        return total

    def peak_memory(self):
        """The most that was resident at once, in MiB."""
        return self._status("status", "VmHWM") / 1024

    def _status(self, path, name):
        with open(f"/proc/{self.pid}/{path}") as lines:
            for line in lines:
                if line.startswith(name + ":"):
                    return int(line.split()[1])
        raise BenchError(f"/proc says nothing of {name}")
