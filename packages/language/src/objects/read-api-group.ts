import type { Finding } from '../diagnostic.ts'
import type { Statement } from '../tree.ts'
import { AttributeReader, readBase, textsOf } from './attribute-reader.ts'
import { isRecord, type Literal, literalValue } from './literal-value.ts'
import { readMiddlewareSettings } from './read-middleware-settings.ts'
import type { ApiGroupObject, CorsSettings } from './types.ts'

const HOUR = 3600
const MODES: readonly CorsSettings['mode'][] = ['default', 'custom', 'disabled']

export function readApiGroup(statement: Statement, findings: Finding[]): ApiGroupObject {
  const reader = new AttributeReader(statement.body, findings)
  return {
    kind: 'api_group',
    ...readBase(statement, reader),
    canonical: reader.textOrNull('canonical'),
    active: reader.flag('active', true),
    swagger: readSwagger(reader),
    cors: readCors(reader),
    middleware: readMiddlewareSettings(reader),
  }
}

/** `swagger = false`, or an object whose `active` is not false: `{token: "…"}`. */
function readSwagger(reader: AttributeReader): boolean {
  const written = reader.expression('swagger')
  const value = written === null ? true : literalValue(written).value
  return isRecord(value) ? value['active'] !== false : value !== false
}

function readCors(reader: AttributeReader): CorsSettings {
  const cors = reader.record('cors') ?? {}
  const maxAge = cors['max_age']
  const origins = textsOf(cors['origins'])
  return {
    mode: readMode(reader, cors['mode'] ?? (origins.length > 0 ? 'custom' : 'default')),
    credentials: cors['credentials'] === true,
    origins,
    methods: textsOf(cors['methods']),
    headers: textsOf(cors['headers']),
    maxAge: typeof maxAge === 'number' ? maxAge : HOUR,
  }
}

/** Settings that cannot be read open nothing to other origins. */
function readMode(reader: AttributeReader, written: Literal): CorsSettings['mode'] {
  const mode = MODES.find((known) => known === written)
  const place = reader.expression('cors')
  if (mode === undefined && place !== null) {
    reader.report('unknown_cors_mode', place, 'There is no such CORS mode.', `Use one of ${MODES.join(', ')}.`)
  }
  return mode ?? 'disabled'
}
