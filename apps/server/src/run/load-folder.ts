import { readWorkspace } from '@cairn/language'
import { loadProgram, type Program } from '@cairn/runtime'
import { readFolder } from '../cli/read-files.ts'

/** The program of a workspace folder. A function that cannot be read fails when it is called, not here. */
export async function loadFolder(folder: string): Promise<Program> {
  return loadProgram(readWorkspace(await readFolder(folder)))
}
