// Files that go out of the page and come into it.

import { readFile } from "node:fs/promises";

/** Saves the open incident as a file through the window for it; gives the file's name and text. */
export async function exported(page, form) {
  await page.keyboard.press("Control+s");
  const window = page.getByRole("dialog", { name: "Export" });
  await window.getByRole("radio", { name: form }).click();
  const download = page.waitForEvent("download");
  await window.getByRole("button", { name: "Save the file" }).click();
  const file = await download;
  await window.waitFor({ state: "detached" });
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
}

/** The field for files on the start page, or in the window for it. */
const field = (page) => page.getByLabel("Choose a file…");

/** Hands a file to the page as it stands: on the start page, or with the window for it open. */
export function choose(page, { name, text }) {
  return field(page).setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
}

/** Hands a file that is on disk to the page; the way for large ones. */
export const chooseOnDisk = (page, path) => field(page).setInputFiles(path);
