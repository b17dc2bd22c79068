import { dataLocation, type DataLocation } from '../serve/data-location.ts'
import { historyRetention } from '../serve/history-retention.ts'
import type { Retention } from '@cairn/workspace'
import { UsageError, type CommandLine } from './command.ts'

export interface ServeFlags extends DataLocation {
  workspace: string | undefined
  ephemeral: boolean
  host: string
  port: number
  workers: number
  /** How much of the requests is kept; null for nothing. */
  history: Retention | null
  /** Group name → URL segment. */
  canonicals: Map<string, string>
  json: boolean
}

type Environment = Readonly<Record<string, string | undefined>>

/** What `serve` was asked: flags win over the environment. Throws a UsageError. */
export function readServeFlags(flags: CommandLine['flags'], env: Environment): ServeFlags {
  const workspace = text(flags['workspace'])
  const canonicals = readCanonicals(flags['canonical'])
  if (canonicals.size > 0 && workspace === undefined) throw new UsageError('--canonical needs --workspace.')
  return {
    ...dataLocation(env),
    workspace,
    ephemeral: flags['ephemeral'] === true,
    host: text(flags['host']) ?? (env['HOST'] || '127.0.0.1'),
    port: wholeNumber('--port', text(flags['port']) ?? (env['PORT'] || '9999'), 0, 65_535),
    workers: wholeNumber('--workers', text(flags['workers']) ?? '1', 1, 256),
    history: historyRetention(env),
    canonicals,
    json: flags['json'] === true,
  }
}

function text(flag: CommandLine['flags'][string]): string | undefined {
  return typeof flag === 'string' ? flag : undefined
}

function wholeNumber(name: string, value: string, min: number, max: number): number {
  const number = Number(value)
  if (/^\d+$/.test(value) && number >= min && number <= max) return number
  throw new UsageError(`${name} must be a whole number from ${min} to ${max}, not "${value}".`)
}

function readCanonicals(flag: CommandLine['flags'][string]): Map<string, string> {
  const pairs = Array.isArray(flag) ? flag : []
  return new Map(
    pairs.map((pair) => {
      const [, name, canonical] = /^(.+)=([^=]+)$/.exec(String(pair)) ?? []
      if (name !== undefined && canonical !== undefined) return [name, canonical] as const
      throw new UsageError(`--canonical must be NAME=SEGMENT, not "${String(pair)}".`)
    }),
  )
}
