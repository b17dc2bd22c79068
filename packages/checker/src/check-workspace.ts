import { locate, type FileDiagnostic, type Finding, type Severity, type WorkspaceModel } from '@cairn/language'
import { checks } from './checks/index.ts'
import type { StatementCatalogue } from './catalogue.ts'
import { workspaceTypes } from './infer/workspace-types.ts'
import { walkObject } from './walk.ts'

/** Every code that a check may give, with its severity. */
export const checkCodes: ReadonlyMap<string, Severity> = new Map(checks.flatMap(({ codes }) => Object.entries(codes)))

/** What is wrong in the stacks of a workspace, in the order of the files and of their text. */
export function checkWorkspace(model: WorkspaceModel, catalogue: StatementCatalogue): FileDiagnostic[] {
  const workspace = workspaceTypes(model, catalogue)
  const found = new Map<{ path: string; text: string }, Finding[]>()
  for (const object of workspace.objects) {
    const file = model.files.get(object.item)
    if (file === undefined) continue
    const findings = found.get(file) ?? []
    found.set(file, findings)
    for (const check of checks) {
      const report = (code: string, { start, end }: { start: number; end: number }, message: string, hint?: string) => {
        const severity = check.codes[code] ?? 'error'
        findings.push({ severity, code, message, start, end, ...(hint === undefined ? {} : { hint }) })
      }
      walkObject(object, check, { workspace, object, report })
    }
  }
  return [...found].flatMap(([{ path, text }, findings]) =>
    locate(
      text,
      findings.toSorted((a, b) => a.start - b.start),
    ).map((diagnostic) => ({ ...diagnostic, file: path })),
  )
}
