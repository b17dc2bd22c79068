import type { Contract, OutputOf } from '@cairn/contract'
import { Select } from '@cairn/ui'
import { ObjectMark } from '../objects/object-mark.tsx'

type MergedObject = OutputOf<Contract['mergeBranch']>['objects'][number]
/** Whose way it goes. */
export type MergeChoice = 'live' | 'branch'

const OUTCOMES: Readonly<Record<MergedObject['outcome'], string>> = {
  added: 'Added',
  updated: 'Taken over',
  merged: 'Put together',
  deleted: 'Deleted',
  kept: 'Stays as it is',
  conflict: 'Both changed the same place',
}

export interface MergeLineProps {
  object: MergedObject
  from: string
  live: string
  choice: MergeChoice | undefined
  onChoice: (choice: MergeChoice | undefined) => void
}

/** What a merge does to one object, and whose way it goes where that is to be chosen. */
export const MergeLine = ({
  object: { kind, name, outcome, deletes },
  from,
  live,
  choice,
  onChoice,
}: MergeLineProps) => {
  const isOpen = outcome === 'conflict'
  const said = isOpen && deletes ? `Deleted, but changed on ${live} since` : OUTCOMES[outcome]
  const tone = isOpen ? 'text-warning' : deletes ? 'text-danger' : 'text-muted'
  return (
    <li className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 border-t border-line px-3 py-1 first:border-t-0">
      <ObjectMark kind={kind} verb={null} tight />
      <span className="min-w-0 flex-1 basis-40 truncate font-medium">{name}</span>
      <span className="ml-auto flex flex-wrap items-center justify-end gap-x-3 gap-y-1">
        <span className={`text-sm ${tone}`}>{said}</span>
        {(isOpen || deletes) && (
          <Select
            bare
            className="w-40"
            label={deletes ? `Whether ${name} is deleted` : `Where both changed ${name}`}
            value={choice ?? (isOpen ? '' : 'branch')}
            options={[
              ...(isOpen ? [{ value: '', label: 'Choose…' }] : []),
              { value: 'live', label: `Keep ${live}’s` },
              { value: 'branch', label: deletes ? 'Delete it' : `Take ${from}’s` },
            ]}
            onChange={(value) => onChoice(value === 'live' || value === 'branch' ? value : undefined)}
          />
        )}
      </span>
    </li>
  )
}
