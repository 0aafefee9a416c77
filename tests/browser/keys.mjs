// A keyboard that counts: letters of statements apart from the keys that place them.

/** A person's keyboard. Whatever has the focus gets the keys, as fast as the page takes them. */
export class Keys {
  /** Keys pressed beside the words themselves. */
  pressed = 0;
  /** Letters typed. */
  letters = 0;

  constructor(page) {
    this.page = page;
  }

  /** Types words, then presses these keys. */
  async type(words, ...then) {
    this.letters += words.length;
    await this.page.keyboard.type(words);
    await this.press(...then);
  }

  /** Presses keys, one after the other. */
  async press(...keys) {
    for (const key of keys) {
      this.pressed += 1;
      await this.page.keyboard.press(key);
    }
  }
}

/** The keys that `hurry` knows beside letters, by their number on the keyboard. */
const NAMED = { Tab: 9, Enter: 13, Escape: 27, ArrowLeft: 37, ArrowUp: 38, ArrowRight: 39, ArrowDown: 40 };
/** What is held beside a key, by the browser's own numbers. */
const HELD = { "": 0, "Control+": 2, "Shift+": 8 };
const PARTS = /^(Control\+|Shift\+|)(.+)$/;

/** What the browser is told of one key: a letter or a name, with or without what is held beside it. */
function stroke(part) {
  const [, held, key] = PARTS.exec(part);
  const modifiers = HELD[held];
  if (key in NAMED) {
    const text = key === "Enter" ? "\r" : undefined;
    return { key, code: key, text, windowsVirtualKeyCode: NAMED[key], modifiers };
  }
  const code = /[a-z]/.test(key) ? `Key${key.toUpperCase()}` : /\d/.test(key) ? `Digit${key}` : "";
  const text = held === "Control+" ? undefined : key;
  return { key, code, text, windowsVirtualKeyCode: key.toUpperCase().charCodeAt(0), modifiers };
}

/**
 * Presses keys faster than the page can follow: none waits until the page has dealt with the one
 * before. Each part is the name of a key, a key with `Control+` or `Shift+`, or words in small letters.
 */
export async function hurry(page, ...parts) {
  const devtools = await page.context().newCDPSession(page);
  const isKey = (part) => part in NAMED || /^(Control|Shift)\+/.test(part);
  const strokes = parts.flatMap((part) => (isKey(part) ? [part] : [...part])).map(stroke);
  await Promise.all(strokes.flatMap((each) => [
    devtools.send("Input.dispatchKeyEvent", { type: "keyDown", ...each }),
    devtools.send("Input.dispatchKeyEvent", { type: "keyUp", ...each, text: undefined }),
  ]));
  await devtools.detach();
}
