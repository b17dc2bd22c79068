import { print, statements, type Expression, type Field, type Statement } from '@cairn/language'
import type { Catalogue } from '../../definitions/catalogue-of.ts'
import { emptyObject, entryNode } from '../value/object-entries.ts'
import type { Command } from './command.ts'
import { fieldNode, fieldsOf } from './commands/fields.ts'
import { insert } from './commands/insert.ts'
import { standing } from './commands/move.ts'
import { remove } from './commands/remove.ts'
import { mentionsIn } from './mentions.ts'
import { attributeNode, binding, body, statementNode, text, variable } from './nodes.ts'
import { outermost, placeOf } from './places.ts'
import { freshName, madeBy, variablesBefore, variablesOf } from './variables.ts'

/** Statements as a function of their own. */
export interface Extraction {
  /** What the function takes: the inputs of the object first, then its variables. */
  inputs: string[]
  /** The variables that are used outside, and so must come back. */
  outputs: string[]
  /** The text of the function under a name. */
  functionText: (name: string) => string
  /** Puts a call in the place of the statements; it is selected. */
  call: (name: string) => Command
}

/** Names that a stack has without a statement that sets them, and that a function has too. */
const GIVEN: ReadonlySet<string> = new Set([
  '$',
  'auth',
  'db',
  'env',
  'index',
  'output',
  'parent',
  'result',
  'this',
  'var',
])

/**
 * What statements would be as a function, or why they can not be one. They stand one behind another in one block; what
 * they read of the stack becomes the function's inputs, what is used of them behind becomes its response.
 */
export function extractFunction(
  object: Statement,
  addresses: readonly string[],
  catalogue: Catalogue,
): Extraction | { refused: string } {
  const ordered = outermost(addresses)
  const [first] = ordered
  if (first === undefined) return { refused: 'Select the statements first.' }
  const place = placeOf(first)
  const together = ordered.every((address, offset) => address === `${place.block}.${place.index + offset}`)
  if (!together) return { refused: 'Select statements that stand one behind another in one block.' }
  const chosen = standing(object, ordered).map(({ statement }) => statement)
  const leaving = leavesIn(chosen, catalogue)
  if (leaving !== null) return { refused: leaving }

  const within = mentionsIn(chosen)
  if (within.wholeInput) return { refused: 'They use $input as a whole, which would be the input of the function.' }
  const made = namesMadeIn(chosen)
  if (within.variables.has('error') && !made.has('error'))
    return { refused: 'They use $error, which only a catch block has.' }
  const before = new Set([...variablesBefore(object, first), ...loopVariables(object, first, catalogue)])
  const free = [...within.variables].filter(
    (name) => before.has(name) && !GIVEN.has(name) && !isMadeFirst(name, chosen, catalogue),
  )
  const outside = mentionsIn(object, new Set(chosen)).variables
  const outputs = [...made].filter((name) => outside.has(name))
  const isUnsure = (name: string) => !isMadeFirst(name, chosen, catalogue)
  const taken = fieldsOf(object, 'input').filter(({ name }) => within.inputs.has(name))
  const names = inputNames(free, new Set(within.inputs))
  return {
    inputs: [...within.inputs, ...names.values()],
    outputs,
    functionText: (name) =>
      print(
        functionOf(name, { chosen, taken, within: within.inputs, names, outputs, unsure: outputs.filter(isUnsure) }),
      ),
    call: (name) => (tree) => {
      remove(ordered)(tree)
      return insert(place, callOf(name, object, [...within.inputs], names, outputs))(tree)
    },
  }
}

/** Why statements can not be in a function: they leave the stack, or a loop around them. Null when they can. */
function leavesIn(chosen: readonly Statement[], catalogue: Catalogue, inLoop = false): string | null {
  for (const statement of chosen) {
    const info = catalogue.statement(statement.name)
    if (info?.ends === 'answer') return `“${info.label}” would end the function alone, not the stack.`
    if (info?.ends === 'round' && !inLoop) return `“${info.label}” belongs to the loop around.`
    for (const item of statement.body?.items ?? []) {
      if (item.kind !== 'statement') continue
      const repeats = info?.clauses?.[item.name]?.repeats === true
      const inner = (item.body?.items ?? []).filter((child) => child.kind === 'statement')
      const found = leavesIn(inner, catalogue, inLoop || repeats)
      if (found !== null) return found
    }
  }
  return null
}

/** Whether the first statement that mentions a variable gives it a new value, whatever it was. */
function isMadeFirst(name: string, chosen: readonly Statement[], catalogue: Catalogue): boolean {
  const first = chosen.find((statement) => mentionsIn(statement).variables.has(name))
  if (first === undefined || first.disabled) return false
  const sets = catalogue.statement(first.name)?.assigns !== undefined && isVariable(first.target, name)
  const heads = new Set<object>([first.target, first.as].filter((part) => part !== null))
  return (sets || first.as?.name === name) && !mentionsIn(first, heads).variables.has(name)
}

const isVariable = (target: Expression | null, name: string): boolean =>
  target?.kind === 'variable' && target.name === name

function namesMadeIn(chosen: readonly Statement[]): Set<string> {
  const inner = [...statements(objectAround(chosen).body)]
  return new Set(inner.flatMap(({ statement }) => madeBy(statement)))
}

/** An object whose stack is these statements. */
function objectAround(chosen: readonly Statement[]): Statement {
  const stack = statementNode('stack', { body: { ...body(), items: [...chosen] } })
  return statementNode('function', { body: { ...body(), items: [stack] } })
}

/** In a loop, what a round sets is there in the next one: the variables of the outermost loop around. */
function loopVariables(object: Statement, address: string, catalogue: Catalogue): string[] {
  const around = [...statements(object.body)].find(({ address: at, statement }) => {
    const clauses = Object.values(catalogue.statement(statement.name)?.clauses ?? {})
    return address.startsWith(`${at}.`) && clauses.some(({ repeats }) => repeats === true)
  })
  return around === undefined ? [] : variablesOf(objectAround([around.statement]))
}

/** An input for each variable, called like it where no input of the object has that name. */
function inputNames(free: readonly string[], taken: Set<string>): Map<string, string> {
  const names = new Map<string, string>()
  for (const name of free) {
    let wanted = name
    for (let number = 2; taken.has(wanted); number += 1) wanted = `${name}${number}`
    taken.add(wanted)
    names.set(name, wanted)
  }
  return names
}

interface Parts {
  chosen: readonly Statement[]
  /** The inputs of the object that the statements use, as they are declared there. */
  taken: readonly Field[]
  within: ReadonlySet<string>
  names: ReadonlyMap<string, string>
  outputs: readonly string[]
  /** Those of them that are not set on every way. */
  unsure: readonly string[]
}

function functionOf(name: string, { chosen, taken, within, names, outputs, unsure }: Parts): Statement {
  const undeclared = [...within].filter((input) => !taken.some((field) => field.name === input))
  const passed = [...undeclared, ...names.values()].flatMap((input) => fieldNode(`json? ${input}?`) ?? [])
  const set = [...names].map(([own, input]) => varNode(own, inputOf(input)))
  // What is set on some ways only is null on the others.
  const unset = unsure
    .filter((output) => !names.has(output))
    .map((output) => varNode(output, { kind: 'null', start: -1, end: -1 }))
  const inner = { ...body(), items: [...set, ...unset, ...structuredClone([...chosen])] }
  return statementNode('function', {
    target: text(name),
    body: {
      ...body(),
      items: [
        statementNode('input', { body: { ...body(), items: [...structuredClone([...taken]), ...passed] } }),
        statementNode('stack', { body: inner, blankBefore: true }),
        { ...attributeNode('response', responseOf(outputs)), blankBefore: true },
      ],
    },
  })
}

function responseOf(outputs: readonly string[]): Expression {
  const [only] = outputs
  if (only === undefined) return { kind: 'null', start: -1, end: -1 }
  if (outputs.length === 1) return variable(only)
  return { ...emptyObject, entries: outputs.map((output) => entryNode(output, variable(output))) }
}

/** The call, and behind it the variables that came back together. */
function callOf(
  name: string,
  object: Statement,
  inputs: readonly string[],
  names: ReadonlyMap<string, string>,
  outputs: readonly string[],
): Statement[] {
  const given = [
    ...inputs.map((input) => entryNode(input, inputOf(input))),
    ...[...names].map(([own, input]) => entryNode(input, variable(own))),
  ]
  const input = attributeNode('input', { ...emptyObject, entries: given })
  const [only] = outputs
  const result = outputs.length > 1 ? freshName(object, 'result') : only
  const call = statementNode('function.run', {
    target: text(name),
    body: { ...body(), items: given.length === 0 ? [] : [input] },
    as: result === undefined ? null : binding(result),
  })
  if (outputs.length < 2 || result === undefined) return [call]
  return [call, ...outputs.map((output) => varNode(output, member(variable(result), output)))]
}

const varNode = (name: string, value: Expression): Statement =>
  statementNode('var', { target: variable(name), body: { ...body(), items: [attributeNode('value', value)] } })

const inputOf = (name: string): Expression => member(variable('input'), name)

const member = (object: Expression, key: string): Expression => ({ kind: 'member', start: -1, end: -1, object, key })
