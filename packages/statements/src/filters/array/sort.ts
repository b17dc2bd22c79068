import { pathOfElement } from '../../define/each-parameter.ts'
import { argument, fallback } from '../../define/filter-parameter.ts'
import type { Filter, FilterArgument, Paced } from '../../define/types.ts'
import { toDecimal, toText } from '../../values/convert.ts'
import { compare, compareTexts } from '../../values/equality.ts'
import { StackError } from '../../values/error.ts'
import { isContainer, isTruthy } from '../../values/kinds.ts'
import type { Value } from '../../values/value.ts'
import { elementReader } from '../element-at.ts'
import { elementsOf } from '../list.ts'
import { eachPosition, sorted, sortedNumbers } from '../paced.ts'
import { compareNatural, naturalParts } from './natural-order.ts'

/** What elements are ordered by, made once each, and the order of two. */
interface Order<Key> {
  key: (value: Value) => Key
  compare: (left: Key, right: Key) => number
}

type Read = (item: Value) => Value

interface Sort {
  now(items: readonly Value[], read: Read, descending: boolean): Value[]
  paced(items: readonly Value[], read: Read, descending: boolean): Paced<Value[]>
}

function by<Key>({ key, compare: order }: Order<Key>): Sort {
  type Keyed = { item: Value; key: Key }
  const orderOf = (descending: boolean) => (left: Keyed, right: Keyed) =>
    descending ? order(right.key, left.key) : order(left.key, right.key)
  return {
    now(items, read, descending) {
      const keyed = items.map((item) => ({ item, key: key(read(item)) }))
      keyed.sort(orderOf(descending))
      return keyed.map(({ item }) => item)
    },
    *paced(items, read, descending) {
      const keyed: Keyed[] = []
      yield* eachPosition(items.length, (at) => keyed.push({ item: items[at]!, key: key(read(items[at]!)) }))
      const ordered = yield* sorted(keyed, orderOf(descending))
      return ordered.map(({ item }) => item)
    },
  }
}

const lower = (value: Value): string => textOf(value).toLowerCase()
const byText = by({ key: textOf, compare: compareTexts })
const byNumber = by({ key: numberOf, compare: (left, right) => left - right || 0 })
/** Without a type: numbers by value, texts as texts. Values that have no order stay as they stand. */
const byValue = by({ key: (value) => value, compare: (left, right) => compare(left, right) || 0 })

const sorts: ReadonlyMap<string, Sort> = new Map([
  ['', byValue],
  ['text', byText],
  ['itext', by({ key: lower, compare: compareTexts })],
  ['number', byNumber],
  ['int', byNumber],
  ['decimal', byNumber],
  ['natural', by({ key: (value) => naturalParts(textOf(value)), compare: compareNatural })],
  ['inatural', by({ key: (value) => naturalParts(lower(value)), compare: compareNatural })],
])

function textOf(value: Value): string {
  return isContainer(value) ? '' : toText(value)
}

function numberOf(value: Value): number {
  return isContainer(value) ? 0 : toDecimal(value)
}

function sortOf(type: FilterArgument): Sort {
  const name = toText(argument(type, ''))
  const found = sorts.get(name)
  if (found) return found
  throw new StackError('standard', 'invalid_argument', `A list cannot be sorted as "${name.slice(0, 40)}".`, {
    hint: 'Use one of: text, itext, number, natural, inatural.',
  })
}

function isDescending(ascending: FilterArgument): boolean {
  const given = argument(ascending, true)
  return given === 'desc' || given === 'false' || !isTruthy(given)
}

/** Numbers by themselves need no order of ours: a million takes a tenth of the time. */
function areNumbers(items: readonly Value[], path: FilterArgument, order: Sort): items is readonly number[] {
  return path === undefined && (order === byNumber || order === byValue) && items.every(Number.isFinite)
}

function inDirection(ordered: Float64Array, descending: boolean): number[] {
  return Array.from(descending ? ordered.reverse() : ordered)
}

function* numbersPaced(items: readonly number[], descending: boolean): Paced<Value> {
  return inDirection(yield* sortedNumbers(items), descending)
}

export const sort: Filter = {
  definition: {
    name: 'sort',
    aliases: ['fsort'],
    category: 'array',
    help: 'A new list in order. Elements that are equal stay in their order.',
    input: 'array',
    params: [
      pathOfElement('What of an element to go by. The element itself when left out.'),
      fallback(
        'type',
        'text',
        '',
        'text, itext (case does not count), number, natural ("a2" before "a10") or inatural.',
      ),
      fallback('ascending', 'bool', true, 'False puts the last first.'),
    ],
    result: 'array',
    follows: 'same',
    examples: [
      { expression: '[10, 9, 2]|sort', expect: [2, 9, 10] },
      { expression: '[{n: "z"}, {n: "a"}]|sort:n:text:true', expect: [{ n: 'a' }, { n: 'z' }] },
      { expression: '["1", "3", "20"]|sort:"":number:false', expect: ['20', '3', '1'] },
      { expression: '["b", "A", "B", "a"]|sort:"":itext', expect: ['A', 'a', 'b', 'B'] },
      { expression: '["f10", "f2"]|sort:"":natural', expect: ['f2', 'f10'] },
      { expression: '["F10", "f2"]|sort:"":inatural', expect: ['f2', 'F10'] },
      {
        expression: '[{n: 1, v: "a"}, {n: 1, v: "b"}]|sort:n:number:false',
        expect: [
          { n: 1, v: 'a' },
          { n: 1, v: 'b' },
        ],
      },
      { expression: '[]|sort', expect: [] },
    ],
  },
  evaluate: (value, [path, type, ascending], context) => {
    const items = elementsOf(value)
    context.spend(items.length * Math.ceil(Math.log2(items.length + 1)))
    const order = sortOf(type)
    const descending = isDescending(ascending)
    if (areNumbers(items, path, order)) return inDirection(Float64Array.from(items).sort(), descending)
    return order.now(items, elementReader(path, context), descending)
  },
  outlasts: isLong,
  paced: (value, args, context) => {
    if (!isLong(value)) return null
    const [path, type, ascending] = args
    const [items, order, descending] = [elementsOf(value), sortOf(type), isDescending(ascending)]
    if (areNumbers(items, path, order)) return numbersPaced(items, descending)
    return order.paced(items, elementReader(path, context), descending)
  },
}

/** Elements that take some ten milliseconds to sort. */
const long = 10_000

function isLong(value: Value): boolean {
  return Array.isArray(value) && value.length > long
}
