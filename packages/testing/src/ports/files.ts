import { FileResource, StackError, type FilesPort } from '@cairn/statements'

/** Files in memory. Paths count up (`/vault/1/name.txt`), so that tests can name them. */
export function fakeFiles(): FilesPort {
  const files = new Map<string, FileResource>()
  let count = 0
  const find = (path: string): FileResource => {
    const file = files.get(path)
    if (file !== undefined) return file
    throw new StackError('notfound', 'unknown_file', `There is no file ${path}.`)
  }
  return {
    async store(file, access) {
      count += 1
      const path = `/vault/${count}/${file.name}`
      files.set(path, new FileResource(file.name, file.mime, file.data))
      return { path, name: file.name, mime: file.mime, size: file.size, access, meta: {} }
    },
    read: async (path) => find(path),
    async *stream(path) {
      yield find(path).data
    },
    async delete(path) {
      find(path)
      files.delete(path)
    },
    async signUrl(path, ttl) {
      find(path)
      return `https://files.example${path}?ttl=${ttl}`
    },
  }
}
