import { randomBytes } from 'node:crypto'

/** Where a stored file is: `/vault/<workspace>/<access>/<id>/<name>`. Only the id, made at random, finds it on disk. */
export interface FilePath {
  workspace: string
  access: 'public' | 'private'
  id: string
  name: string
}

const form = /^\/vault\/([\w-]{1,64})\/(public|private)\/([\w-]{32})\/([^/?#]+)$/

/** Whether a workspace's id can stand in a path, here and on the disk. */
export function isWorkspaceId(id: string): boolean {
  return /^[\w-]{1,64}$/.test(id)
}

export function createFileId(): string {
  return randomBytes(24).toString('base64url')
}

export function formatPath({ workspace, access, id, name }: FilePath): string {
  return `/vault/${workspace}/${access}/${id}/${encodeURIComponent(name)}`
}

/** Null for anything but a path as `formatPath` writes it. */
export function parsePath(path: string): FilePath | null {
  const [, workspace, access, id, encoded] = form.exec(path) ?? []
  if (workspace === undefined || id === undefined || encoded === undefined) return null
  const name = decode(encoded)
  if (name === null) return null
  const parsed: FilePath = { workspace, access: access === 'private' ? 'private' : 'public', id, name }
  return formatPath(parsed) === path ? parsed : null
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}
