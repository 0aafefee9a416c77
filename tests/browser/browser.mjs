// A real Chromium for the journeys, and a watch over it: a page that asks another host for
// anything, or complains, fails its journey whatever else it does right.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { after } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "./serve.mjs";

const HERE = dirname(fileURLToPath(import.meta.url));

/** The built page. */
export const DIST = process.env.WHYWEB_DIST ?? join(HERE, "..", "..", "dist");

// As root in a container there is no sandbox to be had, and Chromium's own errands to its maker
// would look like the page's.
export const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The system's Chromium. */
export const CHROMIUM = process.env.WHYWEB_CHROMIUM ?? "/usr/bin/chromium";

/** Starts it. The caller closes it. */
export function launch(...flags) {
  return chromium.launch({ executablePath: CHROMIUM, args: [...FLAGS, ...flags] });
}

/**
 * A host that serves the built page from a folder somewhere, and a browser, for all the journeys of
 * one file. Both end with the file. Call it at the top of the file.
 *
 * @returns {Promise<{url: string, visit: (options?: object) => Promise<Visit>}>}
 */
export async function stage({ folder = DIST, base = "/some/where/" } = {}) {
  const host = await serve(folder, base);
  const browser = await launch();
  after(async () => {
    await browser.close();
    await host.close();
  });
  return { url: host.url, visit: (options) => Visit.begin(browser, host.url, options) };
}

/** One person at one browser: a fresh profile, and a watch over all its pages. */
export class Visit {
  /** Requests and sockets to anywhere but the page's own host; each was refused. */
  foreign = [];
  /** Errors that pages threw or wrote to the console. */
  complaints = [];

  /**
   * `options` are Playwright's for a new context. Service workers are kept out unless asked for:
   * what one fetches is seen, but a page that it serves tells a journey little about the page.
   * `named` are the servers that the person names, such as `ws://127.0.0.1:1234`: going there is no
   * fault, nor is the browser's complaint where one of them does not answer.
   */
  static async begin(browser, url, { named = [], ...options } = {}) {
    const context = await browser.newContext({ serviceWorkers: "block", ...options });
    return new Visit(context, url, named).#watch();
  }

  constructor(context, url, named) {
    this.context = context;
    this.url = url;
    this.named = named;
  }

  /** Opens the page, at a hash if one is given, and waits until it has started. */
  async open(hash = "") {
    const page = await this.context.newPage();
    await page.goto(this.url + hash);
    await page.locator("#whyweb .starting").waitFor({ state: "detached" });
    return page;
  }

  /** Ends the visit and fails if it went anywhere else or met an error. */
  async end() {
    await this.context.close();
    assert.deepEqual(this.foreign, [], "the page went to another host");
    assert.deepEqual(this.complaints, [], "the page complained");
  }

  async #watch() {
    const { origin } = new URL(this.url);
    const isForeign = (url) => /^(https?|wss?):$/.test(url.protocol) &&
      url.origin.replace(/^ws/, "http") !== origin && !this.named.includes(url.origin);
    await this.context.route(isForeign, (route) => {
      this.foreign.push(route.request().url());
      return route.abort();
    });
    await this.context.routeWebSocket(isForeign, (socket) => {
      this.foreign.push(socket.url());
      return socket.close();
    });
    this.context.on("console", (message) => {
      const isAboutNamed = this.named.some((server) => message.text().startsWith(`WebSocket connection to '${server}`));
      if (message.type() === "error" && !isAboutNamed) this.complaints.push(message.text());
    });
    this.context.on("weberror", (error) => this.complaints.push(String(error.error())));
    return this;
  }
}

const axeFile = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const axe = readFile(axeFile, "utf8");

/**
 * Fails with every rule of accessibility that the page, or a part of it, breaks (WCAG 2.2 A and AA, and
 * axe's own).
 */
export async function assertAccessible(page, within = "html") {
  // As an expression, not as a script element, which the page's policy would refuse.
  await page.evaluate(`${await axe}; undefined`);
  const { violations } = await page.evaluate((selector) => globalThis.axe.run(selector), within);
  const told = violations.map(({ id, help, nodes }) =>
    `${id}: ${help}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
  assert.deepEqual(told, [], "the page is not accessible");
}
