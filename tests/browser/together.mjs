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

/**
 * For two browsers that are to find each other directly on this machine: without a name server for
 * `.local` names, as there is none in a container.
 */
export const DIRECT_FLAGS = ["--disable-features=WebRtcHideLocalIpsWithMdns", "--allow-loopback-in-peer-connection"];

/**
 * Invites somebody to the incident of a page, where the window with the ways stays open, and has them
 * answer; gives their page. `name` is what the host is called, and `button` what begins an invitation.
 */
export async function invite(page, guest, name, button = "Make an invitation") {
  const direct = way(page, "Invite somebody directly");
  await direct.getByRole("button", { name: button }).click();
  await direct.getByText("1. Send this link").waitFor();
  const link = await direct.getByLabel("The invitation").inputValue();
  const other = await guest.open(new URL(link).hash);
  await together(other).getByText(`${name} invites you to work on a map.`).waitFor();
  await together(other).getByRole("button", { name: "Make my answer" }).click();
  const answer = await together(other).getByLabel("My answer").inputValue();
  await direct.getByLabel("Their answer").fill(answer);
  await direct.getByRole("button", { name: "Connect" }).click();
  await together(other).getByText(`Connected with ${name}.`).waitFor();
  await closeTogether(other);
  return other;
}

/** Follows a colleague's link to a server. */
export async function follow(visit, link, { token } = {}) {
  const page = await visit.open(new URL(link).hash);
  const window = together(page);
  await window.getByText("This link asks to connect to").waitFor();
  if (token !== undefined) await window.getByRole("textbox", { name: "Token" }).fill(token);
  await window.getByRole("button", { name: "Connect" }).click();
  await window.getByText("Connected to").waitFor();
  await closeTogether(page);
  return page;
}

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
