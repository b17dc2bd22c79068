import { contract, type Contract, type RouteName } from './contract.ts'
import type { InputOf, OutputOf } from './route.ts'

/** What the server refused, with its stable code. */
export class ApiError extends Error {
  readonly code: string
  readonly status: number

  constructor(status: number, code: string, message: string) {
    super(message)
    this.name = 'ApiError'
    this.status = status
    this.code = code
  }
}

/** Routes whose body or answer is a file; `importRows` and `exportRows` are called by hand. */
type FileRoute = 'importRows' | 'exportRows'

export type EditorClient = {
  [Name in Exclude<RouteName, FileRoute>]: (input: InputOf<Contract[Name]>) => Promise<OutputOf<Contract[Name]>>
}

/** A typed client of the editor's API. `baseUrl` is where `/api:meta` is mounted; rejects with an ApiError. */
export const createEditorClient = (baseUrl: string, send: typeof fetch = fetch): EditorClient => {
  const call = (name: RouteName) => async (input: unknown) => {
    const { method, path, output } = contract[name]
    const body =
      method === 'POST' ? { body: JSON.stringify(input), headers: { 'content-type': 'application/json' } } : {}
    const response = await send(`${baseUrl}/api:meta${path}`, { method, credentials: 'same-origin', ...body })
    const answer: unknown = await response.json().catch(() => null)
    if (response.ok) return output.parse(answer)
    throw toApiError(response.status, answer)
  }
  const names = Object.keys(contract) as RouteName[]
  return Object.fromEntries(names.map((name) => [name, call(name)])) as EditorClient
}

const toApiError = (status: number, answer: unknown): ApiError => {
  const { code, message } = (answer ?? {}) as { code?: unknown; message?: unknown }
  if (typeof code === 'string' && typeof message === 'string') return new ApiError(status, code, message)
  return new ApiError(
    status,
    'unreachable',
    'Cairn did not answer as expected. Check that it is running, then try again.',
  )
}
