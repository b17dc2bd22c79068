/** What the escapes of a quoted text stand for; any other escaped character keeps its backslash. */
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['b', '\b'],
  ['f', '\f'],
  ['"', '"'],
  ["'", "'"],
  ['\\', '\\'],
  ['/', '/'],
  ['`', '`'],
])

/** The value of the source between two quotes. `\d` and the like stay as typed. */
export function unescape(raw: string): string {
  if (!raw.includes('\\')) return raw
  return raw.replace(/\\(u[0-9a-fA-F]{4}|[\s\S])/g, (whole, code: string) => {
    if (code.length > 1) return String.fromCharCode(Number.parseInt(code.slice(1), 16))
    return ESCAPES.get(code) ?? whole
  })
}

/** The source of a text between double quotes. */
export function escape(value: string): string {
  return JSON.stringify(value).slice(1, -1)
}

/** The value of the source between triple quotes: a first empty line, the last line and the common margin go. */
export function withoutMargin(raw: string): string {
  const plain = raw.replaceAll('\\"""', '"""').replaceAll('\r\n', '\n')
  if (!opensOnOwnLine(plain)) return plain
  const lines = plain.slice(plain.indexOf('\n') + 1).split('\n')
  const margin = commonMargin(lines)
  if (lines.at(-1)?.trim() === '') lines.pop()
  return lines.map((line) => (line.startsWith(margin) ? line.slice(margin.length) : line.trimStart())).join('\n')
}

/** Whether the text behind `"""` starts with a line break, so that it has a margin. */
export function opensOnOwnLine(raw: string): boolean {
  return /^[ \t]*\r?\n/.test(raw)
}

/** The white space that all lines share; the last line counts though it is empty, since the closing quotes stand there. */
function commonMargin(lines: string[]): string {
  let margin: string | null = null
  for (const [index, line] of lines.entries()) {
    const indent = line.slice(0, line.length - line.trimStart().length)
    if (indent.length === line.length && index < lines.length - 1) continue
    margin = margin === null ? indent : sharedStart(margin, indent)
  }
  return margin ?? ''
}

function sharedStart(a: string, b: string): string {
  let length = 0
  while (length < a.length && a[length] === b[length]) length++
  return a.slice(0, length)
}
