import { clauses, statementAt, statements, type Diagnostic, type Expression, type Statement } from '@cairn/language'
import type { Catalogue } from '../../definitions/catalogue-of.ts'
import type { StackDocument } from './document.ts'
import { nameOf } from './document.ts'
import { argumentOf } from './summary.ts'

/** Something that keeps a draft from being published, or should be looked at. */
export interface Problem {
  severity: 'error' | 'warning'
  /** The statement or block it is about; '' for the object itself. */
  address: string
  message: string
}

type Asked = [StackDocument, Readonly<Record<string, string>>, Catalogue | null]

let last: { asked: Asked; found: Problem[] } | null = null

/**
 * What is wrong with a document: what can not be read, what is missing, and what was left half typed. Header, list and
 * inspector ask for one document; it is looked through once.
 */
export function problemsOf(...asked: Asked): readonly Problem[] {
  if (last !== null && last.asked.every((part, index) => part === asked[index])) return last.found
  last = { asked, found: findProblems(...asked) }
  return last.found
}

function findProblems(...[document, unfinished, catalogue]: Asked): Problem[] {
  const halfTyped = Object.entries(unfinished).map(([field, typed]): Problem => {
    const [address = '', name = ''] = field.split('/')
    const label = labelOf(document.object, address, name, catalogue)
    return { severity: 'error', address, message: `${label}: “${typed}” can not be read yet.` }
  })
  const { object, diagnostics } = document
  if (object === null) return [...diagnostics.map((found) => ({ ...read(found), address: '' })), ...halfTyped]
  const unread = diagnostics.map((found) => ({ ...read(found), address: addressAt(object, found.start) }))
  const missing = catalogue === null ? [] : missingIn(object, catalogue)
  const empty = new Set(missing.map(({ address }) => address))
  const isToldPlainly = ({ code, address }: { code: string; address: string }) =>
    code === EMPTY && [...empty].some((missed) => missed === address || missed.startsWith(`${address}.`))
  return [...unread.filter((found) => !isToldPlainly(found)), ...missing, ...halfTyped]
}

/** What people call a field: `Create variable, Value`; the name it has in the text where nothing else is known. */
function labelOf(object: Statement | null, address: string, field: string, catalogue: Catalogue | null): string {
  const statement = statementAt(object?.body ?? null, address)
  const info = statement === null ? undefined : catalogue?.statement(statement.name)
  const [name = field] = /^\w+/.exec(field) ?? []
  const heads: Readonly<Record<string, { label: string } | undefined>> = {
    target: info?.target,
    subject: info?.subject,
    condition: info?.condition,
  }
  const label = (info?.args[name] ?? heads[name])?.label ?? name
  return info === undefined ? label : `${info.label}, ${label}`
}

/** How the parser says that parentheses are empty; which part is missing says more. */
const EMPTY = 'expected_expression'

const read = ({ severity, message, code }: Diagnostic) => ({ severity, message, code })

/** The innermost statement that holds a place of the text. */
function addressAt(object: Statement, place: number): string {
  let found = ''
  for (const { address, statement } of statements(object.body)) {
    if (statement.start <= place && place <= statement.end) found = address
  }
  return found
}

function missingIn(object: Statement, catalogue: Catalogue): Problem[] {
  return [...statements(object.body)].flatMap(({ address, statement }) => {
    if (statement.disabled) return []
    const info = catalogue.statement(statement.name)
    if (info === undefined) {
      return [{ severity: 'error' as const, address, message: `There is no statement “${statement.name}”.` }]
    }
    const heads: [string | undefined, Expression | null][] = [
      [info.target?.label, statement.target],
      [info.subject?.label, statement.subject],
      [info.condition?.label, statement.condition],
    ]
    const empty = heads.flatMap(([label, value]) => (label !== undefined && isEmpty(value) ? [label] : []))
    const args = Object.entries(info.args).filter(
      ([name, { required }]) => required && argumentOf(statement, name) === null,
    )
    const labels = [...empty, ...args.map(([, { label }]) => label)]
    return [
      ...labels.map((label): Problem => ({
        severity: 'error',
        address,
        message: `${info.label}: ${label} is missing.`,
      })),
      ...emptyClauses(statement, address),
    ]
  })
}

function emptyClauses(statement: Statement, address: string): Problem[] {
  return clauses(statement.body).flatMap(({ step, clause }) =>
    clause.subject !== null && isEmpty(clause.subject)
      ? [{ severity: 'error' as const, address: `${address}.${step}`, message: 'The condition is missing.' }]
      : [],
  )
}

const isEmpty = (value: Expression | null): boolean =>
  value === null || (value.kind === 'invalid' ? value.text === '' : value.kind === 'text' && nameOf(value) === '')
