import { choice, optional, required } from '../../define/parameters.ts'
import {
  readBoolean,
  readChoice,
  readNumber,
  readOptionalText,
  readText,
  readValue,
} from '../../define/read-argument.ts'
import type { Run, StatementDefinition, StatementExample } from '../../define/types.ts'
import { StackError } from '../../values/error.ts'
import type { Value } from '../../values/value.ts'
import { headersOf } from './message/headers.ts'
import { requestMessage } from './message/request-message.ts'
import { responseResult } from './message/response-result.ts'

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] as const
const certificateArgs = ['ca_certificate', 'certificate', 'certificate_pass', 'private_key', 'private_key_pass']

export const definition: StatementDefinition = {
  name: 'api.request',
  label: 'External API request',
  category: 'api',
  icon: 'globe',
  help: 'Asks another server. An answer of any status is a result; look at response.status.',
  keywords: ['http', 'fetch', 'curl', 'rest', 'webhook'],
  args: {
    url: required('text', 'Address', 'Where to send the request.'),
    method: choice(methods, 'Method', 'GET reads; POST, PUT and PATCH send params as the body.'),
    params: optional('any', 'Parameters', 'The body; for GET, HEAD and OPTIONS what goes into the address.'),
    headers: optional('array', 'Headers', 'Each written as "Name: value".', []),
    timeout: optional('number', 'Timeout', 'Seconds to wait for the answer.', 10),
    follow_location: optional('bool', 'Follow redirects', 'Whether to go where the answer points.', true),
    verify_host: optional('bool', 'Verify host', 'Whether the certificate must name the host.', true),
    verify_peer: optional('bool', 'Verify peer', 'Whether the certificate must be trusted.', true),
    ca_certificate: optional('text', 'CA certificate', 'Whom to trust besides the well-known.'),
    certificate: optional('text', 'Certificate', 'With which Cairn says who it is.'),
    certificate_pass: optional('text', 'Certificate password', 'Opens the certificate.'),
    private_key: optional('text', 'Private key', 'Of the certificate.'),
    private_key_pass: optional('text', 'Private key password', 'Opens the private key.'),
  },
  result: 'object',
  needs: ['http', 'random'],
}

export const run: Run = async (args, { ports }) => {
  refuseCertificates(args)
  const method = readChoice({ method: readText(args, 'method').toUpperCase() }, 'method', methods)
  const [url, headers, params] = [
    readText(args, 'url').trim(),
    headersOf(readValue(args, 'headers')),
    readValue(args, 'params'),
  ]
  const message = requestMessage(method, { url, headers, params }, ports.random)
  const response = await ports.http.request({
    ...message,
    method,
    timeout: Math.max(0, readNumber(args, 'timeout')),
    followRedirects: readBoolean(args, 'follow_location'),
    verifyHost: readBoolean(args, 'verify_host'),
    verifyPeer: readBoolean(args, 'verify_peer'),
  })
  const sent = message.headers.map(([name, value]) => `${name}: ${value}`)
  return {
    request: { url: message.url, method, headers: sent, params: params ?? [] },
    response: { headers: response.headers, result: responseResult(response), status: response.status },
  }
}

/** A request without the certificate that it needs would be another request. */
function refuseCertificates(args: Readonly<Record<string, Value>>): void {
  const given = certificateArgs.find((name) => readOptionalText(args, name) !== null)
  if (given === undefined) return
  throw new StackError('standard', 'not_available', `api.request cannot use ${given} yet.`, {
    hint: 'Leave it out, or send the request to a server that does not ask for it.',
  })
}

export const examples: readonly StatementExample[] = [
  {
    title: 'a certificate is never left out in silence',
    stack: `try_catch {
      try {
        api.request {
          url = "https://example.com"
          certificate = "a"
        } as $answer
      }
      catch {
        var $x {
          value = $error.message
        }
      }
    }`,
    expect: 'api.request cannot use certificate yet.',
  },
  {
    title: "there is no verb of one's own",
    stack: `try_catch {
      try {
        api.request {
          url = "https://example.com"
          method = "FETCH"
        } as $answer
      }
      catch {
        var $x {
          value = "refused"
        }
      }
    }`,
    expect: 'refused',
  },
]
