// What the shared modules import from Node and use only when they are started from a command line.

export const readFileSync = undefined, mkdirSync = undefined, writeFileSync = undefined;
export const spawnSync = undefined, basename = undefined, fileURLToPath = undefined;

/** They compare it with their own address to see whether they were started. */
export const pathToFileURL = () => ({ href: undefined });
