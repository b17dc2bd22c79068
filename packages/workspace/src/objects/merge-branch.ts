import type { SourceObjectModel as ObjectRow } from '../prisma/models.ts'
import type { Transaction } from '../records.ts'
import type { BranchMerge, MergeRequest, StoreOptions } from '../types.ts'
import { WorkspaceError } from '../workspace-error.ts'
import { announce } from './announce.ts'
import { ensurePublishedCanonicals } from './canonicals.ts'
import { forgetDeleted, rememberDeleted } from './deleted-objects.ts'
import { findBranch } from './find-branch.ts'
import { planMerge, type MergeChange, type MergeStep } from './plan-merge.ts'

type Language = Pick<StoreOptions, 'read' | 'clock'>

/**
 * Brings what was published on a branch to the live one. What only the branch changed or took away is taken; what both
 * changed is put together, statement by statement; where both changed the same place, or the branch took away what the
 * live one changed, `choices` decides, and without one nothing at all is written. Asked without `apply`, it only tells
 * what it would do.
 */
export const mergeBranch = async (
  tx: Transaction,
  language: Language,
  workspaceId: number,
  request: MergeRequest,
): Promise<BranchMerge> => {
  const [from, live] = [await findBranch(tx, workspaceId, request.from), await findBranch(tx, workspaceId, undefined)]
  if (from.id === live.id) {
    const message = `"${from.name}" is live: there is nothing to merge it into. Choose another branch.`
    throw new WorkspaceError('branch_invalid', { at: from.name, message })
  }
  await tx.$executeRaw`SELECT 1 FROM cairn.branch WHERE id = ${live.id} FOR UPDATE`
  const steps = await planMerge(tx, from.id, live.id, request.choices)
  const objects = steps.map(({ merged }) => merged)
  const isOpen = objects.some(({ outcome }) => outcome === 'conflict')
  const applied = request.apply && !isOpen && steps.length > 0
  if (applied) await apply(tx, language, { workspaceId, live: live.id, from, steps, author: request.author })
  return { applied, objects }
}

interface Applying {
  workspaceId: number
  live: number
  from: { id: number; name: string }
  steps: MergeStep[]
  author: string | null
}

async function apply(tx: Transaction, { read, clock }: Language, applying: Applying): Promise<void> {
  const { workspaceId, live, from } = applying
  const now = clock.now()
  for (const { merged, change, identity } of applying.steps) {
    if (change?.kind === 'write') await write(tx, change, applying, now)
    if (change?.kind === 'delete') {
      await rememberDeleted(tx, [change.into])
      await tx.sourceObject.delete({ where: { id: change.into.id } })
    }
    if (merged.deletes) await forgetDeleted(tx, from.id, { kind: merged.kind, identity })
  }
  await ensurePublishedCanonicals(tx, read, workspaceId, live)
  await announce(tx, live)
}

async function write(
  tx: Transaction,
  { from, into, text }: Extract<MergeChange, { kind: 'write' }>,
  applying: Applying,
  now: Date,
): Promise<void> {
  const objectId = into?.id ?? (await addTo(tx, applying.live, from, now))
  const version = (into?.version ?? 0) + 1
  const note = `merged from ${applying.from.name}`
  const { author } = applying
  await tx.objectVersion.create({ data: { objectId, version, source: text, author, note, createdAt: now } })
  await tx.sourceObject.update({
    where: { id: objectId },
    data: {
      published: text,
      version,
      edition: { increment: 1 },
      updatedAt: now,
      ...(into?.draft === text ? { draft: null } : {}),
    },
  })
}

/** A file of the branch's folder may hold others on the live one: what is new goes behind them. */
async function addTo(tx: Transaction, live: number, from: ObjectRow, now: Date): Promise<number> {
  const { kind, identity, name, path } = from
  const last = await tx.sourceObject.findFirst({ where: { branchId: live, path }, orderBy: { position: 'desc' } })
  const place = last === null ? {} : { position: last.position + 1, separator: '---\n' }
  const row = await tx.sourceObject.create({
    data: { branchId: live, kind, identity, name, path, ...place, updatedAt: now },
  })
  return row.id
}
