// Chance that is the same each time.

/** Numbers from 0 to 1 that look like chance (xorshift, 32 bits); the seed is a whole number but not 0. */
export function seeded(seed) {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** A seed made of a small number: small seeds begin alike. */
export const mixed = (number) => Math.imul(number + 1, 0x9e3779b1) | 1;
