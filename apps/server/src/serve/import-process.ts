/** The process that `importApart` starts: takes one order, answers it, ends. */
import { once } from 'node:events'
import type { ImportAnswer, Imported, ImportOrder } from './import-apart.ts'
import { importFolder } from './import-folder.ts'
import { readInstallationKeys } from './installation-keys.ts'
import { openStore } from './open-store.ts'

const [order] = (await once(process, 'message')) as [ImportOrder]
const answer: ImportAnswer = await work(order).then(
  (done) => ({ done }),
  (error: unknown) => ({ failed: describe(error) }),
)
process.send?.(answer, () => process.disconnect())

async function work({ databaseUrl, dataDirectory, folder, canonicals }: ImportOrder): Promise<Imported> {
  const { installation } = await readInstallationKeys(dataDirectory)
  const store = openStore(databaseUrl, installation)
  try {
    return await importFolder(store, { folder, canonicals: new Map(Object.entries(canonicals)) })
  } finally {
    await store.close()
  }
}

function describe(error: unknown): { name: string; message: string } {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) }
  return { name: error.name, message: error.message }
}
