import type { WaitingScope } from '../define/types.ts'
import { objectOf } from '../values/members.ts'
import type { Value } from '../values/value.ts'
import { mentioned } from './mentioned.ts'

/** `$input`, `$var`, `$auth` and `$env` of a stack, cut to what a text names of them, for code that sees only copies. */
export function stackNames(text: string, scope: WaitingScope): { [name: string]: Value } {
  const { run, input } = scope
  const auth = run.auth()
  return {
    ...part(text, 'input', () => input),
    ...part(text, 'var', () => scope.variables()),
    // Without a token the id is 0 (xano-facts 1.3).
    $auth: auth ?? { id: 0, extras: {} },
    ...environment(text, run),
  }
}

/** A root of paths, cut to the members that the text names; nothing when it names none. */
function part(text: string, root: string, whole: () => Value): { [name: string]: Value } {
  const members = mentioned(text, root)
  if (members === null) return {}
  const value = whole()
  if (members === 'all' || typeof value !== 'object' || value === null) return { [`$${root}`]: value }
  const entries = Object.entries(value).filter(([name]) => members.has(name)) as [string, Value][]
  return { [`$${root}`]: objectOf(entries) }
}

function environment(text: string, run: WaitingScope['run']): { [name: string]: Value } {
  const members = mentioned(text, 'env')
  if (members === null) return {}
  if (members === 'all') return { $env: run.ports.env.all() }
  return { $env: objectOf([...members].map((name) => [name, run.env(name)] as const)) }
}
