import type { DatabasePort } from '@cairn/statements'
import type { EditorWorld } from '../handlers.ts'
import { Refusal } from '../refusal.ts'
import { shownTable, type ShownTable } from './rows-plan.ts'

interface InTable {
  workspace: number
  table: string
  datasource: string
}

/** A table with the port to its rows. */
export interface OpenTable extends ShownTable {
  db: DatabasePort
}

const DEADLINE = 30_000

/** The table as published, its rows within reach for so many milliseconds. */
export const openTable = async (
  { serving }: EditorWorld,
  { workspace, table: name, datasource }: InTable,
  deadline = DEADLINE,
): Promise<OpenTable> => {
  const table = (await serving.model(workspace)).tables.get(name)
  if (table === undefined) throw new Refusal(404, 'unknown_table', `There is no published table "${name}".`)
  const signal = AbortSignal.timeout(deadline)
  const { db } = await serving.ports(workspace, datasource, { id: 'editor', signal })
  return { ...shownTable(table), db }
}
