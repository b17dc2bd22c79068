import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { ImportReport, Workspace } from '@cairn/workspace'
import { UsageError } from '../cli/command.ts'
import { projectRoot } from './project-root.ts'

/** What the process is told. By message, not by environment: the URL holds a password. */
export interface ImportOrder {
  databaseUrl: string
  dataDirectory: string
  folder: string
  /** Group name → URL segment. */
  canonicals: Record<string, string>
}

export interface Imported {
  workspace: Workspace
  report: ImportReport
}

/** What it answers. */
export type ImportAnswer = { done: Imported } | { failed: { name: string; message: string } }

/**
 * Imports a folder in a process of its own that ends with it. The records go through Prisma, which takes 100 MB that a
 * process which only serves would never give back.
 */
export async function importApart(order: ImportOrder): Promise<Imported> {
  const child = fork(join(projectRoot(), 'apps/server/dist/import-process.js'), [], { execArgv: [] })
  const answered = answerOf(child)
  child.send(order)
  const answer = await answered
  if ('done' in answer) return answer.done
  const { name, message } = answer.failed
  throw name === 'UsageError' ? new UsageError(message) : Object.assign(new Error(message), { name })
}

async function answerOf(child: ChildProcess): Promise<ImportAnswer> {
  let answer: ImportAnswer | null = null
  child.on('message', (message: ImportAnswer) => {
    answer = message
  })
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null]
  return answer ?? { failed: { name: 'StartError', message: `The import ended with ${signal ?? code}.` } }
}
