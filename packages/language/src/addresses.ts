import type { Body, Statement } from './tree.ts'

/** Clauses that may stand more than once beside each other; their address carries an ordinal. */
const REPEATED: ReadonlySet<string> = new Set(['elseif', 'case', 'test'])
const INTEGER = /^(?:0|[1-9]\d*)$/

export interface AddressedStatement {
  address: string
  statement: Statement
}

/**
 * All statements of an object in the order of the text, outer before inner, each with its address: `stack.2.then.0`.
 * `body` is the object's own. Clauses (`stack`, `else`, `each`, …) are steps of an address and have none themselves.
 */
export function* statements(body: Body | null): Iterable<AddressedStatement> {
  for (const { step, clause } of clauses(body)) yield* listed(clause.body, step)
}

function* listed(body: Body | null, prefix: string): Iterable<AddressedStatement> {
  for (const [index, statement] of statementsOf(body).entries()) {
    const address = `${prefix}.${index}`
    yield { address, statement }
    for (const { step, clause } of clauses(statement.body)) yield* listed(clause.body, `${address}.${step}`)
  }
}

/** The statement of an address in an object's body, or null where there is none. */
export function statementAt(body: Body | null, address: string): Statement | null {
  let found: Statement | null = null
  let within = body
  const steps = address.split('.')
  while (steps.length > 0) {
    const name = steps.shift() ?? ''
    const wanted = REPEATED.has(name) ? `${name}.${steps.shift() ?? ''}` : name
    const index = steps.shift() ?? ''
    const list = clauses(within).find(({ step }) => step === wanted)
    found = (INTEGER.test(index) && statementsOf(list?.clause.body ?? null)[Number(index)]) || null
    if (found === null) return null
    within = found.body
  }
  return found
}

/**
 * The clause whose statements have the block's address as prefix: `stack`, `stack.2.then`, `stack.1.elseif.0`. `body` is
 * the object's own. Null where there is none.
 */
export function clauseAt(body: Body | null, block: string): Statement | null {
  const steps = block.split('.')
  const own = steps.length > 1 && INTEGER.test(steps.at(-1) ?? '') ? 2 : 1
  const wanted = steps.splice(-own).join('.')
  const within = steps.length === 0 ? body : (statementAt(body, steps.join('.'))?.body ?? null)
  return clauses(within).find(({ step }) => step === wanted)?.clause ?? null
}

/** The clauses of a body with their step. Of a clause that may stand once, the one that counts: see `clause`. */
export function clauses(body: Body | null): { step: string; clause: Statement }[] {
  const counts = new Map<string, number>()
  const all = statementsOf(body)
  return all.flatMap((clause) => {
    const { name } = clause
    if (REPEATED.has(name)) return [{ step: `${name}.${ordinal(counts, name)}`, clause }]
    const counted =
      all.find((other) => other.name === name && !other.disabled) ?? all.find((other) => other.name === name)
    return clause === counted ? [{ step: name === 'if' ? 'then' : name, clause }] : []
  })
}

function ordinal(counts: Map<string, number>, name: string): number {
  const count = counts.get(name) ?? 0
  counts.set(name, count + 1)
  return count
}

/** The statements of a body, in order: those that addresses count. */
export function statementsOf(body: Body | null): Statement[] {
  return (body?.items ?? []).filter((item) => item.kind === 'statement')
}
