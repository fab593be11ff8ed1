"""Everything the benchmarks need and do not keep: a directory outside the repository, and what is installed into it."""

import functools
import os
import pathlib
import subprocess
import sys
import tempfile

BENCH = pathlib.Path(__file__).resolve().parents[2]
ROOT = BENCH.parent
SCRATCH = pathlib.Path(os.environ.get("FIGCAST_BENCH_DIR", pathlib.Path(tempfile.gettempdir()) / "figcast-bench"))


def say(text):
    print(text, file=sys.stderr, flush=True)


def directory(*names):
    path = SCRATCH.joinpath(*names)
    path.mkdir(parents=True, exist_ok=True)
    return path


@functools.cache
def python():
    """A Python that has Dash, flask-caching, Redis's client and gunicorn: from the index, else from the system's packages."""
    venv = SCRATCH / "py"
    interpreter = venv / "bin" / "python"
    if not interpreter.exists():
        system = "/usr/bin/python3" if os.path.exists("/usr/bin/python3") else sys.executable
        subprocess.run([system, "-m", "venv", "--system-site-packages", venv], check=True)
    wanted = {"dash": "dash", "pandas": "pandas", "flask_caching": "flask-caching", "redis": "redis", "gunicorn": "gunicorn"}
    for module, package in wanted.items():
        if subprocess.run([interpreter, "-c", f"import {module}"], capture_output=True).returncode:
            say(f"Installing package={package}")
            done = subprocess.run([interpreter, "-m", "pip", "install", "-q", package], capture_output=True, text=True)
            if done.returncode:
                raise SystemExit(f"{package} is missing: install it with pip or the system's packages "
                                 f"(Debian: python3-{package} or {package}).\n{done.stderr[-500:]}")
    return interpreter


@functools.cache
def class_path():
    """The benchmarks' own Java programs, compiled, with the libraries of deploy/local and the engine of compute-service."""
    libraries = ROOT / "deploy" / "local" / "target" / "classpath"
    if not libraries.exists():
        raise SystemExit("Build first: mvn -Dquick -DskipTests package")
    engine = next((ROOT / "compute-service" / "target" / "quarkus-app" / "lib" / "main").glob("org.duckdb.*.jar"))
    path = os.pathsep.join([str(ROOT / "deploy" / "local" / "target" / "classes"), libraries.read_text().strip(), str(engine)])
    classes = directory("classes")
    sources = [str(source) for source in (BENCH / "java").rglob("*.java")]
    subprocess.run(["javac", "-d", classes, "-cp", path, *sources], check=True)
    return f"{classes}{os.pathsep}{path}"


@functools.cache
def playwright():
    """A directory whose node_modules holds playwright-core; the browser is the system's own."""
    home = directory("node")
    if not (home / "node_modules" / "playwright-core").exists():
        say("Installing package=playwright-core")
        (home / "package.json").write_text('{"private":true}')
        subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--silent", "playwright-core"], cwd=home, check=True,
                       env={**os.environ, "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD": "1"})
    return home
