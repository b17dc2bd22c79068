import type { rowRoutes } from '@cairn/contract'
import { StackError, type DatabasePort, type QueryNode, type Value } from '@cairn/statements'
import type { Handlers } from '../handlers.ts'
import { Refusal } from '../refusal.ts'
import { openTable } from './open-table.ts'
import { rowsPlan, type ShownTable } from './rows-plan.ts'
import { shownValue } from './shown-value.ts'

type Row = { [column: string]: ReturnType<typeof shownValue> }
const shownRow = (row: Value): Row => shownValue(row, Number.POSITIVE_INFINITY) as Row

type Written = { [column: string]: unknown }

const addRow = ({ table, columns: output }: ShownTable, db: DatabasePort, row: Written): Promise<Value> => {
  const known = new Set(table.fields.map(({ name }) => name))
  const columns = Object.keys(row).filter((name) => known.has(name))
  const plan = { kind: 'add' as const, table: table.name, field: null, columns, output, addons: [] }
  return db.write(
    plan,
    null,
    columns.map((name) => row[name] as Value),
  )
}

/** The row as it is then; null when there is none. */
const changeRow = (
  { table, columns: output }: ShownTable,
  db: DatabasePort,
  id: number | string,
  written: Written,
): Promise<Value> => {
  const { id: _, ...values } = written
  const plan = { kind: 'patch' as const, table: table.name, field: 'id', columns: null, output, addons: [] }
  return db.write(plan, id, [values as Value])
}

/** What could not be written says where it stood in what was sent. */
const atPlace = async <Result>(place: string, write: () => Promise<Result>): Promise<Result> => {
  try {
    return await write()
  } catch (error) {
    if (!(error instanceof StackError)) throw error
    throw new Refusal(400, error.reason, `${place}: ${error.message} Nothing was written.`)
  }
}

export const rowHandlers: Pick<Handlers, keyof typeof rowRoutes> = {
  async rows(world, { input }) {
    const opened = await openTable(world, input)
    const { plan, values } = rowsPlan(opened, input)
    const page = (await opened.db.query(plan, values)) as { items: Value[]; itemsTotal?: number }
    return { rows: page.items.map(shownRow), total: page.itemsTotal ?? null }
  },

  searchRows: ({ serving }, { input }) => serving.findRows(input.workspace, input.datasource, input.text),

  async addRows(world, { input }) {
    const opened = await openTable(world, input)
    const rows = await opened.db.transaction(async (within) => {
      const added: Value[] = []
      for (const row of input.rows) added.push(await addRow(opened, within, row))
      return added
    })
    return { rows: rows.map(shownRow) }
  },

  async pasteRows(world, { input }) {
    const opened = await openTable(world, input)
    let changed = 0
    await opened.db.transaction(async (within) => {
      for (const [index, { id, values }] of input.rows.entries()) {
        const place = `Row ${index + 1}`
        if (id === null) await atPlace(place, () => addRow(opened, within, values))
        else if ((await atPlace(place, () => changeRow(opened, within, id, values))) === null)
          throw new Refusal(404, 'unknown_row', `${place}: row ${id} is not there any more. Nothing was pasted.`)
        else changed += 1
      }
    })
    return { changed, added: input.rows.length - changed }
  },

  async changeRow(world, { input }) {
    const opened = await openTable(world, input)
    const row = await changeRow(opened, opened.db, input.id, input.values)
    if (row === null) throw new Refusal(404, 'unknown_row', `Row ${input.id} is not there any more.`)
    return { row: shownRow(row) }
  },

  async deleteRows(world, { input }) {
    const { table, db } = await openTable(world, input)
    const values: Value[] = [input.ids]
    const where: QueryNode = {
      kind: 'compare',
      operator: 'in',
      ignoreNull: false,
      left: { kind: 'column', table: table.name, column: 'id', path: [] },
      right: { kind: 'value', slot: 0 },
    }
    const deleted = await db.bulk({ kind: 'bulk.delete', table: table.name, allowId: false, where }, null, values)
    return { deleted: Number(deleted) }
  },
}
