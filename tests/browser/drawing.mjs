// What an exported SVG shows, measured by the browser in the file's own geometry.

/**
 * Parses an SVG file in a page and puts it there.
 *
 * @returns what the parser complained of; nothing for well-formed XML
 */
export const show = (page, svg) => page.evaluate((svg) => {
  const read = new DOMParser().parseFromString(svg, "image/svg+xml");
  const error = read.querySelector("parsererror");
  if (error || read.documentElement.localName !== "svg") return error?.textContent ?? "no SVG";
  document.body.replaceChildren(document.importNode(read.documentElement, true));
  return null;
}, svg);

/** The words on each card, line by line, with what a hint adds where they are cut short. */
export const words = (page) => page.evaluate(() =>
  [...document.querySelectorAll(".cards > .card")].map((card) => ({
    spoken: card.getAttribute("aria-label"),
    whole: card.querySelector("title")?.textContent ?? null,
    lines: [...card.querySelectorAll("text")].map((text) => text.textContent),
  })));

/**
 * What goes wrong between cards and links: cards that overlap, links that run through a card, words
 * that stick out of theirs. An empty list is a clean drawing.
 */
export const collisions = (page) => page.evaluate(() => {
  const cards = [...document.querySelectorAll(".cards > .card")].map((card) => {
    const [left, top] = card.getAttribute("transform").match(/-?[\d.]+/g).map(Number);
    const rects = [...card.querySelectorAll(":scope > rect")];
    const largest = (name) => Math.max(...rects.map((rect) => Number(rect.getAttribute(name))));
    const [right, bottom] = [left + largest("width"), top + largest("height")];
    return { card, name: card.getAttribute("aria-label"), left, top, right, bottom };
  });
  const found = [];
  cards.forEach((a, place) => {
    for (const b of cards.slice(place + 1)) {
      const apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
      if (!apart) found.push(`“${a.name}” overlaps “${b.name}”`);
    }
    for (const text of a.card.querySelectorAll("text")) {
      const { x, width } = text.getBBox();
      const fits = x >= 0 && x + width <= a.right - a.left;
      if (!fits) found.push(`“${text.textContent}” sticks out of “${a.name}”`);
    }
  });
  // A link ends at the side of a card; what it must not do is enter one.
  const inside = ({ x, y }, { left, top, right, bottom }) =>
    x > left + 1 && x < right - 1 && y > top + 1 && y < bottom - 1;
  for (const link of document.querySelectorAll(".links > .link")) {
    const line = link.querySelector("path.line");
    const length = line.getTotalLength();
    const steps = Math.ceil(length / 2);
    for (const other of cards) {
      for (let step = 0; step <= steps; step += 1) {
        if (inside(line.getPointAtLength((length * step) / steps), other)) {
          found.push(`${link.querySelector("title").textContent} runs through “${other.name}”`);
          break;
        }
      }
    }
  }
  return found;
});

/** How many cards and links the file draws. */
export const counts = (page) => page.evaluate(() => ({
  cards: document.querySelectorAll(".cards > .card").length,
  links: document.querySelectorAll(".links > .link").length,
}));
