import { print, type Expression } from '@cairn/language'
import { expressionNode, text } from '../engine/nodes.ts'

/** How a value is typed in: as plain text, as a number, as the name of a variable, or as the language writes it. */
export type ValueMode = 'text' | 'number' | 'bool' | 'null' | 'var' | 'input' | 'auth' | 'env' | 'column' | 'expression'

export const valueModes: readonly { value: ValueMode; label: string }[] = [
  { value: 'text', label: 'Text' },
  { value: 'number', label: 'Number' },
  { value: 'bool', label: 'True / false' },
  { value: 'null', label: 'Null' },
  { value: 'var', label: 'Variable' },
  { value: 'input', label: 'Input' },
  { value: 'auth', label: 'Auth' },
  { value: 'env', label: 'Env' },
  { value: 'column', label: 'Column' },
  { value: 'expression', label: 'Expression' },
]

/** How an empty field of a type is typed into. */
export const preferredMode = (type: string): ValueMode =>
  type === 'text' || type === 'email' ? 'text' : /^(?:int|decimal|number)$/.test(type) ? 'number' : 'expression'

/** The modes that name something inside of a root. */
const ROOTS: Partial<Record<ValueMode, string>> = { input: 'input', auth: 'auth', env: 'env', column: 'db' }

/** The mode that shows an expression most plainly. A single-line text needs no quotes, a name no `$`. */
export function modeOf(expression: Expression): ValueMode {
  switch (expression.kind) {
    case 'text':
      return expression.quote === '"' ? 'text' : 'expression'
    case 'number':
      return 'number'
    case 'boolean':
      return 'bool'
    case 'null':
      return 'null'
    case 'variable':
    case 'member':
      return nameMode(expression)
    default:
      return 'expression'
  }
}

function nameMode(expression: Expression): ValueMode {
  let root = expression
  while (root.kind === 'member') root = root.object
  if (root.kind !== 'variable') return 'expression'
  const within = valueModes.find(({ value }) => ROOTS[value] === root.name)
  if (within === undefined) return 'var'
  return root === expression ? 'expression' : within.value
}

const isNameMode = (mode: ValueMode): boolean => mode === 'var' || ROOTS[mode] !== undefined

/** What stands in the field for an expression in a mode; nothing where a name is asked for and it is none. */
export function shownIn(mode: ValueMode, expression: Expression): string {
  if (mode === 'text' && expression.kind === 'text') return expression.value
  if (isNameMode(mode) && expression.kind !== 'invalid' && modeOf(expression) !== mode) return ''
  const printed = print(expression)
  if (mode === 'var') return printed.replace(/^\$/, '')
  return ROOTS[mode] === undefined ? printed : printed.replace(`$${ROOTS[mode]}.`, '')
}

/** The expression that a field's content means in a mode. */
export function readIn(mode: ValueMode, typed: string, context: 'value' | 'condition' = 'value'): Expression {
  if (mode === 'text') return text(typed)
  if (mode === 'null') return expressionNode('null')
  if (mode === 'var') return expressionNode(`$${typed.replace(/^\$/, '')}`)
  if (ROOTS[mode] !== undefined) return expressionNode(`$${ROOTS[mode]}.${typed}`)
  return expressionNode(typed, context)
}

/** What a field starts with when it is switched to a mode: its content where that still makes sense. */
export function switchMode(from: Expression | null, to: ValueMode): Expression {
  if (to === 'null' || to === 'bool') return expressionNode(to === 'null' ? 'null' : 'true')
  if (from === null) return readIn(to, to === 'number' ? '0' : '')
  if (to === 'expression') return from
  const bare = isWord(from) ? '' : from.kind === 'text' ? from.value : print(from)
  if (to === 'text') return text(bare)
  if (to === 'number') return expressionNode(/^-?\d+(\.\d+)?$/.test(bare) ? bare : '0')
  return readIn(to, /^\w+$/.test(bare) ? bare : '')
}

/** A literal that is no name and no text of anybody's. */
const isWord = ({ kind }: Expression): boolean => kind === 'null' || kind === 'boolean'
