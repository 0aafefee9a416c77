// The open incident as a person sees it or hears it: cards and links by their words, the selection,
// what can be undone.

import { becomes } from "./wait.mjs";

/** The map itself. */
export const map = (page) => page.getByRole("application", { name: /^Map of/ });

/** The card that begins with these words. */
export function card(page, statement) {
  const name = new RegExp(`^${statement.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`);
  return map(page).getByRole("img", { name }).and(page.locator(".card"));
}

/** Waits for a map with so many cards. */
export async function opened(page, cards) {
  await map(page).waitFor();
  await becomes(() => page.locator("#map .card").count(), cards, "cards on the map");
}

/** What each card says to those who listen: "Statement. Role. Category.", in alphabetical order. */
export const spokenCards = (page) => page.locator("#map .card").evaluateAll((cards) =>
  cards.map((card) => card.getAttribute("aria-label")).sort());

/** What each link says: "“Cause” contributed to “Effect”: untested", in alphabetical order. */
export const spokenLinks = (page) => page.locator("#map .link > title").evaluateAll((titles) =>
  titles.map((title) => title.textContent).sort());

/** What the map says, wherever its cards lie. */
export const web = async (page) => ({
  cards: await spokenCards(page),
  links: await spokenLinks(page),
});

/** Where each card lies and how each link runs, by what they say. */
export const picture = (page) => page.locator("#map").evaluate((map) => {
  const all = (selector) => [...map.querySelectorAll(selector)];
  const places = all(".place").map((place) =>
    [place.querySelector(".card").getAttribute("aria-label"), place.getAttribute("transform")]);
  const lines = all(".link").map((link) =>
    [link.querySelector("title").textContent, link.querySelector(".line").getAttribute("d")]);
  return Object.fromEntries([...places, ...lines].sort());
});

/** What the card or link that keys act on says to those who listen; nothing where none is selected. */
export const current = (page) => page.locator("#map").evaluate((map) => {
  const active = document.getElementById(map.getAttribute("aria-activedescendant") ?? "");
  return active && (active.ariaLabel ?? active.querySelector("title").textContent);
});

/** Waits until the card that begins with these words is the one that keys act on. */
export const selected = (page, statement) => becomes(async () => {
  const spoken = await current(page);
  return spoken?.startsWith(statement) ? statement : spoken;
}, statement, "the selected card");

const button = (page, name) => page.getByRole("banner").getByRole("button", { name, exact: true });

/** The button that takes back the last step. */
export const undo = (page) => button(page, "Undo");

/** The button that makes it again. */
export const redo = (page) => button(page, "Redo");

/** Waits until the page says that all of it is stored. */
export const saved = (page) =>
  page.getByRole("status").filter({ hasText: "Saved on this device" }).waitFor();
