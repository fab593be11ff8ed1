"""What the original tutorial's server does, on today's Dash: four figures from one memoized slice.

The rows come from a CSV file, so that both sides of a comparison show the same data; the simulated cost is configurable.
"""

import os
import time

import pandas as pd
from dash import Dash, Input, Output, dcc, html
from flask_caching import Cache

app = Dash(__name__, serve_locally=True)
server = app.server
cache = Cache(server, config={"CACHE_TYPE": "RedisCache", "CACHE_REDIS_URL": os.environ["REDIS_URL"]})

frame = pd.read_csv(os.environ["DATA"])
categories = list(frame["category"].unique())

app.layout = html.Div([
    dcc.Dropdown(id="dropdown", options=[{"label": name, "value": name} for name in categories], value=categories[0]),
    *[html.Div(dcc.Graph(id=f"graph-{n}")) for n in range(1, 5)],
    html.Div(id="signal", style={"display": "none"}),
])

TRACES = [
    {"type": "scatter", "mode": "markers", "marker": {"opacity": 0.5, "size": 14}},
    {"type": "scatter", "mode": "lines", "line": {"shape": "spline", "width": 0.5}},
    {"type": "histogram2d"},
    {"type": "histogram2dcontour"},
]


@cache.memoize(timeout=8 * 60 * 60)
def global_store(category):
    print(f"Computing value with {category}", flush=True)
    time.sleep(float(os.environ.get("COST", "5")))
    return frame[frame["category"] == category]


@app.callback(Output("signal", "children"), Input("dropdown", "value"))
def compute_value(category):
    global_store(category)
    return category


def update_graph(trace):
    def update(category):
        rows = global_store(category)
        margin = {"l": 20, "r": 10, "b": 20, "t": 10}
        return {"data": [{**trace, "x": rows["x"], "y": rows["y"]}], "layout": {"margin": margin}}
    return update


for number, shown in enumerate(TRACES, 1):
    app.callback(Output(f"graph-{number}", "figure"), Input("signal", "children"))(update_graph(shown))
