// A large incident, always the same one: layers of factors that lead into one outcome.

import { seeded } from "../random.mjs";

/** Words a statement is made of, so that lengths and line breaks are as in real ones. */
const WHO = ["The deploy job", "Nobody on call", "The standby database", "The runbook",
  "A retry loop", "The config service", "The release team", "The alert", "A half-done migration",
  "The load balancer", "The queue of the importer", "The vendor's status page"];
const DID = ["was never tested", "hid the first failure", "kept growing", "was out of date",
  "could not reach its peer", "had no owner", "was read as noise", "failed without a word",
  "had more rights than it needed", "was set by hand", "waited for a lock"];
const WHEN = ["under load", "at the weekend", "since the move", "in the second region", "by default",
  "after the last release", "for two weeks", "during the freeze", "although it was on the list",
  "because the old limit was copied from another service and never looked at again"];

/** An incident with so many factors and about 1.7 links a factor, in the native format. */
export function largeIncident(count, seed = 2024) {
  const random = seeded(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const statement = (n) =>
    `${pick(WHO)} ${pick(DID)}${random() < 0.6 ? ` ${pick(WHEN)}` : ""} (${n})`;
  const categories = ["process", "communication", "tooling", "human"];
  const factors = [{ id: "f0", statement: "Checkout was down for six hours", role: "outcome" }];
  const links = [];
  const known = new Set();
  const link = (cause, effect) => {
    const id = `l${cause}-${effect}`;
    if (known.has(id)) return;
    known.add(id);
    links.push({ id, cause: `f${cause}`, effect: `f${effect}` });
  };
  for (let n = 1; n < count; n += 1) {
    const factor = { id: `f${n}`, statement: statement(n) };
    if (random() < 0.3) factor.role = "event";
    if (random() < 0.7) factor.category = pick(categories);
    factors.push(factor);
    // A cause of something a few places back, so that depth grows slowly with size.
    const near = () => Math.floor(n * (0.55 + 0.4 * random()) * random());
    link(n, near());
    if (random() < 0.72) link(n, near());
  }
  return { format: "whyweb", version: 1, incident: { id: "large", factors, links } };
}
