// One Chromium, one page, and every engine in it.

import { launch } from "../../browser.mjs";
import { benchHost } from "./host.mjs";

/** The most that one job may take, in ms, as in the shared runner. */
export const LIMIT = 60_000;

export class Arena {
  /** Starts it. The caller ends it. */
  static async begin() {
    const host = await benchHost();
    const browser = await launch();
    const arena = new Arena(host, browser);
    arena.page = await arena.freshPage();
    return arena;
  }

  constructor(host, browser) {
    this.host = host;
    this.browser = browser;
  }

  get version() {
    return this.browser.version();
  }

  /** A page in a profile of its own, in which nothing was loaded or compiled before. */
  async freshPage() {
    const context = await this.browser.newContext();
    const page = await context.newPage();
    page.on("pageerror", (error) => console.error(`In the page: ${error}`));
    await page.goto(this.host.url);
    await page.waitForFunction(() => globalThis.bench !== undefined);
    return page;
  }

  /**
   * Has an engine do a job of inside/jobs.mjs; gives `{ result }` or `{ error }`. What comes
   * late is ended, and the engine starts anew with its next job.
   */
  run(engine, job, given = {}, limit = LIMIT) {
    return this.page.evaluate(
      ([engine, job, given, limit]) => globalThis.bench.run(engine, job, given, limit),
      [engine, job, given, limit],
    );
  }

  async end() {
    await this.browser.close();
    await this.host.close();
  }
}
