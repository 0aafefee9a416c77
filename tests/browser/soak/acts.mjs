// What people do on a map in a meeting, one act after the other, by keys and now and then the mouse.
// Others work on the same map meanwhile: whatever an act is about may be gone before it is done, and
// then nothing comes of it.

import { command } from "../command.mjs";
import { map, saved } from "../map.mjs";

const ARROWS = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"];

/** How often each act is done, beside the others. */
const SHARES = [
  [22, add], [16, reword], [12, link], [9, remove], [9, move], [8, code], [6, test],
  [12, (one) => one.page.keyboard.press("z")], [5, (one) => one.page.keyboard.press("Shift+z")],
  [6, comment], [2, vote], [1, restart],
];

/** One person: a page, what they are called, and chance. */
export class Person {
  #acts = 0;

  constructor(page, name, random) {
    Object.assign(this, { page, name, random });
  }

  /** One of these. */
  one(of) {
    return of[Math.floor(this.random() * of.length)];
  }

  /** Words that nobody else has written. */
  words() {
    return `${this.name} wrote this, act ${this.#acts}`;
  }

  /** Does something. */
  async act() {
    this.#acts += 1;
    await this.#standBy();
    let left = this.random() * SHARES.reduce((sum, [share]) => sum + share, 0);
    const [, act] = SHARES.find(([share]) => (left -= share) < 0);
    await act(this);
  }

  /** Closes what is open, and goes to another card. */
  async #standBy() {
    const { page } = this;
    const isBusy = () => page.evaluate(() => {
      const busy = document.querySelector("dialog[open], #draft") !== null;
      if (!busy) document.querySelector("#map").closest("[role=application]").focus();
      return busy;
    });
    while (await isBusy()) await page.keyboard.press("Escape");
    for (let step = Math.floor(this.random() * 4); step >= 0; step -= 1) await page.keyboard.press(this.one(ARROWS));
  }
}

async function add(one) {
  await one.page.keyboard.press(one.one(["Tab", "Tab", "Tab", "Enter", "Shift+Enter", "a"]));
  await one.page.keyboard.insertText(one.words());
  await one.page.keyboard.press("Enter");
}

async function reword(one) {
  await one.page.keyboard.press("e");
  await one.page.keyboard.press("Control+a");
  await one.page.keyboard.insertText(`${one.words()}, in other words`);
  await one.page.keyboard.press("Enter");
}

async function link(one) {
  await one.page.keyboard.press(one.one(["l", "Shift+l"]));
  await one.page.keyboard.insertText(one.one(["backup", "database", "Ann", "Bob", "Cem", "act 1"]));
  await one.page.keyboard.press("Enter");
}

/** Now a card, now a link. */
async function remove(one) {
  if (one.random() < 0.4) await one.page.keyboard.press("k");
  await one.page.keyboard.press("Delete");
}

async function move(one) {
  const { page } = one;
  const box = await page.evaluate(() => {
    const card = document.querySelector("#map .place.current .card");
    if (card === null) return undefined;
    const { x, y, width, height } = card.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  });
  const window = page.viewportSize();
  const isInSight = box !== undefined && box.x > 0 && box.y > 80 && box.x < window.width && box.y < window.height - 80;
  if (!isInSight) {
    await page.keyboard.press("p");
    return;
  }
  await page.mouse.move(box.x, box.y);
  await page.mouse.down();
  await page.mouse.move(box.x + 60 * (one.random() - 0.5), box.y + 60 * (one.random() - 0.5), { steps: 2 });
  await page.mouse.up();
}

function code(one) {
  return one.page.keyboard.press(one.one(["1", "2", "3", "0", "Shift+2", "Shift+3", "v", "j"]));
}

async function test(one) {
  await one.page.keyboard.press("k");
  await one.page.keyboard.press(one.one(["n", "c", "r", "u"]));
}

async function comment(one) {
  const { page } = one;
  await page.keyboard.press("Shift+m");
  const field = page.getByRole("dialog", { name: "Comments" }).getByRole("textbox", { name: "Add a comment" });
  await field.fill(`A comment: ${one.words()}`);
  await field.press("Enter");
}

async function vote(one) {
  const { page } = one;
  await command(page, "Votes");
  const window = page.getByRole("dialog", { name: "Votes" });
  await window.waitFor();
  const clicks = one.one(["Open the votes", "A dot for feasible", "A dot for feasible", "Show everybody’s dots"]);
  const name = new RegExp(`^${clicks}`);
  // In the page at once: another may close the round before a click by the mouse gets there.
  await window.getByRole("button", { name }).evaluateAll((buttons) => {
    buttons.find((button) => !button.disabled)?.click();
  });
}

/** The page is closed with all stored, and opened again. */
async function restart(one) {
  await saved(one.page);
  await one.page.reload();
  await map(one.page).waitFor();
}

