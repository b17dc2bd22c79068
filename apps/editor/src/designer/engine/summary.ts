import { print, type Attribute, type Expression, type Statement } from '@cairn/language'
import type { StatementInfo } from '../../definitions/definitions.ts'
import { nameOf } from './document.ts'

const LENGTH = 90

/** What a row says behind a statement's label: its target, what is in its parentheses, else its first arguments. */
export function summaryOf(statement: Statement, info: StatementInfo | undefined): string {
  const head = [targetText(statement), shown(statement.subject), shown(statement.condition)].filter(Boolean).join(' ')
  const given = (statement.body?.items ?? []).filter((item) => isArgument(item))
  const main = info === undefined ? given : given.filter((item) => info.args[item.name]?.required !== false)
  const parts = (main.length > 0 ? main : given).slice(0, 3)
  const args = parts.map((item) =>
    Object.keys(info?.args ?? {}).length === 1 ? shown(item.value) : `${item.name} ${shown(item.value)}`,
  )
  return cut([head, args.join(' · ')].filter(Boolean).join(' · '))
}

function isArgument(item: { kind: string; name?: string }): item is Attribute {
  return item.kind === 'attribute' && item.name !== 'description' && item.name !== 'mock'
}

function targetText({ target }: Statement): string {
  if (target === null) return ''
  return target.kind === 'variable' || target.kind === 'member' ? print(target) : nameOf(target)
}

const shown = (expression: Expression | null): string =>
  expression === null ? '' : print(expression).replaceAll(/\s+/g, ' ')

const cut = (text: string): string => (text.length > LENGTH ? `${text.slice(0, LENGTH - 1)}…` : text)

/** The sentence that was written above a statement. */
export function descriptionOf(statement: Statement): string {
  for (const item of statement.body?.items ?? []) {
    if (item.kind === 'attribute' && item.name === 'description') return nameOf(item.value)
  }
  return ''
}

/** An argument's expression, or null when it is not given. */
export function argumentOf(statement: Statement, name: string): Expression | null {
  for (const item of statement.body?.items ?? []) {
    if (item.kind === 'attribute' && item.name === name && !item.disabled) return item.value
  }
  return null
}
