// The page that all engines run in, each in a worker.

import { engine } from "./engines.mjs";

const workers = new Map();
let jobs = 0;

/** Started when it is first asked for; answered when its module has run, so that it hears what it is sent. */
function worker(name) {
  if (workers.has(name)) return workers.get(name);
  const worker = new Worker(`/bench/layout/inside/worker.mjs?engine=${name}`, { type: "module" });
  const waiting = new Map();
  const awake = new Promise((resolve, reject) => {
    waiting.set("awake", { resolve });
    worker.addEventListener("error", ({ message }) => reject(new Error(message ?? "cannot start")));
  });
  worker.addEventListener("message", ({ data }) => {
    waiting.get(data?.id)?.resolve(data);
    waiting.delete(data?.id);
  });
  const entry = { worker, waiting, awake };
  workers.set(name, entry);
  return entry;
}

/** Has an engine do a job; gives `{ result }`, or `{ error }` if it fails or is not done within so many ms. */
async function run(name, job, given, limit) {
  const { worker: thread, waiting, awake } = worker(name);
  jobs += 1;
  const id = jobs;
  let timer;
  const late = new Promise((resolve) => {
    timer = setTimeout(() => {
      thread.terminate();
      workers.delete(name);
      resolve({ error: `over ${limit / 1000} s` });
    }, limit);
  });
  const done = awake.then(() => new Promise((resolve) => {
    waiting.set(id, { resolve });
    thread.postMessage({ id, job, given });
  })).catch((error) => ({ error: error.message }));
  const answer = await Promise.race([done, late]);
  clearTimeout(timer);
  return answer;
}

/** In a page that has done nothing yet: ms of loading an engine, and of its first layout. */
async function first(name, graph) {
  const start = performance.now();
  const { layout } = await engine(name);
  const loaded = performance.now();
  await layout(graph);
  return { load: loaded - start, first: performance.now() - loaded };
}

globalThis.bench = { run, first };
