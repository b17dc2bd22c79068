import { choice, required } from '../../define/parameters.ts'
import { readChoice, readText } from '../../define/read-argument.ts'
import type { Run, StatementDefinition, StatementExample } from '../../define/types.ts'
import { StackError } from '../../values/error.ts'

export const definition: StatementDefinition = {
  name: 'util.set_header',
  label: 'HTTP header',
  category: 'utility',
  icon: 'heading',
  help: 'Sets a header of the answer, or its status: "HTTP/1.1 404 Not Found".',
  keywords: ['response', 'status', 'cookie', 'content-type', 'redirect'],
  args: {
    value: required('text', 'Header', 'One line: "Name: value", or a status line.'),
    duplicates: choice(['replace', 'add'], 'Same name', 'replace an earlier header of that name, or add another.'),
  },
  needs: [],
}

const statusLine = /^HTTP\/\d(?:\.\d)? +([2-5]\d\d)(?: .*)?$/i
const headerLine = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*(.*)$/
/** A line break would start another header. */
const controlCharacter = /[^\t\u0020-\u007E\u0080-\u{10FFFF}]/u
/** They say where the answer ends; the server sets them, whatever a stack wants. */
const framing = new Set(['content-length', 'transfer-encoding', 'connection', 'keep-alive', 'upgrade', 'trailer', 'te'])

export const run: Run = (args, { request }) => {
  const line = readText(args, 'value').trim()
  const duplicates = readChoice(args, 'duplicates', ['replace', 'add'])
  if (controlCharacter.test(line)) throw invalidHeader('A header is one line without control characters.')
  const status = statusLine.exec(line)
  if (status !== null) {
    request.response.status = Number(status[1])
    return null
  }
  const [, name = '', value = ''] = headerLine.exec(line) ?? []
  if (name === '') throw invalidHeader('Write a header as "Name: value".')
  const lowered = name.toLowerCase()
  if (framing.has(lowered)) return null
  const { headers } = request.response
  const kept = duplicates === 'add' ? headers : headers.filter(([other]) => other.toLowerCase() !== lowered)
  request.response.headers = [...kept, [name, value]]
  return null
}

function invalidHeader(message: string): StackError {
  return new StackError('standard', 'invalid_header', message)
}

export const examples: readonly StatementExample[] = [
  {
    title: 'the stack goes on after it',
    stack: `util.set_header {
      value = "X-Total: 3"
    }
    var $x {
      value = 1
    }`,
    expect: 1,
  },
  {
    title: 'a line break cannot start another header',
    stack: `try_catch {
      try {
        util.set_header {
          value = "X-Name: a\\nSet-Cookie: b=c"
        }
      }
      catch {
        var $x {
          value = $error.message
        }
      }
    }`,
    expect: 'A header is one line without control characters.',
  },
]
