"""Child processes that end with the benchmark, however it ends."""

import atexit
import contextlib
import ctypes
import json
import os
import signal
import socket
import subprocess
import time
import urllib.request

from figbench.scratch import class_path, directory, say

PATIENCE = float(os.environ.get("PATIENCE", "180"))
"""Seconds for a server to start."""

_running = []


def _die_with_parent():
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(1, signal.SIGKILL)


def start(name, command, env=None, **options):
    """Starts a process whose output goes to a log of that name; `process.log` is its path."""
    log = directory("logs") / f"{name}.log"
    with open(log, "wb") as out:
        process = subprocess.Popen([str(part) for part in command], stdout=options.pop("stdout", out), stderr=out,
                                   env={**os.environ, **(env or {})}, preexec_fn=_die_with_parent, **options)
    process.log = log
    _running.append(process)
    return process


def stop(process, patience=20):
    if process.stdin:
        process.stdin.close()
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(patience)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@atexit.register
def _stop_all():
    for process in reversed(_running):
        stop(process, 5)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def await_http(url, process, patience=PATIENCE):
    """Polls until the URL answers 200; returns the seconds it took."""
    begin = time.monotonic()
    while time.monotonic() - begin < patience:
        if process.poll() is not None:
            raise SystemExit(f"It ended with {process.returncode}: {process.log}\n{tail(process.log)}")
        with contextlib.suppress(OSError):
            with urllib.request.urlopen(url, timeout=5) as answer:
                if answer.status == 200:
                    return time.monotonic() - begin
        time.sleep(0.02)
    raise SystemExit(f"No answer: {url}\n{tail(process.log)}")


def tail(log, count=1500):
    return log.read_text(errors="replace")[-count:]


def java(program, *arguments, options=("-Xmx256m",), patience=PATIENCE):
    """Runs one of the benchmarks' Java programs to its end and returns the JSON of its last line."""
    done = subprocess.run([java_home() + "/bin/java", *options, "-cp", class_path(), f"io.figcast.bench.{program}",
                           *map(str, arguments)], capture_output=True, text=True, timeout=patience, preexec_fn=_die_with_parent)
    if done.returncode:
        raise SystemExit(f"{program} failed:\n{done.stdout[-500:]}\n{done.stderr[-2000:]}")
    lines = done.stdout.strip().splitlines()
    return json.loads(lines[-1]) if lines else None


def java_home():
    configured = os.environ.get("JAVA_HOME")
    if configured:
        return configured
    found = subprocess.run(["java", "-XshowSettings:properties", "-version"], capture_output=True, text=True).stderr
    return next(line.split("=", 1)[1].strip() for line in found.splitlines() if "java.home" in line)


def resident_mib(process):
    with open(f"/proc/{process.pid}/status") as status:
        return next(int(line.split()[1]) // 1024 for line in status if line.startswith("VmRSS"))


__all__ = ["start", "stop", "free_port", "await_http", "java", "java_home", "resident_mib", "tail", "say"]
