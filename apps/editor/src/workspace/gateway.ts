import { ApiError, type Contract, type OutputOf } from '@cairn/contract'
import { api } from '../api.ts'
import type { SaveAnswer } from '../designer/saving/autosave.ts'

/** One line of a list of objects. */
export type ObjectEntry = OutputOf<Contract['objects']>['objects'][number]

/** One object with its texts. */
export type ObjectSource = OutputOf<Contract['object']>

export type ObjectVersion = OutputOf<Contract['versions']>['versions'][number]

/** What can be told of a stack without running it: names with their types, and the types of expressions by their text. */
export interface KnownTypes {
  names: readonly { path: string; type: string }[]
  values: ReadonlyMap<string, string>
}

export type PublishAnswer = { published: true; edition: number } | { published: false; messages: string[] }

interface Writing {
  source: string
  expectedEdition: number
}

/** What the screens ask of the server, in their own words. */
export const gateway = {
  objects: async (workspace: number, branch: string | undefined): Promise<ObjectEntry[]> =>
    (await api.objects({ workspace, branch })).objects,

  object: (workspace: number, object: number): Promise<ObjectSource> => api.object({ workspace, object }),

  createObject: (
    workspace: number,
    branch: string | undefined,
    made: { source: string; publish: boolean },
  ): Promise<ObjectSource> => api.createObject({ workspace, branch, ...made }),

  saveDraft: (workspace: number, object: number, writing: Writing): Promise<ObjectSource> =>
    api.saveDraft({ workspace, object, ...writing }),

  /** Sends a draft as autosave does: an answer for whatever happens. */
  async sendDraft(workspace: number, object: number, writing: Writing): Promise<SaveAnswer> {
    try {
      return { kind: 'saved', edition: (await gateway.saveDraft(workspace, object, writing)).edition }
    } catch (error) {
      if (!(error instanceof ApiError) || error.code === 'unreachable') return { kind: 'offline' }
      if (error.code !== 'draft_conflict') return { kind: 'refused', message: error.message }
      const { draft, published, edition } = await gateway.object(workspace, object)
      return { kind: 'conflict', theirs: draft ?? published ?? '', edition }
    }
  },

  async publish(
    workspace: number,
    object: number,
    ask: { expectedEdition: number; note: string },
  ): Promise<PublishAnswer> {
    return toPublishAnswer(await api.publishObject({ workspace, object, ...ask }))
  },

  /** Publishes a table and changes its rows' columns, `renames` first; what could lose data only with its key in `consent`. */
  async publishTable(
    workspace: number,
    object: number,
    ask: { expectedEdition: number; note: string; renames: Record<string, string>; consent: string[] },
  ): Promise<PublishAnswer> {
    return toPublishAnswer(await api.publishTable({ workspace, object, ...ask }))
  },

  async scope(workspace: number, object: number, source: string, address: string): Promise<KnownTypes> {
    const { names, values } = await api.scope({ workspace, object, source, address })
    return { names, values: new Map(values.map(({ text, type }) => [text, type])) }
  },

  versions: async (workspace: number, object: number): Promise<ObjectVersion[]> =>
    (await api.versions({ workspace, object })).versions,
}

const toPublishAnswer = ({ published, edition, diagnostics }: OutputOf<Contract['publishObject']>): PublishAnswer => {
  if (published) return { published, edition }
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  return { published: false, messages: errors.map(({ line, message }) => `Line ${line}: ${message}`) }
}
