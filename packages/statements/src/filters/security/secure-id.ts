import { createCipheriv, createDecipheriv, createHash } from 'node:crypto'
import { argument, needed } from '../../define/filter-parameter.ts'
import type { Filter, FilterArgument } from '../../define/types.ts'
import { textToBytes } from '../../values/bytes.ts'
import { isNumeric, toText } from '../../values/convert.ts'
import { StackError } from '../../values/error.ts'

/*
 * One AES block: the number in eight bytes, then eight zeros. Only a text made with the same salt gives the zeros back, so
 * a guess has one chance in 2^64.
 */
const algorithm = 'aes-256-ecb'
const blockLength = 16
const encoded = /^[\w-]{22}$/

const salt = needed('salt', 'text', 'A secret text. Who knows it can read the ids.')

export const secureidEncode: Filter = {
  definition: {
    name: 'secureid_encode',
    category: 'security',
    help: 'Text that stands for a whole number, such as an id, and does not show it. The same number and salt give the same text.',
    input: 'int',
    params: [salt],
    result: 'text',
    examples: [
      { expression: '12345|secureid_encode:"pepper"|secureid_decode:"pepper"', expect: 12345 },
      { expression: '1|secureid_encode:"pepper"|strlen', expect: 22 },
      { expression: 'null|secureid_encode:"pepper"', expect: null },
    ],
  },
  evaluate(value, [saltArgument]) {
    const key = keyOf(saltArgument)
    if (value === null) return null
    const id = isNumeric(value) ? Number(value) : Number.NaN
    if (!Number.isSafeInteger(id)) {
      throw new StackError('standard', 'not_integer', 'Only a whole number has a secure id.')
    }
    const block = Buffer.alloc(blockLength)
    block.writeBigInt64BE(BigInt(id))
    const cipher = createCipheriv(algorithm, key, null).setAutoPadding(false)
    return Buffer.concat([cipher.update(block), cipher.final()]).toString('base64url')
  },
}

export const secureidDecode: Filter = {
  definition: {
    name: 'secureid_decode',
    category: 'security',
    help: 'The whole number that a text of secureid_encode stands for. Any other text is an error.',
    input: 'text',
    params: [salt],
    result: 'int',
    examples: [
      { expression: '(-7)|secureid_encode:"pepper"|secureid_decode:"pepper"', expect: -7 },
      { expression: '9007199254740991|secureid_encode:"s"|secureid_decode:"s"', expect: 9007199254740991 },
      { expression: 'null|secureid_decode:"pepper"', expect: null },
    ],
  },
  evaluate(value, [saltArgument]) {
    const key = keyOf(saltArgument)
    if (value === null) return null
    const text = toText(value)
    if (!encoded.test(text)) throw invalidId()
    const decipher = createDecipheriv(algorithm, key, null).setAutoPadding(false)
    const block = Buffer.concat([decipher.update(Buffer.from(text, 'base64url')), decipher.final()])
    const id = Number(block.readBigInt64BE())
    if (block.readBigUInt64BE(8) !== 0n || !Number.isSafeInteger(id)) throw invalidId()
    return id
  },
}

function keyOf(given: FilterArgument): Buffer {
  const text = toText(argument(given))
  if (text !== '') return createHash('sha256').update('secureid\0').update(textToBytes(text)).digest()
  throw new StackError('standard', 'invalid_argument', 'The salt is empty.', {
    hint: 'Without a secret salt anyone could read the ids. Keep one in $env.',
  })
}

function invalidId(): StackError {
  return new StackError('inputerror', 'invalid_secure_id', 'Invalid id.', {
    hint: 'The text was changed, or was made with another salt.',
  })
}
