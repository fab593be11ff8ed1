"""Loads: wrk for as many answers as go, our own open loop for latencies at a given rate."""

import http.client
import os
import pathlib
import re
import subprocess
import urllib.parse

from figbench.processes import java
from figbench.scratch import BENCH

TICKS = os.sysconf("SC_CLK_TCK")


def most(url, seconds, headers=None, connections=64, script=None, threads=2):
    """Answers per second with that many connections that ask again at once, after the server is warm."""
    command = ["wrk", f"-t{threads}", f"-c{connections}", f"-d{seconds}s", "--timeout", "60s"]
    for name, value in (headers or {}).items():
        command += ["-H", f"{name}: {value}"]
    if script:
        command += ["-s", str(BENCH / "lua" / script)]
    out = subprocess.run([*command, url], capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in out or "Socket errors" in out and "timeout 0" not in out:
        raise SystemExit(f"The server failed under load: {url}\n{out}")
    return float(re.search(r"Requests/sec:\s+([\d.]+)", out).group(1))


def at_rate(url, rate, seconds, headers=None, connections=64, warm_up=3):
    """Latencies in milliseconds at that rate, from the moment each request was due."""
    lines = [f"{name}: {value}" for name, value in (headers or {}).items()]
    return java("OpenLoop", url, int(rate), warm_up, seconds, connections, *lines, options=("-Xmx128m", "-XX:+UseSerialGC"))


def get(url, headers=None, timeout=120):
    """One GET as it is on the wire: (status, headers in lower case, body)."""
    parts = urllib.parse.urlsplit(url)
    connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=timeout)
    try:
        connection.request("GET", f"{parts.path}?{parts.query}", headers=headers or {})
        answer = connection.getresponse()
        body = answer.read()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, body
    finally:
        connection.close()


def cpu_seconds(pid):
    """CPU time that a process and its children have used so far."""
    family = [pid]
    for parent in family:
        children = pathlib.Path(f"/proc/{parent}/task/{parent}/children")
        family += [int(child) for child in children.read_text().split()]
    fields = [pathlib.Path(f"/proc/{member}/stat").read_text().rsplit(")", 1)[1].split() for member in family]
    return sum(int(field[11]) + int(field[12]) for field in fields) / TICKS


def figures_url(base, dataset, category):
    return f"{base}/api/figures?{urllib.parse.urlencode({'dataset': dataset, 'category': category})}"


BROWSER = {"Accept": "application/vnd.figcast.figures", "Accept-Encoding": "gzip, deflate, br, zstd"}
"""What the page's own request carries, as far as the answer depends on it."""

EVERYONE = {"Accept": "application/json", "Accept-Encoding": "gzip, deflate, br, zstd"}
