import { argument, fallback, needed } from '../../define/filter-parameter.ts'
import type { Filter, FilterArgument, FilterContext, Paced } from '../../define/types.ts'
import { bytesToText } from '../../values/bytes.ts'
import { csvDialect, csvLine, csvRows, type Dialect } from '../../text/csv.ts'
import { toText } from '../../values/convert.ts'
import { StackError } from '../../values/error.ts'
import { isObject, type ValueObject } from '../../values/kinds.ts'
import { getMember, objectOf } from '../../values/members.ts'
import { FileResource, type Value } from '../../values/value.ts'
import { allowArray, allowText, within } from '../limits.ts'
import { eachPosition } from '../paced.ts'

const dialectParameters = [
  fallback('separator', 'text', ',', 'What stands between cells.'),
  fallback('enclosure', 'text', '"', 'What stands around cells that hold special characters.'),
  fallback('escape', 'text', '', 'What stands before an enclosure inside of a cell; it is doubled when left out.'),
]

export const csv: readonly Filter[] = [
  {
    definition: {
      name: 'csv_encode',
      category: 'conversion',
      help: 'CSV text of a list of rows. Rows that are objects get a first line of their names.',
      input: 'array',
      params: dialectParameters,
      result: 'text',
      examples: [
        { expression: '[["a", "b"], [1, "x,y"]]|csv_encode', expect: 'a,b\n1,"x,y"' },
        { expression: `["say \\"hi\\"", null]|csv_encode:";"`, expect: '"say ""hi""";' },
        { expression: '[{id: 1, n: "A"}, {n: "B", id: 2}]|csv_encode', expect: 'id,n\n1,A\n2,B' },
      ],
    },
    evaluate: (value, args, context) => encodeRows(value, readDialect(args), context),
  },
  {
    definition: {
      name: 'csv_decode',
      category: 'conversion',
      help: 'The rows of CSV text, each a list of texts.',
      input: 'text',
      params: dialectParameters,
      result: 'array',
      examples: [
        {
          expression: `'a,b\\n1,"x, ""y"""'|csv_decode`,
          expect: [
            ['a', 'b'],
            ['1', 'x, "y"'],
          ],
        },
        { expression: `"a;;'b;c'"|csv_decode:";":"'"`, expect: [['a', '', 'b;c']] },
        { expression: '""|csv_decode', expect: [] },
      ],
    },
    evaluate: (value, args, context) => decodeRows(within(csvText(value), context), readDialect(args), context),
    outlasts: isLong,
    paced: (value, args, context) => (isLong(value) ? decodePaced(value, args, context) : null),
  },
  {
    definition: {
      name: 'csv_parse',
      category: 'conversion',
      help: 'The rows of CSV text, or of a CSV file, as objects named by its first line.',
      input: 'any',
      params: dialectParameters,
      result: 'array',
      examples: [
        {
          expression: `'id,name\\r\\n1,Ann\\r\\n2\\r\\n'|csv_parse`,
          expect: [
            { id: '1', name: 'Ann' },
            { id: '2', name: '' },
          ],
        },
        { expression: '"id,name"|csv_parse', expect: [] },
      ],
    },
    evaluate: (value, args, context) => {
      const [names = [], ...rows] = decodeRows(within(csvText(value), context), readDialect(args), context)
      return rows.map((row) => named(row, names))
    },
    outlasts: isLong,
    paced: (value, args, context) => (isLong(value) ? parsePaced(value, args, context) : null),
  },
  {
    definition: {
      name: 'csv_create',
      category: 'conversion',
      help: 'CSV text with a first line of these column names, then the rows, which are lists or objects.',
      input: 'array',
      params: [needed('rows', 'array', 'The rows.'), ...dialectParameters],
      result: 'text',
      examples: [
        { expression: '["id", "name"]|csv_create:[[1, "Ann"], [2, "Bo,b"]]', expect: 'id,name\n1,Ann\n2,"Bo,b"' },
        { expression: '["n"]|csv_create:[{n: 1, x: 2}, {}]', expect: 'n\n1\n' },
      ],
    },
    evaluate: (value, [rows, ...args], context) => {
      const names = cells(value)
      const given = rowsOf(argument(rows)).map((row) => (isObject(row) ? byName(row, names) : cells(row)))
      return lines([names, ...given], readDialect(args), context)
    },
  },
]

function readDialect([separator, enclosure, escape]: readonly FilterArgument[]): Dialect {
  return csvDialect(toText(argument(separator, ',')), toText(argument(enclosure, '"')), toText(argument(escape, '')))
}

function csvText(value: Value): string {
  return value instanceof FileResource ? bytesToText(value.data) : toText(value)
}

function named(row: readonly string[], names: readonly string[]): ValueObject {
  return objectOf(names.map((name, column) => [name, row[column] ?? '']))
}

/** Characters, or bytes of a file, that take some ten milliseconds to read. */
const long = 200_000

function isLong(value: Value): boolean {
  return (typeof value === 'string' ? value.length : value instanceof FileResource ? value.size : 0) > long
}

function* decodePaced(value: Value, args: readonly FilterArgument[], context: FilterContext): Paced<string[][]> {
  const rows: string[][] = []
  let left = 1
  for (const row of csvRows(within(csvText(value), context), readDialect(args))) {
    if (--left < 0) left = yield
    rows.push(row)
    allowArray(Math.max(rows.length, row.length), context)
  }
  return rows
}

function* parsePaced(value: Value, args: readonly FilterArgument[], context: FilterContext): Paced<Value> {
  const [names = [], ...rows] = yield* decodePaced(value, args, context)
  const made: Value[] = []
  yield* eachPosition(rows.length, (at) => made.push(named(rows[at]!, names)))
  return made
}

function decodeRows(text: string, dialect: Dialect, context: FilterContext): string[][] {
  const rows: string[][] = []
  for (const row of csvRows(text, dialect)) {
    rows.push(row)
    allowArray(Math.max(rows.length, row.length), context)
  }
  return rows
}

/** A flat list is one row. */
function encodeRows(value: Value, dialect: Dialect, context: FilterContext): string {
  const rows = rowsOf(value)
  const first = rows[0]
  if (isObject(first)) {
    const names = Object.keys(first)
    return lines([names, ...rows.map((row) => (isObject(row) ? byName(row, names) : cells(row)))], dialect, context)
  }
  return lines(Array.isArray(first) ? rows.map(cells) : [cells(rows)], dialect, context)
}

function lines(rows: readonly string[][], dialect: Dialect, context: FilterContext): string {
  let length = 0
  const written = rows.map((row) => {
    const line = csvLine(row, dialect)
    length += line.length + 1
    allowText(length, context)
    return line
  })
  return written.join('\n')
}

function byName(row: ValueObject, names: readonly string[]): string[] {
  return names.map((name) => toText(getMember(row, name) ?? null))
}

function cells(row: Value): string[] {
  return rowsOf(row).map(toText)
}

function rowsOf(value: Value): Value[] {
  if (value === null) return []
  if (Array.isArray(value)) return value
  if (isObject(value)) return Object.values(value)
  throw new StackError('standard', 'not_a_list', 'CSV is made of a list of rows.', {
    hint: 'Each row is a list of cells, or an object with a member for each column.',
  })
}
