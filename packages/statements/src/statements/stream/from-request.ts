import type { Run, StatementDefinition, StatementExample } from '../../define/types.ts'
import { textParts } from '../../stream/text-parts.ts'
import { StackError } from '../../values/error.ts'
import { ValueStream } from '../../values/value.ts'
import { readRequest, requestArgs } from '../api/message/read-request.ts'

export const definition: StatementDefinition = {
  name: 'stream.from_request',
  label: 'Streaming external API request',
  category: 'stream',
  icon: 'globe',
  help: 'Asks another server and gives the text of its answer as it comes, whole lines at a time, for a For each loop or another stream.',
  keywords: ['http', 'fetch', 'download', 'events'],
  args: requestArgs,
  result: 'stream',
  needs: ['http', 'random'],
}

export const run: Run = async (args, { ports }) => {
  const { request } = readRequest('stream.from_request', args, ports.random)
  const answer = await ports.http.stream(request)
  if (answer.status >= 400) throw await refused(answer.status, answer.body)
  return new ValueStream(textParts(answer.body))
}

/** A stream has no place for a status: an answer that is an error is one here. */
async function refused(status: number, body: AsyncIterable<Uint8Array>): Promise<StackError> {
  await body[Symbol.asyncIterator]().return?.()
  return new StackError('standard', 'request_failed', `The other server answered with status ${status}.`, {
    hint: 'Ask it with api.request to see what it says.',
  })
}

export const examples: readonly StatementExample[] = [
  {
    title: 'a server that cannot be asked',
    stack: `try_catch {
      try {
        stream.from_request {
          url = "https://example.com/lines"
        } as $lines
      }
      catch {
        var $x {
          value = "refused"
        }
      }
    }`,
    expect: 'refused',
  },
  {
    title: 'a certificate is never left out in silence',
    stack: `try_catch {
      try {
        stream.from_request {
          url = "https://example.com/lines"
          private_key = "a"
        } as $lines
      }
      catch {
        var $x {
          value = $error.message
        }
      }
    }`,
    expect: 'stream.from_request cannot use private_key yet.',
  },
]
