"""Kafka and Redis, both services as they are built, the original, and nginx: each on free loopback ports."""

import contextlib
import json
import shutil
import subprocess
import time
import urllib.error
import urllib.request

from figbench.processes import await_http, free_port, java_home, start, stop
from figbench.scratch import BENCH, ROOT, class_path, directory, python


@contextlib.contextmanager
def kafka_and_redis():
    """Yields (Kafka's address, Redis's address); both are empty at first."""
    home = directory("servers")
    shutil.rmtree(home)
    home.mkdir()
    kafka, redis = free_port(), free_port()
    process = start("servers", [java_home() + "/bin/java", "-Xmx32m", "-cp", class_path(), "io.figcast.bench.Servers",
                                home, kafka, redis], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    if process.stdout.readline().strip() != b"ready":
        raise SystemExit(f"Kafka and Redis did not start: {process.log}")
    try:
        yield f"127.0.0.1:{kafka}", f"127.0.0.1:{redis}"
    finally:
        process.stdin.close()
        process.wait(30)


def flags(name):
    """The JVM flags that a service runs with everywhere."""
    return f"@{ROOT / name / 'src' / 'main' / 'docker' / 'jvm.options'}"


class Service:
    """One running service of ours, run as its image runs it. Settings are MicroProfile names."""

    def __init__(self, name, settings, options=(), home=None, java=None):
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        jar = (home or ROOT / name / "target" / "quarkus-app") / "quarkus-run.jar"
        if not jar.exists():
            raise SystemExit("Build first: mvn -Dquick -DskipTests package")
        own = {"quarkus.http.host": "127.0.0.1", "quarkus.http.port": self.port, "quarkus.log.console.json.enabled": "false"}
        properties = [f"-D{key}={value}" for key, value in {**settings, **own}.items()]
        self.process = start(f"{name}-{self.port}", [java or java_home() + "/bin/java", flags(name), *options, *properties,
                                                     "-jar", jar], cwd=home)

    def await_ready(self):
        await_http(self.url + "/q/health/ready", self.process)
        return self

    def await_dataset(self, name):
        """Until chart-service has read the catalogue that compute-service writes once it has read the source."""
        for _ in range(300):
            # 503 until the catalogue has been read for the first time.
            with contextlib.suppress(urllib.error.HTTPError), urllib.request.urlopen(self.url + "/api/datasets", timeout=10) as answer:
                if any(dataset["name"] == name and dataset.get("state") != "reading" for dataset in json.load(answer)):
                    return
            time.sleep(0.1)
        raise SystemExit(f"No dataset {name}: {self.process.log}")

    def stop(self):
        stop(self.process)


class System:
    """Kafka, Redis and so many of either service, with the datasets given as settings."""

    def __init__(self, settings, computes=1, charts=1, compute_options=(), chart_options=()):
        self.settings = settings
        self.counts = (computes, charts)
        self.options = (compute_options, chart_options)
        self.stack = contextlib.ExitStack()

    def __enter__(self):
        with contextlib.ExitStack() as stack:
            self.kafka, self.redis = stack.enter_context(kafka_and_redis())
            self.settings = {"KAFKA_BOOTSTRAP_SERVERS": self.kafka, "REDIS_URL": self.redis, **self.settings}
            self.computes = [self._service(stack, "compute-service", self.settings, self.options[0])
                             for _ in range(self.counts[0])]
            self.charts = [self._service(stack, "chart-service", self.settings, self.options[1])
                           for _ in range(self.counts[1])]
            for service in self.computes + self.charts:
                service.await_ready()
            for chart in self.charts:
                chart.await_dataset(self.settings["figcast.default-dataset"])
            self.stack = stack.pop_all()
        return self

    @staticmethod
    def _service(stack, name, settings, options):
        service = Service(name, settings, options)
        stack.callback(service.stop)
        return service

    def __exit__(self, *failure):
        self.stack.close()

    @property
    def url(self):
        return self.charts[0].url

    def computations(self):
        """How many times a slice was computed, by the services' own log lines."""
        return sum(service.process.log.read_text(errors="replace").count("Computing slice") for service in self.computes)


@contextlib.contextmanager
def original(redis, data, cost="0", workers=("--workers", "2"), database=5):
    """The original's server over a CSV file: Dash, flask-caching, Redis and gunicorn. Yields (url, log)."""
    port = free_port()
    process = start("original", [python(), "-m", "gunicorn", "--chdir", BENCH / "original", *workers, "--timeout", "600",
                                 "--backlog", "2048", "--bind", f"127.0.0.1:{port}", "app:server"],
                    {"REDIS_URL": f"redis://{redis}/{database}", "DATA": str(data), "COST": cost, "PYTHONUNBUFFERED": "1"})
    url = f"http://127.0.0.1:{port}"
    await_http(url + "/_dash-layout", process)
    try:
        yield url, process.log
    finally:
        stop(process)


@contextlib.contextmanager
def nginx(body, headers):
    """nginx serving these bytes as a static file with these headers. Yields (url, process)."""
    home = directory("nginx")
    (home / "body").write_bytes(body)
    port = free_port()
    own = {"content-type", "content-length", "etag", "date", "connection", "server"}
    extra = "\n".join(f'add_header {name} "{value}";' for name, value in headers.items() if name.lower() not in own)
    (home / "nginx.conf").write_text((BENCH / "nginx.conf").read_text().format(
        home=home, port=port, content_type=headers["content-type"], headers=extra))
    process = start("nginx", [shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/usr/bin:/bin"), "-p", home, "-c",
                              home / "nginx.conf"])
    url = f"http://127.0.0.1:{port}/body"
    await_http(url, process)
    try:
        yield url, process
    finally:
        stop(process)
