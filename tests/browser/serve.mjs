// A plain static host, for tests: it knows files and their types, and no more.

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, sep } from "node:path";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
};

/**
 * Serves a folder on 127.0.0.1, at a free port.
 *
 * @param {string} folder the files
 * @param {string} base where they are on the host, with a slash at both ends
 * @returns {Promise<{url: string, close: () => Promise<void>}>} `url` is the address of the base
 */
export function serve(folder, base = "/some/where/") {
  return host(base, async (path) => {
    const file = fileOf(folder, path);
    return file && { type: typeOf(file), content: await readFile(file) };
  });
}

/** What a file is, by its name. */
export const typeOf = (file) => TYPES[extname(file)] ?? "application/octet-stream";

/**
 * A host on 127.0.0.1, at a free port.
 *
 * @param {string} base its address begins with this; a slash at both ends
 * @param {(path: string) => Promise<{type: string, content: Buffer | string} | undefined>} contentOf
 *   what is at a path below the base; nothing, or an error, for what is not there
 * @param {object} headers more of them for every answer
 */
export async function host(base, contentOf, headers = {}) {
  const server = createServer(async (request, response) => {
    const path = pathOf(base, request);
    const found = path !== undefined && await Promise.resolve(path).then(contentOf).catch(() => undefined);
    if (!found) {
      response.writeHead(404, { "content-type": "text/plain" }).end("no such file\n");
      return;
    }
    const length = Buffer.byteLength(found.content);
    response.writeHead(200, { ...headers, "content-type": found.type, "content-length": length });
    response.end(request.method === "HEAD" ? undefined : found.content);
  });
  await new Promise((resolve, reject) => {
    server.once("error", reject).listen(0, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${server.address().port}${base}`,
    close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      return closed;
    },
  };
}

/** The path below the base that a request asks for; nothing where it asks for something else. */
function pathOf(base, request) {
  if (request.method !== "GET" && request.method !== "HEAD") return undefined;
  const [address] = request.url.split("?");
  let path;
  try {
    path = decodeURIComponent(address);
  } catch {
    return undefined;
  }
  return path.startsWith(base) ? path.slice(base.length) : undefined;
}

/** The file of a path; nothing for a path that leaves the folder. */
export function fileOf(folder, path) {
  const file = join(folder, path === "" || path.endsWith("/") ? `${path}index.html` : path);
  return file.startsWith(join(folder, sep)) ? file : undefined;
}
