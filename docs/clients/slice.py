#!/usr/bin/env python3
"""Takes a memoized slice out of Redis into a pandas DataFrame: slice.py fruit figs

Needs redis, numpy and pandas. REDIS names the server. A slice that is not there gives exit code 1: ask for it first.
"""

import hashlib
import json
import os
import sys

import numpy
import pandas
import redis


def read(memo, dataset, category):
    """The rows, in the order of the query, and the manifest; None where no slice is memoized."""
    catalogue = memo.get(f"figcast:1:catalogue:{dataset}")
    if catalogue is None:
        raise SystemExit(f"There is no dataset {dataset}")
    fingerprint = json.loads(catalogue)["fingerprint"]
    slice_id = hashlib.sha256(f"{dataset}\0{category}\0{fingerprint}".encode()).hexdigest()
    manifest = memo.get(f"figcast:1:{{{slice_id}}}:manifest")
    if manifest is None:
        return None
    manifest = json.loads(manifest)

    def column(name):
        keys = [f"figcast:1:{{{slice_id}}}:{manifest['version']}:{name}:{n}" for n in range(manifest["chunks"])]
        chunks = [memo.get(key) for key in keys]
        return None if None in chunks else numpy.frombuffer(b"".join(chunks), dtype="<f8")

    x, y = column("x"), column("y")
    # A chunk that is missing or short: the slice is being replaced or evicted, and is as good as absent.
    if x is None or y is None or not len(x) == len(y) == manifest["rows"]:
        return None
    return pandas.DataFrame({"x": x, "y": y}), manifest


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    found = read(redis.Redis.from_url("redis://" + os.environ.get("REDIS", "localhost:6379")), *sys.argv[1:])
    if found is None:
        raise SystemExit("No such slice is memoized")
    frame, manifest = found
    print(f"version {manifest['version']}, computed {manifest['computedAt']}")
    print(frame.describe())
