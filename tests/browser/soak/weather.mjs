// A way between pages and a server that is as bad as networks are: messages are lost, come twice or
// overtake each other, and connections break.

import { WebSocket, WebSocketServer } from "ws";

/** How often it happens to a message; what is left of 1 is carried as it should be. */
const SHARES = { lost: 0.02, repeated: 0.04, overtaken: 0.06 };
/** A connection carries so many messages at the least and at the most before it breaks. */
const LIFE = [40, 400];

/**
 * A relay at a free port of 127.0.0.1.
 *
 * What is lost on a connection that stays would be lost for good, for no server asks for it again. So
 * connections break now and then, as one that loses something does, and all is told anew on the next.
 *
 * @param {string} server the address of the server behind it
 * @param {() => number} random numbers from 0 to 1
 * @returns `address`; `happened`, how often what did; `turn()`, which begins the bad weather; `clear()`,
 *   which ends it; `end()`
 */
export async function weather(server, random) {
  const happened = { carried: 0, lost: 0, repeated: 0, overtaken: 0, broken: 0 };
  let isBad = false;
  const relay = new WebSocketServer({ host: "127.0.0.1", port: 0 });
  await new Promise((resolve) => relay.once("listening", resolve));

  /** What becomes of the next message. */
  const lot = () => {
    let left = isBad ? random() : 1;
    const found = Object.entries(SHARES).find(([, share]) => (left -= share) < 0);
    return found?.[0] ?? "carried";
  };

  relay.on("connection", (near, { url }) => {
    const far = new WebSocket(server + (url === "/" ? "" : url));
    let life = LIFE[0] + Math.floor(random() * (LIFE[1] - LIFE[0]));
    const broken = () => {
      near.terminate();
      far.terminate();
    };
    const carry = (to, opened) => {
      let waits;
      return async (message) => {
        await opened;
        const what = lot();
        happened[what] += 1;
        if (what === "overtaken" && waits === undefined) {
          waits = message;
          return;
        }
        if (what !== "lost") to.send(message);
        if (what === "repeated") to.send(message);
        if (waits !== undefined) to.send(waits);
        waits = undefined;
        if (isBad) life -= 1;
        if (life < 0) {
          happened.broken += 1;
          broken();
        }
      };
    };
    const opened = new Promise((resolve) => far.once("open", resolve));
    near.on("message", carry(far, opened));
    far.on("message", carry(near, Promise.resolve()));
    for (const end of [near, far]) end.on("close", broken).on("error", broken);
  });

  const breakAll = () => { for (const client of relay.clients) client.terminate(); };
  return {
    address: `ws://127.0.0.1:${relay.address().port}`,
    happened,
    turn() {
      isBad = true;
    },
    /** From now on the way is good; whoever was on it comes back by it. */
    clear() {
      isBad = false;
      breakAll();
    },
    end() {
      breakAll();
      return new Promise((resolve) => relay.close(resolve));
    },
  };
}
