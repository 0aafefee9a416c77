// Where the time goes while something is done: the page's functions by the time spent in them.

/** Runs `act` under the browser's profiler; gives [function, ms, ms with all it calls], most first. */
export async function profiled(page, act) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Profiler.enable");
  await devtools.send("Profiler.setSamplingInterval", { interval: 200 });
  await devtools.send("Profiler.start");
  await act();
  const { profile } = await devtools.send("Profiler.stop");
  await devtools.detach();
  return summed(profile);
}

function summed({ nodes, samples, timeDeltas }) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parent = new Map(nodes.flatMap((node) => (node.children ?? []).map((id) => [id, node.id])));
  const totals = new Map();
  const add = (name, own, whole) => {
    const sum = totals.get(name) ?? { own: 0, whole: 0 };
    totals.set(name, { own: sum.own + own, whole: sum.whole + whole });
  };
  samples.forEach((id, at) => {
    const ms = timeDeltas[at] / 1000;
    const seen = new Set();
    for (let here = id; here !== undefined; here = parent.get(here)) {
      const name = named(byId.get(here));
      add(name, here === id ? ms : 0, seen.has(name) ? 0 : ms);
      seen.add(name);
    }
  });
  const rows = [...totals].map(([name, { own, whole }]) => [name, own, whole]);
  const isOwn = ([name]) => !/^\((idle|root|program|garbage collector)\)$/.test(name);
  return rows.filter(isOwn).sort((a, b) => b[2] - a[2]);
}

/** A function by its path without the hash and the types that fill half a line. */
function named({ callFrame: { functionName, url } }) {
  const name = functionName || `(anonymous in ${url.split("/").at(-1)})`;
  return name.replace(/::h[0-9a-f]{16}$/, "").slice(0, 110);
}
