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
