import { describe, expect, test } from 'vitest'
import { bytesToText, textToBytes } from '../../src/index.ts'

describe('bytes become text and are the same bytes again', () => {
  test.each([
    ['nothing', [], ''],
    ['ASCII', [0x41, 0x00, 0x7f], 'A\0\u007F'],
    ['UTF-8', [0xc3, 0xa9, 0xf0, 0x9f, 0x98, 0x80], 'é😀'],
    ['a byte order mark', [0xef, 0xbb, 0xbf, 0x41], '\uFEFFA'],
    ['bytes that are no UTF-8', [0xff, 0x41, 0x80], '\uDCFFA\uDC80'],
    ['a character cut short', [0x41, 0xe2, 0x82], 'A\uDCE2\uDC82'],
    ['an overlong form', [0xc0, 0x80], '\uDCC0\uDC80'],
    ['a surrogate in UTF-8', [0xed, 0xa0, 0x80], '\uDCED\uDCA0\uDC80'],
    ['past the last character', [0xf4, 0x90, 0x80, 0x80], '\uDCF4\uDC90\uDC80\uDC80'],
  ])('%s', (_, bytes, text) => {
    expect(bytesToText(Uint8Array.from(bytes))).toBe(text)
    expect([...textToBytes(text)]).toEqual(bytes)
  })

  test('every pair of bytes', () => {
    for (let pair = 0; pair < 65_536; pair += 7) {
      const bytes = [pair >> 8, pair & 255]
      expect([...textToBytes(bytesToText(Uint8Array.from(bytes)))]).toEqual(bytes)
    }
  })
})
