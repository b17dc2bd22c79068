import { Blocks, Database, FunctionSquare, Puzzle, Timer, Webhook, Zap, type LucideIcon } from 'lucide-react'

const ICONS: Readonly<Record<string, LucideIcon>> = {
  table: Database,
  query: Webhook,
  function: FunctionSquare,
  task: Timer,
  middleware: Blocks,
  addon: Puzzle,
  table_trigger: Zap,
}

const TONES: Readonly<Record<string, string>> = {
  GET: 'bg-blue-soft text-blue',
  POST: 'bg-accent-soft text-accent',
  PUT: 'bg-warning-soft text-warning',
  PATCH: 'bg-violet-soft text-violet',
  DELETE: 'bg-danger-soft text-danger',
}

/** The icon of a kind of object. */
export const ObjectIcon = ({ kind, size }: { kind: string; size: number }) => {
  const Icon = ICONS[kind] ?? Blocks
  return <Icon size={size} aria-hidden />
}

export interface ObjectMarkProps {
  kind: string
  verb: string | null
  /** Beside a name alone; in a list all marks are as wide as a verb. */
  tight?: boolean
}

/** The verb of an endpoint, or the icon of any other object. */
export const ObjectMark = ({ kind, verb, tight = false }: ObjectMarkProps) => {
  return verb === null ? (
    <span className={`grid shrink-0 place-items-center text-muted ${tight ? 'w-5' : 'w-14'}`} title={kind}>
      <ObjectIcon kind={kind} size={16} />
    </span>
  ) : (
    <span
      className={`w-14 shrink-0 rounded-sm py-0.5 text-center text-[0.6875rem] font-semibold tracking-wide ${TONES[verb] ?? 'bg-sunken text-muted'}`}
    >
      {verb}
    </span>
  )
}
