// A copy of the document that is neither the pages' nor the server's: Yjs itself, told of every edit
// beside the network, so that it misses nothing that the network loses.

import assert from "node:assert/strict";
import * as Y from "yjs";

/** Where cards lie and links pass: laid out anew by whoever changes something, and no one's words. */
const LAID_OUT = new Set(["positions", "passes"]);

/** All that a document says, as plain values. Tables are told apart by their names. */
export function told(document) {
  // What a document only brought in an update has no sort yet.
  for (const name of document.share.keys()) document.getMap(name);
  return document.toJSON();
}

/** What the document in a file says, as Yjs reads it. */
export function toldByFile(text) {
  const document = new Y.Doc();
  Y.applyUpdate(document, Buffer.from(JSON.parse(text).document, "base64"));
  return told(document);
}

/** Where two such values differ, a line each. */
export function differences(one, other, path = []) {
  const areObjects = [one, other].every((value) => value !== null && typeof value === "object");
  if (!areObjects) {
    return Object.is(one, other) ? [] : [`${path.join(".")}: ${JSON.stringify(one)} / ${JSON.stringify(other)}`];
  }
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].flatMap((key) => differences(one[key], other[key], [...path, key]));
}

/**
 * Runs in each page: hands over every update that the page tells its other tabs, which is every one it
 * makes or takes in, and whether it was made by the key that undoes.
 */
function tap() {
  const say = BroadcastChannel.prototype.postMessage;
  BroadcastChannel.prototype.postMessage = function postMessage(message) {
    const [sort, step] = message;
    // What is dealt with right now: a key, or something that came from others.
    const { event } = globalThis;
    const isUndo = event?.type === "keydown" && event.key === "z";
    if (sort === 0 && step === 2) globalThis.tapped(btoa(String.fromCharCode(...message)), isUndo);
    return say.call(this, message);
  };
}

/** The update in a message of the protocol. */
function updateIn(message) {
  let at = 2;
  while (message[at] >= 0x80) at += 1;
  return message.subarray(at + 1);
}

export class Witness {
  document = new Y.Doc();
  /** How many edits it was told of, and how many of them took something back. */
  edits = 0;
  undos = 0;
  /** What an undo deleted of another's, which none may. */
  trespasses = [];
  /** Whose copy has this number: theirs who told of its edits first, before any network could. */
  #owners = new Map();

  /** Begins with what somebody knows. */
  constructor(state) {
    Y.applyUpdate(this.document, state);
    this.document.on("update", () => { this.edits += 1; });
  }

  /** From the next page on, hears what this person does. */
  async listenTo(context, person) {
    await context.exposeBinding("tapped", (_, text, isUndo) => {
      this.#hear(person, updateIn(Buffer.from(text, "base64")), isUndo);
    });
    await context.addInitScript(tap);
  }

  #hear(person, update, isUndo) {
    const { structs, ds } = Y.decodeUpdate(update);
    for (const { id } of structs) {
      if (!this.#owners.has(id.client)) this.#owners.set(id.client, person);
    }
    if (isUndo) {
      this.undos += 1;
      for (const [client, ranges] of ds.clients) {
        const whose = this.#owners.get(client);
        if (whose === person) continue;
        const places = ranges.flatMap((range) => this.#places(client, range));
        this.trespasses.push(...places.map((place) => `${person} took back what ${whose} did: ${place}`));
      }
    }
    Y.applyUpdate(this.document, update);
  }

  /** Where these edits of a copy stand, such as `factors f1 note`, but for where cards lie. */
  #places(client, { clock, len }) {
    const places = new Set();
    for (let at = clock; at < clock + len; at += 1) {
      let item = Y.getItem(this.document.store, { client, clock: at });
      const place = [];
      while (item?.parent !== undefined) {
        place.unshift(item.parentSub);
        if (item.parent._item === null) place.unshift(Y.findRootTypeKey(item.parent));
        item = item.parent._item;
      }
      if (!LAID_OUT.has(place[0])) places.add(place.join(" "));
    }
    return [...places];
  }

  /** Fails where somebody's undo deleted what another had written, or where an edit never arrived. */
  assertWhole() {
    assert.deepEqual(this.trespasses, [], "an undo took back what another did");
    assert.equal(this.document.store.pendingStructs, null, "edits that nobody told of");
  }
}
