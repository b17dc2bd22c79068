import type { Finding } from '../diagnostic.ts'
import type { Statement } from '../tree.ts'
import { AttributeReader } from './attribute-reader.ts'
import { literalValue } from './literal-value.ts'
import { readStack } from './read-stack.ts'
import type { QueryObject, Verb } from './types.ts'

const VERBS: readonly Verb[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD']

export function readQuery(statement: Statement, findings: Finding[]): QueryObject {
  const reader = new AttributeReader(statement.body, findings)
  const shared = readStack(statement, reader, findings)
  return {
    kind: 'query',
    ...shared,
    path: shared.name.replace(/^\/+/, ''),
    verb: readVerb(statement, reader),
    apiGroup: reader.textOrNull('api_group'),
    auth: reader.textOrNull('auth'),
    active: reader.flag('active', true) && isReadable(statement, reader),
    responseType: reader.choice('response_type', ['standard', 'stream']),
  }
}

/** Whether nothing that could be its `auth` was lost. A query is not served open because its door could not be read. */
function isReadable({ body }: Statement, reader: AttributeReader): boolean {
  if (body?.items.some((item) => item.kind === 'invalid')) return false
  const auth = reader.expression('auth')
  if (auth === null) return true
  const { known, value } = literalValue(auth)
  return known && (value === null || value === false || typeof value === 'string')
}

function readVerb(statement: Statement, reader: AttributeReader): Verb {
  const option = statement.options.find(({ name }) => name === 'verb')
  const written = option === undefined ? null : literalValue(option.value).value
  const verb = VERBS.find((known) => typeof written === 'string' && known === written.toUpperCase())
  if (verb !== undefined) return verb
  const message = option === undefined ? 'This query names no verb.' : 'There is no such verb.'
  const hint = `Write \`verb=\` and one of ${VERBS.join(', ')} behind the path.`
  reader.report('unknown_verb', option ?? statement.nameSpan, message, hint)
  return 'GET'
}
