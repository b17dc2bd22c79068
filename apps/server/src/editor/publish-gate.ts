import type { WorkspaceModel } from '@cairn/language'
import { identityOf } from '@cairn/workspace'
import type { ObjectTests, Tested } from '../test/object-tester.ts'
import { itemOf } from './describe-object.ts'
import type { EditorWorld } from './handlers.ts'
import { Refusal } from './refusal.ts'

type World = Pick<EditorWorld, 'store' | 'serving'>

/** Failing tests that a refusal names. */
const named = 3

/** What tests that failed say; null when none did. */
function reasonOf(results: ObjectTests['results']): string | null {
  const failed = results.filter(({ status }) => status === 'failed')
  if (failed.length === 0) return null
  const shown = failed.slice(0, named).map(({ own, object, name, message }) => {
    return `"${name}"${own ? '' : ` of ${object}`}: ${message}`
  })
  const more = failed.length > named ? ` And ${failed.length - named} more.` : ''
  return `Tests must pass before publishing here, and ${failed.length} of ${results.length} failed. ${shown.join(' ')}${more}`
}

const failuresOf = async ({ serving }: World, workspace: number, tested: Tested): Promise<string | null> =>
  reasonOf((await serving.test(workspace, tested)).results)

/** Why the workspace does not want this text of an object published; null when it may be. */
export async function refusedText(
  world: World,
  workspace: number,
  { object, source, branch }: { object: number; source: string; branch: string },
): Promise<string | null> {
  const { testsMustPass } = await world.store.publishRules(workspace)
  if (!testsMustPass) return null
  const { model, item, diagnostics } = await world.store.modelWith(workspace, object, source)
  // A text with an error is refused for that.
  if (item === null || diagnostics.some(({ severity }) => severity === 'error')) return null
  const { published } = await world.store.object(workspace, object)
  const before = published === null ? null : itemOf(published)
  // What uses it by the name it had is no user of what it is now: all tests tell.
  const isRenamed = before !== null && identityOf(before) !== identityOf(item)
  return failuresOf(world, workspace, { model, item: isRenamed ? null : item, branch })
}

/** Refuses a text of an object whose tests fail, where the workspace asks that they pass. */
export async function demandTests(...ask: Parameters<typeof refusedText>): Promise<void> {
  const reason = await refusedText(...ask)
  if (reason !== null) throw new Refusal(409, 'tests_failed', reason)
}

/** The same for many objects at once: every test of the branch as it would be. */
export async function demandAllTests(
  world: World,
  workspace: number,
  branch: string,
  modelAfter: () => Promise<WorkspaceModel>,
): Promise<void> {
  const { testsMustPass } = await world.store.publishRules(workspace)
  if (!testsMustPass) return
  const reason = await failuresOf(world, workspace, { model: await modelAfter(), item: null, branch })
  if (reason !== null) throw new Refusal(409, 'tests_failed', reason)
}
