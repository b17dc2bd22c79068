'use client'
import { Segments, Select } from '@cairn/ui'
import { useDatasources } from '../../workspace/use-datasources.ts'

export type RunVersion = 'draft' | 'published'

export interface RunTargetProps {
  workspace: number
  /** Whether something is live. */
  published: boolean
  version: RunVersion
  onVersion: (version: RunVersion) => void
  datasource: string
  onDatasource: (datasource: string) => void
}

const VERSIONS = [
  { value: 'draft', label: 'Draft' },
  { value: 'published', label: 'Published' },
] as const

/** Which text is run, and on which rows; what there is no choice of is not asked. */
export const RunTarget = (props: RunTargetProps) => {
  const { workspace, published, version, onVersion, datasource, onDatasource } = props
  const found = useDatasources(workspace).data ?? []
  const names = found.map(({ name }) => name)
  const asksWhere = names.length > 1 || (names.length > 0 && !names.includes(datasource))
  if (!published && !asksWhere) return null
  return (
    <div className="flex flex-wrap items-end gap-3">
      {published && <Segments label="What is run" value={version} segments={VERSIONS} onChange={onVersion} />}
      {asksWhere && (
        <Select
          label="Datasource"
          className="min-w-32 flex-1"
          value={datasource}
          options={[...new Set([...names, datasource])].map((name) => ({
            value: name,
            label: names.includes(name) ? name : `${name} (gone)`,
          }))}
          onChange={onDatasource}
        />
      )}
    </div>
  )
}
