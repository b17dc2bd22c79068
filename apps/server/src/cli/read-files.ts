import { readFile, readdir, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { UsageError } from './command.ts'

export interface SourceText {
  /** As a reader would write it: below the path that was given, with `/` between folders. */
  path: string
  text: string
}

/**
 * The `.xs` files at and below the paths, sorted; a path that names a file takes it whatever its ending. Throws a
 * UsageError for a path that is not there. Links to folders are not followed.
 */
export async function readFiles(paths: string[]): Promise<SourceText[]> {
  const found = await Promise.all(paths.map(findFiles))
  const unique = [...new Set(found.flat())].toSorted()
  return Promise.all(unique.map(async (path) => ({ path: toSlashes(path), text: await readFile(path, 'utf8') })))
}

/** The files of one workspace folder, with paths relative to it. */
export async function readFolder(folder: string): Promise<SourceText[]> {
  const files = await readFiles([folder])
  return files.map(({ path, text }) => ({ path: toSlashes(relative(folder, path)), text }))
}

async function findFiles(path: string): Promise<string[]> {
  const stats = await stat(path).catch(() => null)
  if (!stats) throw new UsageError(`There is no file or folder "${path}".`)
  if (!stats.isDirectory()) return [path]
  const entries = await readdir(path, { withFileTypes: true, recursive: true })
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.xs'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !relative(path, file).split(sep).includes('node_modules'))
}

function toSlashes(path: string): string {
  return path.replaceAll(sep, '/')
}
