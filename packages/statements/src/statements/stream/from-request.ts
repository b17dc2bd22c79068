import { optional, required } from '../../define/parameters.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'stream.from_request',
  label: 'Streaming external API request',
  category: 'stream',
  icon: 'globe',
  help: 'Asks another server and reads its answer bit by bit.',
  args: {
    url: required('text', 'Address', 'Where to send it.'),
    method: optional('text', 'Method', 'The HTTP method.'),
    params: optional('any', 'Parameters', 'What to send.'),
    headers: optional('array', 'Headers', 'Each written as "Name: value".'),
    timeout: optional('number', 'Timeout', 'Seconds to wait.'),
    follow_location: optional('bool', 'Follow redirects', 'Whether to go where the answer points.'),
    verify_host: optional('bool', 'Verify host', 'Whether the certificate must name the host.'),
    verify_peer: optional('bool', 'Verify peer', 'Whether the certificate must be trusted.'),
  },
  result: 'stream',
  needs: [],
  unavailable: 'streams',
}

export const examples: readonly StatementExample[] = []
