import type { Ports } from '@cairn/statements'

/** Ports that tell the calls of what runs beside a stack from the stack's own. */
export interface LanedPorts extends Ports {
  /** The same ports for what runs beside, on `db`. */
  beside(db: Ports['db']): Ports
  /** What ran on them has ended. */
  end(): void
  /** How many calls there were. */
  position(): number
  /** A stack begins again: the calls since `position` do not count. */
  rewind(position: number): void
}

export const isLaned = (ports: Ports): ports is LanedPorts => 'beside' in ports
