'use client'
import { entryPlace } from '../entry-place.ts'
import { Labelled } from '../labelled.tsx'
import type { FieldPlace } from '../use-field.ts'

const KEYS = [
  { key: 'search', label: 'Search' },
  { key: 'sort', label: 'Sort' },
  { key: 'page', label: 'Page' },
  { key: 'per_page', label: 'Rows a page' },
  { key: 'offset', label: 'Offset' },
] as const

/** What the caller may decide of a query, each bound to an input. */
export const ExternalForm = ({ place, address }: { place: FieldPlace; address: string }) => (
  <div className="grid grid-cols-1 gap-2">
    {KEYS.map(({ key, label }) => (
      <Labelled key={key} label={label} place={entryPlace(place, key)} address={address} preferred="input" />
    ))}
  </div>
)
