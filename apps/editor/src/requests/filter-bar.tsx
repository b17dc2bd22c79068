import { Segments, Select } from '@cairn/ui'
import { Search } from 'lucide-react'
import type { ObjectEntry } from '../workspace/gateway.ts'
import { endpointKey, SPANS, type Chosen, type Span } from './request-filter.ts'

const ANSWERS = [
  { value: '', label: 'All answers' },
  { value: 'ok', label: 'Without error' },
  { value: 'client_error', label: '4xx: the caller’s' },
  { value: 'server_error', label: '5xx: ours' },
] as const

const SLOW = [
  { value: '', label: 'Any duration' },
  { value: '100', label: '100 ms and more' },
  { value: '500', label: '500 ms and more' },
  { value: '1000', label: '1 s and more' },
  { value: '5000', label: '5 s and more' },
] as const

const spans = (Object.keys(SPANS) as Span[]).map((value) => ({ value, label: SPANS[value].label }))

/** What the history page looks for. */
export const FilterBar = ({
  chosen,
  branches,
  endpoints,
  onChange,
}: {
  chosen: Chosen
  /** Names of all branches; of one alone there is nothing to choose. */
  branches: readonly string[]
  endpoints: readonly ObjectEntry[]
  onChange: (chosen: Chosen) => void
}) => {
  const set =
    <Name extends keyof Chosen>(name: Name) =>
    (value: string) =>
      onChange({ ...chosen, [name]: value as Chosen[Name] })
  return (
    <div role="search" aria-label="Requests" className="flex flex-wrap items-center gap-2">
      <Segments label="Time" value={chosen.span} segments={spans} onChange={set('span')} />
      <label className="relative min-w-40 flex-1 max-sm:basis-full">
        <span className="sr-only">Search in path, error and user</span>
        <Search size={15} aria-hidden className="pointer-events-none absolute top-2 left-2.5 text-muted" />
        <input
          type="search"
          value={chosen.text}
          maxLength={200}
          placeholder="Path, error or user"
          onChange={(event) => set('text')(event.target.value)}
          className="h-8 w-full rounded-md border border-line-strong bg-surface pr-2 pl-8 text-sm text-ink"
        />
      </label>
      {branches.length > 1 && (
        <Select
          bare
          label="Branch of the requests"
          className="w-32 max-sm:min-w-28 max-sm:flex-1"
          value={chosen.branch}
          options={[{ value: '', label: 'All branches' }, ...branches.map((name) => ({ value: name, label: name }))]}
          onChange={set('branch')}
        />
      )}
      <Select
        bare
        label="Endpoint"
        className="w-44 max-sm:min-w-28 max-sm:flex-1"
        value={chosen.endpoint}
        options={[
          { value: '', label: 'All endpoints' },
          ...endpoints.map(({ group, verb, name }) => ({
            value: endpointKey({ group: group ?? '', verb: verb ?? '', path: name }),
            label: `${verb} ${name}`,
          })),
        ]}
        onChange={set('endpoint')}
      />
      <Select
        bare
        label="Answer"
        className="w-36 max-sm:min-w-28 max-sm:flex-1"
        value={chosen.answer}
        options={ANSWERS}
        onChange={set('answer')}
      />
      <Select
        bare
        label="Duration"
        className="w-36 max-sm:min-w-28 max-sm:flex-1"
        value={chosen.slow}
        options={SLOW}
        onChange={set('slow')}
      />
    </div>
  )
}
