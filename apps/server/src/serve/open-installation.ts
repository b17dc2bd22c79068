import type { WorkspaceStore } from '@cairn/workspace'
import { readInstallationKeys } from './installation-keys.ts'
import { openStorage, type StorageOptions } from './open-storage.ts'
import { openStore } from './open-store.ts'

/** The data of an installation, with its records up to date. */
export interface Installation {
  /** Of its PostgreSQL: not for logs. */
  url: string
  /** The folder of stored files. */
  files: string
  store: WorkspaceStore
  close(): Promise<void>
}

export async function openInstallation(options: StorageOptions): Promise<Installation> {
  const storage = await openStorage(options)
  try {
    const { installation } = await readInstallationKeys(options.dataDirectory)
    const store = openStore(storage.url, installation)
    await store.migrate()
    const close = async () => {
      await store.close()
      await storage.close()
    }
    return { url: storage.url, files: storage.files, store, close }
  } catch (error) {
    await storage.close()
    throw error
  }
}
