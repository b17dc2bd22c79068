'use client'
import { Button, CopyButton, Segments } from '@cairn/ui'
import {
  ArrowLeft,
  CircleAlert,
  Columns3,
  FlaskConical,
  History,
  List,
  Play,
  Redo2,
  Table2,
  Undo2,
  Workflow,
  CodeXml,
} from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { ObjectMark } from '../../objects/object-mark.tsx'
import { useWorkspace } from '../../workspace/use-workspace.ts'
import type { Designer } from '../engine/designer-store.ts'
import { nameOf } from '../engine/document.ts'
import { argumentOf } from '../engine/summary.ts'
import type { SaveState } from '../saving/autosave.ts'
import type { DesignerView } from '../views.ts'
import { AuthMenu } from './auth-menu.tsx'
import { SaveMark } from './save-mark.tsx'

const VIEWS = [
  { value: 'rows', label: 'Rows', icon: <Table2 size={14} aria-hidden /> },
  { value: 'columns', label: 'Columns', icon: <Columns3 size={14} aria-hidden /> },
  { value: 'list', label: 'List', icon: <List size={14} aria-hidden /> },
  { value: 'canvas', label: 'Canvas', icon: <Workflow size={14} aria-hidden /> },
  { value: 'code', label: 'Code', icon: <CodeXml size={14} aria-hidden /> },
] as const

export interface DesignerHeaderProps {
  designer: Designer
  /** Where the list of its like is. */
  back: string
  kind: string
  /** Public address; null where there is none. */
  url: string | null
  authTables: readonly string[]
  state: SaveState
  /** Whether what is shown differs from what is live. */
  draft: boolean
  problems: number
  view: DesignerView
  /** Which views there are. */
  views: readonly DesignerView[]
  onView: (view: DesignerView) => void
  onProblems: () => void
  onHistory: () => void
  onPublish: () => void
  /** Opens the run panel; left out where nothing can be run. */
  onRun?: () => void
  /** Opens the tests; left out where there are none. */
  onTests?: () => void
  /** What the last tests reached. */
  coverage?: ReactNode
}

/** What the object is, where it is live, and what may be done with it as a whole. */
export const DesignerHeader = (props: DesignerHeaderProps) => {
  const { designer, back, kind, url, state, draft, problems } = props
  const object = useStore(designer.store, (now) => now.document.object)
  const canUndo = useStore(designer.store, (now) => now.history.done.length > 0)
  const canRedo = useStore(designer.store, (now) => now.history.undone.length > 0)
  const verb = nameOf(object?.options.find(({ name }) => name === 'verb')?.value ?? null) || null
  const name = nameOf(object?.target ?? null) || kind
  const { isLive } = useWorkspace()
  return (
    <header className="grid shrink-0 gap-2 border-b border-line bg-surface px-3 py-2">
      <div className="flex min-w-0 flex-wrap items-center gap-2">
        <Link
          href={back}
          prefetch={false}
          aria-label="Back to the list"
          className="grid size-8 place-items-center rounded-md text-muted hover:bg-sunken"
        >
          <ArrowLeft size={16} aria-hidden />
        </Link>
        <ObjectMark kind={kind} verb={verb} tight />
        <h1 className="min-w-0 truncate text-lg font-semibold tracking-tight">{name}</h1>
        {draft ? (
          <span className="rounded-sm bg-warning-soft px-1.5 py-0.5 text-xs font-medium text-warning">Draft</span>
        ) : (
          <span className="rounded-sm bg-accent-soft px-1.5 py-0.5 text-xs font-medium text-accent">
            {isLive || kind === 'table' ? 'Live' : 'Published'}
          </span>
        )}
        <SaveMark state={state} />
        <div className="ml-auto flex flex-wrap items-center justify-end gap-1 sm:gap-1.5">
          {problems > 0 && (
            <Button look="quiet" size="sm" className="text-danger" onClick={props.onProblems}>
              <CircleAlert size={16} aria-hidden /> {problems}{' '}
              <span className="max-md:sr-only">{problems === 1 ? 'problem' : 'problems'}</span>
            </Button>
          )}
          {kind === 'query' && (
            <AuthMenu
              designer={designer}
              auth={object === null ? '' : nameOf(argumentOf(object, 'auth'))}
              tables={props.authTables}
            />
          )}
          <Button
            look="quiet"
            size="sm"
            icon
            aria-label="Undo"
            title="Undo (Ctrl+Z)"
            disabled={!canUndo}
            onClick={() => designer.undo()}
          >
            <Undo2 size={16} aria-hidden />
          </Button>
          <Button
            look="quiet"
            size="sm"
            icon
            aria-label="Redo"
            title="Redo (Ctrl+Shift+Z)"
            disabled={!canRedo}
            onClick={() => designer.redo()}
          >
            <Redo2 size={16} aria-hidden />
          </Button>
          <Button look="quiet" size="sm" icon aria-label="History" title="History" onClick={props.onHistory}>
            <History size={16} aria-hidden />
          </Button>
          {props.onTests !== undefined && (
            <Button look="quiet" size="sm" icon aria-label="Tests" title="Tests" onClick={props.onTests}>
              <FlaskConical size={16} aria-hidden />
            </Button>
          )}
          {props.onRun !== undefined && (
            <Button look="outline" size="sm" onClick={props.onRun} title="Run (Ctrl+Enter)">
              <Play size={14} aria-hidden /> <span className="max-sm:sr-only">Run</span>
            </Button>
          )}
          <Button size="sm" onClick={props.onPublish} title="Publish (Ctrl+P)">
            Publish
          </Button>
        </div>
      </div>
      <div className="flex min-w-0 flex-wrap items-center gap-2">
        <Segments
          label="View"
          value={props.view}
          segments={VIEWS.filter(({ value }) => props.views.includes(value))}
          onChange={props.onView}
        />
        {props.coverage}
        {url !== null && (
          <span className="flex min-w-0 flex-1 items-center justify-end text-muted">
            <code className="truncate font-mono text-xs">{url}</code>
            <CopyButton size="sm" text={url} label="public URL" />
          </span>
        )}
      </div>
    </header>
  )
}
