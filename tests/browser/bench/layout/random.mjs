/** Numbers from 0 to 1 that look like chance and are the same each time (xorshift, 32 bits). */
export function seeded(seed) {
  // Near seeds would begin alike, and zero would stay zero.
  let state = Math.imul(seed + 1, 0x9e3779b1) | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
