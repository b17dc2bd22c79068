import type { WorkspaceModel } from '@cairn/language'
import type { ServedBranch } from '../http/served.ts'
import { calledEndpoints, callEndpoint, endpointFacts, type AccessAnswer } from './call-endpoint.ts'
import { rehearse } from './rehearse.ts'

export interface ViewAsOptions {
  model: WorkspaceModel
  served: ServedBranch
  canonical: string
  group: string
  /** A token of a row of that auth table. */
  token: string
  table: string
}

/** What an endpoint answers somebody. */
export interface ViewedCall {
  verb: string
  path: string
  /** The auth table of the endpoint, or null where it is public. */
  auth: string | null
  answer: AccessAnswer & { ms: number; size: number; body: string; cut: boolean }
}

const MOST_BODY = 20_000

/** Calls every endpoint of a group with a token. Nothing that they write stays written. */
export function viewAs({ model, served, canonical, group, token, table }: ViewAsOptions): Promise<ViewedCall[]> {
  return rehearse(served, canonical, async (url) => {
    const calls: ViewedCall[] = []
    for (const query of calledEndpoints(model, group)) {
      const { text, ...answer } = await callEndpoint(url, query, { table, valid: true, token })
      const shown = { size: Buffer.byteLength(text), body: text.slice(0, MOST_BODY), cut: text.length > MOST_BODY }
      calls.push({ ...endpointFacts(query), answer: { ...answer, ...shown } })
    }
    return calls
  })
}
