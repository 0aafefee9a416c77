// The long run, which `cargo xtask soak together` starts: over y-websocket, then over a Hocuspocus
// server that is stopped and started on the way.

import { parseArgs } from "node:util";
import { DIST } from "../browser.mjs";
import { serve } from "../serve.mjs";
import { hocuspocus, yWebsocket } from "../servers.mjs";
import { workTogether } from "./together.mjs";

const { values: options } = parseArgs({
  options: {
    minutes: { type: "string", default: "10" },
    acts: { type: "string", default: "2000" },
    seed: { type: "string", default: "1" },
    only: { type: "string", default: "" },
  },
});
const [minutes, acts, seed] = [options.minutes, options.acts, options.seed].map(Number);
const TOKEN = "let me in";

const RUNS = {
  "y-websocket": { make: yWebsocket },
  Hocuspocus: { make: () => hocuspocus(TOKEN), token: TOKEN, stops: 4 },
};

const host = await serve(DIST);
for (const [name, { make, token, stops }] of Object.entries(RUNS)) {
  if (!name.includes(options.only)) continue;
  console.log(`\nThree browsers over ${name}: ${acts} acts in at least ${minutes} minutes, seed ${seed}`);
  const server = await make();
  const began = performance.now();
  try {
    const happened = await workTogether({ url: host.url, server, token, acts, seed, minutes, stops });
    for (const [what, count] of Object.entries(happened)) console.log(`  ${what.padEnd(12)}${String(count).padStart(8)}`);
    console.log(`  equal maps after ${((performance.now() - began) / 60_000).toFixed(1)} minutes`);
  } finally {
    await server.end();
  }
}
await host.close();
