import { mergeObjects } from '@cairn/language'
import type { SourceObjectModel as ObjectRow } from '../prisma/models.ts'
import type { Transaction } from '../records.ts'
import type { BranchMerge, MergedObject, MergeRequest, StoreOptions } from '../types.ts'
import { WorkspaceError } from '../workspace-error.ts'
import { announce } from './announce.ts'
import { ensureCanonicals } from './canonicals.ts'
import { findBranch, objectsOf } from './find-branch.ts'
import { assembleFiles } from './assemble-files.ts'

type Language = Pick<StoreOptions, 'read' | 'clock'>

/** What becomes of one object, with the text that it gets; null where the live branch keeps its own. */
interface Step {
  from: ObjectRow
  into: ObjectRow | null
  merged: MergedObject
  text: string | null
}

/**
 * Brings what was published on a branch to the live one. What only the branch changed is taken; what both changed is
 * put together, statement by statement; where both changed the same place, `choices` decides, and without one nothing
 * at all is written. What the branch took away stays. Asked without `apply`, it only tells what it would do.
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
  const steps = await planSteps(tx, from.id, live.id, request.choices)
  const objects = steps.map(({ merged }) => merged)
  const isOpen = objects.some(({ outcome }) => outcome === 'conflict')
  const applied = request.apply && !isOpen && steps.length > 0
  if (applied) await apply(tx, language, { workspaceId, live: live.id, name: from.name, steps, author: request.author })
  return { applied, objects }
}

async function planSteps(
  tx: Transaction,
  from: number,
  live: number,
  choices: MergeRequest['choices'],
): Promise<Step[]> {
  const [theirs, ours] = [await logicOf(tx, from), await logicOf(tx, live)]
  const byKey = new Map(ours.map((row) => [keyOf(row), row]))
  const steps: Step[] = []
  for (const row of theirs) {
    if (row.published === null) continue
    const into = byKey.get(keyOf(row)) ?? null
    if (into?.published === row.published) continue
    const base = into === null ? null : await commonText(tx, row.id, into.id)
    // The branch is where it began: only the live one went on.
    if (base === row.published) continue
    const step = stepOf(row, into, base, choices[keyOf(row)])
    if (step !== null) steps.push(step)
  }
  return steps
}

const logicOf = (tx: Transaction, branchId: number) =>
  tx.sourceObject.findMany({
    where: { branchId, kind: { not: 'table' } },
    orderBy: [{ kind: 'asc' }, { identity: 'asc' }],
  })

/** Names an object on every branch. */
const keyOf = ({ kind, identity }: ObjectRow): string => `${kind} ${identity}`

/** The newest text that both objects were published with once; null where there is none. */
async function commonText(tx: Transaction, from: number, into: number): Promise<string | null> {
  const rows = await tx.$queryRaw<{ source: string }[]>`
    SELECT f.source FROM cairn.object_version f
    WHERE f.object_id = ${from}
      AND EXISTS (SELECT FROM cairn.object_version i WHERE i.object_id = ${into} AND i.source = f.source)
    ORDER BY f.version DESC LIMIT 1`
  return rows[0]?.source ?? null
}

function stepOf(
  from: ObjectRow,
  into: ObjectRow | null,
  base: string | null,
  choice: 'live' | 'branch' | undefined,
): Step | null {
  const { kind, name } = from
  const made = (outcome: MergedObject['outcome'], text: string | null): Step => ({
    from,
    into,
    text,
    merged: { key: keyOf(from), kind, name, outcome },
  })
  if (into === null) return made('added', from.published)
  if (into.published === null || into.published === base) return made('updated', from.published)
  const texts = { base: base ?? '', mine: into.published, theirs: from.published ?? '' }
  const found = base === null ? null : mergeObjects(texts)
  if (found !== null && found.conflicts.length === 0)
    return found.text === into.published ? null : made('merged', found.text)
  if (choice === undefined) return made('conflict', null)
  if (found === null) return choice === 'live' ? made('kept', null) : made('updated', from.published)
  if (choice === 'live') return made('merged', found.text)
  const sides = Object.fromEntries(found.conflicts.map(({ id }) => [id, 'theirs' as const]))
  return made('merged', mergeObjects(texts, sides)?.text ?? from.published)
}

interface Applying {
  workspaceId: number
  live: number
  name: string
  steps: Step[]
  author: string | null
}

async function apply(tx: Transaction, language: Language, applying: Applying): Promise<void> {
  const { workspaceId, live, name, author } = applying
  const now = language.clock.now()
  for (const { from, into, text } of applying.steps) {
    if (text === null) continue
    const objectId = into?.id ?? (await addTo(tx, live, from, now))
    const version = (into?.version ?? 0) + 1
    const note = `merged from ${name}`
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
  const rows = await tx.sourceObject.findMany({ where: objectsOf({ id: live }, workspaceId) })
  const texts = rows.flatMap(({ published, ...row }) => (published === null ? [] : [{ ...row, text: published }]))
  await ensureCanonicals(tx, workspaceId, language.read(assembleFiles(texts).files))
  await announce(tx, live)
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
