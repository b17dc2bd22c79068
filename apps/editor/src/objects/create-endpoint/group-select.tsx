'use client'
import { Select } from '@cairn/ui'
import { useObjects } from '../use-objects.ts'

export interface GroupSelectProps {
  workspace: number
  value: string
  onChange: (group: string) => void
}

/** Which API group an endpoint is in. */
export const GroupSelect = ({ workspace, value, onChange }: GroupSelectProps) => {
  const objects = useObjects(workspace).data ?? []
  const groups = objects.filter(({ kind }) => kind === 'api_group').map(({ name }) => name)
  return (
    <Select
      label="API group"
      value={value}
      options={groups.map((name) => ({ value: name, label: name }))}
      onChange={onChange}
    />
  )
}
