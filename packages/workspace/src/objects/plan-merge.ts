import { mergeObjects } from '@cairn/language'
import type { SourceObjectModel as ObjectRow } from '../prisma/models.ts'
import type { Transaction } from '../records.ts'
import type { MergedObject, MergeRequest } from '../types.ts'
import { deletedOn, type DeletedObject } from './deleted-objects.ts'

/** What becomes of one object of the live branch. */
export interface MergeStep {
  identity: string
  merged: MergedObject
  change: MergeChange | null
}

/** A text for an object, which is made where there is none yet; or its end. Null where the live branch keeps its own. */
export type MergeChange =
  | { kind: 'write'; from: ObjectRow; into: ObjectRow | null; text: string }
  | { kind: 'delete'; into: ObjectRow }

type Choice = 'live' | 'branch' | undefined

/** What bringing a branch to the live one takes, object by object, without those that stay as they are. */
export async function planMerge(
  tx: Transaction,
  from: number,
  live: number,
  choices: MergeRequest['choices'],
): Promise<MergeStep[]> {
  const [theirs, ours] = [await logicOf(tx, from), await logicOf(tx, live)]
  const byKey = new Map(ours.map((row) => [keyOf(row), row]))
  const endedHere = new Map((await deletedOn(tx, live)).map((gone) => [keyOf(gone), gone]))
  const steps: MergeStep[] = []
  for (const row of theirs) {
    if (row.published === null) continue
    const into = byKey.get(keyOf(row)) ?? null
    if (into?.published === row.published) continue
    // The live one took away what the branch only has as it was.
    if (into === null && endedHere.get(keyOf(row))?.texts.includes(row.published)) continue
    const base = into === null ? null : await commonText(tx, row.id, into.id)
    // The branch is where it began: only the live one went on.
    if (base === row.published) continue
    const step = writeStep(row, into, base, choices[keyOf(row)])
    if (step !== null) steps.push(step)
  }
  for (const gone of await deletedOn(tx, from)) {
    const into = byKey.get(keyOf(gone))
    if (into === undefined || !(await wasOneOf(tx, into.id, gone.texts))) continue
    steps.push(deleteStep(gone, into, choices[keyOf(gone)]))
  }
  return steps
}

const logicOf = (tx: Transaction, branchId: number) =>
  tx.sourceObject.findMany({
    where: { branchId, kind: { not: 'table' } },
    orderBy: [{ kind: 'asc' }, { identity: 'asc' }],
  })

/** Names an object on every branch. */
const keyOf = ({ kind, identity }: Pick<ObjectRow, 'kind' | 'identity'>): string => `${kind} ${identity}`

/** The newest text that both objects were published with once; null where there is none. */
async function commonText(tx: Transaction, from: number, into: number): Promise<string | null> {
  const rows = await tx.$queryRaw<{ source: string }[]>`
    SELECT f.source FROM cairn.object_version f
    WHERE f.object_id = ${from}
      AND EXISTS (SELECT FROM cairn.object_version i WHERE i.object_id = ${into} AND i.source = f.source)
    ORDER BY f.version DESC LIMIT 1`
  return rows[0]?.source ?? null
}

/** Whether an object was ever published with one of these texts: else it is another one of the same name. */
const wasOneOf = async (tx: Transaction, objectId: number, texts: string[]): Promise<boolean> =>
  (await tx.objectVersion.count({ where: { objectId, source: { in: texts } } })) > 0

function writeStep(from: ObjectRow, into: ObjectRow | null, base: string | null, choice: Choice): MergeStep | null {
  const { kind, name } = from
  const published = from.published ?? ''
  const made = (outcome: MergedObject['outcome'], text: string | null): MergeStep => ({
    identity: from.identity,
    merged: { key: keyOf(from), kind, name, outcome, deletes: false },
    change: text === null ? null : { kind: 'write', from, into, text },
  })
  if (into === null) return made('added', published)
  if (into.published === null || into.published === base) return made('updated', published)
  const texts = { base: base ?? '', mine: into.published, theirs: published }
  const found = base === null ? null : mergeObjects(texts)
  if (found !== null && found.conflicts.length === 0)
    return found.text === into.published ? null : made('merged', found.text)
  if (choice === undefined) return made('conflict', null)
  if (found === null) return choice === 'live' ? made('kept', null) : made('updated', published)
  if (choice === 'live') return made('merged', found.text)
  const sides = Object.fromEntries(found.conflicts.map(({ id }) => [id, 'theirs' as const]))
  return made('merged', mergeObjects(texts, sides)?.text ?? published)
}

/** What the live branch has as the branch knew it goes with it, unless that is not wanted; what went on there asks. */
function deleteStep(gone: DeletedObject, into: ObjectRow, choice: Choice): MergeStep {
  const { kind, name } = into
  const isKnown = into.draft === null && into.published !== null && gone.texts.includes(into.published)
  const made = (outcome: MergedObject['outcome'], change: MergeChange | null): MergeStep => ({
    identity: gone.identity,
    merged: { key: keyOf(gone), kind, name, outcome, deletes: true },
    change,
  })
  if (choice === 'live') return made('kept', null)
  if (choice === undefined && !isKnown) return made('conflict', null)
  return made('deleted', { kind: 'delete', into })
}
