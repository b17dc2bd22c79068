/** Commands that change one statement in its place. An address may also name a clause: `stack.2.elseif.0`. */
import { clauseAt, statementAt, type Attribute, type Body, type Expression, type Statement } from '@cairn/language'
import type { Command } from '../command.ts'
import { attributeNode, binding, body, text } from '../nodes.ts'

/** The statement or clause of an address; '' is the object itself. */
function nodeAt(object: Statement, address: string): Statement | null {
  if (address === '') return object
  return statementAt(object.body, address) ?? clauseAt(object.body, address)
}

const edit =
  (address: string, change: (statement: Statement) => void): Command =>
  (object) => {
    const statement = nodeAt(object, address)
    if (statement !== null) change(statement)
    return address === '' ? [] : [address]
  }

/** The parts of a statement's head that an expression fills. */
export type HeadPart = 'target' | 'subject' | 'condition'

export const setHead = (address: string, part: HeadPart, value: Expression | null): Command =>
  edit(address, (statement) => {
    statement[part] = value
  })

/** Gives an argument a value; null takes it out. A name with dots is a path into blocks: `return.paging`. */
export const setArgument = (address: string, name: string, value: Expression | null): Command =>
  edit(address, (statement) => setAttribute((statement.body ??= body()), name, value))

function setAttribute(within: Body, name: string, value: Expression | null): void {
  const known = within.items.find((item): item is Attribute => item.kind === 'attribute' && item.name === name)
  if (value === null) within.items = within.items.filter((item) => item !== known)
  else if (known !== undefined) known.value = value
  else within.items.splice(attributesEnd(within), 0, attributeNode(name, value))
}

/** New arguments go behind the last argument and before the blocks. */
function attributesEnd(within: Body): number {
  const last = within.items.findLastIndex((item) => item.kind === 'attribute')
  if (last >= 0) return last + 1
  const block = within.items.findIndex((item) => item.kind !== 'attribute')
  return block < 0 ? within.items.length : block
}

/** The sentence above a statement; '' takes it out. It stands first in the body. */
export const setDescription = (address: string, description: string): Command =>
  edit(address, (statement) => {
    const within = (statement.body ??= body())
    const known = within.items.some((item) => item.kind === 'attribute' && item.name === 'description')
    if (description !== '' && !known) within.items.unshift(attributeNode('description', text(description)))
    else setAttribute(within, 'description', description === '' ? null : text(description))
  })

/** The variable that keeps the result; '' keeps it nowhere. Filters behind the name stay. */
export const setOutput = (address: string, name: string): Command =>
  edit(address, (statement) => {
    if (name === '') statement.as = null
    else if (statement.as === null || statement.as.filters !== null) statement.as = binding(name)
    else statement.as.name = name
  })

/** An option of an object's head: `verb=GET`. */
export const setOption = (name: string, value: Expression): Command =>
  edit('', (object) => {
    const known = object.options.find((option) => option.name === name)
    if (known === undefined) object.options.push(attributeNode(name, value))
    else known.value = value
  })
