// A Chromium that is asked for next to nothing: no one listens to what its pages load or hear. The driver
// of the other journeys has each message of a socket told to it, and a browser that has to tell of one of
// 100 MB ends.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { WebSocket } from "ws";
import { CHROMIUM, FLAGS } from "./browser.mjs";
import { becomes } from "./wait.mjs";

/** The keys that are pressed, by what the browser wants to know of them. */
const KEYS = {
  Enter: { key: "Enter", text: "\r", windowsVirtualKeyCode: 13 },
  Tab: { key: "Tab", windowsVirtualKeyCode: 9 },
  "Shift+j": { key: "J", text: "J", windowsVirtualKeyCode: 74, modifiers: 8 },
};

/** Opens an address in a browser of its own. */
export async function quietly(url) {
  const profile = await mkdtemp(join(tmpdir(), "whyweb-"));
  const browser = spawn(CHROMIUM, [
    ...FLAGS, "--headless", "--remote-debugging-port=0", `--user-data-dir=${profile}`, url,
  ]);
  const ended = once(browser, "exit");
  const page = new Page(await pageOf(browser));
  await page.begin();
  return Object.assign(page, {
    async end() {
      browser.kill();
      await ended;
      // Its helpers may write for a moment longer.
      await rm(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    },
  });
}

/** Where the one page of a browser can be talked to. */
async function pageOf(browser) {
  const port = await new Promise((resolve) => {
    let said = "";
    browser.stderr.on("data", (more) => {
      said += more;
      const found = /listening on ws:\/\/[^:]+:(\d+)/.exec(said);
      if (found) resolve(found[1]);
    });
  });
  const pages = await (await fetch(`http://127.0.0.1:${port}/json`)).json();
  return pages.find(({ type }) => type === "page").webSocketDebuggerUrl;
}

class Page {
  #answers = new Map();
  #asked = 0;

  constructor(address) {
    this.socket = new WebSocket(address);
    this.socket.on("message", (text) => {
      const { id, result } = JSON.parse(text);
      this.#answers.get(id)?.(result);
    });
  }

  begin() {
    return once(this.socket, "open");
  }

  /** What an expression gives in the page. */
  async evaluate(expression) {
    const { result } = await this.#ask("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
    return result.value;
  }

  /** Waits until the page shows these words. */
  shows(words) {
    return becomes(() => this.evaluate(`document.body.innerText.includes(${JSON.stringify(words)})`), true, words);
  }

  async press(name) {
    await this.#ask("Input.dispatchKeyEvent", { type: "keyDown", ...KEYS[name] });
    await this.#ask("Input.dispatchKeyEvent", { type: "keyUp", ...KEYS[name], text: undefined });
  }

  /** Types into the field of this label, or into what has the focus. */
  async type(words, label) {
    if (label !== undefined) {
      await this.evaluate(`[...document.querySelectorAll("label")]
        .find((one) => one.innerText.startsWith(${JSON.stringify(label)})).control.focus()`);
    }
    await this.#ask("Input.insertText", { text: words });
  }

  /** Gives something the focus. */
  focus(selector) {
    return this.evaluate(`document.querySelector(${JSON.stringify(selector)}).focus()`);
  }

  /** Clicks the button of this name in the open window. */
  click(name) {
    return this.evaluate(`[...document.querySelectorAll("dialog button")]
      .find((one) => (one.ariaLabel ?? one.innerText) === ${JSON.stringify(name)}).click()`);
  }

  #ask(method, params) {
    this.#asked += 1;
    const id = this.#asked;
    return new Promise((resolve) => {
      this.#answers.set(id, resolve);
      this.socket.send(JSON.stringify({ id, method, params }));
    });
  }
}
