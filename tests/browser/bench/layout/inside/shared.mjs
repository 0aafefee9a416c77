// The shared modules in a browser: they look at a program's arguments, of which there are none.

/** One of the shared modules. */
export async function sharedModule(name) {
  globalThis.process = { argv: [] };
  try {
    return await import(`/shared/${name}`);
  } finally {
    // Others tell by it whether they run in Node.
    delete globalThis.process;
  }
}
