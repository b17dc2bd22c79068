import { createHash, createHmac } from 'node:crypto'
import { argument, fallback, needed } from '../../define/filter-parameter.ts'
import type { Filter } from '../../define/types.ts'
import { bytesToText, textToBytes } from '../../values/bytes.ts'
import { toBool, toText } from '../../values/convert.ts'
import { within } from '../limits.ts'

type Digest = 'md5' | 'sha1' | 'sha256' | 'sha384' | 'sha512'

const binary = fallback('binary', 'bool', false, 'Whether to give raw bytes instead of hexadecimal digits.')

/** Of "abc" and of the empty text, from the standards that define them. */
const digests: Readonly<Record<Digest, readonly [abc: string, empty: string]>> = {
  md5: ['900150983cd24fb0d6963f7d28e17f72', 'd41d8cd98f00b204e9800998ecf8427e'],
  sha1: ['a9993e364706816aba3e25717850c26c9cd0d89d', 'da39a3ee5e6b4b0d3255bfef95601890afd80709'],
  sha256: [
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  ],
  sha384: [
    'cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7',
    '38b060a751ac96384cd9327eb1b1e36a21fdb71114be07434c0cc7bf63f6e1da274edebfe76f65fbd51ad2f14898b95b',
  ],
  sha512: [
    'ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f',
    'cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e',
  ],
}

/** Of "what do ya want for nothing?" with the key "Jefe": RFC 2202 and RFC 4231. */
const signatures: Readonly<Record<Digest, string>> = {
  md5: '750c783e6ab0b503eaa86e310a5db738',
  sha1: 'effcdf6ae5eb2fa2d27416d5f184df9c259a7c79',
  sha256: '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  sha384: 'af45d2e376484031617f78d2b58a6b1b9c7ef464f5a01b47e42ec3736322445e8e2240ca5e69e2c78b3239ecfab21649',
  sha512:
    '164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea2505549758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737',
}

function written(bytes: Buffer, raw: boolean): string {
  return raw ? bytesToText(bytes) : bytes.toString('hex')
}

function hash(name: Digest): Filter {
  const weak = name === 'md5' || name === 'sha1' ? ' Not safe against forgery: prefer sha256.' : ''
  return {
    definition: {
      name,
      category: 'security',
      help: `The ${name.toUpperCase()} hash of a text, as hexadecimal digits.${weak}`,
      input: 'text',
      params: [binary],
      result: 'text',
      examples: [
        { expression: `"abc"|${name}`, expect: digests[name][0] },
        { expression: `""|${name}`, expect: digests[name][1] },
        { expression: `"abc"|${name}:true|bin2hex`, expect: digests[name][0] },
      ],
    },
    evaluate(value, [raw], context) {
      const text = within(toText(value), context)
      return written(createHash(name).update(textToBytes(text)).digest(), toBool(argument(raw, false)))
    },
  }
}

function hmac(name: Digest): Filter {
  return {
    definition: {
      name: `hmac_${name}`,
      category: 'security',
      help: `The signature of a text with a secret (HMAC-${name.toUpperCase()}), as hexadecimal digits.`,
      input: 'text',
      params: [needed('secret', 'text', 'The key.'), binary],
      result: 'text',
      examples: [
        { expression: `"what do ya want for nothing?"|hmac_${name}:"Jefe"`, expect: signatures[name] },
        { expression: `"what do ya want for nothing?"|hmac_${name}:"Jefe":true|bin2hex`, expect: signatures[name] },
      ],
    },
    evaluate(value, [secret, raw], context) {
      const text = within(toText(value), context)
      const key = textToBytes(within(toText(argument(secret)), context))
      return written(createHmac(name, key).update(textToBytes(text)).digest(), toBool(argument(raw, false)))
    },
  }
}

const names: readonly Digest[] = ['md5', 'sha1', 'sha256', 'sha384', 'sha512']

export const hashFilters: readonly Filter[] = [...names.map(hash), ...names.map(hmac)]
