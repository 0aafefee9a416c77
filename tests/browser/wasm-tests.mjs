// Cargo's runner for the page's own tests: wasm-bindgen-test-runner makes a page of a compiled test
// and serves it; here that page is opened, in the same Chromium as the journeys use, so that no
// second browser driver is needed.

import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { launch } from "./browser.mjs";

/** How long the tests of one file may take, in milliseconds, before they count as stuck. */
const PATIENCE = 120_000;

const runner = spawn("wasm-bindgen-test-runner", process.argv.slice(2), {
  env: { ...process.env, NO_HEADLESS: "1", WASM_BINDGEN_TEST_ADDRESS: "127.0.0.1:0" },
  stdio: ["ignore", "pipe", "inherit"],
});
const ended = new Promise((resolve) => {
  runner.once("error", (error) => {
    console.error(`wasm-bindgen-test-runner cannot be started: ${error.message}`);
    resolve(1);
  });
  runner.once("close", (code) => resolve(code ?? 1));
});

const address = await addressOf(runner.stdout);
if (address === undefined) {
  // No test, or none that needs a browser: the runner has done it all.
  process.exit(await ended);
}
const passed = await runInBrowser(address);
runner.kill();
await ended;
process.exit(passed ? 0 : 1);

/** Where the tests can be opened; nothing when the runner ends without saying so. */
async function addressOf(output) {
  for await (const line of createInterface({ input: output })) {
    const found = /available at (http:\S+)/.exec(line);
    if (found) return found[1];
    console.log(line);
  }
  return undefined;
}

/** Runs the tests, passes on what they say, and returns whether all is well. */
async function runInBrowser(address) {
  const browser = await launch();
  try {
    const page = await browser.newPage();
    page.on("pageerror", (error) => console.error(String(error)));
    await page.goto(address);
    const output = page.locator("#output");
    await output.filter({ hasText: /test result: / }).waitFor({ timeout: PATIENCE })
      .catch(() => console.error("The tests came to no result."));
    const said = await output.textContent();
    console.log(said.trimEnd());
    return /^test result: ok\./m.test(said);
  } finally {
    await browser.close();
  }
}
