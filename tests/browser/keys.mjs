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
const SHIFT = 8;

/** What the browser is told of one key: a letter, or a name with or without `Shift+`. */
function stroke(key) {
  const name = key.replace("Shift+", "");
  const modifiers = name === key ? 0 : SHIFT;
  if (name in NAMED) {
    const text = name === "Enter" ? "\r" : undefined;
    return { key: name, code: name, text, windowsVirtualKeyCode: NAMED[name], modifiers };
  }
  const code = /[a-z]/.test(key) ? `Key${key.toUpperCase()}` : /\d/.test(key) ? `Digit${key}` : "";
  return { key, code, text: key, windowsVirtualKeyCode: key.toUpperCase().charCodeAt(0) };
}

/**
 * Presses keys faster than the page can follow: none waits until the page has dealt with the one
 * before. Each part is the name of a key, with or without `Shift+`, or words in small letters.
 */
export async function hurry(page, ...parts) {
  const devtools = await page.context().newCDPSession(page);
  const isKey = (part) => part.replace("Shift+", "") in NAMED;
  const strokes = parts.flatMap((part) => (isKey(part) ? [part] : [...part])).map(stroke);
  await Promise.all(strokes.flatMap((each) => [
    devtools.send("Input.dispatchKeyEvent", { type: "keyDown", ...each }),
    devtools.send("Input.dispatchKeyEvent", { type: "keyUp", ...each, text: undefined }),
  ]));
  await devtools.detach();
}
