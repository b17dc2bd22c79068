/**
 * Evaluated before a library in an engine that is used again: `Math.random` of a state that the answer, a function of four
 * integers, sets anew for each job. The generator is sfc32.
 */
export const chance = `(() => {
  'use strict';
  let a = 1, b = 2, c = 3, d = 4;
  const next = () => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  Math.random = () => ((next() >>> 5) * 67108864 + (next() >>> 6)) / 9007199254740992;
  return (...seed) => { [a, b, c, d] = seed; for (let round = 0; round < 12; round++) next(); };
})()`
