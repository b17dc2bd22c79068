import { lineColumn, type FileDiagnostic, type QueryObject, type WorkspaceModel } from '@cairn/language'
import type { SourceObjectModel as ObjectRow } from '../prisma/models.ts'
import type { WorkspaceFile } from '../types.ts'

export interface CompletedGroups {
  /** A file for each group that endpoints are in and that neither the files nor the workspace hold. */
  made: WorkspaceFile[]
  /** Names of groups that only the workspace holds and that endpoints of the files are in. */
  used: Set<string>
  /** A warning for each group made, at the first endpoint in it. */
  diagnostics: FileDiagnostic[]
}

/** Sees to it that every endpoint of a folder has its API group: one without would answer nowhere. */
export const completeGroups = (files: WorkspaceFile[], model: WorkspaceModel, rows: ObjectRow[]): CompletedGroups => {
  const held = new Set(rows.filter((row) => row.kind === 'api_group').map((row) => row.name))
  const done: CompletedGroups = { made: [], used: new Set(), diagnostics: [] }
  const named = new Set(model.groups.keys())
  for (const query of model.queries) {
    const name = query.apiGroup
    if (name === null || named.has(name)) continue
    named.add(name)
    if (held.has(name)) done.used.add(name)
    else {
      const path = freePath(name, [...files, ...done.made])
      done.made.push({ path, text: `api_group ${JSON.stringify(name)} {\n}\n` })
      done.diagnostics.push(groupMade(model, query, name, path))
    }
  }
  return done
}

/** In a folder of its own: beside other endpoints it would become their group. */
const freePath = (name: string, files: WorkspaceFile[]): string => {
  const slug = name.replace(/[^A-Za-z0-9]+/g, '_').replace(/^_|_$/g, '') || 'group'
  for (let number = 1; ; number += 1) {
    const folder = `api/${slug}${number === 1 ? '' : `_${number}`}/`
    if (!files.some(({ path }) => path.toLowerCase().startsWith(folder.toLowerCase()))) return `${folder}api_group.xs`
  }
}

const groupMade = (model: WorkspaceModel, query: QueryObject, name: string, path: string): FileDiagnostic => ({
  severity: 'warning',
  code: 'api_group_made',
  message: `There is no API group "${name}", which ${query.verb} "${query.path}" is in. It was made.`,
  hint: `Its text is ${path} when the workspace is pulled.`,
  file: model.files.get(query)?.path ?? '',
  start: query.statement.start,
  end: query.statement.nameSpan.end,
  ...lineColumn(model.files.get(query)?.text ?? '', query.statement.start),
})
