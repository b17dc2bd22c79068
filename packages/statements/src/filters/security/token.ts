import { decryptTokenNow, encryptTokenNow, signTokenNow, verifyTokenNow } from '../../crypto/jose/tokens.ts'
import {
  contentAlgorithms,
  keyAlgorithms,
  signatureAlgorithms,
  type TokenChecks,
  type TokenContent,
} from '../../crypto/token.ts'
import { argument, fallback, needed } from '../../define/filter-parameter.ts'
import type { Filter, FilterArgument, FilterContext } from '../../define/types.ts'
import { toNumber, toText } from '../../values/convert.ts'
import { StackError } from '../../values/error.ts'
import { isObject, type ValueObject } from '../../values/kinds.ts'
import type { Value } from '../../values/value.ts'
import { oneOf } from './one-of.ts'

const headers = needed('headers', 'object', 'More headers of the token; {} for none.')
const checks = needed('check_claims', 'object', 'Claims that must be in the token, with their values; {} for none.')
const key = needed('key', 'any', 'A secret text, a PEM or a JWK.')
const signature = needed('algorithm', 'text', `One of ${signatureAlgorithms.join(', ')}.`)
const wrapping = needed('key_algorithm', 'text', `How the key is wrapped: one of ${keyAlgorithms.join(', ')}.`)
const encryption = needed('content_algorithm', 'text', `One of ${contentAlgorithms.join(', ')}.`)
const ttl = fallback('ttl', 'int', 0, 'Seconds the token is good for; 0 for ever.')
const drift = fallback('drift', 'int', 0, 'Seconds by which clocks may differ.')

const secret = '"a secret of 32 bytes, to wrap keys"|substr:0:32'

export const jwsEncode: Filter = {
  definition: {
    name: 'jws_encode',
    aliases: ['crypto_jws_encode'],
    category: 'security',
    help: 'A signed token (JWT) of the claims. Everyone can read it, no one can change it.',
    input: 'object',
    params: [headers, key, signature, ttl],
    result: 'text',
    needs: ['clock', 'random'],
    examples: [
      {
        expression: '{sub: "1"}|jws_encode:{}:"secret":"HS256"',
        expect: 'eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.FasJnVFa0htLRI3VajVhbweHTHfeKTXV0y6emUBiFGs',
      },
      { expression: '{a: 1}|jws_encode:{kid: "k"}:"s":"HS512"|jws_decode:{}:"s":"HS512"', expect: { a: 1 } },
    ],
  },
  evaluate: (value, [more, keyArgument, algorithm, seconds], context) => {
    const content = contentOf(value, more, seconds, context)
    const chosen = oneOf(signatureAlgorithms, toText(argument(algorithm)), 'algorithm')
    return context.ports.random.made(() => signTokenNow(content, argument(keyArgument), chosen))
  },
}

export const jwsDecode: Filter = {
  definition: {
    name: 'jws_decode',
    aliases: ['crypto_jws_decode'],
    category: 'security',
    help: 'The claims of a signed token (JWT), once its signature, dates and expected claims were checked.',
    input: 'text',
    params: [checks, key, signature, drift],
    result: 'object',
    needs: ['clock'],
    examples: [
      {
        expression: '{role: "owner"}|jws_encode:{}:"s":"HS256"|jws_decode:{role: "owner"}:"s":"HS256"',
        expect: { role: 'owner' },
      },
      {
        expression: '{a: 1}|jws_encode:{}:"s":"HS384":60|jws_decode:{}:"s":"HS384":5|keys',
        expect: ['a', 'exp'],
      },
    ],
  },
  evaluate: (value, [expected, keyArgument, algorithm, tolerance], context) =>
    verifyTokenNow(
      toText(value),
      argument(keyArgument),
      oneOf(signatureAlgorithms, toText(argument(algorithm)), 'algorithm'),
      checksOf(expected, tolerance, context),
    ),
}

export const jweEncode: Filter = {
  definition: {
    name: 'jwe_encode',
    aliases: ['crypto_jwe_encode'],
    category: 'security',
    help: 'An encrypted token of the claims. Only who has the key can read it.',
    input: 'object',
    params: [headers, key, wrapping, encryption, ttl],
    result: 'text',
    needs: ['clock', 'random'],
    examples: [
      {
        expression: `{sub: "1"}|jwe_encode:{}:(${secret}):"A256KW":"A256CBC-HS512"|substr:0:20`,
        expect: 'eyJ0eXAiOiJKV1QiLCJh',
      },
      {
        expression: `{sub: "1"}|jwe_encode:{}:(${secret}):"A256GCMKW":"A256GCM"|jwe_decode:{}:(${secret}):"A256GCMKW":"A256GCM"`,
        expect: { sub: '1' },
      },
    ],
  },
  evaluate: (value, [more, keyArgument, keyAlgorithm, contentAlgorithm, seconds], context) =>
    encryptTokenNow(
      contentOf(value, more, seconds, context),
      argument(keyArgument),
      oneOf(keyAlgorithms, toText(argument(keyAlgorithm)), 'key_algorithm'),
      oneOf(contentAlgorithms, toText(argument(contentAlgorithm)), 'content_algorithm'),
      context.ports.random,
    ),
}

export const jweDecode: Filter = {
  definition: {
    name: 'jwe_decode',
    aliases: ['crypto_jwe_decode'],
    category: 'security',
    help: 'The claims of an encrypted token, once its dates and expected claims were checked.',
    input: 'text',
    params: [checks, key, wrapping, encryption, drift],
    result: 'object',
    needs: ['clock'],
    examples: [
      {
        expression: `{a: [1, null]}|jwe_encode:{}:(${secret}):"A256KW":"A128CBC-HS256"|jwe_decode:{}:(${secret}):"A256KW":"A128CBC-HS256"`,
        expect: { a: [1, null] },
      },
      {
        expression: `{role: "owner"}|jwe_encode:{}:(${secret}):"A256KW":"A192GCM"|jwe_decode:{role: "owner"}:(${secret}):"A256KW":"A192GCM":10`,
        expect: { role: 'owner' },
      },
    ],
  },
  evaluate: (value, [expected, keyArgument, keyAlgorithm, contentAlgorithm, tolerance], context) =>
    decryptTokenNow(
      toText(value),
      argument(keyArgument),
      oneOf(keyAlgorithms, toText(argument(keyAlgorithm)), 'key_algorithm'),
      oneOf(contentAlgorithms, toText(argument(contentAlgorithm)), 'content_algorithm'),
      checksOf(expected, tolerance, context),
    ),
}

function contentOf(claims: Value, more: FilterArgument, seconds: FilterArgument, context: FilterContext): TokenContent {
  return {
    headers: objectArgument(argument(more), 'headers'),
    claims: objectArgument(claims, 'claims'),
    ttl: Math.trunc(toNumber(argument(seconds, 0))),
    now: context.ports.clock.now(),
  }
}

function checksOf(expected: FilterArgument, tolerance: FilterArgument, context: FilterContext): TokenChecks {
  return {
    claims: objectArgument(argument(expected), 'check_claims'),
    drift: Math.max(0, toNumber(argument(tolerance, 0))),
    now: context.ports.clock.now(),
  }
}

/** An object; null, "" and the empty list are one without members. */
function objectArgument(value: Value, name: string): ValueObject {
  if (isObject(value)) return value
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return {}
  throw new StackError('standard', 'invalid_argument', `${name} must be an object.`, {
    hint: 'Write it as {name: value}.',
  })
}
