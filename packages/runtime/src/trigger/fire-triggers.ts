import type { TableTriggerObject } from '@cairn/language'
import { isTruthy, StackError, type DatabasePort, type Value } from '@cairn/statements'
import { compileStack, type StackFunction } from '../compile/compile-stack.ts'
import { placeInObject } from '../run/place-in-object.ts'
import type { Run } from '../run/run.ts'
import type { RowChange } from './row-change.ts'
import type { TableTriggers } from './table-triggers.ts'
import type { Fire } from './triggering-database.ts'

/** How many changes may follow from one another. */
const mostLevels = 10

/** Calls the stack of a trigger. */
type CallTrigger = (trigger: TableTriggerObject, input: Value, run: Run) => Value | Promise<Value>

/** What a run does when rows changed: the triggers that are meant, one after the other. */
export function fireTriggers(triggers: TableTriggers, call: CallTrigger, run: Run): Fire {
  let level = 0
  return async (table, change, datasource, database) => {
    for (const trigger of triggers.on(table, change.action, datasource)) {
      if (level >= mostLevels) throw tooDeep(trigger)
      level++
      try {
        await onDatabase(database, run, () => runTrigger(trigger, { ...change, datasource }, call, run))
      } finally {
        level--
      }
    }
  }
}

async function runTrigger(
  trigger: TableTriggerObject,
  input: RowChange & { datasource: string },
  call: CallTrigger,
  run: Run,
): Promise<void> {
  try {
    if (await isMeant(trigger, input, run)) await call(trigger, { ...input }, run)
  } catch (error) {
    if (error instanceof StackError) placeInObject(error, trigger)
    throw error
  }
}

/** A trigger works in the database of the change; what it chooses for itself ends with it. */
async function onDatabase(database: DatabasePort, run: Run, work: () => Promise<void>): Promise<void> {
  const { ports } = run
  const { request } = run.invocation
  const [db, datasource] = [ports.db, request.datasource]
  ports.db = database
  try {
    await work()
  } finally {
    ports.db = db
    request.datasource = datasource
  }
}

const conditions = new WeakMap<TableTriggerObject, StackFunction>()

/** Whether a trigger's `where` holds; in it `$db.table.column` is the changed row, and `$input` what the stack gets. */
async function isMeant(
  trigger: TableTriggerObject,
  input: RowChange & { datasource: string },
  run: Run,
): Promise<boolean> {
  const { where, table } = trigger
  if (where === null) return true
  let condition = conditions.get(trigger)
  if (condition === undefined) {
    condition = compileStack({ stack: null, response: where }, { async: true, traced: false, given: ['db'] }).call
    conditions.set(trigger, condition)
  }
  return isTruthy(await condition(run, { ...input }, { db: { [table]: input.new ?? input.old } }))
}

function tooDeep({ name, table }: TableTriggerObject): StackError {
  return new StackError(
    'standard',
    'trigger_depth_exceeded',
    `Triggers set each other off more than ${mostLevels} levels deep; the last is "${name}" on the table "${table}".`,
    { hint: 'Make the trigger change its own table only where something is left to change.' },
  )
}
