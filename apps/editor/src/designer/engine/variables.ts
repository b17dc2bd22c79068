import { statements, type Statement } from '@cairn/language'
import { compareAddresses } from './places.ts'

/** The variables that exist where a statement runs: made by what stands before it, or bound by a loop around it. */
export function variablesBefore(object: Statement, address: string): string[] {
  const names = new Set<string>()
  for (const { address: at, statement } of statements(object.body)) {
    if (compareAddresses(at, address) >= 0) break
    for (const name of madeBy(statement)) names.add(name)
    if (address.startsWith(`${at}.`)) for (const name of boundIn(statement)) names.add(name)
  }
  return [...names]
}

/** Every variable of an object. */
export function variablesOf(object: Statement): string[] {
  const all = [...statements(object.body)].flatMap(({ statement }) => [...madeBy(statement), ...boundIn(statement)])
  return [...new Set(all)]
}

/** A name nothing has yet: `user`, `user2`, … */
export function freshName(object: Statement, wanted: string): string {
  const taken = new Set(variablesOf(object))
  let name = wanted
  for (let number = 2; taken.has(name); number += 1) name = `${wanted}${number}`
  return name
}

/** The variables that a statement makes or changes: its result, and what stands behind its name. */
export function madeBy(statement: Statement): string[] {
  const output = statement.as === null ? [] : [statement.as.name]
  let target = statement.target
  while (target?.kind === 'member' || target?.kind === 'index') target = target.object
  return target?.kind === 'variable' ? [...output, target.name] : output
}

function boundIn(statement: Statement): string[] {
  return (statement.body?.items ?? []).flatMap((item) =>
    item.kind === 'statement' && item.name === 'each' && item.as !== null ? [item.as.name] : [],
  )
}
