// elk's bundle is no module: it leaves its class in the global scope. And in a worker, which it
// tells by the lack of a document, it would take itself for the worker that it starts elsewhere.

globalThis.document ??= {};
await import("/npm/elkjs/lib/elk.bundled.js");
export default globalThis.ELK;
