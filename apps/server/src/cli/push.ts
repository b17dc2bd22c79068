import { resolve } from 'node:path'
import { dataLocation } from '../serve/data-location.ts'
import { importFolder } from '../serve/import-folder.ts'
import { openInstallation } from '../serve/open-installation.ts'
import { UsageError, type CommandLine, type Terminal } from './command.ts'
import { toJson } from './diagnostic-line.ts'
import { importLines } from './import-lines.ts'
import { readFolder } from './read-files.ts'

/** `cairn push DIR`: a server that runs on the same data serves the folder once this returns. */
export async function push({ paths, flags }: CommandLine, terminal: Terminal): Promise<number> {
  const log = (line: string) => terminal.error(line)
  const folder = resolve(paths[0]!)
  await refuseEmpty(folder)
  const installation = await openInstallation({ ...dataLocation(process.env), ephemeral: false, log })
  try {
    const { name, branch } = flags
    const { workspace, report } = await importFolder(installation.store, {
      folder,
      delete: flags['delete'] === true,
      ...(typeof name === 'string' ? { name } : {}),
      ...(typeof branch === 'string' ? { branch } : {}),
    })
    const { diagnostics, ...changes } = report
    if (flags['json']) {
      terminal.out(JSON.stringify({ workspace: workspace.name, ...changes, diagnostics: diagnostics.map(toJson) }))
    } else {
      for (const line of importLines(workspace.name, report)) terminal.out(line)
    }
    return report.drafts.length === 0 ? 0 : 1
  } finally {
    await installation.close()
  }
}

/** A folder without a workspace in it was a slip, and with `--delete` it would take everything away. */
async function refuseEmpty(folder: string): Promise<void> {
  if ((await readFolder(folder)).length === 0) throw new UsageError(`There is no .xs file in "${folder}".`)
}
