import type { Pool } from 'pg'
import type { Transaction } from './records.ts'
import type { Seal } from './seal.ts'

const place = (workspaceId: number, name: string): string => `${workspaceId}/${name}`

/** Every variable of a workspace in the clear, with plain SQL: a process that only serves never loads Prisma. */
export const readEnv = async (pool: Pool, seal: Seal, workspaceId: number): Promise<Record<string, string>> => {
  const { rows } = await pool.query<{ name: string; sealed: Buffer }>(
    'SELECT name, sealed FROM cairn.env_variable WHERE workspace_id = $1 ORDER BY name',
    [workspaceId],
  )
  return Object.fromEntries(rows.map(({ name, sealed }) => [name, seal.open(sealed, place(workspaceId, name))]))
}

/** The names alone. */
export const listEnv = async (pool: Pool, workspaceId: number): Promise<{ name: string; updatedAt: Date }[]> => {
  const sql = 'SELECT name, updated_at AS "updatedAt" FROM cairn.env_variable WHERE workspace_id = $1 ORDER BY name'
  return (await pool.query<{ name: string; updatedAt: Date }>(sql, [workspaceId])).rows
}

/** Sets variables; a value of null removes one. */
export const writeEnv = async (
  tx: Transaction,
  seal: Seal,
  workspaceId: number,
  values: Record<string, string | null>,
  updatedAt: Date,
): Promise<void> => {
  for (const [name, value] of Object.entries(values)) {
    const key = { workspaceId, name }
    await tx.envVariable.deleteMany({ where: key })
    if (value === null) continue
    await tx.envVariable.create({ data: { ...key, sealed: seal.close(value, place(workspaceId, name)), updatedAt } })
  }
}
