import type { Body, Expression, FieldDefinition, Statement, WorkspaceModel } from '@cairn/language'
import type { StatementDefinition } from '@cairn/statements'
import type { StatementCatalogue } from '../catalogue.ts'
import { joinTypes, sameType } from '../types/join-types.ts'
import { elementType } from '../types/member-type.ts'
import { typeNamed, typeOfField } from '../types/type-of-field.ts'
import { any, anyObject, listOf, nothing, objectOf, type Type } from '../types/type.ts'
import type { CheckedObject } from './checked-objects.ts'
import type { ExpressionScope } from './expression-scope.ts'
import { inferExpression } from './infer-expression.ts'
import { inferResult } from './infer-result.ts'
import { doubtedChains } from './doubted-chains.ts'
import { columnsOf, unwrap } from './query-source.ts'
import type { WorkspaceTypes } from './workspace-types.ts'
import { argumentOf, clausesOf, isOff, statementsIn } from './statement-parts.ts'

/** What is known of the variables of a stack. A variable's type covers all that is ever assigned to it. */
export interface StackTypes {
  input: Type
  variables: ReadonlyMap<string, Type>
  /** Where each is set. */
  places: ReadonlyMap<string, readonly SetPlace[]>
  doubted: ReadonlySet<string>
}

/** Offsets in the text. `loop`: the outermost loop around. */
interface SetPlace {
  start: number
  loop: { start: number; end: number } | null
}

/** Rounds after which a type that still grows counts as unknown. */
const rounds = 5

export function inferStack(object: CheckedObject, workspace: WorkspaceTypes): StackTypes {
  const input = inputType(object, workspace.model)
  const doubted = doubtedChains(object.stack, object.response)
  let known = new Map<string, Type>()
  let places: StackTypes['places'] = new Map()
  for (let round = 0; round < rounds; round++) {
    const next = new Assignments(known, input, doubted)
    next.body(object.stack, workspace)
    for (const test of object.tests) next.body(test.body, workspace)
    places = next.places
    if (sameTypes(known, next.types)) return { input, variables: known, places, doubted }
    known = next.types
  }
  return { input, variables: new Map([...known.keys()].map((name) => [name, any])), places, doubted }
}

function sameTypes(left: ReadonlyMap<string, Type>, right: ReadonlyMap<string, Type>): boolean {
  return left.size === right.size && [...left].every(([name, type]) => sameType(type, right.get(name) ?? any))
}

/** What the expressions of an object's stack see. */
export function stackScope({ input, variables, doubted }: StackTypes): ExpressionScope {
  return { variable: (name) => variables.get(name) ?? null, input, query: null, item: null, doubted, watch: null }
}

/** One reading of a stack, with the types that the reading before found. */
class Assignments {
  readonly types = new Map<string, Type>()
  readonly places = new Map<string, SetPlace[]>()
  private loop: SetPlace['loop'] = null
  private readonly scope: ExpressionScope

  constructor(before: ReadonlyMap<string, Type>, input: Type, doubted: ReadonlySet<string>) {
    const variable = (name: string) => this.types.get(name) ?? before.get(name) ?? null
    this.scope = { variable, input, query: null, item: null, doubted, watch: null }
  }

  body(body: Body | null, workspace: WorkspaceTypes): void {
    for (const statement of statementsIn(body)) {
      if (!isOff(statement)) this.statement(statement, workspace)
    }
  }

  private statement(statement: Statement, workspace: WorkspaceTypes): void {
    const definition = workspace.catalogue.get(statement.name)?.definition
    for (const { clause, defined } of clausesOf(statement, definition)) {
      const outer = this.loop
      if (defined?.repeats === true) this.loop ??= statement
      for (const [name, type] of Object.entries(defined?.sets ?? {})) this.set(name, typeNamed(type), clause.start)
      if (clause.as !== null) this.set(clause.as.name, this.bound(statement, defined?.binds), clause.start)
      this.body(clause.body, workspace)
      this.loop = outer
    }
    if (definition?.target?.kind === 'variable' && statement.target !== null) {
      this.changed(statement.target, statement, definition)
    }
    if (statement.as === null) return
    const plain = definition === undefined || statement.as.filters !== null
    this.set(
      statement.as.name,
      plain ? any : inferResult(statement, definition, this.scope, workspace),
      statement.start,
    )
  }

  private bound(statement: Statement, binds: string | undefined): Type {
    if (binds !== 'element') return typeNamed(binds ?? 'any')
    return statement.subject === null ? any : elementType(inferExpression(statement.subject, this.scope))
  }

  private changed(target: Expression, statement: Statement, definition: StatementDefinition): void {
    const root = rootName(target)
    if (root === null) return
    if (unwrap(target).kind !== 'variable') {
      if (definition.assigns !== undefined || this.types.has(root)) this.set(root, any, statement.start)
      return
    }
    if (definition.assigns === undefined) {
      const kept = this.types.get(root)
      if (kept !== undefined) this.set(root, kept.kind === 'array' ? listOf(any) : kept, null)
      return
    }
    const value = argumentOf(statement, definition.assigns)
    this.set(root, value === null ? nothing : inferExpression(value, this.scope), statement.start)
  }

  /** `start`: where the statement stands that sets it; null when it only changes what is there. */
  private set(name: string, type: Type, start: number | null): void {
    if (start !== null) this.places.set(name, [...(this.places.get(name) ?? []), { start, loop: this.loop }])
    const before = this.types.get(name)
    this.types.set(name, before === undefined ? type : joinTypes(before, type))
  }
}

function rootName(target: Expression): string | null {
  let node = unwrap(target)
  let key: string | null = null
  while (node.kind === 'member' || node.kind === 'index' || node.kind === 'filter') {
    key = node.kind === 'member' ? node.key : null
    node = unwrap(node.kind === 'filter' ? node.base : node.object)
  }
  if (node.kind !== 'variable') return null
  return node.name === 'var' ? key : node.name
}

/** `$input`: its declared inputs, the columns of a database link among them, and what the path names. */
function inputType({ item, inputs }: CheckedObject, model: WorkspaceModel): Type {
  if (inputs === null) return anyObject
  const links = inputs.filter(({ type }) => type === 'dblink')
  const tables = links.map(({ table }) => model.tables.get(table ?? ''))
  const path = item.kind === 'query' ? [...item.path.matchAll(/\{([^/}]*)\}/g)].map(([, name]) => name ?? '') : []
  return objectOf(
    [
      ...path.map((name) => [name, any] as const),
      ...tables.flatMap((table) => (table === undefined ? [] : [...columnsOf(table)])),
      ...inputs.map((field) => [field.name, inputFieldType(field)] as const),
    ],
    tables.includes(undefined),
  )
}

function inputFieldType(field: FieldDefinition): Type {
  return field.type === 'dblink' ? anyObject : typeOfField(field)
}

/** Whether something may have set the variable before the text at `offset` runs. */
export function maybeSetAt({ places }: StackTypes, name: string, offset: number): boolean {
  return (places.get(name) ?? []).some(
    ({ start, loop }) => start < offset || (loop !== null && loop.start < offset && offset < loop.end),
  )
}

/** Whether a statement of the stack ends it with an answer of its own. */
export function answersInside(object: CheckedObject, catalogue: StatementCatalogue): boolean {
  const answers = (body: Body | null): boolean =>
    statementsIn(body).some((statement) => {
      if (isOff(statement)) return false
      const definition = catalogue.get(statement.name)?.definition
      if (definition?.ends === 'answer') return true
      return clausesOf(statement, definition).some(({ clause }) => answers(clause.body))
    })
  return answers(object.stack)
}
