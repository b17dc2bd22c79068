import { choice, optional, required } from '../../../define/parameters.ts'
import {
  readBoolean,
  readChoice,
  readNumber,
  readOptionalText,
  readText,
  readValue,
} from '../../../define/read-argument.ts'
import type { Parameter } from '../../../define/types.ts'
import type { HttpRequest, RandomPort } from '../../../ports/ports.ts'
import { StackError } from '../../../values/error.ts'
import type { Value } from '../../../values/value.ts'
import { headersOf } from './headers.ts'
import { requestMessage } from './request-message.ts'

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] as const
const certificateArgs = ['ca_certificate', 'certificate', 'certificate_pass', 'private_key', 'private_key_pass']

/** The arguments of the statements that ask another server. */
export const requestArgs: Readonly<Record<string, Parameter>> = {
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
}

/** The request that the arguments of a statement describe, and its params as they were given. */
export function readRequest(
  statement: string,
  args: Readonly<Record<string, Value>>,
  random: RandomPort,
): { request: HttpRequest; params: Value } {
  refuseCertificates(statement, args)
  const method = readChoice({ method: readText(args, 'method').toUpperCase() }, 'method', methods)
  const [url, headers, params] = [
    readText(args, 'url').trim(),
    headersOf(readValue(args, 'headers')),
    readValue(args, 'params'),
  ]
  const request = {
    ...requestMessage(method, { url, headers, params }, random),
    method,
    timeout: Math.max(0, readNumber(args, 'timeout')),
    followRedirects: readBoolean(args, 'follow_location'),
    verifyHost: readBoolean(args, 'verify_host'),
    verifyPeer: readBoolean(args, 'verify_peer'),
  }
  return { request, params }
}

/** A request without the certificate that it needs would be another request. */
function refuseCertificates(statement: string, args: Readonly<Record<string, Value>>): void {
  const given = certificateArgs.find((name) => readOptionalText(args, name) !== null)
  if (given === undefined) return
  throw new StackError('standard', 'not_available', `${statement} cannot use ${given} yet.`, {
    hint: 'Leave it out, or send the request to a server that does not ask for it.',
  })
}
