// Servers that pages may work together over, on this very machine: those that teams run, and one that
// means harm. Each holds its documents with Yjs itself, which so is a witness of its own.

import { Hocuspocus } from "@hocuspocus/server";
import { getYDoc, docs, setupWSConnection } from "@y/websocket-server/utils";
import { WebSocketServer } from "ws";
import * as Y from "yjs";

/** A server for WebSockets at a free port of 127.0.0.1, or at this one. */
async function sockets(port = 0) {
  const server = new WebSocketServer({ host: "127.0.0.1", port, maxPayload: 200 << 20 });
  await new Promise((resolve, reject) => server.once("listening", resolve).once("error", reject));
  return server;
}

function closed(server) {
  for (const client of server.clients) client.terminate();
  return new Promise((resolve) => server.close(resolve));
}

/**
 * A y-websocket server. `stop` ends it; what it knew stays in its memory, as on a disk, and `start`
 * brings it back at the same port.
 */
export async function yWebsocket() {
  let server = await sockets();
  const { port } = server.address();
  const serve = () => server.on("connection", (socket, request) => setupWSConnection(socket, request));
  serve();
  return {
    address: `ws://127.0.0.1:${port}`,
    document: (name) => getYDoc(name),
    stop: () => closed(server),
    async start() {
      server = await sockets(port);
      serve();
    },
    async end() {
      await closed(server);
      for (const document of docs.values()) document.awareness.destroy();
      docs.clear();
    },
  };
}

/** A Hocuspocus server that lets in who has the token, and keeps what it knew when it is stopped. */
export async function hocuspocus(token) {
  const kept = new Map();
  const host = new Hocuspocus({
    quiet: true,
    debounce: 0,
    async onAuthenticate(data) {
      if (data.token !== token) throw new Error("no such token");
    },
    async onLoadDocument({ documentName, document }) {
      const state = kept.get(documentName);
      if (state) Y.applyUpdate(document, state);
      return document;
    },
    async onChange({ documentName, document }) {
      kept.set(documentName, Y.encodeStateAsUpdate(document));
    },
  });
  let server = await sockets();
  const { port } = server.address();
  const serve = () =>
    server.on("connection", (socket, request) => host.handleConnection(socket, request));
  serve();
  return {
    address: `ws://127.0.0.1:${port}`,
    document(name) {
      const document = new Y.Doc();
      if (kept.has(name)) Y.applyUpdate(document, kept.get(name));
      return document;
    },
    stop: () => closed(server),
    async start() {
      server = await sockets(port);
      serve();
    },
    end: () => closed(server),
  };
}

/** A server that sends these messages to whoever connects, and listens to nothing. */
export async function hostile(messages) {
  const server = await sockets();
  server.on("connection", (socket) => {
    for (const message of messages) socket.send(message);
  });
  return {
    address: `ws://127.0.0.1:${server.address().port}`,
    end: () => closed(server),
  };
}

/** The statements of the factors in a document, in alphabetical order, as Yjs reads them. */
export const statements = (document) =>
  [...document.getMap("factors").values()].map((factor) => factor.get("statement")).sort();
