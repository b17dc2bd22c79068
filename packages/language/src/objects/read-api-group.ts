import type { Finding } from '../diagnostic.ts'
import type { Statement } from '../tree.ts'
import { AttributeReader, type LiteralRecord, readBase, textsOf } from './attribute-reader.ts'
import { isRecord, literalValue } from './literal-value.ts'
import { readMiddlewareSettings } from './read-middleware-settings.ts'
import type { ApiGroupObject, CorsSettings, DocsSettings } from './types.ts'

const HOUR = 3600
const MODES: readonly CorsSettings['mode'][] = ['default', 'custom', 'disabled']

export function readApiGroup(statement: Statement, findings: Finding[]): ApiGroupObject {
  const reader = new AttributeReader(statement.body, findings)
  return {
    kind: 'api_group',
    ...readBase(statement, reader),
    canonical: reader.textOrNull('canonical'),
    active: reader.flag('active', true),
    docs: readDocs(reader),
    cors: readCors(reader),
    middleware: readMiddlewareSettings(reader),
  }
}

/** Nothing is opened unasked: `swagger = true` and `{active: true}` say public, `{token: "…"}` who knows the token. */
function readDocs(reader: AttributeReader): DocsSettings {
  const written = reader.expression('swagger')
  const value = written === null ? false : literalValue(written).value
  const closed: DocsSettings = { access: 'members', token: null }
  if (value === true) return { access: 'public', token: null }
  if (!isRecord(value) || value['active'] === false) return closed
  const { token } = value
  if (typeof token === 'string' && token !== '') return { access: 'token', token }
  return value['active'] === true ? { access: 'public', token: null } : closed
}

function readCors(reader: AttributeReader): CorsSettings {
  const cors = reader.record('cors') ?? {}
  const maxAge = cors['max_age']
  return {
    mode: readMode(reader, cors),
    credentials: cors['credentials'] === true,
    origins: textsOf(cors['origins']),
    methods: textsOf(cors['methods']),
    headers: textsOf(cors['headers']),
    maxAge: typeof maxAge === 'number' ? maxAge : HOUR,
  }
}

/** Settings that cannot be read open nothing to other origins. */
function readMode(reader: AttributeReader, cors: LiteralRecord): CorsSettings['mode'] {
  const place = reader.expression('cors')
  if (place === null || place.kind === 'null') return 'default'
  const mode = MODES.find((known) => known === cors['mode'])
  if (mode !== undefined) return mode
  if (Array.isArray(cors['origins']) && cors['mode'] === undefined) return 'custom'
  reader.report('unknown_cors_mode', place, 'These settings name no CORS mode.', `Use one of ${MODES.join(', ')}.`)
  return 'disabled'
}
