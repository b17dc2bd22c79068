import type { Finding } from '../diagnostic.ts'
import { clause } from '../lookup.ts'
import type { Expression, Statement } from '../tree.ts'
import { AttributeReader } from './attribute-reader.ts'
import { epochMilliseconds } from './epoch-milliseconds.ts'
import { isRecord, type Literal } from './literal-value.ts'
import { readStack } from './read-stack.ts'
import type { TaskObject } from './types.ts'

type Event = TaskObject['schedule'][number]

export function readTask(statement: Statement, findings: Finding[]): TaskObject {
  const reader = new AttributeReader(statement.body, findings)
  return {
    kind: 'task',
    ...readStack(statement, reader, findings),
    active: reader.flag('active', true),
    datasource: reader.textOrNull('datasource'),
    schedule: readSchedule(statement, reader, findings),
  }
}

/** The events of `schedule = […]`, or of `schedule { events = […] }`. */
function readSchedule(statement: Statement, reader: AttributeReader, findings: Finding[]): Event[] {
  const block = clause(statement.body, 'schedule')
  const source = block === null ? reader : new AttributeReader(block.body, findings)
  const name = block === null ? 'schedule' : 'events'
  const place = source.expression(name)
  return source.list(name).flatMap((item) => (place === null ? [] : (readEvent(item, place, reader) ?? [])))
}

function readEvent(item: Literal, place: Expression, reader: AttributeReader): Event | null {
  const event = isRecord(item) ? item : {}
  const startsOn = epochMilliseconds(event['starts_on'])
  const endsOn = epochMilliseconds(event['ends_on'])
  const { freq } = event
  const unreadable = startsOn === null || (endsOn === null && (event['ends_on'] ?? null) !== null)
  if (unreadable || !isFrequency(freq)) {
    const hint = 'Write `{starts_on: 2026-01-31 08:00:00+0000, freq: 3600}`, with `freq` in seconds.'
    reader.report('unreadable_event', place, 'An event of this schedule cannot be read.', hint)
    return null
  }
  return { startsOn, freq: freq ?? null, endsOn }
}

function isFrequency(value: Literal | undefined): value is number | null | undefined {
  return value === undefined || value === null || (typeof value === 'number' && value > 0)
}
