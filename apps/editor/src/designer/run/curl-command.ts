export interface CurlRequest {
  url: string
  verb: string
  token: string | null
  headers: readonly (readonly [string, string])[]
  input: Readonly<Record<string, unknown>>
}

/** A text as one word of a POSIX shell. */
const word = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`

/** A request as a curl command: path parameters filled in, the rest in the query of a GET or DELETE, else as JSON. */
export function curlCommand({ url, verb, token, headers, input }: CurlRequest): string {
  const left = { ...input }
  const filled = url.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    if (!(name in left)) return whole
    const value = String(left[name])
    delete left[name]
    return encodeURIComponent(value)
  })
  const inQuery = verb === 'GET' || verb === 'DELETE'
  const query = new URLSearchParams(Object.entries(left).map(([name, value]) => [name, textOf(value)])).toString()
  const parts = [`curl -X ${verb} ${word(inQuery && query !== '' ? `${filled}?${query}` : filled)}`]
  if (token !== null) parts.push(`-H ${word(`Authorization: Bearer ${token}`)}`)
  for (const [name, value] of headers) parts.push(`-H ${word(`${name}: ${value}`)}`)
  if (!inQuery) parts.push(`-H ${word('Content-Type: application/json')}`, `-d ${word(JSON.stringify(left))}`)
  return parts.join(' \\\n  ')
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))
