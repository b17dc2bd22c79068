import type { Pool } from 'pg'
import type { BranchText } from '../types.ts'

/** What all branches but one (the live one where none is named) have of their own: a text that many have comes once. */
export const otherTexts = async (
  pool: Pool,
  workspaceId: number,
  branchName: string | undefined,
): Promise<BranchText[]> => {
  const { rows } = await pool.query<BranchText>(
    `SELECT coalesce(o.draft, o.published) AS text, array_agg(DISTINCT b.name) AS branches
     FROM cairn.object o JOIN cairn.branch b ON b.id = o.branch_id
     WHERE b.workspace_id = $1 AND o.kind <> 'table'
       AND CASE WHEN $2::text IS NULL THEN NOT b.live ELSE b.name <> $2 END
     GROUP BY 1`,
    [workspaceId, branchName ?? null],
  )
  return rows
}
