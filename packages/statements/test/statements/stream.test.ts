import { fakeContext } from '@cairn/testing'
import { describe, expect, test } from 'vitest'
import { FileResource, ValueStream, type Run, type Value } from '../../src/index.ts'
import { run as fromCsv } from '../../src/statements/stream/from-csv.ts'
import { run as fromJsonl } from '../../src/statements/stream/from-jsonl.ts'
import { run as fromRequest, definition } from '../../src/statements/stream/from-request.ts'

const context = fakeContext()
const url = 'https://api.example/lines'
const requestDefaults = Object.fromEntries(
  Object.entries(definition.args).map(([name, { default: value }]) => [name, value ?? null]),
)

async function itemsOf(run: Run, args: Record<string, Value>): Promise<Value[]> {
  const stream = await run({ separator: ',', enclosure: '"', escape_char: '"', headers: true, ...args }, context)
  if (!(stream instanceof ValueStream)) throw new TypeError('no stream')
  const items: Value[] = []
  for await (const item of stream.items) items.push(item)
  return items
}

/** The same text as every kind of source, cut in small parts where the source has parts. */
function sources(text: string): [string, Value][] {
  const bytes = new TextEncoder().encode(text)
  const parts = async function* (size: number) {
    for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size)
  }
  return [
    ['text', text],
    ['a file', new FileResource('a', 'text/plain', bytes)],
    ['a stream of characters', new ValueStream(parts(1))],
    ['a stream of parts', new ValueStream(parts(5))],
  ]
}

describe('CSV', () => {
  test.each<[string, string, Value[]]>([
    ['nothing', '', []],
    ['a line of names', 'a,b\n', []],
    [
      'rows',
      'a,b\n1,2\n3,4',
      [
        { a: '1', b: '2' },
        { a: '3', b: '4' },
      ],
    ],
    ['carriage returns', 'a,b\r\n1,2\r\n', [{ a: '1', b: '2' }]],
    [
      'old line ends',
      'a,b\r1,2\r3,4',
      [
        { a: '1', b: '2' },
        { a: '3', b: '4' },
      ],
    ],
    ['a byte order mark', '\ufeffa\n1', [{ a: '1' }]],
    ['empty lines', 'a\n\n1\n\n\n2\n', [{ a: '1' }, { a: '2' }]],
    ['line breaks in cells', 'a,b\n"x\ny","\r\n"\n', [{ a: 'x\ny', b: '\r\n' }]],
    ['quotes in cells', 'a\n"say ""hi"""\n', [{ a: 'say "hi"' }]],
    ['an enclosure that does not end', 'a\n"x\ny', [{ a: 'x\ny' }]],
    ['a separator at the end', 'a,b\n1,', [{ a: '1', b: '' }]],
    [
      'short and long rows',
      'a,b\n1\n1,2,3',
      [
        { a: '1', b: '' },
        { a: '1', b: '2' },
      ],
    ],
    ['characters of several bytes', 'é,名\nñ,😀\n', [{ é: 'ñ', 名: '😀' }]],
    [
      'a name of a prototype',
      '__proto__,constructor\n1,2',
      [JSON.parse('{"__proto__":"1","constructor":"2"}') as Value],
    ],
  ])('%s', async (_, text, expected) => {
    for (const [, value] of sources(text)) expect(await itemsOf(fromCsv, { value })).toEqual(expected)
  })

  test('reads as the filter does', async () => {
    const rows = Array.from({ length: 5000 }, (_, row) => `${row},"cell ${row}\n""x""",é${row}`)
    const value = new FileResource('a.csv', 'text/csv', new TextEncoder().encode(`a,b,c\n${rows.join('\n')}`))
    const items = await itemsOf(fromCsv, { value })
    expect(items).toHaveLength(5000)
    expect(items[4321]).toEqual({ a: '4321', b: 'cell 4321\n"x"', c: 'é4321' })
  })

  test('a row that does not end is stopped', async () => {
    await expect(itemsOf(fromCsv, { value: `a\n"${'x\n'.repeat(600_000)}` })).rejects.toMatchObject({
      reason: 'row_too_long',
    })
  })

  test.each<[Value]>([[5], [null], [{}], [[1]]])('%j is nothing to read', async (value) => {
    await expect(itemsOf(fromCsv, { value })).rejects.toMatchObject({ reason: 'invalid_argument' })
  })
})

describe('JSONL', () => {
  test.each<[string, string, Value[]]>([
    ['nothing', '', []],
    ['values', '{"a":1}\n[2]\n"x"\nnull\n5', [{ a: 1 }, [2], 'x', null, 5]],
    ['empty lines, spaces and carriage returns', '\ufeff 1 \r\n\r\n\n 2\n', [1, 2]],
    ['characters of several bytes', '"é名😀"\n', ['é名😀']],
  ])('%s', async (_, text, expected) => {
    for (const [, value] of sources(text)) expect(await itemsOf(fromJsonl, { value })).toEqual(expected)
  })

  test('says where it is none, and never what is there', async () => {
    const failure = await itemsOf(fromJsonl, { value: '1\n\n{"secret' }).catch((error: unknown) => error)
    expect(failure).toMatchObject({ reason: 'bad_json', message: 'Line 3 is not JSON.' })
    expect(JSON.stringify(failure)).not.toContain('secret')
  })

  test('a line that does not end is stopped', async () => {
    const value = new FileResource('a', '', new Uint8Array(5 * 1024 * 1024))
    await expect(itemsOf(fromJsonl, { value })).rejects.toMatchObject({ reason: 'line_too_long' })
  })
})

describe('an answer of another server', () => {
  test('is read line by line, and on by another stream', async () => {
    context.ports.http.answer(url, { body: '{"n": "é"}\n{"n": 2}\n' })
    const answer = await fromRequest({ ...requestDefaults, url }, context)
    expect(await itemsOf(fromJsonl, { value: answer })).toEqual([{ n: 'é' }, { n: 2 }])
  })

  test('is an error where its status is one', async () => {
    context.ports.http.answer(url, { status: 404, body: 'secret' })
    await expect(itemsOf(fromRequest, { ...requestDefaults, url })).rejects.toMatchObject({
      reason: 'request_failed',
      message: 'The other server answered with status 404.',
    })
  })
})

describe('a stored file of 50 MB', () => {
  const line = `1,${'x'.repeat(97)}\n`
  const chunk = new TextEncoder().encode(line.repeat(640))
  let [given, closed] = [0, false]
  const stored = fakeContext()
  stored.ports.files.stream = async function* () {
    given = 0
    closed = false
    try {
      yield new TextEncoder().encode('a,b\n')
      while (given < 50_000_000) {
        given += chunk.length
        yield chunk
      }
    } finally {
      closed = true
    }
  }
  const open = async () => {
    const args = { value: { path: '/vault/1/a.csv' }, separator: ',', enclosure: '"', escape_char: '', headers: true }
    return (await fromCsv(args, stored)) as ValueStream
  }

  test('is never held whole: no more is asked for than a part ahead', async () => {
    let [taken, ahead] = [0, 0]
    for await (const item of (await open()).items) {
      taken += item === null ? 0 : line.length
      ahead = Math.max(ahead, given - taken)
    }
    expect(taken).toBeGreaterThanOrEqual(50_000_000)
    expect(ahead).toBeLessThan(2 * chunk.length)
    expect(closed).toBe(true)
  })

  test('is closed when it is left early', async () => {
    for await (const item of (await open()).items) {
      expect(item).toMatchObject({ a: '1' })
      break
    }
    expect([closed, given]).toEqual([true, chunk.length])
  })
})
