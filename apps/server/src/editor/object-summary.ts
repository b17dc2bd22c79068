import { readWorkspace, type FileDiagnostic, type WorkspaceModel } from '@cairn/language'
import type { SourceObject } from '@cairn/workspace'

/** What is read from an object's newest text. */
interface ReadText {
  description: string
  tags: string[]
  group: string | null
  verb: string | null
  route: string | null
  auth: string | null
  diagnostics: FileDiagnostic[]
}

export interface ObjectSummary {
  id: number
  kind: string
  name: string
  path: string
  description: string
  tags: string[]
  group: string | null
  verb: string | null
  route: string | null
  url: string | null
  auth: string | null
  draft: boolean
  published: boolean
  version: number
  edition: number
  errors: number
  updatedAt: string
}

export interface Addresses {
  /** `http://host` the browser sees. */
  origin: string
  /** Group name → URL segment. */
  canonicals: ReadonlyMap<string, string>
}

/** How many texts are kept as read. */
const mostKept = 20_000

/** Reads objects for lists, each edition of a text once. */
export const createSummaries = () => {
  const kept = new Map<string, ReadText>()
  const readOnce = (object: SourceObject): ReadText => {
    const key = `${object.id} ${object.edition}`
    const known = kept.get(key)
    if (known !== undefined) return known
    if (kept.size >= mostKept) kept.clear()
    const read = readText(object)
    kept.set(key, read)
    return read
  }
  return {
    summary: (object: SourceObject, addresses: Addresses): ObjectSummary =>
      summaryOf(object, readOnce(object), addresses),
    diagnostics: (object: SourceObject): FileDiagnostic[] => readOnce(object).diagnostics,
  }
}

const summaryOf = (object: SourceObject, read: ReadText, { origin, canonicals }: Addresses): ObjectSummary => {
  const { id, kind, name, path, version, edition } = object
  const { diagnostics, ...text } = read
  const segment = text.group === null ? undefined : canonicals.get(text.group)
  return {
    id,
    kind,
    name,
    path,
    ...text,
    url: segment === undefined || text.route === null ? null : `${origin}/api:${segment}/${text.route}`,
    draft: object.draft !== null,
    published: object.published !== null,
    version,
    edition,
    errors: diagnostics.filter(({ severity }) => severity === 'error').length,
    updatedAt: object.updatedAt.toISOString(),
  }
}

const readText = ({ draft, published, path }: SourceObject): ReadText => {
  const model = readWorkspace([{ path, text: draft ?? published ?? '' }])
  const [item] = itemsOf(model)
  const nothing = { description: '', tags: [], group: null, verb: null, route: null, auth: null }
  return { ...nothing, ...item, diagnostics: model.diagnostics }
}

const itemsOf = (model: WorkspaceModel): Partial<ReadText>[] => [
  ...model.queries.map(({ description, tags, apiGroup, verb, path, auth }) => ({
    description,
    tags,
    group: apiGroup,
    verb,
    route: path,
    auth,
  })),
  ...[...model.tables.values()].map(({ name, description, tags, auth }) => ({
    description,
    tags,
    auth: auth ? name : null,
  })),
  ...[
    ...model.groups.values(),
    ...model.functions.values(),
    ...model.tasks.values(),
    ...model.tableTriggers.values(),
    ...model.middleware.values(),
    ...model.addons.values(),
    ...model.tools.values(),
    ...model.workflowTests.values(),
  ].map(({ description, tags }) => ({ description, tags })),
]
