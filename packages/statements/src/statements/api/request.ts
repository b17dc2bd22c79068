import { optional } from '../../define/parameters.ts'
import { readBoolean } from '../../define/read-argument.ts'
import type { Run, StatementDefinition, StatementExample } from '../../define/types.ts'
import type { HttpRequest, HttpResponse } from '../../ports/ports.ts'
import type { Value } from '../../values/value.ts'
import { readRequest, requestArgs } from './message/read-request.ts'
import { responseResult } from './message/response-result.ts'

export const definition: StatementDefinition = {
  name: 'api.request',
  label: 'External API request',
  category: 'api',
  icon: 'globe',
  help: 'Asks another server. An answer of any status is a result; look at response.status.',
  keywords: ['http', 'fetch', 'curl', 'rest', 'webhook'],
  args: {
    ...requestArgs,
    async: optional(
      'bool',
      'Beside the stack',
      'The stack goes on; the result is an id for Wait for functions.',
      false,
    ),
  },
  result: 'any',
  needs: ['http', 'random'],
}

export const run: Run = (args, context) => {
  const { http, random } = context.ports
  const { request, params } = readRequest('api.request', args, random)
  const ask = async () => exchangeOf(request, params, await http.request(request))
  return readBoolean(args, 'async') ? context.beside(`The request to ${hostOf(request.url)}`, ask) : ask()
}

function exchangeOf(request: HttpRequest, params: Value, response: HttpResponse): Value {
  const sent = request.headers.map(([name, value]) => `${name}: ${value}`)
  return {
    request: { url: request.url, method: request.method, headers: sent, params: params ?? [] },
    response: { headers: response.headers, result: responseResult(response), status: response.status },
  }
}

/** All of an address that goes into a log: its path and query may hold secrets. */
function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : 'an unreadable address'
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
