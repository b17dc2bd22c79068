/** Inputs of a stack and columns of a table: the lines of `input {…}` and `schema {…}`. */
import { clause, parse, type Body, type Field, type Statement } from '@cairn/language'
import type { Command } from '../command.ts'
import { body, statementNode } from '../nodes.ts'

export type FieldBlock = 'input' | 'schema'

/** The fields of an object, in order. */
export function fieldsOf(object: Statement, block: FieldBlock): Field[] {
  return (clause(object.body, block)?.body?.items ?? []).filter((item) => item.kind === 'field')
}

/** One line of `input {…}` as a field, or null when it can not be read. */
export function fieldNode(line: string): Field | null {
  const { file, diagnostics } = parse(`function f {\ninput {\n${line}\n}\n}`)
  const [object] = file.objects
  if (diagnostics.length > 0 || object?.kind !== 'statement') return null
  const fields = fieldsOf(object, 'input')
  return fields.length === 1 ? (fields[0] ?? null) : null
}

function fieldBody(object: Statement, block: FieldBlock): Body {
  const known = clause(object.body, block)
  if (known !== null) return (known.body ??= body())
  const made = statementNode(block, { body: body() })
  const within = (object.body ??= body())
  const stack = within.items.findIndex((item) => item.kind === 'statement' && item.name === 'stack')
  within.items.splice(stack < 0 ? within.items.length : stack, 0, made)
  return made.body ?? body()
}

export const addField =
  (block: FieldBlock, field: Field): Command =>
  (object) => {
    fieldBody(object, block).items.push(structuredClone(field))
    return []
  }

/** Puts another field where the n-th one stands, with its comments. */
export const replaceField =
  (block: FieldBlock, index: number, field: Field): Command =>
  (object) => {
    const within = fieldBody(object, block)
    const known = fieldsOf(object, block)[index]
    if (known === undefined) return []
    const { leading, trailing, blankBefore } = known
    const kept = { ...(leading && { leading }), ...(trailing && { trailing }), ...(blankBefore && { blankBefore }) }
    within.items[within.items.indexOf(known)] = { ...structuredClone(field), ...kept }
    return []
  }

export const removeField =
  (block: FieldBlock, index: number): Command =>
  (object) => {
    const known = fieldsOf(object, block)[index]
    const within = fieldBody(object, block)
    within.items = within.items.filter((item) => item !== known)
    return []
  }

/** Repeats a field behind itself, under a name that is free. */
export const cloneField =
  (block: FieldBlock, index: number): Command =>
  (object) => {
    const within = fieldBody(object, block)
    const fields = fieldsOf(object, block)
    const known = fields[index]
    if (known === undefined) return []
    let name = `${known.name}_copy`
    for (let number = 2; fields.some((field) => field.name === name); number += 1) name = `${known.name}_copy${number}`
    const { leading: _, ...copied } = structuredClone(known)
    within.items.splice(within.items.indexOf(known) + 1, 0, { ...copied, name })
    return []
  }

export const moveField =
  (block: FieldBlock, index: number, step: -1 | 1): Command =>
  (object) => {
    const within = fieldBody(object, block)
    const fields = fieldsOf(object, block)
    const [one, other] = [fields[index], fields[index + step]]
    if (one === undefined || other === undefined) return []
    const [a, b] = [within.items.indexOf(one), within.items.indexOf(other)]
    within.items[a] = other
    within.items[b] = one
    return []
  }
