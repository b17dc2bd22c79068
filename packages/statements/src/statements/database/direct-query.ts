import type { Expression, Item } from '@cairn/language'
import type { Prepare, RunPlan, StatementDefinition, StatementExample } from '../../define/types.ts'
import { choice, clause, optional } from '../../define/parameters.ts'
import type { DirectPlan } from '../../ports/database.ts'
import { StackError } from '../../values/error.ts'
import type { Value } from '../../values/value.ts'
import { argumentOf, bare, textOf } from './lower/read-tree.ts'

interface PreparedDirect {
  direct: DirectPlan
  /** Slot of the text of the query, when it is computed. */
  sqlSlot: number | null
  argSlots: readonly number[]
}

export const definition: StatementDefinition = {
  name: 'db.direct_query',
  label: 'Direct database query',
  category: 'database',
  icon: 'square-terminal',
  help: 'Runs SQL of your own. Put a ? where a value belongs and give the values in arg; never join values into the text.',
  keywords: ['sql', 'raw'],
  args: {
    sql: clause('text', 'SQL', 'The query; ? marks a value.'),
    code: { ...clause('text', 'Code', 'Older spelling of sql.'), older: true },
    arg: optional('array', 'Values', 'One for each mark.'),
    response_type: choice(['list', 'single'], 'Return', 'All rows, or the first one.'),
    parser: optional('text', 'Parser', 'Kept for imported workspaces.'),
  },
  result: 'any',
  needs: ['db'],
}

export const prepare: Prepare<PreparedDirect> = (statement, tools) => {
  const written = argumentOf(statement, 'sql') ?? argumentOf(statement, 'code')
  if (written === null) return tools.fail('missing_argument', 'db.direct_query needs sql.', statement)
  const sql = textOf(written)
  const type = textOf(argumentOf(statement, 'response_type'))
  return {
    direct: { kind: 'direct', sql, responseType: type === 'single' ? 'single' : 'list' },
    sqlSlot: sql === null ? tools.slot(written) : null,
    argSlots: argumentsOf(statement.body?.items ?? []).map((argument) => tools.slot(argument)),
  }
}

export const runPlan: RunPlan<PreparedDirect> = (plan, values, { ports }) => {
  const sql = plan.direct.sql ?? (plan.sqlSlot === null ? null : values[plan.sqlSlot])
  if (typeof sql !== 'string') throw new StackError('standard', 'invalid_argument', 'sql must be text.')
  return ports.db.direct(
    plan.direct,
    sql,
    plan.argSlots.flatMap((slot) => listOf(values[slot] ?? null)),
  )
}

/** `arg` may be one list of values, or stand once for each value. */
function argumentsOf(items: readonly Item[]): Expression[] {
  return items.flatMap((item) =>
    item.kind === 'attribute' && item.name === 'arg' && !item.disabled ? [bare(item.value)] : [],
  )
}

function listOf(value: Value): Value[] {
  return Array.isArray(value) ? value : [value]
}

/** Examples need a real database; packages/database tests this statement. */
export const examples: readonly StatementExample[] = []
