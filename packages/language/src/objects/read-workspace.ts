import { type Diagnostic, type Finding, locate, locator } from '../diagnostic.ts'
import { parse } from '../parse/parse-file.ts'
import { readItem } from './read-object.ts'
import { placeQueries } from './place-queries.ts'
import type { WorkspaceItem } from './types.ts'
import type { WorkspaceModel } from './workspace-model.ts'

interface File {
  path: string
  text: string
}

/** What earlier files held. */
interface Seen {
  /** The first object of each identity. */
  objects: Map<string, WorkspaceItem>
  /** Finds lines, one of each file that was asked for. */
  places: Map<File, ReturnType<typeof locator>>
}

/** A file with the objects in it. */
interface ReadFile {
  file: File
  objects: WorkspaceItem[]
  diagnostics: Diagnostic[]
  findings: Finding[]
}

/** Reads all files of a workspace, in their order; never throws. Every query of the model has a group. */
export function readWorkspace(files: readonly File[]): WorkspaceModel {
  const model = emptyModel()
  const seen: Seen = { objects: new Map(), places: new Map() }
  const read = files.map(readFile)
  placeQueries(read.flatMap(({ file: { path }, objects }) => objects.map((object) => ({ path, object }))))
  for (const { file, objects, diagnostics, findings } of read) {
    for (const object of objects) {
      const twice = duplicate(model, seen, object)
      if (twice === null) addObject(model, file, object)
      else findings.push(twice)
    }
    for (const diagnostic of [...diagnostics, ...locate(file.text, findings)]) {
      model.diagnostics.push({ ...diagnostic, file: file.path })
    }
  }
  return model
}

function readFile(file: File): ReadFile {
  const { file: tree, diagnostics } = parse(file.text)
  const findings: Finding[] = []
  const objects = tree.objects.flatMap((statement) =>
    statement.kind === 'invalid' || statement.disabled ? [] : [readItem(statement, findings)],
  )
  return { file, objects, diagnostics, findings }
}

function emptyModel(): WorkspaceModel {
  return {
    tables: new Map(),
    groups: new Map(),
    queries: [],
    functions: new Map(),
    tasks: new Map(),
    tableTriggers: new Map(),
    middleware: new Map(),
    addons: new Map(),
    tools: new Map(),
    workflowTests: new Map(),
    workspace: null,
    branches: new Map(),
    jobs: [],
    others: [],
    files: new Map(),
    diagnostics: [],
  }
}

/** The finding that the object stands a second time, with the place of the first, or null where it is new. */
function duplicate(model: WorkspaceModel, seen: Seen, object: WorkspaceItem): Finding | null {
  const key = identity(object)
  const first = seen.objects.get(key)
  if (first === undefined) {
    seen.objects.set(key, object)
    return null
  }
  const { start, end } = object.statement.target ?? object.statement.nameSpan
  return {
    severity: 'error',
    code: object.kind === 'query' ? 'duplicate_endpoint' : 'duplicate_name',
    message: `${title(object)} stands twice: here and in ${placeOf(model, seen, first)}.`,
    hint: 'The first one is used. Rename or remove one of them.',
    start,
    end,
  }
}

/** What no two objects may share. Names of path parameters tell no two endpoints apart. */
function identity(object: WorkspaceItem): string {
  if (object.kind === 'workspace') return 'workspace'
  if (object.kind === 'other') return JSON.stringify(['other', object.construct, object.name])
  if (object.kind !== 'query') return JSON.stringify([object.kind, object.name])
  return JSON.stringify(['query', object.apiGroup, object.verb, object.path.replaceAll(/\{[^/}]*\}/g, '{}')])
}

function title(object: WorkspaceItem): string {
  if (object.kind !== 'query') return `The ${object.statement.name} "${object.name}"`
  return `The endpoint ${object.verb} "${object.path}" of the group "${object.apiGroup ?? ''}"`
}

function placeOf(model: WorkspaceModel, seen: Seen, object: WorkspaceItem): string {
  const file = model.files.get(object) ?? { path: '', text: '' }
  const place = seen.places.get(file) ?? locator(file.text)
  seen.places.set(file, place)
  return `${file.path}:${place(object.statement.start).line}`
}

function addObject(model: WorkspaceModel, file: File, object: WorkspaceItem): void {
  model.files.set(object, file)
  switch (object.kind) {
    case 'table':
      return void model.tables.set(object.name, object)
    case 'api_group':
      return void model.groups.set(object.name, object)
    case 'query':
      return void model.queries.push(object)
    case 'function':
      return void model.functions.set(object.name, object)
    case 'task':
      return void model.tasks.set(object.name, object)
    case 'table_trigger':
      return void model.tableTriggers.set(object.name, object)
    case 'middleware':
      return void model.middleware.set(object.name, object)
    case 'addon':
      return void model.addons.set(object.name, object)
    case 'tool':
      return void model.tools.set(object.name, object)
    case 'workflow_test':
      return void model.workflowTests.set(object.name, object)
    case 'workspace':
      model.workspace = object
      return
    case 'branch':
      return void model.branches.set(object.name, object)
    case 'run.job':
      return void model.jobs.push(object)
    case 'other':
      return void model.others.push(object)
  }
}
