// One engine in a thread of its own, so that one that never ends can be ended.

import { engine } from "./engines.mjs";
import * as jobs from "./jobs.mjs";

const name = new URL(location.href).searchParams.get("engine");
const started = engine(name);

addEventListener("message", async ({ data: { id, job, given } }) => {
  // elk's bundle listens for messages, too, but not for ours.
  if (jobs[job] === undefined) return;
  try {
    postMessage({ id, result: await jobs[job](await started, given) });
  } catch (error) {
    postMessage({ id, error: told(error) });
  }
});
/** An error in few words, for a table. */
function told(error) {
  const text = `${error?.message ?? error}`;
  return text.includes("call stack") ? "stack overflow" : text.split("\n")[0].slice(0, 40);
}

postMessage({ id: "awake" });
