// A short one of the long runs that `cargo xtask soak together` makes: three people in three browsers,
// a network that loses, repeats and reorders what they say, restarts, and a clock that is an hour fast.

import assert from "node:assert/strict";
import { test } from "node:test";
import { stage } from "../browser.mjs";
import { hocuspocus, yWebsocket } from "../servers.mjs";
import { workTogether } from "../soak/together.mjs";

const { url } = await stage();

for (const [name, make, options] of [
  ["y-websocket", yWebsocket, { seed: 7 }],
  ["Hocuspocus that is stopped and started", () => hocuspocus("let me in"), { seed: 8, token: "let me in", stops: 1 }],
]) {
  test(`three people have the same map in the end, over ${name}`, async (t) => {
    const server = await make();
    t.after(() => server.end());
    const happened = await workTogether({ url, server, acts: 60, ...options });
    assert.ok(happened.edits > 20 && happened.lost > 0, JSON.stringify(happened));
  });
}
