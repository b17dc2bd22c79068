import { unpackFolder } from '@cairn/contract'

/** A file of a workspace folder. */
export interface DroppedFile {
  path: string
  text: string
}

const isSource = (path: string): boolean =>
  path.endsWith('.xs') && !path.split('/').some((step) => step.startsWith('.') || step === '__MACOSX')

/** The `.xs` files of what was chosen or dropped: single files, a folder, or a zip. */
export async function readFiles(chosen: readonly File[]): Promise<DroppedFile[]> {
  const found = await Promise.all(chosen.map((file) => (file.name.endsWith('.zip') ? readZip(file) : readOne(file))))
  return found.flat().toSorted((a, b) => a.path.localeCompare(b.path))
}

async function readOne(file: File): Promise<DroppedFile[]> {
  const path = file.webkitRelativePath || file.name
  return isSource(path) ? [{ path, text: await file.text() }] : []
}

async function readZip(file: File): Promise<DroppedFile[]> {
  const files = unpackFolder(new Uint8Array(await file.arrayBuffer()))
  return files.filter(({ path }) => isSource(path))
}

/** Everything below a dropped folder. */
export async function filesOfDrop(items: DataTransferItemList): Promise<DroppedFile[]> {
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry() ?? [])
  const found = await Promise.all(entries.map((entry) => walk(entry)))
  return found.flat().toSorted((a, b) => a.path.localeCompare(b.path))
}

async function walk(entry: FileSystemEntry): Promise<DroppedFile[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject))
    if (file.name.endsWith('.zip')) return readZip(file)
    const path = entry.fullPath.replace(/^\//, '')
    return isSource(path) ? [{ path, text: await file.text() }] : []
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  const inside: FileSystemEntry[] = []
  for (;;) {
    const more = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (more.length === 0) break
    inside.push(...more)
  }
  return (await Promise.all(inside.map((below) => walk(below)))).flat()
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile
