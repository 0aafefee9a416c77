// The start page.

import { opened } from "./map.mjs";

/** "What happened?" */
export const question = (page) => page.getByRole("textbox", { name: "What happened?" });

/** Begins an incident with this outcome, which is selected then. */
export async function begin(page, outcome) {
  await question(page).fill(outcome);
  await question(page).press("Enter");
  await opened(page, 1);
}

/** Opens an example by its title. */
export async function openExample(page, title, cards) {
  await page.getByRole("link", { name: title }).click();
  await opened(page, cards);
}

/** The list of incidents on this device. */
export const device = (page) => page.getByRole("region", { name: "On this device" });

/** The row of an incident in that list. */
export const entry = (page, name) =>
  device(page).getByRole("listitem").filter({ has: page.getByRole("link", { name, exact: true }) });
