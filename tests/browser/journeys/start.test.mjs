// The built page starts, from any folder of any host, and keeps to itself.

import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible, stage } from "../browser.mjs";
import { question } from "../start.mjs";

const { url, visit } = await stage();

test("the page starts from a folder of a plain host and asks no other", async () => {
  const someone = await visit();
  const page = await someone.open();
  await question(page).waitFor();
  await assertAccessible(page);
  await someone.end();
});

test("the page's policy refuses inline scripts and other hosts", async () => {
  const someone = await visit();
  const page = await someone.open();
  const told = await page.evaluate(() => new Promise((resolve) => {
    const refused = [];
    addEventListener("securitypolicyviolation", ({ effectiveDirective }) => {
      refused.push(effectiveDirective);
      if (refused.length === 2) resolve({ refused: refused.sort(), ran: !!globalThis.inlineRan });
    });
    const script = document.createElement("script");
    script.textContent = "globalThis.inlineRan = true";
    document.body.append(script);
    fetch("https://example.com/").catch(() => {});
  }));
  assert.deepEqual(told, { refused: ["connect-src", "script-src-elem"], ran: false });
  // Chromium tells the console of each refusal. Nothing else may have been said.
  assert.ok(someone.complaints.every((text) => text.includes("Content Security Policy")));
  someone.complaints.length = 0;
  await someone.end();
});

test("a page that cannot start says so", async () => {
  const someone = await visit();
  await someone.context.route("**/*.wasm", (route) => route.abort());
  const page = await someone.context.newPage();
  await page.goto(url);
  await page.getByRole("alert").filter({ hasText: "could not start" }).waitFor();
  assert.notDeepEqual(someone.complaints, []);
  someone.complaints.length = 0;
  await someone.end();
});
