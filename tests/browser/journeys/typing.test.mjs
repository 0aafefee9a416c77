// The outline as a place to type: in and out, put in between, pasted, taken back.

import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible, stage } from "../browser.mjs";

const { visit } = await stage();

/** Begins an incident and opens its outline with the cursor below the outcome. */
async function begin(someone) {
  const page = await someone.open();
  await page.getByLabel("What happened?").fill("Checkout was down");
  await page.keyboard.press("Enter");
  const title = page.getByRole("textbox", { name: "Title" });
  await title.waitFor();
  // The map may have a card open for the first cause: out of it first.
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Outline" }).click();
  const outcome = page.getByRole("treeitem", { name: /^Checkout was down\. Outcome/ });
  await outcome.click();
  await page.keyboard.press("Tab");
  await field(page).waitFor();
  return page;
}

const field = (page) => page.getByRole("textbox", { name: "Why? What contributed to it?" });

/** Each line with a dash a level, in order, without the one being typed. */
const lines = (page) => page.getByRole("treeitem").evaluateAll((items) => items
  .filter((item) => item.hasAttribute("aria-label"))
  .map((item) => "-".repeat(item.ariaLevel) + item.ariaLabel.split(".")[0]));

/** Waits until the outline has these lines. */
async function assertLines(page, expected) {
  const count = expected.length;
  await page.waitForFunction((count) =>
    document.querySelectorAll("[role=treeitem][aria-label]").length === count, count);
  assert.deepEqual(await lines(page), expected);
}

async function type(page, ...keys) {
  for (const key of keys) {
    if (/^(Enter|Tab|Shift\+Tab|Escape|Control\+z|F2|Delete|Arrow\w+)$/.test(key)) {
      await page.keyboard.press(key);
    } else {
      await page.keyboard.type(key);
    }
  }
}

test("lines are typed like a text, in and out, and taken back where they were typed", async () => {
  const someone = await visit();
  const page = await begin(someone);
  await type(page, "Certificate expired", "Enter", "Tab", "Renewal failed", "Enter", "Tab");
  await type(page, "Nobody owned it", "Enter", "No alert", "Enter", "Enter", "Shift+Tab", "No canary", "Enter");
  const all = ["-Checkout was down", "--Certificate expired", "---Renewal failed", "----Nobody owned it",
    "----No alert", "--No canary"];
  await assertLines(page, all);
  await type(page, "Control+z");
  await assertLines(page, all.slice(0, 5));
  await type(page, "Control+z");
  await assertLines(page, all.slice(0, 4));
  // The field went back to where the line had been typed.
  await type(page, "No alarm", "Enter", "Escape");
  await assertLines(page, [...all.slice(0, 4), "----No alarm"]);
  await assertAccessible(page, ".outline");
  await someone.end();
});

test("lines are walked, put in between, reworded and deleted", async () => {
  const someone = await visit();
  const page = await begin(someone);
  await type(page, "a", "Enter", "c", "Enter", "Escape");
  await type(page, "ArrowUp", "Enter", "b", "Enter", "Escape");
  await assertLines(page, ["-Checkout was down", "--a", "--b", "--c"]);
  await type(page, "F2", "bee", "Enter");
  await assertLines(page, ["-Checkout was down", "--a", "--bee", "--c"]);
  const bee = page.getByRole("treeitem", { name: /^bee\./ });
  assert.ok(await bee.evaluate((item) => item === document.activeElement));
  await type(page, "Delete");
  await assertLines(page, ["-Checkout was down", "--a", "--c"]);
  await type(page, "ArrowLeft");
  const outcome = page.getByRole("treeitem", { name: /^Checkout was down\./, selected: true });
  assert.ok(await outcome.evaluate((item) => item === document.activeElement));
  await someone.end();
});

test("a statement that is there already is linked, and its line says so", async () => {
  const someone = await visit();
  const page = await begin(someone);
  await type(page, "a", "Enter", "b", "Enter", "Tab", "A", "Enter", "Escape");
  await assertLines(page, ["-Checkout was down", "--a", "--b", "---a"]);
  const again = page.getByRole("treeitem", { name: "a. See above.", exact: true });
  await again.waitFor();
  await again.click();
  await type(page, "Delete");
  await assertLines(page, ["-Checkout was down", "--a", "--b"]);
  await someone.end();
});

test("pasted lines keep how they stand to each other, and one undo takes them back", async () => {
  const someone = await visit();
  const page = await begin(someone);
  await field(page).evaluate((element) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", "- a\n  - b\n    - c\n- d");
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    element.dispatchEvent(event);
  });
  await assertLines(page, ["-Checkout was down", "--a", "---b", "----c", "--d"]);
  await type(page, "Control+z");
  await assertLines(page, ["-Checkout was down"]);
  await someone.end();
});

test("words that cannot be a statement say why where they stand, and are not lost", async () => {
  const someone = await visit();
  const page = await begin(someone);
  await field(page).fill("x".repeat(501));
  await page.keyboard.press("Enter");
  await page.getByRole("alert").filter({ hasText: "501 characters" }).waitFor();
  assert.equal((await field(page).inputValue()).length, 501);
  await someone.end();
});
