import { StackError } from '../values/error.ts'
import type { Value } from '../values/value.ts'
import { setOwn } from '../values/members.ts'
import type { ValueObject } from '../values/kinds.ts'
import { formDecode } from './percent.ts'

const deepest = 64
type Branch = Map<string, string | Branch>

/** The members of a query string: `a=1&b[]=2&c[x]=3` nests as its brackets say. Values are text; the last of a key wins. */
export function parseQueryString(text: string, most: number): ValueObject {
  const root: Branch = new Map()
  const pairs = text.replace(/^\?/, '').split('&', most + 1)
  if (pairs.length > most) {
    throw new StackError('standard', 'array_too_long', `The query string has more than ${most} arguments.`)
  }
  for (const pair of pairs) {
    if (pair === '') continue
    const at = pair.indexOf('=')
    const key = formDecode(at < 0 ? pair : pair.slice(0, at))
    if (key !== '') place(root, keysOf(key), at < 0 ? '' : formDecode(pair.slice(at + 1)))
  }
  const object: ValueObject = {}
  for (const [key, branch] of root) setOwn(object, key, valueOf(branch))
  return object
}

/** `a[b][]` is "a", "b" and "" (the next index). */
function keysOf(key: string): string[] {
  const open = key.indexOf('[')
  const brackets = open > 0 ? /^(?:\[[^\][]*\])+/.exec(key.slice(open))?.[0] : undefined
  if (open <= 0 || brackets === undefined) return [key]
  const keys = [key.slice(0, open), ...brackets.slice(1, -1).split('][')]
  if (keys.length <= deepest) return keys
  throw new StackError('standard', 'too_deep', `The query string nests deeper than ${deepest} levels.`)
}

function place(root: Branch, keys: readonly string[], value: string): void {
  let branch = root
  for (const [depth, key] of keys.entries()) {
    const name = key === '' && depth > 0 ? String(branch.size) : key
    if (depth === keys.length - 1) {
      branch.set(name, value)
      return
    }
    const next = branch.get(name)
    const child = next instanceof Map ? next : new Map<string, string | Branch>()
    branch.set(name, child)
    branch = child
  }
}

/** A branch whose keys are 0, 1, 2… in order is a list. */
function valueOf(branch: string | Branch): Value {
  if (typeof branch === 'string') return branch
  const entries = [...branch].map(([key, inner]) => [key, valueOf(inner)] as const)
  if (entries.every(([key], index) => key === String(index))) return entries.map(([, inner]) => inner)
  const object: ValueObject = {}
  for (const [key, inner] of entries) setOwn(object, key, inner)
  return object
}
