'use client'
import { Handle, Position, type Node, type NodeProps } from '@xyflow/react'
import { KeyRound, Link2, LockKeyhole } from 'lucide-react'
import Link from 'next/link'
import type { DiagramTable } from './diagram-of.ts'
import { HEAD, LINE, MOST_COLUMNS, WIDTH } from './layout.ts'

export interface TableData extends Record<string, unknown> {
  table: DiagramTable
  href: string
  /** Whether another column points to it. */
  isTarget: boolean
  /** Whether another table is looked at that has nothing to do with it. */
  faint: boolean
}

const HANDLE = '!size-1.5 !min-h-0 !min-w-0 !border-0 !bg-line-strong'

/** A table with its columns; the whole of it leads to the table. */
export const TableNode = ({ data }: NodeProps<Node<TableData>>) => {
  const { table, href, isTarget, faint } = data
  const shown = table.columns.slice(0, MOST_COLUMNS)
  const more = table.columns.length - shown.length
  return (
    <Link
      href={href}
      data-table={table.name}
      draggable={false}
      aria-label={`${table.name}, ${table.columns.length} columns`}
      className={`block overflow-hidden rounded-lg border border-line bg-surface shadow-raised transition-opacity hover:border-accent focus-visible:border-accent ${faint ? 'opacity-35' : ''}`}
      style={{ width: WIDTH }}
    >
      <span
        className="flex items-center gap-2 border-b border-line bg-sunken px-3 font-semibold"
        style={{ height: HEAD }}
      >
        <span className="min-w-0 flex-1 truncate">{table.name}</span>
        {table.auth && <LockKeyhole size={14} className="text-accent" aria-label="People sign in with its rows" />}
      </span>
      <Handle
        type="target"
        position={Position.Left}
        isConnectable={false}
        className={`${HANDLE} ${isTarget ? '' : 'invisible'}`}
        style={{ top: HEAD / 2 }}
      />
      <span className="block py-1">
        {shown.map(({ name, type, table: to }, index) => (
          <span key={name} className="flex items-center gap-2 px-3 text-xs" style={{ height: LINE }}>
            {name === 'id' ? (
              <KeyRound size={12} className="shrink-0 text-warning" aria-hidden />
            ) : (
              <Link2 size={12} className={`shrink-0 text-accent ${to === '' ? 'invisible' : ''}`} aria-hidden />
            )}
            {/* Named, so that it is painted anew when the theme changes. */}
            <span className="min-w-0 flex-1 truncate text-ink">{name}</span>
            <span className="truncate font-mono text-muted">{type}</span>
            {to !== '' && (
              <Handle
                id={name}
                type="source"
                position={Position.Right}
                isConnectable={false}
                className={HANDLE}
                style={{ top: HEAD + 4 + index * LINE + LINE / 2 }}
              />
            )}
          </span>
        ))}
        {more > 0 && (
          <span className="flex items-center px-3 text-xs text-muted" style={{ height: LINE }}>
            {more} more
            {/* What the hidden columns point to leads from here. */}
            <Handle
              id="more"
              type="source"
              position={Position.Right}
              isConnectable={false}
              className={HANDLE}
              style={{ top: HEAD + 4 + MOST_COLUMNS * LINE + LINE / 2 }}
            />
          </span>
        )}
      </span>
    </Link>
  )
}
