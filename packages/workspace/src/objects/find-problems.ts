import type { FileDiagnostic } from '@cairn/language'
import type { Transaction } from '../records.ts'
import type { ObjectProblem, StoreOptions } from '../types.ts'
import { assembleFiles } from './assemble-files.ts'
import { toObject } from './drafts.ts'
import { findBranch, objectsOf } from './find-branch.ts'

/** What reader and checks find in a branch as it would be with every draft published. */
export const findProblems = async (
  tx: Transaction,
  { read, check }: Pick<StoreOptions, 'read' | 'check'>,
  workspaceId: number,
  branchName: string | undefined,
): Promise<ObjectProblem[]> => {
  const branch = await findBranch(tx, workspaceId, branchName)
  const rows = await tx.sourceObject.findMany({ where: objectsOf(branch, workspaceId), include: { branch: true } })
  const texts = rows.map((row) => ({ ...row, text: row.draft ?? row.published ?? '' }))
  const { files, ranges } = assembleFiles(texts)
  const textOf = new Map(files.map(({ path, text }) => [path, text]))
  const model = read(files)
  const places = rows.flatMap((row) => {
    const range = ranges.get(row.id)
    const object = toObject(row)
    return range === undefined ? [] : [{ object, ...range }]
  })
  return [...model.diagnostics, ...(check?.(model) ?? [])].flatMap((found) => {
    const place = places.find(
      ({ path, start, end }) => found.file === path && found.start >= start && found.start <= end,
    )
    if (place === undefined) return []
    const { object, path, start } = place
    return [{ object, found: withinObject(found, textOf.get(path) ?? '', start) }]
  })
}

/** The line as its own text counts it; an object begins at the start of a line, so that the column stays. */
const withinObject = (found: FileDiagnostic, file: string, start: number): FileDiagnostic => ({
  ...found,
  line: found.line - (file.slice(0, start).split('\n').length - 1),
})
