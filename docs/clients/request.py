#!/usr/bin/env python3
"""Asks Figcast for a category, or for all of a dataset, and waits until it is told how that ended.

    request.py fruit figs          one category
    request.py fruit               every category
    request.py fruit figs refresh  although a fresh slice is there

Needs confluent-kafka (pip install confluent-kafka, or Debian's python3-confluent-kafka). KAFKA names the broker.
"""

import json
import os
import sys
import time

from confluent_kafka import Consumer, KafkaException, Producer, TopicPartition

BROKER = os.environ.get("KAFKA", "localhost:9092")
PATIENCE = 120


def main(dataset, category=None, refresh=False):
    # The one partition of the signals from its end, by assignment: no group is left behind, and nothing is missed that
    # is announced after the request.
    signals = Consumer({"bootstrap.servers": BROKER, "group.id": "unused", "enable.auto.commit": False})
    try:
        end = signals.get_watermark_offsets(TopicPartition("slice-signals", 0), timeout=10)[1]
    except KafkaException as e:
        raise SystemExit(f"Kafka at {BROKER} cannot be asked for slice-signals: {e.args[0].str()}") from None
    signals.assign([TopicPartition("slice-signals", 0, end)])

    request = {"dataset": dataset, "refresh": refresh, **({"category": category} if category else {"all": True})}
    producer = Producer({"bootstrap.servers": BROKER, "acks": "all", "enable.idempotence": True})
    failures = []
    producer.produce("category-requests", json.dumps(request), key=f"{dataset}/{category}" if category else dataset,
                     on_delivery=lambda error, record: failures.append(error) if error else None)
    if producer.flush(30) or failures:
        raise SystemExit(f"Kafka did not take the request: {failures or 'no answer'}")
    if category is None:
        return

    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        record = signals.poll(1)
        if record is None or record.error() or record.value() is None:
            continue
        signal = json.loads(record.value())
        if (signal["dataset"], signal["category"]) == (dataset, category) and signal["status"] in ("ready", "failed"):
            print(json.dumps(signal))
            raise SystemExit(0 if signal["status"] == "ready" else 1)
    raise SystemExit(f"Nothing was announced within {PATIENCE} s; was the request rejected? See category-requests-rejected.")


if __name__ == "__main__":
    if not 2 <= len(sys.argv) <= 4:
        raise SystemExit(__doc__)
    main(*sys.argv[1:3], refresh="refresh" in sys.argv[3:])
