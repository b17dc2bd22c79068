import { join } from 'node:path'
import { checkWorkspace } from '@cairn/checker'
import { readWorkspace } from '@cairn/language'
import { catalogue } from '@cairn/statements'
import { createWorkspaceStore, type WorkspaceStore } from '@cairn/workspace'
import { clockPort } from '../ports/clock-port.ts'
import { projectRoot } from './project-root.ts'

/** Time as Cairn's own records take it. */
export const dateClock = { now: () => new Date(clockPort.now()) }

/** Cairn's own records in the database of `url`. */
export function openStore(url: string, installation: Uint8Array): WorkspaceStore {
  return createWorkspaceStore({
    url,
    keys: { installation },
    clock: dateClock,
    read: readWorkspace,
    check: (model) => checkWorkspace(model, catalogue),
    migrations: join(projectRoot(), 'prisma', 'migrations'),
  })
}
