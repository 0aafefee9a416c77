// Any command by its name.

/** Does what a command says, as a person without its key does. */
export async function command(page, name) {
  await page.keyboard.press("Control+k");
  const window = page.getByRole("dialog", { name: "Any command" });
  await window.getByRole("combobox").fill(name);
  await window.getByRole("option", { name }).first().click();
  await window.waitFor({ state: "detached" });
}
