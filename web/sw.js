"use strict";

// Keeps the page for use without a network. The build fills in the version and the list.
//
// The page itself comes from the network while there is one, so a new release shows at once. Its
// files carry a hash of their content in their names, so a kept copy is always the right one.

const VERSION = "/* VERSION */";
const FILES = [/* FILES */];

// Other pages of the same host keep theirs in the same store: the scope tells ours apart.
const OURS = `whyweb ${registration.scope} `;
const CACHE = OURS + VERSION;

addEventListener("install", (event) => event.waitUntil(keep()));
addEventListener("activate", (event) => event.waitUntil(forgetOlder()));
addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(registration.scope)) return;
  event.respondWith(request.mode === "navigate" ? page(request) : file(request));
});

async function keep() {
  const cache = await caches.open(CACHE);
  // `no-cache`: ask whether the browser's own copy is still right, and download it only if not.
  await cache.addAll(FILES.map((name) => new Request(name, { cache: "no-cache" })));
  await skipWaiting();
}

async function forgetOlder() {
  for (const name of await caches.keys()) {
    if (name.startsWith(OURS) && name !== CACHE) await caches.delete(name);
  }
  await clients.claim();
}

async function page(request) {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await (await caches.open(CACHE)).match("./index.html");
    if (kept) return kept;
    throw error;
  }
}

async function file(request) {
  const kept = await (await caches.open(CACHE)).match(request);
  return kept ?? fetch(request);
}
