"""The rows that the benchmarks show: normally distributed, the same on every machine."""

import csv
import random

from figbench.processes import java
from figbench.scratch import directory, say

SIZES = (2_000, 100_000)


def small_and_large():
    """A CSV file with one category of each size, named after it: `rows-2000`, `rows-100000`."""
    path = directory("data") / "sizes.csv"
    if not path.exists():
        rng = random.Random(10)
        with open(path, "w", newline="") as out:
            writer = csv.writer(out)
            writer.writerow(["category", "x", "y"])
            for size in SIZES:
                writer.writerows([f"rows-{size}", rng.gauss(0, 1), rng.gauss(0, 1)] for _ in range(size))
    return path


def parquet(name, categories, rows_each):
    """Categories `<name>-0`, `<name>-1`, … of so many rows each, in Parquet."""
    path = directory("data") / f"{name}.parquet"
    if not path.exists():
        say(f"Generating file={path} rows={categories * rows_each}")
        java("Rows", "generate", path, categories, rows_each, f"{name}-", options=("-Xmx256m",))
    return path


def tenths(name, rows):
    """So many rows in Parquet: every tenth is of category `<name>-1`, the others of `<name>-0`."""
    path = directory("data") / f"{name}-{rows}.parquet"
    if not path.exists():
        say(f"Generating file={path} rows={rows}")
        java("Rows", "tenths", path, 1, rows, f"{name}-", options=("-Xmx256m",))
    return path


def mixed(name, categories, rows_each, format):
    """The same, in that format, with the categories in turns."""
    path = directory("data") / f"{name}.{format}"
    if not path.exists():
        say(f"Generating file={path} rows={categories * rows_each}")
        java("Rows", "mix", path, categories, rows_each, f"{name}-", options=("-Xmx256m",))
    return path


def dataset(name, path):
    """The settings that show a file as a dataset of that name."""
    return {"figcast.data-directories": str(path.parent), f"figcast.datasets.{name}.file": str(path),
            f"figcast.datasets.{name}.category-column": "category", f"figcast.datasets.{name}.x-column": "x",
            f"figcast.datasets.{name}.y-column": "y", "figcast.default-dataset": name}
