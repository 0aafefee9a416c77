/** Prints the median and the worst of some times, in ms. */
export function report(what, times) {
  const sorted = times.toSorted((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)];
  const told = (time) => time.toFixed(1).padStart(9);
  console.log(`${what.padEnd(22)} median ${told(median)}   worst ${told(sorted.at(-1))}`);
}
