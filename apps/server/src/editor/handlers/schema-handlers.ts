import type { schemaRoutes } from '@cairn/contract'
import { parse, readObject, type TableObject } from '@cairn/language'
import type { EditorWorld, Handlers } from '../handlers.ts'
import { demandTests } from '../publish-gate.ts'
import { Refusal } from '../refusal.ts'

const readTable = (text: string): TableObject => {
  const { file, diagnostics } = parse(text)
  const [statement] = file.objects
  const error = diagnostics.find(({ severity }) => severity === 'error')
  if (error !== undefined) throw new Refusal(400, 'table_unreadable', `Line ${error.line}: ${error.message}`)
  const object = statement?.kind === 'statement' ? readObject(statement, text).object : null
  if (object?.kind === 'table') return object
  throw new Refusal(400, 'table_unreadable', 'The text is not that of a table. Begin it with `table "name" {`.')
}

/** All tables as published, with this one in the place of the object's. */
const tablesWith = async (
  { store, serving }: EditorWorld,
  { workspace, object }: { workspace: number; object: number },
  text: string,
): Promise<TableObject[]> => {
  const wanted = readTable(text)
  const { published } = await store.object(workspace, object)
  const before = published === null ? null : readTable(published).name
  const others = [...(await serving.model(workspace)).tables.values()]
  return [...others.filter(({ name }) => name !== before && name !== wanted.name), wanted]
}

export const schemaHandlers: Pick<Handlers, keyof typeof schemaRoutes> = {
  async previewTable(world, { input }) {
    const tables = await tablesWith(world, input, input.source)
    const { renames, consent } = input
    const { statements, warnings, destructive } = await world.serving.plan(input.workspace, input.datasource, {
      tables,
      renames,
      consent,
    })
    return { statements, warnings, destructive }
  },

  async publishTable(world, { input }, { user }) {
    const { store, serving } = world
    const { id: objectId, draft, edition, branch } = await store.object(input.workspace, input.object)
    const { expectedEdition, note, renames, consent } = input
    // Before the publish, whose own migration would add a column beside the one to be renamed.
    if (draft !== null && edition === expectedEdition) {
      const { diagnostics } = await store.modelWith(input.workspace, objectId, draft)
      if (diagnostics.some(({ severity }) => severity === 'error')) return { published: false, edition, diagnostics }
      await demandTests(world, input.workspace, { object: objectId, source: draft, branch })
      const tables = await tablesWith(world, input, draft)
      for (const { name } of await store.datasources(input.workspace)) {
        await serving.migrate(input.workspace, name, { tables, renames, consent })
      }
    }
    const answer = await store.publish({ objectId, expectedEdition, note, author: user.id })
    if (answer.published) await serving.caughtUp(input.workspace)
    return {
      published: answer.published,
      edition: answer.published ? answer.object.edition : edition,
      diagnostics: answer.diagnostics,
    }
  },
}
