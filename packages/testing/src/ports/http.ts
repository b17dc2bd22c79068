import { StackError, type HttpPort, type HttpRequest, type HttpResponse } from '@cairn/statements'

/** What a fake server answers to one request; JSON for data, as it is for text. */
export interface CannedAnswer {
  status?: number
  headers?: readonly string[]
  body?: unknown
}

/** Answers by address; an address without an answer is refused. */
export interface FakeHttp extends HttpPort {
  /** Every request made, in order. */
  readonly requests: readonly HttpRequest[]
  /** `url` without its query. A function sees the request. */
  answer(url: string, answer: CannedAnswer | ((request: HttpRequest) => CannedAnswer)): void
}

export function fakeHttp(): FakeHttp {
  const requests: HttpRequest[] = []
  const answers = new Map<string, (request: HttpRequest) => CannedAnswer>()
  return {
    requests,
    answer(url, answer) {
      answers.set(url, typeof answer === 'function' ? answer : () => answer)
    },
    async request(request) {
      requests.push(request)
      const answer = answers.get(request.url.split('?')[0] ?? '')
      if (answer === undefined) throw new StackError('standard', 'request_refused', `Nothing answers ${request.url}.`)
      return responseOf(answer(request), request.url)
    },
  }
}

function responseOf(answer: CannedAnswer, url: string): HttpResponse {
  const status = answer.status ?? 200
  const { body } = answer
  const isText = typeof body === 'string'
  const type = `Content-Type: ${isText ? 'text/plain' : 'application/json'}`
  const text = body === undefined ? '' : isText ? body : JSON.stringify(body)
  const headers = answer.headers ?? (body === undefined ? [] : [type])
  return { status, url, headers: [`HTTP/1.1 ${status}`, ...headers], body: Buffer.from(text) }
}
