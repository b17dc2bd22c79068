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
  let row: string[] = []
  let at = text.startsWith('\ufeff') ? 1 : 0
  while (at < text.length) {
    const { cell, end } = text[at] === dialect.enclosure ? enclosed(text, at, dialect) : bare(text, at, dialect)
    row.push(cell)
    if (text[end] === dialect.separator) {
      at = end + 1
      if (at === text.length) row.push('')
      continue
    }
    at = end + (text.startsWith('\r\n', end) ? 2 : 1)
    if (row.length > 1 || cell !== '') yield row
    row = []
  }
  if (row.length > 0) yield row
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
