import { readCell, readGuarded, type Contract, type OutputOf } from '@cairn/contract'
import type { FieldDefinition, TableObject } from '@cairn/language'
import { CsvError } from 'csv-parse'
import { parse } from 'csv-parse/sync'
import { Refusal } from '../refusal.ts'
import { csvOptions, unreadable } from './read-csv.ts'

type Preview = OutputOf<Contract['previewImport']>

const SEPARATORS = [',', ';', '\t', '|'] as const
const SHOWN = 3
const LOOKED_AT = 200

/** What the beginning of a file holds, and which columns of a table its columns seem to be. */
export function previewImport(table: TableObject, sample: string): Preview {
  const separator = separatorOf(sample)
  const [head, ...rows] = recordsOf(sample, separator)
  if (head === undefined)
    throw new Refusal(400, 'csv_empty', 'The file holds no line. The first one names the columns.')
  const free = new Map(table.fields.filter(({ disabled }) => !disabled).map((field) => [plain(field.name), field]))
  const columns = head.map((header, index) => {
    const field = free.get(plain(header))
    free.delete(plain(header))
    const samples = rows.map((cells) => readGuarded(cells[index] ?? '')).filter((cell) => cell !== '')
    return {
      header,
      column: field?.name ?? null,
      type: field?.type ?? '',
      samples: samples.slice(0, SHOWN),
      wrong: field === undefined ? null : firstWrong(field, samples),
    }
  })
  return { separator, columns }
}

/** `Full name`, `full_name` and `FullName` are one name. */
const plain = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')

/** The one that the first line holds most of. */
function separatorOf(sample: string): Preview['separator'] {
  const line = sample.split(/\r?\n/, 1)[0] ?? ''
  const counts = SEPARATORS.map((separator) => line.split(separator).length)
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ','
}

/** The whole records of a sample, whose last one may be cut anywhere. */
function recordsOf(sample: string, separator: string): string[][] {
  const end = sample.lastIndexOf('\n')
  const tries = end > 0 ? [sample.slice(0, end), sample] : [sample]
  for (const [index, text] of tries.entries()) {
    try {
      const read = parse(text, { ...csvOptions(separator), info: false, to: LOOKED_AT })
      return read as unknown[] as string[][]
    } catch (error) {
      if (!(error instanceof CsvError)) throw error
      if (index === tries.length - 1) throw unreadable(error)
    }
  }
  return []
}

function firstWrong(field: FieldDefinition, samples: readonly string[]): string | null {
  for (const sample of samples) {
    const read = readCell(sample, { type: field.type, list: field.list !== null, values: field.values })
    if ('wrong' in read) return read.wrong
  }
  return null
}
