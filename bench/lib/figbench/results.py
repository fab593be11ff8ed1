"""One row per figure of merit, kept per benchmark and shown as a table."""

import datetime
import json
import os
import platform
import re
import shutil
import subprocess

from figbench.scratch import BENCH, SCRATCH, directory, python

ORDER = ["warm", "cold", "run-once", "figures", "rows", "reduced", "categories", "million", "visit", "pages", "browser", "streams",
         "startup"]
HEAD = "| what | aim | ours | beside it | result |\n|---|---|---|---|---|"


class Results:
    """Collects one benchmark's rows, prints each as it comes, and keeps all of them when it ended well."""

    def __init__(self, name):
        self.name = name
        self.rows = []

    def __enter__(self):
        return self

    def add(self, what, aim, ours, other="", result=""):
        self.rows.append([what, aim, ours, other, result])
        print("| " + " | ".join(self.rows[-1]) + " |", flush=True)

    def __exit__(self, kind, *failure):
        if kind is None:
            (directory("results") / f"{self.name}.json").write_text(json.dumps(self.rows))


def digits(number):
    """Three digits that say something."""
    return f"{number:,.0f}" if number >= 100 else f"{number:.3g}"


def at_least(ratio, aim):
    return f"{digits(ratio)} ×{'' if ratio >= aim else ' **missed**'}"


def at_most(ratio, aim, unit="×"):
    return f"{digits(ratio)} {unit}{'' if ratio <= aim else ' **missed**'}"


def table():
    rows = []
    for name in ORDER:
        kept = SCRATCH / "results" / f"{name}.json"
        if kept.exists():
            rows += json.loads(kept.read_text())
    return "\n".join([HEAD, *("| " + " | ".join(row) + " |" for row in rows)])


def write_into_readme():
    readme = BENCH / "README.md"
    text = f"<!-- results -->\n{machine()}\n\n{table()}\n<!-- /results -->"
    readme.write_text(re.sub(r"<!-- results -->.*<!-- /results -->", lambda _: text, readme.read_text(), flags=re.S))


def machine():
    cpu = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), "?")
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    versions = [
        first_line(["java", "-version"]),
        first_line([shutil.which("nginx", path="/usr/sbin:/usr/bin") or "nginx", "-v"]),
        first_line(["wrk", "-v"]).split(" Copyright")[0],
        first_line(["chromium", "--version"]),
        "Python " + platform.python_version(),
        first_line([str(python()), "-c", "from importlib.metadata import version as v; print(', '.join(f'{n} {v(n)}' for n in "
                    "('dash', 'flask-caching', 'pandas', 'gunicorn', 'redis')))"]),
    ]
    commit = first_line(["git", "-C", str(BENCH), "rev-parse", "--short", "HEAD"])
    today = datetime.date.today().isoformat()
    return (f"{today}, commit {commit}; {os.cpu_count()} cores ({cpu}), {memory:.0f} GiB, Linux {platform.release()}, "
            f"load generator, servers, Kafka and Redis on the same cores; {'; '.join(versions)}.")


def first_line(command):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    return ((done.stdout.strip() or done.stderr.strip()).splitlines() or ["?"])[0]
