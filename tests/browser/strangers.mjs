// What strangers may send to a page: the bytes of messages and updates, honest and not.

import * as Y from "yjs";

const SYNC = 0;
const UPDATE = 2;

/** A number as Yjs writes it: seven bits a byte, the lowest first. */
function number(value) {
  const bytes = [];
  let left = value;
  for (; left >= 0x80; left = Math.floor(left / 0x80)) bytes.push((left % 0x80) | 0x80);
  return [...bytes, left];
}

/** Wraps an update as a message of the protocol. */
export const message = (update) => Buffer.concat([Buffer.from([SYNC, UPDATE, ...number(update.length)]), update]);

/** What somebody does to a document of their own, as an update. */
export function update(change) {
  const document = new Y.Doc();
  change(document);
  return Y.encodeStateAsUpdate(document);
}

/** An update that brings so many cards, which Yjs itself writes. */
export const factors = (count, statement) => update((document) => {
  document.transact(() => {
    for (let at = 0; at < count; at += 1) {
      document.getMap("factors").set(`f${at}`, new Y.Map([["statement", statement]]));
    }
  });
});

/**
 * The same, written a byte at a time: of a million cards Yjs itself has a document of gigabytes.
 *
 * @param {number} first the number of the first card, so that several updates bring different ones
 */
export function manyFactors(count, { client = 1, first = 0 } = {}) {
  const text = (words) => [...number(words.length), ...Buffer.from(words)];
  const MAP_IN_TABLE = [0x27, 1, ...text("factors")];
  const [statement, value] = [text("statement"), [1, 119, ...text("x")]];
  const size = 48 * count + 64;
  const bytes = Buffer.alloc(size);
  let end = 0;
  const put = (more) => {
    for (const byte of more) {
      bytes[end] = byte;
      end += 1;
    }
  };
  put([1, ...number(2 * count), ...number(client), 0]);
  for (let at = 0; at < count; at += 1) {
    put(MAP_IN_TABLE);
    put(text(`f${first + at}`));
    put([1]);
    put([0x28, 0, ...number(client), ...number(2 * at)]);
    put(statement);
    put(value);
  }
  put([0]);
  return bytes.subarray(0, end);
}
