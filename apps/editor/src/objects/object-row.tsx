'use client'
import { Badge } from '@cairn/ui'
import { Lock, LockOpen } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import type { ObjectEntry } from '../workspace/gateway.ts'
import { usePages } from '../workspace/use-workspace.ts'
import { ObjectMenu } from './object-menu.tsx'
import { ObjectMark } from './object-mark.tsx'

export interface ObjectRowProps {
  object: ObjectEntry
  /** Turns authentication on or off; only endpoints and tables have the switch. */
  onAuth?: (object: ObjectEntry) => void
  /** Said before the marks at its end. */
  mark?: ReactNode
}

/** One object of a list: verb, path, the lock that is the auth switch, and whether it has a draft. */
export const ObjectRow = ({ object, onAuth, mark }: ObjectRowProps) => {
  const pages = usePages()
  return (
    <div className="flex min-h-11 items-center gap-3 border-t border-line py-1 pr-2 pl-4 first:border-t-0 hover:bg-sunken/60">
      <ObjectMark kind={object.kind} verb={object.verb} tight={object.verb === null} />
      <Link href={pages.object(object)} className="min-w-0 flex-1 truncate py-1.5 font-medium hover:text-accent">
        {object.verb === null ? object.name : `/${object.name.replace(/^\//, '')}`}
      </Link>
      <span className="hidden gap-1 sm:flex">
        {object.tags.slice(0, 3).map((tag) => (
          <Badge key={tag}>{tag}</Badge>
        ))}
      </span>
      {mark}
      {object.draft && (
        <span className="rounded-sm bg-warning-soft px-1.5 py-0.5 text-xs font-medium text-warning">Draft</span>
      )}
      {object.version === 0 && <Badge>Not published</Badge>}
      {onAuth !== undefined && (
        <button
          type="button"
          aria-pressed={object.auth !== null}
          aria-label={`Authentication of ${object.name}`}
          title={
            object.auth === null
              ? 'Open to everyone. Click to ask for a token.'
              : `Needs a token of ${object.auth}. Click to open it.`
          }
          onClick={() => onAuth(object)}
          className={`inline-flex h-8 cursor-pointer items-center gap-1.5 rounded-md px-2 text-xs font-medium ${
            object.auth === null ? 'text-muted hover:bg-sunken' : 'bg-accent-soft text-accent'
          }`}
        >
          {object.auth === null ? <LockOpen size={14} aria-hidden /> : <Lock size={14} aria-hidden />}
          <span className="hidden max-w-24 truncate sm:inline">{object.auth ?? 'Open'}</span>
        </button>
      )}
      <ObjectMenu object={object} />
    </div>
  )
}
