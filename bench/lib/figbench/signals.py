"""Requests, and the signals that answer them."""

import http.client
import json
import time
import urllib.request


def post(system, request):
    call = urllib.request.Request(system.url + "/api/requests", json.dumps(request).encode(),
                                  {"Content-Type": "application/json"})
    urllib.request.urlopen(call, timeout=30).read()


def until_ready(system, request):
    """Seconds from sending the request to its `ready` signal in an open stream, and the signal."""
    host, port = system.url.removeprefix("http://").split(":")
    connection = http.client.HTTPConnection(host, int(port), timeout=600)
    connection.request("GET", "/api/signals", headers={"Accept": "text/event-stream"})
    stream = connection.getresponse()
    time.sleep(0.5)
    begin = time.time()
    post(system, request)
    while True:
        line = stream.fp.readline()
        if line.startswith(b"data:"):
            signal = json.loads(line[5:])
            if signal["category"] == request["category"] and signal["status"] in ("ready", "failed"):
                if signal.get("computedAt", "9") < time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(begin)):
                    continue
                if signal["status"] == "failed":
                    raise SystemExit(f"The computation failed: {signal}")
                connection.close()
                return time.time() - begin, signal
