import { CircleHelp } from 'lucide-react'
import type { StatementInfo } from '../definitions/definitions.ts'
import { statementIcons } from './statement-icons.ts'

const TONES: Partial<Record<StatementInfo['category'], string>> = {
  database: 'bg-blue-soft text-blue',
  security: 'bg-warning-soft text-warning',
  control: 'bg-violet-soft text-violet',
  api: 'bg-accent-soft text-accent',
  function: 'bg-accent-soft text-accent',
}

/** A statement's icon on the colour of its category. */
export const StatementIcon = ({ info, size = 24 }: { info: StatementInfo | undefined; size?: number }) => {
  const Icon = (info === undefined ? undefined : statementIcons[info.icon]) ?? CircleHelp
  const tone = (info === undefined ? undefined : TONES[info.category]) ?? 'bg-sunken text-muted'
  return (
    <span
      aria-hidden
      className={`grid shrink-0 place-items-center rounded-sm ${tone}`}
      style={{ width: size, height: size }}
    >
      <Icon size={Math.round(size * 0.6)} />
    </span>
  )
}
