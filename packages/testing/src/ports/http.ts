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
  const request = async (sent: HttpRequest): Promise<HttpResponse> => {
    requests.push(sent)
    const answer = answers.get(sent.url.split('?')[0] ?? '')
    if (answer === undefined) throw new StackError('standard', 'request_refused', `Nothing answers ${sent.url}.`)
    return responseOf(answer(sent), sent.url)
  }
  return {
    requests,
    answer(url, answer) {
      answers.set(url, typeof answer === 'function' ? answer : () => answer)
    },
    request,
    async stream(sent) {
      const { body, ...head } = await request(sent)
      return { ...head, body: partsOf(body) }
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

/** A few bytes at a time, so that what reads them meets every kind of cut. */
async function* partsOf(body: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < body.length; at += 7) yield body.subarray(at, at + 7)
}
