import type { Transaction } from '../records.ts'
import type { CreatedObjects, SourceObject, StoreOptions } from '../types.ts'
import { WorkspaceError } from '../workspace-error.ts'
import { createObject } from './create-object.ts'
import { publish } from './drafts.ts'

/** Adds objects to a branch and publishes them; one with an error stays a draft, one that is there is left alone. */
export const createObjects = async (
  tx: Transaction,
  options: Pick<StoreOptions, 'read' | 'clock' | 'check'>,
  workspaceId: number,
  sources: readonly string[],
  { author, branch }: { author: string; branch?: string | undefined },
): Promise<CreatedObjects> => {
  const drafts: SourceObject[] = []
  const kept: string[] = []
  for (const source of sources) {
    try {
      drafts.push(await createObject(tx, options, workspaceId, source, branch))
    } catch (error) {
      if (!(error instanceof WorkspaceError) || error.code !== 'object_exists') throw error
      kept.push(source)
    }
  }
  const created: SourceObject[] = []
  for (const draft of drafts) {
    const answer = await publish(tx, options, { objectId: draft.id, expectedEdition: draft.edition, author })
    created.push(answer.published ? answer.object : draft)
  }
  return { created, kept }
}
