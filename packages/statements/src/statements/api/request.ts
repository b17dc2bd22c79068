import type { Run, StatementDefinition, StatementExample } from '../../define/types.ts'
import { readRequest, requestArgs } from './message/read-request.ts'
import { responseResult } from './message/response-result.ts'

export const definition: StatementDefinition = {
  name: 'api.request',
  label: 'External API request',
  category: 'api',
  icon: 'globe',
  help: 'Asks another server. An answer of any status is a result; look at response.status.',
  keywords: ['http', 'fetch', 'curl', 'rest', 'webhook'],
  args: requestArgs,
  result: 'object',
  needs: ['http', 'random'],
}

export const run: Run = async (args, { ports }) => {
  const { request, params } = readRequest('api.request', args, ports.random)
  const response = await ports.http.request(request)
  const sent = request.headers.map(([name, value]) => `${name}: ${value}`)
  return {
    request: { url: request.url, method: request.method, headers: sent, params: params ?? [] },
    response: { headers: response.headers, result: responseResult(response), status: response.status },
  }
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
