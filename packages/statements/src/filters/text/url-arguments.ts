import { argument, fallback, needed } from '../../define/filter-parameter.ts'
import type { Filter, FilterContext } from '../../define/types.ts'
import { formDecode, percentEncode } from '../../text/percent.ts'
import { toBool, toText } from '../../values/convert.ts'
import type { Value } from '../../values/value.ts'
import { allowArray, within } from '../limits.ts'

const common = { category: 'text', input: 'text' } as const
const keyParameter = needed('key', 'text', 'Name of the argument.')

/** Reading and changing the query of an address; all else of it stays as it is written. */
export const urlArguments: readonly Filter[] = [
  {
    definition: {
      ...common,
      name: 'url_addarg',
      help: 'The address with an argument added to its query, in place of one of the same name.',
      params: [
        keyParameter,
        needed('value', 'text', 'Value of the argument.'),
        fallback(
          'encode',
          'bool',
          true,
          'Whether to encode the name and the value; false when they are encoded already.',
        ),
      ],
      result: 'text',
      examples: [
        { expression: '"https://a.io/x"|url_addarg:"q":"a b&c"', expect: 'https://a.io/x?q=a%20b%26c' },
        { expression: '"/x?a=1&b=2#top"|url_addarg:"a":9', expect: '/x?b=2&a=9#top' },
        { expression: '"/x"|url_addarg:"t":"a%20b":false', expect: '/x?t=a%20b' },
      ],
    },
    evaluate: (value, [keyArgument, given, encodeArgument], context) => {
      const key = toText(argument(keyArgument))
      const text = toText(argument(given))
      const encode = toBool(argument(encodeArgument, true))
      const pair = encode ? `${percentEncode(key)}=${percentEncode(text)}` : `${key}=${text}`
      const address = split(value, context)
      return join({ ...address, pairs: [...without(address.pairs, key), pair] }, context)
    },
  },
  {
    definition: {
      ...common,
      name: 'url_delarg',
      help: 'The address without an argument of its query.',
      params: [keyParameter],
      result: 'text',
      examples: [
        { expression: '"https://a.io/x?a=1&b=2"|url_delarg:"a"', expect: 'https://a.io/x?b=2' },
        { expression: '"/x?a=1#top"|url_delarg:"a"', expect: '/x#top' },
      ],
    },
    evaluate: (value, [key], context) => {
      const address = split(value, context)
      return join({ ...address, pairs: without(address.pairs, toText(argument(key))) }, context)
    },
  },
  {
    definition: {
      ...common,
      name: 'url_hasarg',
      help: 'Whether the query of the address has an argument.',
      params: [keyParameter],
      result: 'bool',
      examples: [
        { expression: '"/x?a=1&b"|url_hasarg:"b"', expect: true },
        { expression: '"/x?a=1#b=2"|url_hasarg:"b"', expect: false },
      ],
    },
    evaluate: (value, [key], context) =>
      split(value, context).pairs.some((pair) => nameOf(pair) === toText(argument(key))),
  },
  {
    definition: {
      ...common,
      name: 'url_getarg',
      help: 'The value of an argument in the query of the address.',
      params: [keyParameter, fallback('default', 'any', null, 'The result when there is no such argument.')],
      result: 'any',
      examples: [
        { expression: '"/x?q=caf%C3%A9+1"|url_getarg:"q"', expect: 'café 1' },
        { expression: '"/x?a=1"|url_getarg:"q":"none"', expect: 'none' },
        { expression: '"/x?a=1"|url_getarg:"q"', expect: null },
      ],
    },
    evaluate: (value, [key, missing], context) => {
      const name = toText(argument(key))
      const pair = split(value, context).pairs.findLast((candidate) => nameOf(candidate) === name)
      if (pair === undefined) return argument(missing)
      return pair.includes('=') ? formDecode(pair.slice(pair.indexOf('=') + 1)) : ''
    },
  },
]

interface Address {
  /** All before the query. */
  path: string
  pairs: string[]
  /** With its `#`. */
  fragment: string
}

function split(value: Value, context: FilterContext): Address {
  const text = within(toText(value), context)
  const hash = text.indexOf('#')
  const address = hash < 0 ? text : text.slice(0, hash)
  const fragment = hash < 0 ? '' : text.slice(hash)
  const mark = address.indexOf('?')
  if (mark < 0) return { path: address, pairs: [], fragment }
  const pairs = address.slice(mark + 1).split('&', context.maxArray + 1)
  allowArray(pairs.length, context)
  return { path: address.slice(0, mark), pairs: pairs.filter((pair) => pair !== ''), fragment }
}

function join(address: Address, context: FilterContext): string {
  const query = address.pairs.length > 0 ? `?${address.pairs.join('&')}` : ''
  return within(address.path + query + address.fragment, context)
}

function without(pairs: readonly string[], key: string): string[] {
  return pairs.filter((pair) => nameOf(pair) !== key)
}

function nameOf(pair: string): string {
  return formDecode(pair.split('=', 1)[0] as string)
}
