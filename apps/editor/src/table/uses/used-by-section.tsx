'use client'
import { Card } from '@cairn/ui'
import Link from 'next/link'
import { Fragment } from 'react'
import { Section } from '../../designer/fields/section.tsx'
import { ObjectMark } from '../../objects/object-mark.tsx'
import { QueryView } from '../../query-view.tsx'
import { pagesOf } from '../../workspace/addresses.ts'
import { usePages, useWorkspace } from '../../workspace/use-workspace.ts'
import { useReferences, type Use } from './use-references.ts'

export interface UsedByProps {
  workspace: number
  table: string
  /** The object of the table itself, whose references to itself are no news. */
  object: number
}

/** The objects of the branch that name the table, each line leading to its statement, and the other branches with such. */
export const UsedBySection = ({ workspace, table, object }: UsedByProps) => {
  const references = useReferences(workspace, table)
  const others = references.data?.places.filter((place) => place.object !== object) ?? []
  return (
    <Section title="Used by" {...(references.data === undefined ? {} : { count: others.length })}>
      <QueryView query={references}>
        {({ otherBranches }) => (
          <>
            {others.length === 0 ? (
              <p className="rounded-lg border border-dashed border-line-strong px-4 py-6 text-center text-sm text-muted">
                No stack{otherBranches.length === 0 ? '' : ' of this branch'} and no other table names it.
              </p>
            ) : (
              <Card className="overflow-hidden">
                <ul>
                  {others.map((place) => (
                    <UseLine key={`${place.object} ${place.line} ${place.column}`} use={place} />
                  ))}
                </ul>
              </Card>
            )}
            <OtherBranches names={otherBranches} object={object} />
          </>
        )}
      </QueryView>
    </Section>
  )
}

/** Each leads to the same table there. */
const OtherBranches = ({ names, object }: { names: readonly string[]; object: number }) => {
  const { id, workspace } = useWorkspace()
  if (names.length === 0) return null
  return (
    <p className="px-1 text-sm wrap-anywhere text-muted">
      Also used on{' '}
      {names.map((name, index) => (
        <Fragment key={name}>
          {index > 0 && ', '}
          <Link
            href={pagesOf(id, name === workspace?.liveBranch ? undefined : name).table(object)}
            className="font-medium text-ink underline underline-offset-4 hover:text-accent"
          >
            {name}
          </Link>
        </Fragment>
      ))}
    </p>
  )
}

const UseLine = ({ use }: { use: Use }) => {
  const pages = usePages()
  return (
    <li className="border-t border-line first:border-t-0">
      <Link
        href={pages.object({ id: use.object, kind: use.kind }, use.address)}
        className="flex min-h-10 items-center gap-3 py-1.5 pr-4 pl-1 text-sm hover:bg-sunken/60"
      >
        <ObjectMark kind={use.kind} verb={null} />
        <span className="w-40 shrink-0 truncate font-medium">{use.name}</span>
        <code className="min-w-0 flex-1 truncate font-mono text-xs text-muted">{use.text.trim()}</code>
        <span className="shrink-0 text-xs text-muted tabular-nums max-sm:hidden">line {use.line}</span>
      </Link>
    </li>
  )
}
