/** Reading and writing CSV (RFC 4180), with the characters that a dialect chooses. */
import { StackError } from '../values/error.ts'

export interface Dialect {
  separator: string
  enclosure: string
  /** What stands before an enclosure inside of an enclosed cell; the enclosure itself doubles it. */
  escape: string
}

/** A dialect of these characters; a StackError `bad_csv_dialect` when they can not be told apart. */
export function csvDialect(separator: string, enclosure: string, escape: string): Dialect {
  const single = separator.length === 1 && enclosure.length === 1 && escape.length <= 1
  if (single && separator !== enclosure && separator !== escape && !/[\r\n]/.test(separator + enclosure + escape)) {
    return { separator, enclosure, escape: escape || enclosure }
  }
  throw new StackError('standard', 'bad_csv_dialect', 'Separator and enclosure must be two different characters.', {
    hint: 'The usual ones are "," and \'"\'.',
  })
}

/** One line of cells. */
export function csvLine(cells: readonly string[], dialect: Dialect): string {
  return cells.map((cell) => csvCell(cell, dialect)).join(dialect.separator)
}

function csvCell(cell: string, { separator, enclosure, escape }: Dialect): string {
  if (!cell.includes(separator) && !cell.includes(enclosure) && !/[\r\n]|^\s|\s$/.test(cell)) return cell
  const inner = escape === enclosure ? cell : cell.replaceAll(escape, () => escape + escape)
  return enclosure + inner.replaceAll(enclosure, () => escape + enclosure) + enclosure
}

/** The rows of a CSV text, one after another; empty lines and a byte order mark are left out. */
export function* csvRows(text: string, dialect: Dialect): Generator<string[]> {
  for (let at = text.startsWith('\ufeff') ? 1 : 0; at < text.length;) {
    const { cells, end } = readRow(text, at, dialect)
    if (!isEmptyLine(cells)) yield cells
    at = end
  }
}

/** The most characters of one row, where a text is read part by part. */
const longestRow = 1_000_000

/** As `csvRows`, of a text that comes in parts: no more of it is held than a part and a row. */
export async function* csvRowsOf(parts: AsyncIterable<string>, dialect: Dialect): AsyncGenerator<string[]> {
  let [rest, isFirst] = ['', true]
  for await (const part of parts) {
    rest = isFirst && part.startsWith('\ufeff') ? part.slice(1) : rest + part
    isFirst = false
    let at = 0
    while (at < rest.length) {
      const { cells, end, whole } = readRow(rest, at, dialect)
      if (!whole) break
      if (!isEmptyLine(cells)) yield cells
      at = end
    }
    rest = rest.slice(at)
    if (rest.length > longestRow) throw rowTooLong()
  }
  yield* csvRows(rest, dialect)
}

function rowTooLong(): StackError {
  return new StackError('standard', 'row_too_long', `A row of the CSV text is longer than ${longestRow} characters.`, {
    hint: 'Check the enclosure: one that is not closed makes the rest of the text one cell.',
  })
}

function isEmptyLine(cells: readonly string[]): boolean {
  return cells.length === 1 && cells[0] === ''
}

interface Row {
  cells: string[]
  /** Behind its line break. */
  end: number
  /** Whether there is a line break behind it; without one, more of the text may belong to it. */
  whole: boolean
}

function readRow(text: string, from: number, dialect: Dialect): Row {
  const cells: string[] = []
  for (let at = from; ;) {
    const { cell, end } = text[at] === dialect.enclosure ? enclosed(text, at, dialect) : bare(text, at, dialect)
    cells.push(cell)
    if (text[end] === dialect.separator) {
      at = end + 1
      continue
    }
    const whole = text[end] === '\n' || (text[end] === '\r' && end + 1 < text.length)
    return { cells, end: end + (text.startsWith('\r\n', end) ? 2 : 1), whole }
  }
}

interface Cell {
  cell: string
  /** Where the separator, the line break or nothing more stands. */
  end: number
}

function bare(text: string, from: number, { separator }: Dialect): Cell {
  let end = from
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end++
  return { cell: text.slice(from, end), end }
}

/** What stands between the closing enclosure and the separator belongs to the cell, as in PHP. */
function enclosed(text: string, from: number, dialect: Dialect): Cell {
  const { enclosure, escape } = dialect
  let cell = ''
  let start = from + 1
  for (let at = start; at < text.length; at++) {
    const pair =
      text[at] === escape && (text[at + 1] === enclosure || (escape !== enclosure && text[at + 1] === escape))
    if (pair) {
      cell += text.slice(start, at) + (text[at + 1] as string)
      start = at + 2
      at++
    } else if (text[at] === enclosure) {
      const rest = bare(text, at + 1, dialect)
      return { cell: cell + text.slice(start, at) + rest.cell, end: rest.end }
    }
  }
  return { cell: cell + text.slice(start), end: text.length }
}
