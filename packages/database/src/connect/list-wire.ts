import type { WireType } from './statement.ts'

/** Types of lists by the type of their elements. */
const listOids: Readonly<Record<number, number>> = {
  16: 1000,
  20: 1016,
  23: 1007,
  25: 1009,
  701: 1022,
  1082: 1182,
  1184: 1185,
  2950: 2951,
  3802: 3807,
}

/** A one-dimensional list. It always goes in binary, so an element whose own format is text is sent as its bytes say. */
export function listOf(element: WireType): WireType {
  const oid = listOids[element.oid]
  if (oid === undefined) throw new RangeError(`There is no list of type ${element.oid}.`)
  return element.binary ? binaryList(oid, element) : textList(oid, element)
}

function binaryList(oid: number, element: WireType): WireType {
  return {
    oid,
    binary: true,
    write(out, values: readonly unknown[]) {
      const start = out.length
      out.int32(0)
      out.int32(values.length === 0 ? 0 : 1)
      out.int32(values.includes(null) ? 1 : 0)
      out.uint32(element.oid)
      if (values.length > 0) {
        out.int32(values.length)
        out.int32(1)
        for (const value of values) {
          if (value === null) out.int32(-1)
          else element.write(out, value as never)
        }
      }
      out.patchSize(start)
    },
    read(bytes, start) {
      const dimensions = bytes.readInt32BE(start)
      const items: unknown[] = []
      if (dimensions === 0) return items
      let count = 1
      for (let i = 0; i < dimensions; i += 1) count *= bytes.readInt32BE(start + 12 + i * 8)
      let at = start + 12 + dimensions * 8
      for (let i = 0; i < count; i += 1) {
        const length = bytes.readInt32BE(at)
        at += 4
        items.push(length < 0 ? null : element.read(bytes, at, length))
        if (length > 0) at += length
      }
      return items
    },
  }
}

/** Elements that travel as text (date, uuid, jsonb): `{"…","…"}`. */
function textList(oid: number, element: WireType): WireType {
  return {
    oid,
    binary: false,
    write(out, values: readonly unknown[]) {
      const items = values.map((value) => {
        if (value === null) return 'NULL'
        const written = typeof value === 'string' && element.oid !== 3802 ? value : JSON.stringify(value)
        return `"${written.replace(/["\\]/g, '\\$&')}"`
      })
      out.sizedText(`{${items.join(',')}}`)
    },
    read(bytes, start, length) {
      return parseList(bytes.toString('utf8', start, start + length), (text) => {
        if (element.oid === 3802) return JSON.parse(text) as unknown
        return text
      })
    },
  }
}

/** Reads `{1,"a b",NULL}`; nested braces give nested lists. */
export function parseList(text: string, read: (item: string) => unknown): unknown[] {
  // A list whose first index is not 1 says so in front: `[0:1]={…}`.
  let at = text.indexOf('{')
  const list = (): unknown[] => {
    const items: unknown[] = []
    at += 1
    while (text[at] !== '}') {
      if (text[at] === ',') at += 1
      else if (text[at] === '{') items.push(list())
      else if (text[at] === '"') items.push(read(quoted()))
      else items.push(bare())
    }
    at += 1
    return items
  }
  const quoted = (): string => {
    let value = ''
    for (at += 1; text[at] !== '"'; at += 1) {
      if (text[at] === '\\') at += 1
      value += text[at]
    }
    at += 1
    return value
  }
  const bare = (): unknown => {
    const start = at
    while (text[at] !== ',' && text[at] !== '}') at += 1
    const word = text.slice(start, at)
    return word === 'NULL' ? null : read(word)
  }
  return list()
}
