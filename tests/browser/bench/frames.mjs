// What the page itself sees of its frames. Playwright runs this function in the page, before
// anything else does, so it stands alone. Every time is in ms.

export function watchFrames() {
  const cards = () => document.querySelectorAll("#map .card").length;
  /** The next frame, and then the task after it: by then the frame is painted. */
  const painted = () => new Promise((resolve) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve(performance.now());
    port2.postMessage(undefined);
  }));
  /** The end of the first frame that shows so many cards. */
  const untilCards = async (count) => {
    let now = await painted();
    while (cards() < count) now = await painted();
    return now;
  };
  /** From the next event of this name, before the page hears of it, to the time that follows. */
  const since = (event, time) => new Promise((resolve) => {
    addEventListener(event, () => {
      const start = performance.now();
      resolve(time().then((end) => end - start));
    }, { capture: true, once: true });
  });

  globalThis.stopwatch = {
    untilCards,
    /** From the next such event to the frame that shows so many cards, in `heard`. */
    listenForCards(event, count) { this.heard = since(event, () => untilCards(count)); },
    /** From the next such event to the frame after it, in `heard`. */
    listen(event) { this.heard = since(event, painted); },
    /** Begins to time each frame. */
    begin() {
      this.longest = 0;
      this.running = true;
      let last = performance.now();
      const step = (now) => {
        if (!this.running) return;
        this.longest = Math.max(this.longest, now - last);
        last = now;
        requestAnimationFrame(step);
      };
      requestAnimationFrame(step);
    },
    /** Ends timing; the longest time between two frames. */
    slowest() {
      this.running = false;
      return this.longest;
    },
    /** The middle of a card that lies well inside the window, and under nothing. */
    cardInSight() {
      for (const card of document.querySelectorAll("#map .card")) {
        const box = card.getBoundingClientRect();
        const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
        const inside = at.x > 200 && at.x < innerWidth - 200 && at.y > 150 && at.y < innerHeight - 150;
        const above = inside && document.elementFromPoint(at.x, at.y);
        if (above && above.closest(".place")?.contains(card)) return at;
      }
      throw new Error("no card is in sight");
    },
  };
}
