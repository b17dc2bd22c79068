import type { Contract, InputOf } from '@cairn/contract'

type Filter = InputOf<Contract['requests']>['filter']

/** What the history page looks for, as a person chooses it. Empty texts match all. */
export interface Chosen {
  span: Span
  answer: '' | 'ok' | 'client_error' | 'server_error'
  branch: string
  /** `group verb path`, as `endpointKey` makes it. */
  endpoint: string
  text: string
  slow: '' | '100' | '500' | '1000' | '5000'
}

export type Span = '15m' | '1h' | '24h' | '7d'

export const everything: Chosen = { span: '24h', answer: '', branch: '', endpoint: '', text: '', slow: '' }

const MINUTE = 60_000
export const SPANS: Readonly<Record<Span, { label: string; ms: number }>> = {
  '15m': { label: '15 min', ms: 15 * MINUTE },
  '1h': { label: '1 h', ms: 60 * MINUTE },
  '24h': { label: '24 h', ms: 24 * 60 * MINUTE },
  '7d': { label: '7 days', ms: 7 * 24 * 60 * MINUTE },
}

export interface EndpointName {
  group: string
  verb: string
  path: string
}

/** An endpoint as the value of a choice. */
export const endpointKey = ({ group, verb, path }: EndpointName): string => JSON.stringify([group, verb, path])

/** What the server is asked, `now` being the end of the span. */
export const filterOf = ({ span, answer, branch, endpoint, text, slow }: Chosen, now: number): Filter => {
  const filter: Filter = { from: new Date(now - SPANS[span].ms).toISOString() }
  if (answer !== '') filter.answer = answer
  if (branch !== '') filter.branch = branch
  if (text.trim() !== '') filter.text = text.trim()
  if (slow !== '') filter.slowMs = Number(slow)
  if (endpoint !== '') {
    const [group, method, route] = JSON.parse(endpoint) as [string, string, string]
    Object.assign(filter, { group, method, route })
  }
  return filter
}
