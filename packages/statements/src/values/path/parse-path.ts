/**
 * The path language of `get` and `set`: `items[0].id`, `items.id` (of every item), `items[$$.id > 1].tags`,
 * `map["a.b"]`. Embedded expressions stay text here; who evaluates them is injected.
 */
import { parseExpression } from '@cairn/language'
import { memberIndex } from '../members.ts'

export type PathStep =
  | { kind: 'key'; key: string }
  /** A condition in brackets: keeps the elements for which the expression is true. */
  | { kind: 'where'; expression: string }

const rememberedPaths = 2000
const remembered = new Map<string, readonly PathStep[]>()
const plainKey = /^[^.[\]"'$]+$/
const bareWord = /^[A-Za-z_][\w-]*$/

/** The steps of a path. Text that is no path (`"["`, `"a."`, `"[0,1]"`) is one key, so any text can be a key. */
export function parsePath(text: string): readonly PathStep[] {
  if (plainKey.test(text)) return [{ kind: 'key', key: text }]
  const known = remembered.get(text)
  if (known) return known
  const steps = readSteps(text) ?? [{ kind: 'key', key: text } as const]
  if (remembered.size >= rememberedPaths) remembered.clear()
  remembered.set(text, steps)
  return steps
}

/** The steps, or null when the text is no path. */
function readSteps(text: string): PathStep[] | null {
  const steps: PathStep[] = []
  let at = 0
  while (at < text.length) {
    const part: Part | null = text[at] === '[' ? readBrackets(text, at) : readKey(text, at)
    if (part === null) return null
    steps.push(part.step)
    at = part.end
    if (text[at] === '.' && ++at === text.length) return null
  }
  return steps.length > 0 ? steps : null
}

interface Part {
  step: PathStep
  end: number
}

function readKey(text: string, start: number): Part | null {
  if (text[start] === '"' || text[start] === "'") return readQuotedKey(text, start)
  let end = start
  while (end < text.length && text[end] !== '.' && text[end] !== '[') end++
  return end === start ? null : { step: { kind: 'key', key: text.slice(start, end) }, end }
}

function readQuotedKey(text: string, start: number): Part | null {
  const end = endOfQuote(text, start)
  return end === null ? null : { step: { kind: 'key', key: unquote(text.slice(start, end)) }, end }
}

function readBrackets(text: string, start: number): Part | null {
  const close = endOfBrackets(text, start)
  if (close === null) return null
  const inside = text.slice(start + 1, close).trim()
  const step = inside === '' ? null : bracketStep(inside)
  return step && { step, end: close + 1 }
}

/** Null when it is neither a key nor a condition, as in `[0,1]`. */
function bracketStep(inside: string): PathStep | null {
  if (memberIndex(inside) !== null || bareWord.test(inside)) return { kind: 'key', key: inside }
  const quoted = (inside[0] === '"' || inside[0] === "'") && endOfQuote(inside, 0) === inside.length
  if (quoted) return { kind: 'key', key: unquote(inside) }
  return parseExpression(inside).diagnostics.length === 0 ? { kind: 'where', expression: inside } : null
}

function endOfBrackets(text: string, start: number): number | null {
  let depth = 0
  let at = start
  while (at < text.length) {
    const character = text[at]
    if (character === '"' || character === "'") {
      const end = endOfQuote(text, at)
      if (end === null) return null
      at = end
      continue
    }
    if (character === '[') depth++
    if (character === ']' && --depth === 0) return at
    at++
  }
  return null
}

/** The offset behind the closing quote. */
function endOfQuote(text: string, start: number): number | null {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === text[start]) return at + 1
  }
  return null
}

function unquote(quoted: string): string {
  return quoted.slice(1, -1).replaceAll(/\\(.)/gs, '$1')
}
