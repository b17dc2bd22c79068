import { announceGone, announceLive } from './objects/announce.ts'
import type { Transaction } from './records.ts'
import { WorkspaceError } from './workspace-error.ts'

/** Gives a workspace a name and a description. `workspace_exists` when another has the name. */
export const describeWorkspace = async (
  tx: Transaction,
  id: number,
  { name, description }: { name: string; description: string },
): Promise<void> => {
  const taken = await tx.workspace.findFirst({ where: { name, id: { not: id } }, select: { id: true } })
  if (taken !== null) {
    const message = `There is a workspace "${name}" already. Choose another name.`
    throw new WorkspaceError('workspace_exists', { at: name, message })
  }
  await tx.workspace.update({ where: { id }, data: { name, description } })
  await announceLive(tx, id)
}

/** Takes a workspace away with everything Cairn keeps of it, and tells every process. Its users' tables are not Cairn's. */
export const deleteWorkspace = async (tx: Transaction, id: number): Promise<void> => {
  await tx.workspace.delete({ where: { id } })
  await announceGone(tx, id)
}
