import { parse, readObject, type ApiGroupObject } from '@cairn/language'
import { runCommand } from '../designer/engine/command.ts'
import { setArgument } from '../designer/engine/commands/edit.ts'
import { readDocument, type StackDocument } from '../designer/engine/document.ts'
import { expressionNode, text } from '../designer/engine/nodes.ts'

/** What the settings dialog of an API group holds. Lists are as typed: names with commas between them. */
export interface GroupSettings {
  description: string
  /** '' leaves it to the server. */
  canonical: string
  active: boolean
  docs: ApiGroupObject['docs']
  cors: {
    mode: ApiGroupObject['cors']['mode']
    origins: string
    methods: string
    headers: string
    credentials: boolean
    maxAge: number
  }
}

/** What the text of a group says; null where it can not be read. */
export function readGroupSettings(source: string): GroupSettings | null {
  const [statement] = parse(source).file.objects
  if (statement?.kind !== 'statement') return null
  const { object } = readObject(statement, source)
  if (object.kind !== 'api_group') return null
  const { description, canonical, active, docs, cors } = object
  const listed = {
    origins: cors.origins.join(', '),
    methods: cors.methods.join(', '),
    headers: cors.headers.join(', '),
  }
  return { description, canonical: canonical ?? '', active, docs, cors: { ...cors, ...listed } }
}

/** The text with other settings; what stays the same is not touched. Null when it can not be edited as it is. */
export function withGroupSettings(source: string, settings: GroupSettings): string | null {
  const before = readGroupSettings(source)
  if (before === null) return null
  let document: StackDocument | null = readDocument(source)
  for (const [name, write] of WRITERS) {
    if (document === null) return null
    if (same(before[name], settings[name])) continue
    const value = write(settings)
    const node = value === null ? null : typeof value === 'string' ? text(value) : expressionNode(value.expression)
    document = runCommand(document, setArgument('', ARGUMENTS[name], node))?.document ?? null
  }
  return document?.text ?? null
}

/** Text to be quoted, an expression, or null for no such argument. */
type Written = string | { expression: string } | null

const ARGUMENTS = {
  canonical: 'canonical',
  description: 'description',
  active: 'active',
  docs: 'swagger',
  cors: 'cors',
}

const WRITERS: readonly [keyof GroupSettings, (settings: GroupSettings) => Written][] = [
  ['canonical', ({ canonical }) => canonical || null],
  ['description', ({ description }) => description || null],
  ['active', ({ active }) => (active ? null : { expression: 'false' })],
  ['docs', ({ docs }) => ({ expression: docsText(docs) })],
  ['cors', ({ cors }) => (cors.mode === 'default' ? null : { expression: corsText(cors) })],
]

const docsText = ({ access, token }: GroupSettings['docs']): string => {
  if (access === 'members') return '{active: false}'
  return access === 'public' ? '{active: true}' : `{token: ${JSON.stringify(token ?? '')}}`
}

const listText = (typed: string): string => {
  const items = typed.split(/[\s,]+/).filter(Boolean)
  return `[${items.map((item) => JSON.stringify(item)).join(', ')}]`
}

const corsText = ({ mode, origins, methods, headers, credentials, maxAge }: GroupSettings['cors']): string => {
  if (mode === 'disabled') return '{mode: "disabled"}'
  return `{mode: "custom", origins: ${listText(origins)}, methods: ${listText(methods)}, headers: ${listText(headers)}, credentials: ${credentials}, max_age: ${maxAge}}`
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)
