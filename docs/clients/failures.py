#!/usr/bin/env python3
"""Prints one line for each computation that fails from now on: a place to hang an alert on.

Needs confluent-kafka. KAFKA names the broker. One that must miss none, also while it is down, subscribes with a group of
its own instead of assigning the partition, and commits what it has dealt with.
"""

import json
import os

from confluent_kafka import OFFSET_END, Consumer, TopicPartition

signals = Consumer({"bootstrap.servers": os.environ.get("KAFKA", "localhost:9092"), "group.id": "unused",
                    "enable.auto.commit": False})
signals.assign([TopicPartition("slice-signals", 0, OFFSET_END)])
while True:
    record = signals.poll(60)
    if record is None or record.error() or record.value() is None:
        continue
    signal = json.loads(record.value())
    if signal["status"] == "failed":
        error = signal["error"]
        print(f"{signal['dataset']}/{signal['category']}: {error['code']}: {error['message']}"
              f" (an older slice is {'still shown' if signal['available'] else 'not there'})", flush=True)
