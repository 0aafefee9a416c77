// What goes out comes back: files and pictures reopen as the map, and nothing is overwritten.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { assertAccessible, stage } from "../browser.mjs";

const { visit } = await stage();
const START = { name: "What happened?" };

const title = (page) => page.getByRole("textbox", { name: "Title" });

/** Saves what the export window offers under this name, and returns its text. */
async function save(page, form) {
  await page.getByRole("button", { name: "Export" }).click();
  await page.getByRole("radio", { name: form }).click();
  const button = page.getByRole("button", { name: "Save the file" });
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}

/** Hands a file to the start page. */
const choose = (page, name, text) => page.locator("input[type=file]")
  .setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(text) });

async function home(page) {
  await page.getByRole("link", { name: "Whyweb: all incidents" }).click();
  await page.getByRole("heading", START).waitFor();
}

const named = (page) => page.locator(".entry-name").allInnerTexts();

test("notes become a map; its file and its picture reopen as the same map", async () => {
  const someone = await visit();
  const page = await someone.open();
  await page.getByRole("textbox", { name: "Bring notes" }).fill("Impact: site down\n- disk full\n  - no rotation");
  await page.getByRole("button", { name: "Make a map of these notes" }).click();
  await title(page).waitFor();
  const file = await save(page, "Whyweb file");
  const picture = await save(page, "Picture");
  const outline = await save(page, "Outline");
  assert.deepEqual([file.name, picture.name, outline.name], ["site-down.whyweb.json", "site-down.svg", "site-down.md"]);
  for (const words of ["site down", "disk full", "no rotation"]) {
    for (const { text } of [file, picture, outline]) assert.ok(text.includes(words), words);
  }
  // What is here already opens as it is, and there is no twin of it.
  for (const { name, text } of [file, picture]) {
    await home(page);
    await choose(page, name, text);
    await title(page).waitFor();
  }
  await home(page);
  await page.getByText("3 factors").waitFor();
  assert.deepEqual(await named(page), ["site down"]);
  // Another's device knows it by the file alone.
  const another = await visit();
  const there = await another.open();
  await choose(there, picture.name, picture.text);
  await title(there).waitFor();
  assert.equal(JSON.parse((await save(there, "Whyweb file")).text).incident.id, JSON.parse(file.text).incident.id);
  await another.end();
  await someone.end();
});

test("a file with other content opens as a copy, after saying so", async () => {
  const someone = await visit();
  const page = await someone.open();
  await page.getByLabel("What happened?").fill("Site down");
  await page.keyboard.press("Enter");
  await title(page).waitFor();
  const { name, text } = await save(page, "Whyweb file");
  await home(page);
  await choose(page, name, text.replaceAll("Site down", "Site slow").replace(/"document": "[^"]*"/, '"document": ""'));
  const window = page.getByRole("dialog", { name: "Site slow (copy)" });
  await window.getByText("opens as a copy").waitFor();
  await assertAccessible(page, "dialog");
  await window.getByRole("button", { name: "Open as a copy" }).press("Enter");
  await title(page).waitFor();
  await home(page);
  await page.getByText("Site slow (copy)").waitFor();
  assert.deepEqual((await named(page)).sort(), ["Site down", "Site slow (copy)"]);
  await someone.end();
});

test("words pasted beside all fields are notes; a file dropped anywhere opens", async () => {
  const someone = await visit();
  const page = await someone.open();
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", "- Site down\n  - Disk full");
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
  });
  await title(page).waitFor();
  await home(page);
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(["Impact: Mail late\n- Queue stuck"], "notes.md"));
    for (const name of ["dragover", "drop"]) {
      document.body.dispatchEvent(new DragEvent(name, { dataTransfer, bubbles: true, cancelable: true }));
    }
  });
  await title(page).waitFor();
  await home(page);
  await page.getByText("Mail late").waitFor();
  assert.deepEqual((await named(page)).sort(), ["Mail late", "Site down"]);
  await someone.end();
});

test("a browser that stores nothing says so, and maps all the same", async () => {
  const someone = await visit();
  await someone.context.addInitScript(() => {
    IDBFactory.prototype.open = () => { throw new DOMException("denied", "SecurityError"); };
  });
  const page = await someone.open();
  await page.getByText("This browser gives the page no storage").waitFor();
  await assertAccessible(page);
  await page.getByLabel("What happened?").fill("Site down");
  await page.keyboard.press("Enter");
  await page.getByText("Not saved").waitFor();
  await someone.end();
});
