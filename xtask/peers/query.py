"""Times another engine on the graphs and the query that ours was timed on.

Usage: query.py grand-cypher|kuzu FOLDER; prints a line of JSON a measurement: library, name, ms, note.
The note is the rows, so that they can be compared.
"""

import csv
import json
import pathlib
import statistics
import sys
import tempfile
import time

NAME = "{} incidents, two-hop join with aggregation"


def measure(library, name, run):
    times, began = [], time.perf_counter()
    while len(times) < 3 or (time.perf_counter() - began < 0.5 and len(times) < 25):
        start = time.perf_counter()
        rows = run()
        times.append((time.perf_counter() - start) * 1000)
        # An engine that takes long is asked once.
        if times[0] > 5000:
            break
    note = "; ".join(sorted(f"{combine} {ways}" for combine, ways in rows))
    row = {"library": library, "name": name, "ms": statistics.median(times), "note": note}
    print(json.dumps(row), flush=True)


def links(folder, count):
    with open(folder / f"{count}.tsv", encoding="utf-8", newline="") as file:
        return [(int(a), c.strip("'"), int(b), d.strip("'")) for a, c, b, d in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]


def with_grand_cypher(folder):
    import grandcypher
    import networkx

    # A library of 1,000 would take it many minutes.
    graph = networkx.MultiDiGraph()
    for cause, combine, effect, at_effect in links(folder, 8):
        graph.add_node(cause, combine=combine)
        graph.add_node(effect, combine=at_effect)
        graph.add_edge(cause, effect, __labels__={"CONTRIBUTES_TO"})

    def run():
        query = "MATCH (a)-[r]->(b)-[s]->(c) RETURN c.combine, COUNT(a)"
        found = grandcypher.GrandCypher(graph).run(query)
        return list(zip(*found.values()))

    measure("grand-cypher", NAME.format(8), run)


def with_kuzu(folder):
    import kuzu

    for count in (8, 1000):
        rows = links(folder, count)
        nodes = dict([row[:2] for row in rows] + [row[2:] for row in rows])
        with tempfile.TemporaryDirectory() as place:
            place = pathlib.Path(place)
            with open(place / "nodes.csv", "w", encoding="utf-8", newline="") as file:
                csv.writer(file).writerows(nodes.items())
            with open(place / "links.csv", "w", encoding="utf-8", newline="") as file:
                csv.writer(file).writerows((row[0], row[2]) for row in rows)
            connection = kuzu.Connection(kuzu.Database(str(place / "graph")))
            connection.execute("CREATE NODE TABLE Factor(id INT64, combine STRING, PRIMARY KEY(id))")
            connection.execute("CREATE REL TABLE CONTRIBUTES_TO(FROM Factor TO Factor)")
            connection.execute(f"COPY Factor FROM '{place / 'nodes.csv'}'")
            connection.execute(f"COPY CONTRIBUTES_TO FROM '{place / 'links.csv'}'")
            query = (
                "MATCH (a:Factor)-[:CONTRIBUTES_TO]->(b:Factor)-[:CONTRIBUTES_TO]->(c:Factor) "
                "WHERE a.id <> c.id RETURN c.combine, count(*)"
            )

            def run():
                found, all_rows = connection.execute(query), []
                while found.has_next():
                    all_rows.append(found.get_next())
                return all_rows

            measure("kuzu", NAME.format(count), run)


if __name__ == "__main__":
    run = {"grand-cypher": with_grand_cypher, "kuzu": with_kuzu}[sys.argv[1]]
    run(pathlib.Path(sys.argv[2]))
