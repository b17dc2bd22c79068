import type { FilesPort } from '@cairn/statements'
import type { FileStore } from './files/file-store.ts'

/** Files of a workspace for one request: signed URLs begin with the address the request came to. */
export function createFilesPort(store: FileStore, baseUrl: string): FilesPort {
  return {
    store: (file, access) => store.store(file, access),
    read: (path) => store.read(path),
    stream: (path) => store.stream(path),
    delete: (path) => store.delete(path),
    signUrl: async (path, ttl) => baseUrl.replace(/\/$/, '') + (await store.sign(path, ttl)),
  }
}
