import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import { StackError, type RandomPort } from '@cairn/statements'

/** `randomInt` takes ranges below 2^48. */
const widestRange = 2 ** 48 - 1
const mostBytes = 1024 * 1024

/** Randomness fit for secrets, from the operating system. */
export const randomPort: RandomPort = {
  bytes(length) {
    if (Number.isSafeInteger(length) && length >= 0 && length <= mostBytes) return randomBytes(length)
    throw new StackError('inputerror', 'invalid_argument', `length must be a whole number from 0 to ${mostBytes}.`)
  },
  integer(min, max) {
    if (!Number.isSafeInteger(min) || !Number.isSafeInteger(max) || min > max) {
      throw new StackError('inputerror', 'invalid_argument', 'min and max must be whole numbers, min not above max.')
    }
    return max - min < widestRange ? randomInt(min, max + 1) : wideInteger(min, max)
  },
  uuid: () => randomUUID(),
  made: (make) => make(),
}

/** Draws 64 bits until they fall in a whole multiple of the range, so that every number is as likely. */
function wideInteger(min: number, max: number): number {
  const range = BigInt(max) - BigInt(min) + 1n
  const usable = 2n ** 64n - (2n ** 64n % range)
  let drawn = randomBytes(8).readBigUInt64BE()
  while (drawn >= usable) drawn = randomBytes(8).readBigUInt64BE()
  return Number(BigInt(min) + (drawn % range))
}
