// A plain static host, for tests: it knows files and their types, and no more.

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, sep } from "node:path";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
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
export async function serve(folder, base = "/some/where/") {
  const server = createServer(async (request, response) => {
    const file = fileOf(folder, base, request);
    const content = file && await readFile(file).catch(() => undefined);
    if (content === undefined) {
      response.writeHead(404, { "content-type": "text/plain" }).end("no such file\n");
      return;
    }
    const type = TYPES[extname(file)] ?? "application/octet-stream";
    response.writeHead(200, { "content-type": type, "content-length": content.length });
    response.end(request.method === "HEAD" ? undefined : content);
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

/** The file that a request asks for; nothing for a request that leaves the folder. */
function fileOf(folder, base, request) {
  if (request.method !== "GET" && request.method !== "HEAD") return undefined;
  const [address] = request.url.split("?");
  let path;
  try {
    path = decodeURIComponent(address);
  } catch {
    return undefined;
  }
  if (!path.startsWith(base)) return undefined;
  path = path.slice(base.length);
  const file = join(folder, path === "" || path.endsWith("/") ? `${path}index.html` : path);
  return file.startsWith(join(folder, sep)) ? file : undefined;
}
