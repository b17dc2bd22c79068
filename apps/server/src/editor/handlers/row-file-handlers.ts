import type { ImportLine, rowFileRoutes } from '@cairn/contract'
import { StackError, ValueStream } from '@cairn/statements'
import { PassThrough } from 'node:stream'
import type { EditorWorld, Handlers } from '../handlers.ts'
import { Refusal } from '../refusal.ts'
import { generateRows } from '../row-files/generate-rows.ts'
import { importRows } from '../row-files/import-rows.ts'
import { previewImport } from '../row-files/preview-import.ts'
import { readCsv } from '../row-files/read-csv.ts'
import { spool } from '../row-files/spool.ts'
import { writeCsv } from '../row-files/write-csv.ts'
import { toRefusal } from '../to-refusal.ts'
import { openTable } from './open-table.ts'
import { rowsPlan } from './rows-plan.ts'

/** A file takes longer than a page of rows. */
const DEADLINE = 30 * 60_000
/** Imports at a time in one process: each holds a session and a file. */
const MOST_IMPORTS = 2

let imports = 0

export const rowFileHandlers: Pick<Handlers, keyof typeof rowFileRoutes> = {
  async previewImport(world, { input }) {
    const { table } = await openTable(world, input)
    return previewImport(table, input.sample)
  },

  async importRows(world, { input, body }) {
    const opened = await openTable(world, input, DEADLINE)
    if (imports >= MOST_IMPORTS) {
      throw new Refusal(429, 'import_busy', 'Other files are being imported. Try again when they are done.')
    }
    imports += 1
    const file = await spool(body).catch((error: unknown) => {
      imports -= 1
      throw error
    })
    const answer = new PassThrough({ encoding: 'utf8' })
    let left = false
    answer.once('close', () => {
      left = !answer.writableEnded
    })
    const say = (line: ImportLine) => {
      if (!answer.destroyed) answer.write(`${JSON.stringify(line)}\n`)
    }
    const work = importRows(opened.db, {
      table: opened.table,
      columns: input.columns,
      records: readCsv(file.read(), input.separator),
      report: (rows) => say({ kind: 'progress', rows }),
      isLeft: () => left,
    })
    void work
      .then(say, (error: unknown) => say(failed(world, error)))
      .finally(() => {
        imports -= 1
        answer.end()
        return file.remove()
      })
    return answer
  },

  async exportRows(world, { input }) {
    const opened = await openTable(world, input, DEADLINE)
    const ask = { ...input, after: null, skip: 0, perPage: 1, count: false }
    const { plan, values } = rowsPlan(opened, ask)
    const fields = input.columns.map((name) => {
      const field = opened.table.fields.find((one) => one.name === name)
      if (field !== undefined && opened.columns.includes(name)) return field
      throw new Refusal(400, 'unknown_column', `Table "${opened.table.name}" has no column "${name}" to export.`)
    })
    const streamed = { ...plan, return: { type: 'stream' as const, paging: null, distinct: false } }
    const rows = await opened.db.query({ ...streamed, output: input.columns }, values)
    if (!(rows instanceof ValueStream)) throw new Error('A stream was asked for.')
    return writeCsv(fields, rows)
  },

  async generateRows(world, { input }) {
    const opened = await openTable(world, input, DEADLINE)
    return { added: await generateRows(opened, input) }
  },
}

/** The answer has begun, so that a failure is a line of it. */
const failed = ({ onError }: EditorWorld, error: unknown): ImportLine => {
  const known = toRefusal(error)
  if (known !== null) return { kind: 'failed', code: known.code, message: known.message }
  if (!(error instanceof StackError)) onError(error)
  return {
    kind: 'failed',
    code: 'internal',
    message: 'Something went wrong in Cairn. Nothing was written. See its log.',
  }
}
