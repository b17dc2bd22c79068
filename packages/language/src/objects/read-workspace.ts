import { type Diagnostic, locate } from '../diagnostic.ts'
import { parse } from '../parse/parse-file.ts'
import { readObject } from './read-object.ts'
import type { WorkspaceItem } from './types.ts'
import type { WorkspaceModel } from './workspace-model.ts'

interface File {
  path: string
  text: string
}

/** Reads all files of a workspace, in their order; never throws. */
export function readWorkspace(files: readonly File[]): WorkspaceModel {
  const model = emptyModel()
  const taken = new Map<string, WorkspaceItem>()
  for (const file of files) {
    const { file: tree, diagnostics } = parse(file.text)
    report(model, file, diagnostics)
    for (const statement of tree.objects) {
      if (statement.kind === 'invalid' || statement.disabled) continue
      const read = readObject(statement, file.text)
      report(model, file, read.diagnostics)
      if (isNew(model, taken, file, read.object)) addObject(model, file, read.object)
    }
  }
  return model
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

function report(model: WorkspaceModel, file: File, diagnostics: readonly Diagnostic[]): void {
  for (const diagnostic of diagnostics) model.diagnostics.push({ ...diagnostic, file: file.path })
}

/** Whether no earlier object is the same one; a second one is reported with the place of the first, and left out. */
function isNew(model: WorkspaceModel, taken: Map<string, WorkspaceItem>, file: File, object: WorkspaceItem): boolean {
  const key = identity(object)
  const first = taken.get(key)
  if (first === undefined) {
    taken.set(key, object)
    return true
  }
  const { start, end } = object.statement.target ?? object.statement.nameSpan
  const message = `${title(object)} stands twice: here and in ${placeOf(model, first)}.`
  const hint = 'The first one is used. Rename or remove one of them.'
  const code = object.kind === 'query' ? 'duplicate_endpoint' : 'duplicate_name'
  report(model, file, locate(file.text, [{ severity: 'error', code, message, hint, start, end }]))
  return false
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

function placeOf(model: WorkspaceModel, object: WorkspaceItem): string {
  const file = model.files.get(object)
  const { start, end } = object.statement
  const [place] = locate(file?.text ?? '', [{ severity: 'error', code: '', message: '', start, end }])
  return `${file?.path ?? ''}:${place?.line ?? 1}`
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
