import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that holds Cairn's own files, found upwards from this code: sources and bundle lie at different depths. */
export function projectRoot(): string {
  const start = dirname(fileURLToPath(import.meta.url))
  let folder = start
  while (!existsSync(join(folder, 'prisma', 'migrations'))) {
    const parent = dirname(folder)
    if (parent === folder) throw new Error(`Cairn is not whole: there is no prisma/migrations above ${start}.`)
    folder = parent
  }
  return folder
}
