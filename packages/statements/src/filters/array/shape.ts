import { pathOfElement } from '../../define/each-parameter.ts'
import { argument, fallback, needed } from '../../define/filter-parameter.ts'
import type { Filter } from '../../define/types.ts'
import { toInt, toText } from '../../values/convert.ts'
import { objectOf } from '../../values/members.ts'
import type { Value } from '../../values/value.ts'
import { elementReader } from '../element-at.ts'
import { allowArray, allowText } from '../limits.ts'
import { elementsOf, entriesOf } from '../list.ts'

export const slice: Filter = {
  definition: {
    name: 'slice',
    aliases: ['array_slice'],
    category: 'array',
    help: 'A part of the list: from a position (counted from 0, from the end when negative), of a length.',
    input: 'array',
    params: [
      needed('offset', 'int', 'Position of the first element; negative counts from the end.'),
      fallback('length', 'int', null, 'How many elements; negative leaves out as many at the end. All when left out.'),
    ],
    result: 'array',
    follows: 'same',
    examples: [
      { expression: '[1, 2, 3, 4, 5]|slice:2:2', expect: [3, 4] },
      { expression: '[1, 2, 3]|slice:-2', expect: [2, 3] },
      { expression: '[1, 2, 3]|slice:0:-1', expect: [1, 2] },
      { expression: '[1, 2, 3]|slice:9', expect: [] },
    ],
  },
  evaluate: (value, [offset, lengthArgument], context) => {
    const entries = entriesOf(value)
    context.spend(entries.length)
    const start = toInt(argument(offset))
    const from = start < 0 ? Math.max(0, entries.length + start) : start
    const length = argument(lengthArgument)
    const span = length === null ? entries.length : toInt(length)
    const end = span < 0 ? Math.max(from, entries.length + span) : from + span
    if (Array.isArray(value)) return value.slice(from, end)
    return objectOf(entries.slice(from, end).map(([key, item]) => [String(key), item]))
  },
}

export const flatten: Filter = {
  definition: {
    name: 'flatten',
    category: 'array',
    help: 'One list of all elements of the lists inside, however deep.',
    input: 'array',
    params: [],
    result: 'array',
    examples: [
      { expression: '[1, [2, 3], [[4, 5]]]|flatten', expect: [1, 2, 3, 4, 5] },
      { expression: '[[], [[]]]|flatten', expect: [] },
      { expression: '[{a: [1]}]|flatten', expect: [{ a: [1] }] },
    ],
  },
  evaluate: (value, _, context) => {
    const flat: Value[] = []
    const waiting: Iterator<Value>[] = [elementsOf(value).values()]
    while (waiting.length > 0) {
      const next = (waiting.at(-1) as Iterator<Value>).next()
      context.spend(1)
      if (next.done === true) waiting.pop()
      else if (Array.isArray(next.value)) waiting.push(next.value.values())
      else if (flat.push(next.value) > context.maxArray) allowArray(flat.length, context)
    }
    return flat
  },
}

export const join: Filter = {
  definition: {
    name: 'join',
    category: 'array',
    help: 'One text of all elements, with a separator between them.',
    input: 'array',
    params: [fallback('separator', 'text', '', 'What stands between two elements.')],
    result: 'text',
    examples: [
      { expression: '["a", 2, true]|join:", "', expect: 'a, 2, true' },
      { expression: '[]|join:","', expect: '' },
      { expression: '["a", null]|join:"-"', expect: 'a-' },
    ],
  },
  evaluate: (value, [separatorArgument], context) => {
    const texts = elementsOf(value).map(toText)
    const separator = toText(argument(separatorArgument, ''))
    const between = separator.length * Math.max(0, texts.length - 1)
    allowText(
      texts.reduce((length, text) => length + text.length, between),
      context,
    )
    return texts.join(separator)
  },
}

export const indexBy: Filter = {
  definition: {
    name: 'index_by',
    category: 'array',
    help: 'An object of lists: the elements grouped by the value at a path.',
    input: 'array',
    params: [{ ...pathOfElement('What of an element to group by.'), required: true }],
    result: 'object',
    examples: [
      {
        expression: '[{id: 1, g: "x"}, {id: 2, g: "y"}, {id: 3, g: "x"}]|index_by:g',
        expect: {
          x: [
            { id: 1, g: 'x' },
            { id: 3, g: 'x' },
          ],
          y: [{ id: 2, g: 'y' }],
        },
      },
      { expression: '[{id: 1}]|index_by:g', expect: { '': [{ id: 1 }] } },
    ],
  },
  evaluate: (value, [path], context) => {
    const read = elementReader(path, context)
    const groups = new Map<string, Value[]>()
    for (const item of elementsOf(value)) {
      context.spend(1)
      const key = toText(read(item))
      const group = groups.get(key)
      if (group) group.push(item)
      else groups.set(key, [item])
    }
    return objectOf(groups)
  },
}
