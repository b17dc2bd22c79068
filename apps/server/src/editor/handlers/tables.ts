import type { tableRoutes } from '@cairn/contract'
import { readWorkspace } from '@cairn/language'
import { isObject, type Value } from '@cairn/statements'
import { done, type EditorWorld, type Handlers } from '../editor-world.ts'
import { Refusal } from '../refusal.ts'

interface Place {
  workspace: number
  table: string
  datasource: string
}

export const tableHandlers: Pick<Handlers, keyof typeof tableRoutes> = {
  async previewTable({ store, running }, { input }) {
    const { workspace, id, source, datasource } = input
    const object = await store.object(workspace, id)
    const read = [...readWorkspace([{ path: object.path, text: source }]).tables.values()]
    if (read.length !== 1) throw new Refusal(400, 'table_unreadable', 'The text must hold exactly one table.')
    const { model } = await store.publishedModel(workspace)
    const others = [...model.tables.values()].filter(({ name }) => name !== object.name)
    const plan = await running.planTables(workspace, datasource, [...others, ...read])
    const isOurs = ({ table }: { table: string }) => table === read[0]!.name
    return {
      statements: plan.statements,
      warnings: plan.warnings.filter(isOurs).map(({ message }) => message),
      destructive: plan.destructive.filter(isOurs).map(({ key, message }) => ({ key, message })),
    }
  },

  async changeTable({ running }, { input }) {
    const { statements } = await running.changeTables(input.workspace, input.datasource, input.consent)
    await running.reload(input.workspace)
    return { statements }
  },

  async rows({ running }, { input }) {
    const { page, perPage, sort, filter } = input
    const order = sort.map(({ column, direction }) => ({ sortBy: column, orderBy: direction }))
    const answer = await runOn(running, input, rowsText, {
      page,
      per_page: perPage,
      sort: order.length === 0 ? null : order,
      filter: filter as Value,
    })
    const { items, itemsTotal, curPage, pageTotal } = answer as unknown as Page
    return { rows: items, total: itemsTotal, page: curPage, pages: pageTotal }
  },

  async addRow({ running }, { input }) {
    const row = await runOn(running, input, addText, { values: input.values as Value })
    return { row: rowOf(row) }
  },

  async changeRow({ running }, { input }) {
    const row = await runOn(running, input, changeText, { id: input.id, values: input.values as Value })
    if (row === null) throw new Refusal(404, 'unknown_row', 'There is no such row any more. Load the table again.')
    return { row: rowOf(row) }
  },

  async deleteRows({ running }, { input }) {
    await runOn(running, input, deleteText, { ids: input.ids })
    return done
  },
}

type Row = { [key: string]: JsonValue }
type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue }

interface Page {
  items: Row[]
  itemsTotal: number
  curPage: number
  pageTotal: number
}

/** Rows are read and written by stacks, so that types, defaults, rules and hidden columns are those of every stack. */
const runOn = async (
  running: EditorWorld['running'],
  { workspace, table, datasource }: Place,
  text: (table: string) => string,
  input: { [key: string]: Value },
): Promise<Value> => {
  const found = running.model(workspace)?.tables.get(table)
  if (found === undefined) {
    throw new Refusal(404, 'unknown_table', `There is no published table "${table.slice(0, 100)}" in this workspace.`)
  }
  return running.runText(workspace, datasource, text(JSON.stringify(found.name)), input)
}

const rowOf = (value: Value): Row => {
  if (isObject(value)) return JSON.parse(JSON.stringify(value)) as Row
  throw new Error('A write gave no row.')
}

const rowsText = (table: string): string => `function rows {
  input {
    int page
    int per_page
    json sort?
    json filter?
  }

  stack {
    db.query ${table} {
      additional_where = $input.filter
      override_sort = $input.sort
      sort = {id: "asc"}
      return = {type: "list", paging: {page: $input.page, per_page: $input.per_page, totals: true}}
    } as $rows
  }

  response = $rows
}`

const addText = (table: string): string => `function add_row {
  input {
    json values
  }

  stack {
    db.add ${table} {
      data = $input.values
    } as $row
  }

  response = $row
}`

const changeText = (table: string): string => `function change_row {
  input {
    json id
    json values
  }

  stack {
    db.patch ${table} {
      field_name = "id"
      field_value = $input.id
      data = $input.values
    } as $row
  }

  response = $row
}`

const deleteText = (table: string): string => `function delete_rows {
  input {
    json ids
  }

  stack {
    db.transaction {
      stack {
        foreach ($input.ids) {
          each as $id {
            db.del ${table} {
              field_name = "id"
              field_value = $id
            }
          }
        }
      }
    }
  }

  response = null
}`
