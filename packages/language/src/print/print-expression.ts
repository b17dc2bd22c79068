import { escape, opensOnOwnLine } from '../lex/text-value.ts'
import { variableSource } from '../lex/variable-name.ts'
import type {
  ArrayLiteral,
  Body,
  Comment,
  Entry,
  Expression,
  FilterExpression,
  Node,
  ObjectLiteral,
  TextLiteral,
} from '../tree.ts'

const WIDTH = 120
/** The indent of what is printed on one line whatever its width. */
const ONE_LINE = Number.NEGATIVE_INFINITY

/** Prints an expression whose first line starts at `indent` spaces; further lines are indented from there. */
export function printExpression(node: Expression, indent: number): string {
  switch (node.kind) {
    case 'text':
      return printText(node, indent)
    case 'number':
      return node.raw
    case 'boolean':
      return String(node.value)
    case 'null':
      return 'null'
    case 'word':
      return node.value
    case 'invalid':
      return node.text
    case 'variable':
      return variableSource(node.name)
    case 'member':
      return `${printExpression(node.object, indent)}.${printKey(node.key)}`
    case 'index':
      return `${printExpression(node.object, indent)}[${printExpression(node.index, indent)}]`
    case 'filter':
      return printFilter(node, indent)
    case 'unary':
      return `${node.operator}${printExpression(node.operand, indent)}`
    case 'cast':
      return `!${node.type} ${printExpression(node.operand, indent)}`
    case 'spread':
      return `...${printExpression(node.expression, indent)}`
    case 'range':
      return `${printExpression(node.from, indent)}..${printExpression(node.to, indent)}`
    case 'binary': {
      const glue = joint(node, indent)
      return `${printExpression(node.left, indent)}${glue || ' '}${node.operator} ${printExpression(node.right, indent)}`
    }
    case 'ternary': {
      const test = printExpression(node.test, indent)
      const glue = joint(node, indent) || ' '
      return `${test}${glue}? ${printExpression(node.then, indent)}${glue}: ${printExpression(node.else, indent)}`
    }
    case 'paren':
      return enclose('(', printExpression(node.expression, indent), ')', indent)
    case 'backtick':
      return printBacktick(node.fence, printExpression(node.expression, indent), indent)
    case 'array':
      return printList(node, '[', ']', node.elements, indent)
    case 'object':
      return printList(node, '{', '}', node.entries, indent)
    case 'fields':
      return printBody(node.body, indent)
  }
}

/** What stands between an expression and the operator or `|` behind it; empty on one line. */
function joint(node: { ownLine?: boolean; comments?: Comment[] }, indent: number): string {
  if (node.ownLine !== true) return ''
  const pad = `\n${' '.repeat(indent + 2)}`
  return (node.comments ?? []).map((comment) => `${pad}//${comment.text}`).join('') + pad
}

function printFilter(node: FilterExpression, indent: number): string {
  const inside = node.ownLine === true ? indent + 2 : indent
  const args = node.args.map((arg) => `:${printExpression(arg, inside)}`).join('')
  const base = printExpression(node.base, indent)
  return `${base}${joint(node, indent)}|${node.disabled ? '!' : ''}${node.name}${args}`
}

function printKey(key: string): string {
  return /^[\p{L}_$@\d][\w$]*$/u.test(key) ? key : `"${escape(key)}"`
}

function enclose(open: string, text: string, close: string, indent: number): string {
  return endsInLayout(text) ? `${open}${text}\n${' '.repeat(indent)}${close}` : `${open}${text}${close}`
}

/** Whether the last line is a continuation, so that the closing bracket gets a line of its own. */
function endsInLayout(text: string): boolean {
  const last = text.lastIndexOf('\n')
  return last >= 0 && /^\s*(\||&&|\?|:|[-+*/%~])/.test(text.slice(last + 1))
}

function printBacktick(fence: string, text: string, indent: number): string {
  if (fence === '`') return `\`${text}\``
  const pad = `\n${' '.repeat(indent + 2)}`
  return `${fence}${pad}${text}${pad}${fence}`
}

function printText(node: TextLiteral, indent: number): string {
  if (node.quote !== '"""') return `${node.quote}${node.raw ?? quoted(node)}${node.quote}`
  if (node.raw !== null && !opensOnOwnLine(node.raw)) return `"""${node.raw}"""`
  if (node.raw === null && !node.value.includes('\n')) return `"""${node.value.replaceAll('"""', '\\"""')}"""`
  const pad = ' '.repeat(indent + 2)
  const lines = node.value.replaceAll('"""', '\\"""').split('\n')
  return `"""\n${lines.map((line) => (line === '' ? '' : pad + line)).join('\n')}\n${pad}"""`
}

function quoted(node: TextLiteral): string {
  if (node.quote === '"') return escape(node.value)
  return escape(node.value).replaceAll('\\"', '"').replaceAll("'", "\\'")
}

function printElement(node: Expression | Entry, indent: number): string {
  if (node.kind !== 'entry') return printExpression(node, indent)
  const key = node.quoted ? `"${escape(node.key)}"` : node.key
  const mark = node.value.kind === 'fields' ? '' : ':'
  return `${node.disabled ? '!' : ''}${key}${mark} ${printExpression(node.value, indent)}`
}

function printList(
  list: ArrayLiteral | ObjectLiteral,
  open: string,
  close: string,
  parts: (Expression | Entry)[],
  indent: number,
): string {
  if (fitsOneLine(list)) {
    const flat = `${open}${parts.map((part) => printElement(part, ONE_LINE)).join(', ')}${close}`
    if (indent + flat.length <= WIDTH) return flat
  }
  const pad = ' '.repeat(indent + 2)
  const lines = parts
    .map((part) => withComments(part, printElement(part, indent + 2), pad))
    .concat(list.dangling.map((comment) => `${pad}//${comment.text}`))
  return `${open}\n${lines.join('\n')}\n${' '.repeat(indent)}${close}`
}

let oneLine = new WeakMap<object, boolean>()
let printBody: (body: Body, indent: number) => string

/**
 * Forgets what an earlier print remembered: trees may have been edited since. `body` prints the items between braces,
 * which expressions hold and do not know how to print.
 */
export function startPrinting(body: typeof printBody): void {
  oneLine = new WeakMap()
  printBody = body
}

/** Whether nothing in the node asks for a line of its own. Remembered per node, so that printing stays linear. */
function fitsOneLine(node: object): boolean {
  const known = oneLine.get(node)
  if (known !== undefined) return known
  const fits = !breaksLine(node as Partial<ArrayLiteral & FilterExpression & TextLiteral>) && childrenFit(node)
  oneLine.set(node, fits)
  return fits
}

function childrenFit(node: object): boolean {
  return Object.values(node).every((child: unknown) => {
    return typeof child !== 'object' || child === null || fitsOneLine(child)
  })
}

function breaksLine(node: {
  kind?: string
  ownLine?: boolean
  leading?: Comment[]
  trailing?: Comment
  dangling?: Comment[]
  multiline?: boolean
  quote?: string
  fence?: string
  elements?: unknown[]
  entries?: unknown[]
}): boolean {
  if (node.ownLine === true || node.leading !== undefined || node.trailing !== undefined) return true
  if ((node.dangling?.length ?? 0) > 0 || node.quote === '"""' || node.fence === '```') return true
  if (node.kind === 'fields') return true
  return node.multiline === true && ((node.elements?.length ?? 0) > 0 || (node.entries?.length ?? 0) > 0)
}

/** The lines of one item with the comments that belong to it. */
export function withComments(node: Node, text: string, pad: string): string {
  const above = (node.leading ?? []).map((comment, index) => {
    return `${index > 0 && comment.blankBefore ? '\n' : ''}${pad}//${comment.text}\n`
  })
  const gap = node.detached === true && above.length > 0 ? '\n' : ''
  const behind = node.trailing === undefined ? '' : ` //${node.trailing.text}`
  return `${above.join('')}${gap}${pad}${text}${behind}`
}
