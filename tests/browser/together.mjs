// Working together, as a person sees it: the window with the ways, and those who are here.

/** Opens the window with the ways to work together. */
export async function openTogether(page) {
  await page.getByRole("banner").getByRole("button", { name: "Work together" }).click();
  const window = together(page);
  await window.waitFor();
  return window;
}

/** That window. */
export const together = (page) => page.getByRole("dialog", { name: "Work together" });

/** Closes it. */
export async function closeTogether(page) {
  await together(page).getByRole("button", { name: "Close" }).click();
  await together(page).waitFor({ state: "detached" });
}

/** A way in that window, by its name. */
export const way = (page, name) => together(page).getByRole("region", { name });

/** Connects to a server; gives the link for colleagues. */
export async function connect(page, server, { token } = {}) {
  await openTogether(page);
  const there = way(page, "Your own Yjs server");
  await there.getByRole("textbox", { name: "Address of the server" }).fill(server.address);
  if (token !== undefined) {
    await there.getByRole("radio", { name: "Hocuspocus" }).click();
    await there.getByRole("textbox", { name: "Token" }).fill(token);
  }
  await there.getByRole("button", { name: "Connect" }).click();
  await there.getByText("Connected to").waitFor();
  const link = await there.getByRole("textbox", { name: "A link for colleagues" }).inputValue();
  await closeTogether(page);
  return link;
}

/** Takes a name. */
export async function takeName(page, name) {
  const window = await openTogether(page);
  await window.getByRole("textbox", { name: "Your name" }).fill(name);
  await window.getByRole("textbox", { name: "Your name" }).press("Enter");
  await closeTogether(page);
}

/** What stands on the map about others: their names at cards, and what they do there. */
export const namesOnMap = (page) =>
  page.locator("#map-people .peer-name").allTextContents().then((names) => names.sort());
