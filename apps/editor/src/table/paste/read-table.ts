import { guarded, readGuarded } from '@cairn/contract'

/**
 * The cells of what a spreadsheet put on the clipboard: lines of cells between tabs. A cell in quotes may hold tabs, line
 * breaks and doubled quotes. A line break at the end ends the last row and begins none. What `writeTable` guarded is read as
 * it was.
 */
export function readTable(text: string): string[][] {
  const rows: string[][] = [[]]
  let at = 0
  while (at < text.length) {
    const { cell, end } = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at)
    rows.at(-1)?.push(readGuarded(cell))
    at = end
    if (text[at] === '\t') {
      at += 1
      // A tab at the end stands before an empty cell.
      if (at === text.length || text[at] === '\n' || text[at] === '\r') rows.at(-1)?.push('')
    }
    const [lineBreak = ''] = /^\r?\n|^\r/.exec(text.slice(at, at + 2)) ?? []
    if (lineBreak === '') continue
    at += lineBreak.length
    if (at < text.length) rows.push([])
  }
  return rows.filter((cells) => cells.length > 0)
}

interface ReadCell {
  cell: string
  end: number
}

function plainCell(text: string, start: number): ReadCell {
  let end = start
  while (end < text.length && text[end] !== '\t' && text[end] !== '\n' && text[end] !== '\r') end += 1
  return { cell: text.slice(start, end), end }
}

/** Text that begins with a quote and is not closed before a tab or a line's end is plain. */
function quotedCell(text: string, start: number): ReadCell {
  let cell = ''
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] !== '"') cell += text[at]
    else if (text[at + 1] === '"') {
      cell += '"'
      at += 1
    } else if (at + 1 === text.length || '\t\r\n'.includes(text[at + 1] ?? '')) return { cell, end: at + 1 }
    else break
  }
  return plainCell(text, start)
}

/** Cells as a spreadsheet takes them, no text of which begins a formula there. */
export function writeTable(rows: readonly (readonly string[])[]): string {
  const quoted = (cell: string) => (/["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
  return rows.map((cells) => cells.map((cell) => quoted(guarded(cell))).join('\t')).join('\n')
}
