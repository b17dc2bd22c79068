import { randomBytes, randomUUID } from 'node:crypto'

/**
 * What the web's globals ask of Node.js: a text goes in, a text comes out, nothing else crosses. Each answers for one
 * text of the code, without state; the code never holds these functions themselves.
 */
const calls: Readonly<Record<string, (text: string) => string>> = {
  url: (text) => {
    const [href, base] = JSON.parse(text) as [string, string?]
    return partsOf(new URL(href, base))
  },
  'url-set': (text) => {
    const [href, part, value] = JSON.parse(text) as [string, string, string]
    const url = new URL(href)
    if (isWritable(part)) url[part] = value
    return partsOf(url)
  },
  'read-query': (text) => JSON.stringify([...new URLSearchParams(text)]),
  'write-query': (text) => new URLSearchParams(JSON.parse(text) as [string, string][]).toString(),
  atob: (text) => atob(text),
  btoa: (text) => btoa(text),
  encode: (text) => Buffer.from(text, 'utf8').toString('latin1'),
  decode: (text) => {
    const [bytes, label, fatal, ignoreBOM] = JSON.parse(text) as [string, string, boolean, boolean]
    return new TextDecoder(label, { fatal, ignoreBOM }).decode(Buffer.from(bytes, 'latin1'))
  },
  'decode-label': (text) => new TextDecoder(text).encoding,
  uuid: () => randomUUID(),
  random: (text) => randomBytes(Math.min(Number(text), 65_536)).toString('latin1'),
}

const parts = [
  'href',
  'protocol',
  'username',
  'password',
  'host',
  'hostname',
  'port',
  'pathname',
  'search',
  'hash',
] as const

function isWritable(part: string): part is (typeof parts)[number] {
  return parts.some((name) => name === part)
}

function partsOf(url: URL): string {
  return JSON.stringify({ origin: url.origin, ...Object.fromEntries(parts.map((name) => [name, url[name]])) })
}

/**
 * What is asked and answered is JSON of a text: a text itself would end at its first NUL. The answer stands behind `=`,
 * what went wrong behind `!`. Never throws.
 */
export function hostCall(name: string, json: string): string {
  try {
    return Object.hasOwn(calls, name) ? `=${JSON.stringify(calls[name]!(JSON.parse(json) as string))}` : '!unknown'
  } catch (error) {
    return `!${error instanceof Error ? error.message.slice(0, 200) : 'failed'}`
  }
}
