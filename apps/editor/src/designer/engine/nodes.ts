/** Nodes made by the editor; they have no place in a text yet. */
import {
  parse,
  parseExpression,
  type Attribute,
  type Binding,
  type Body,
  type Expression,
  type Invalid,
  type Statement,
  type TextLiteral,
  type Variable,
} from '@cairn/language'

export const nowhere = { start: -1, end: -1 } as const

export const invalid = (text: string): Invalid => ({ kind: 'invalid', ...nowhere, text })

export const text = (value: string): TextLiteral => ({ kind: 'text', ...nowhere, value, quote: '"', raw: null })

export const variable = (name: string): Variable => ({ kind: 'variable', ...nowhere, name })

export const body = (): Body => ({ kind: 'body', ...nowhere, items: [], dangling: [] })

export const attributeNode = (name: string, value: Expression): Attribute => ({
  kind: 'attribute',
  ...nowhere,
  name,
  nameSpan: nowhere,
  disabled: false,
  value,
})

export const binding = (name: string): Binding => ({ kind: 'binding', ...nowhere, name, sigil: true, filters: null })

export const statementNode = (name: string, parts: Partial<Statement> = {}): Statement => ({
  kind: 'statement',
  ...nowhere,
  name,
  nameSpan: nowhere,
  disabled: false,
  target: null,
  subject: null,
  condition: null,
  options: [],
  body: null,
  as: null,
  breaks: false,
  ...parts,
})

/** What was typed as an expression; kept as typed where it can not be read. */
export function expressionNode(typed: string, context: 'value' | 'condition' = 'value'): Expression {
  const { expression, diagnostics } = parseExpression(typed.trim(), context)
  return diagnostics.some(({ severity }) => severity === 'error') ? invalid(typed.trim()) : expression
}

/** The statements of a copied text, or null when it holds something else. */
export function statementNodes(copied: string): Statement[] | null {
  const { file, diagnostics } = parse(`function paste {\nstack {\n${copied}\n}\n}`)
  const [object] = file.objects
  if (file.objects.length !== 1 || object?.kind !== 'statement') return null
  if (diagnostics.some(({ severity }) => severity === 'error')) return null
  const [stack] = (object.body?.items ?? []).filter((item) => item.kind === 'statement')
  const items = stack?.body?.items ?? []
  const statements = items.filter((item) => item.kind === 'statement')
  return statements.length > 0 && statements.length === items.length ? statements : null
}
