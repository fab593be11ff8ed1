"""As much of a Redis client as it takes to look into the memo."""

import socket


class Redis:
    def __init__(self, address):
        host, port = address.split(":")
        self.socket = socket.create_connection((host, int(port)), 30)
        self.file = self.socket.makefile("rb")

    def __call__(self, *command):
        parts = [str(part).encode() for part in command]
        self.socket.sendall(b"*%d\r\n" % len(parts) + b"".join(b"$%d\r\n%s\r\n" % (len(part), part) for part in parts))
        return self._reply()

    def _reply(self):
        kind, line = self.file.read(1), self.file.readline().strip()
        if kind == b"-":
            raise OSError(line.decode())
        if kind == b":":
            return int(line)
        if kind == b"$":
            return None if line == b"-1" else self.file.read(int(line) + 2)[:-2].decode(errors="replace")
        if kind == b"*":
            return [self._reply() for _ in range(int(line))]
        return line.decode()

    def keys(self, pattern):
        cursor, found = "0", set()
        while True:
            cursor, some = self("SCAN", cursor, "MATCH", pattern, "COUNT", 1000)
            found.update(some)
            if cursor == "0":
                return found

    def close(self):
        self.file.close()
        self.socket.close()
