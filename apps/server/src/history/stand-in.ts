import { randomInt } from 'node:crypto'

const [digits, lower, upper] = ['0123456789', 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

const drawn = (from: string): string => from[randomInt(from.length)]!

/**
 * Something of the same length and the same kinds of characters, drawn by chance: what was valid stays valid, and
 * nothing leads back to the secret.
 */
export const standIn = (secret: string): string =>
  secret
    .replaceAll(/[0-9]/g, () => drawn(digits))
    .replaceAll(/[a-z]/g, () => drawn(lower))
    .replaceAll(/[A-Z]/g, () => drawn(upper))
    .replaceAll(/\P{ASCII}/gu, 'ß')
