import type { Filter } from '../../define/types.ts'
import { toText } from '../../values/convert.ts'
import { objectOf } from '../../values/members.ts'
import type { Value } from '../../values/value.ts'
import { within } from '../limits.ts'

/** Scheme, authority, path, query and fragment, as RFC 3986 splits them. */
const address = /^(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#([^]*))?$/
const bareHost = /^[^/?#:@]+:\d{1,5}(?:[/?#]|$)/

export const urlParse: Filter = {
  definition: {
    name: 'url_parse',
    category: 'text',
    help: 'The parts of an address: scheme, host, port, user, pass, path, query and fragment, each where there is one.',
    input: 'text',
    params: [],
    result: 'object',
    examples: [
      {
        expression: '"https://ann:pw@example.com:8080/a/b?x=1#top"|url_parse',
        expect: {
          scheme: 'https',
          host: 'example.com',
          port: 8080,
          user: 'ann',
          pass: 'pw',
          path: '/a/b',
          query: 'x=1',
          fragment: 'top',
        },
      },
      { expression: '"/only/path"|url_parse', expect: { path: '/only/path' } },
      { expression: '"mailto:ann@example.com"|url_parse', expect: { scheme: 'mailto', path: 'ann@example.com' } },
      { expression: '"http://[::1]:99999/"|url_parse', expect: null },
    ],
  },
  evaluate: (value, _, context) => parseAddress(within(toText(value), context)),
}

/** Null when the text is no address: a port that is no port. */
function parseAddress(text: string): Value {
  const [, scheme, authority, path, query, fragment] = address.exec(bareHost.test(text) ? `//${text}` : text) ?? []
  const place = authority === undefined ? {} : parseAuthority(authority)
  if (place === null) return null
  const parts: Readonly<Record<string, string | number | undefined>> = { scheme, ...place, path: path || undefined }
  const named = Object.entries<string | number | undefined>({ ...parts, query, fragment })
  return objectOf(named.filter((entry): entry is [string, string | number] => entry[1] !== undefined))
}

function parseAuthority(authority: string): Record<string, string | number | undefined> | null {
  const at = authority.lastIndexOf('@')
  const [user, ...pass] = at < 0 ? [] : authority.slice(0, at).split(':')
  const match = /^(\[[^\]]*\]|[^:]*)(?::(\d*))?$/.exec(authority.slice(at + 1))
  const port = match?.[2] ? Number(match[2]) : undefined
  if (match === null || (port !== undefined && port > 65_535)) return null
  return { host: match[1], port, user, pass: pass.length > 0 ? pass.join(':') : undefined }
}
