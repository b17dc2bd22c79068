import { CsvError, parse, type Options } from 'csv-parse'
import type { Readable } from 'node:stream'
import { Refusal } from '../refusal.ts'

/** A record of a file and the line it begins in, from 1. */
export interface CsvRecord {
  line: number
  cells: string[]
}

/** The most characters of one record: more is a quote that is not closed. */
const MOST_RECORD = 4 * 1024 * 1024

export const csvOptions = (separator: string): Options => ({
  bom: true,
  delimiter: separator,
  info: true,
  max_record_size: MOST_RECORD,
  relax_column_count: true,
  skip_empty_lines: true,
})

/** The records of a CSV file, one after another; `csv_unreadable` with its line where it is none. */
export async function* readCsv(file: Readable, separator: string): AsyncIterable<CsvRecord> {
  const parser = file.pipe(parse(csvOptions(separator)))
  file.once('error', (error) => parser.destroy(error))
  let before = 0
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      yield { line: before + 1, cells: record }
      before = info.lines
    }
  } catch (error) {
    throw error instanceof CsvError ? unreadable(error) : error
  } finally {
    file.destroy()
  }
}

export const unreadable = (error: CsvError): Refusal => {
  const line = typeof error['lines'] === 'number' ? ` near line ${error['lines']}` : ''
  return new Refusal(400, 'csv_unreadable', `The file can not be read${line}: ${error.message}`)
}
