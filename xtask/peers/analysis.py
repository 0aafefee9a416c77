"""Times networkx and python-igraph on the webs that the engine was timed on.

Usage: analysis.py FOLDER; prints a line of JSON a measurement: library, name, ms, note.
"""

import itertools
import json
import pathlib
import statistics
import sys
import time

import igraph
import networkx


def measure(library, name, run):
    times, began = [], time.perf_counter()
    while len(times) < 3 or (time.perf_counter() - began < 0.5 and len(times) < 101):
        start = time.perf_counter()
        note = run()
        times.append((time.perf_counter() - start) * 1000)
    row = {"library": library, "name": name, "ms": statistics.median(times), "note": str(note)}
    print(json.dumps(row), flush=True)


def with_networkx(size, web):
    graph = networkx.DiGraph()
    graph.add_nodes_from(web["factors"])
    graph.add_edges_from(web["links"])
    rooted = graph.copy()
    rooted.add_edges_from(("start", root) for root in web["roots"])
    outcome = web["outcome"]

    def dominators():
        above = networkx.immediate_dominators(rooted, "start")
        count, at = 0, above[outcome]
        while at != "start":
            count, at = count + 1, above[at]
        return count

    def named(name, run):
        measure("networkx", f"{size} peers, {name}", run)

    def built():
        again = networkx.DiGraph()
        again.add_nodes_from(web["factors"])
        again.add_edges_from(web["links"])
        return sum(1 for _ in networkx.strongly_connected_components(again))

    named("build and components", built)
    named("reach", lambda: len(networkx.ancestors(graph, outcome)))
    named("dominators", dominators)
    named("betweenness", lambda: round(sum(networkx.betweenness_centrality(graph, normalized=False).values())))
    named("cycles", lambda: len(list(itertools.islice(networkx.simple_cycles(graph), 200))))
    named("minimum node cut", lambda: len(networkx.minimum_node_cut(rooted, "start", outcome)))


def with_igraph(size, web):
    places = {factor: place for place, factor in enumerate(web["factors"])}
    links = [(places[cause], places[effect]) for cause, effect in web["links"]]
    graph = igraph.Graph(n=len(places), edges=links, directed=True)
    start, outcome = len(places), places[web["outcome"]]
    to_roots = [(start, places[root]) for root in web["roots"]]
    rooted = igraph.Graph(n=start + 1, edges=links + to_roots, directed=True)

    def dominators():
        above = rooted.dominator(start)
        count, at = 0, above[outcome]
        while at != start:
            count, at = count + 1, above[at]
        return count

    def named(name, run):
        measure("igraph", f"{size} peers, {name}", run)

    def built():
        known = {factor: place for place, factor in enumerate(web["factors"])}
        ends = [(known[cause], known[effect]) for cause, effect in web["links"]]
        again = igraph.Graph(n=len(known), edges=ends, directed=True)
        return len(again.connected_components(mode="strong"))

    named("build and components", built)
    named("reach", lambda: len(graph.subcomponent(outcome, mode="in")) - 1)
    named("dominators", dominators)
    named("betweenness", lambda: round(sum(graph.betweenness(directed=True))))
    if hasattr(graph, "simple_cycles"):
        named("cycles", lambda: len(graph.simple_cycles()))
    named("minimum node cut", lambda: rooted.vertex_connectivity(start, outcome))


for size in (200, 1000):
    web = json.loads((pathlib.Path(sys.argv[1]) / f"{size}.json").read_text())
    with_networkx(size, web)
    with_igraph(size, web)
