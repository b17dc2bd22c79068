'use client'
import { print } from '@cairn/language'
import { Handle, Position, type Node, type NodeProps } from '@xyflow/react'
import { CircleAlert, Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import type { StatementInfo } from '../../definitions/definitions.ts'
import { summaryOf } from '../engine/summary.ts'
import type { Mark } from '../../trace/engine/marks.ts'
import { MarkText, markEdge } from '../list/row-mark.tsx'
import type { Reached } from '../tests/coverage.ts'
import { ReachedMark } from '../tests/reached-mark.tsx'
import { StatementIcon } from '../statement-icon.tsx'
import { HEIGHT, type Box } from './layout.ts'

export interface BoxData extends Record<string, unknown> {
  box: Box
  info: StatementInfo | undefined
  selected: boolean
  faulty: boolean
  /** What the run that is looked at says of it. */
  mark: Mark | undefined
  /** What the tests that ran reach of it. */
  reached: Reached | undefined
  /** Whether runs stop before it. */
  stops: boolean
}

type BoxProps = NodeProps<Node<BoxData>>

const Ends = ({ children }: { children: ReactNode }) => (
  <>
    <Handle type="target" position={Position.Top} className="invisible" />
    {children}
    <Handle type="source" position={Position.Bottom} className="invisible" />
  </>
)

const Head = ({ box, info, faulty, mark, reached, stops }: BoxData) => {
  const { statement } = box
  if (statement === null) return null
  return (
    <span className="flex w-full min-w-0 items-center gap-2.5 px-3" style={{ height: HEIGHT }}>
      {stops && (
        <span role="img" aria-label="Runs stop here" className="-ml-1.5 size-2.5 shrink-0 rounded-full bg-danger" />
      )}
      <StatementIcon info={info} size={28} />
      <span className="grid min-w-0 flex-1">
        <span className={`truncate text-sm font-medium ${statement.disabled ? 'line-through' : ''}`}>
          {info?.label ?? statement.name}
        </span>
        {mark === undefined || mark.text === '' ? (
          <span className="truncate font-mono text-xs text-muted">{summaryOf(statement, info)}</span>
        ) : (
          <MarkText mark={mark} />
        )}
      </span>
      <ReachedMark reached={reached} />
      {faulty && <CircleAlert size={16} className="shrink-0 text-danger" aria-label="Has a problem" />}
      {statement.as !== null && (
        <span className="max-w-20 shrink-0 truncate rounded-sm bg-sunken px-1.5 py-0.5 font-mono text-xs">
          {statement.as.name}
        </span>
      )}
    </span>
  )
}

const edge = (selected: boolean) =>
  selected ? 'border-accent ring-2 ring-accent-soft' : 'border-line hover:border-line-strong'

export const StatementNode = ({ data }: BoxProps) => (
  <Ends>
    <div
      data-key={data.box.key}
      tabIndex={data.selected ? 0 : -1}
      role="button"
      aria-pressed={data.selected}
      className={`flex size-full cursor-pointer rounded-md border bg-surface ${edge(data.selected)} ${markEdge(data.mark)} ${data.box.statement?.disabled === true ? 'opacity-60' : ''}`}
    >
      <Head {...data} />
    </div>
  </Ends>
)

export const FrameNode = ({ data }: BoxProps) => (
  <Ends>
    <div
      className={`size-full rounded-lg border bg-canvas/60 ${edge(data.selected)} ${markEdge(data.mark)} ${data.box.statement?.disabled === true ? 'opacity-60' : ''}`}
    >
      <div
        data-key={data.box.key}
        tabIndex={data.selected ? 0 : -1}
        role="button"
        aria-pressed={data.selected}
        className="cursor-pointer rounded-t-lg border-b border-line bg-surface"
      >
        <Head {...data} />
      </div>
    </div>
  </Ends>
)

export const ClauseNode = ({ data }: BoxProps) => {
  const { statement, key } = data.box
  const asks = statement?.as === null || statement === null ? '' : `$${statement.as.name}`
  const subject = statement?.subject === null || statement === null ? asks : print(statement.subject)
  return (
    <div
      data-key={key}
      tabIndex={data.selected ? 0 : -1}
      role="button"
      aria-pressed={data.selected}
      className={`mx-auto flex h-full w-fit max-w-full cursor-pointer items-center gap-2 rounded-full border bg-violet-soft px-3 text-xs ${edge(data.selected)}`}
    >
      <span className="font-semibold text-violet">{statement?.name}</span>
      <span className="truncate font-mono">{subject}</span>
      <ReachedMark reached={data.reached} />
      {data.faulty && <CircleAlert size={14} className="shrink-0 text-danger" aria-label="Has a problem" />}
      <Handle type="source" position={Position.Bottom} className="invisible" />
    </div>
  )
}

export const AddNode = ({ data }: BoxProps) => (
  <button
    type="button"
    // The keys of the stack know the end of a block; above its first statement only the mouse adds.
    data-key={data.box.key.endsWith('.^') ? undefined : data.box.key}
    aria-label="Add here"
    className="grid size-full cursor-pointer place-items-center rounded-full border border-dashed border-line-strong bg-surface text-muted hover:border-accent hover:text-accent"
  >
    <Ends>
      <Plus size={16} aria-hidden />
    </Ends>
  </button>
)
