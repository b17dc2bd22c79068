'use client'
import { Badge } from '@cairn/ui'
import { Lock, LockOpen } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import type { ObjectEntry } from '../workspace/gateway.ts'
import { usePages } from '../workspace/use-workspace.ts'
import { ObjectMenu } from './object-menu.tsx'
import { ObjectMark } from './object-mark.tsx'

/** The lock of a row: turns authentication on and off. */
export interface AuthLock {
  /** What it says, and what a click on it does. */
  words: (auth: string | null) => { label: string; title: string }
  onTurn: (object: ObjectEntry) => void
}

export interface ObjectRowProps {
  object: ObjectEntry
  /** Only endpoints and tables have it. */
  lock?: AuthLock
  /** Said before the marks at its end. */
  mark?: ReactNode
}

/** One object of a list: verb, path, the lock that is the auth switch, and whether it has a draft. */
export const ObjectRow = ({ object, lock, mark }: ObjectRowProps) => {
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
      {lock !== undefined && <AuthButton object={object} lock={lock} />}
      <ObjectMenu object={object} />
    </div>
  )
}

const AuthButton = ({ object, lock }: { object: ObjectEntry; lock: AuthLock }) => {
  const isOn = object.auth !== null
  const { label, title } = lock.words(object.auth)
  const Icon = isOn ? Lock : LockOpen
  return (
    <button
      type="button"
      aria-pressed={isOn}
      aria-label={`Authentication of ${object.name}`}
      title={title}
      onClick={() => lock.onTurn(object)}
      className={`inline-flex h-8 shrink-0 cursor-pointer items-center gap-1.5 rounded-md px-2 text-xs font-medium sm:min-w-24 ${
        isOn ? 'bg-accent-soft text-accent' : 'text-muted hover:bg-sunken'
      }`}
    >
      <Icon size={14} aria-hidden className="shrink-0" />
      <span className="hidden max-w-24 truncate sm:inline">{label}</span>
    </button>
  )
}
