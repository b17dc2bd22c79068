import type { Ports } from '@cairn/statements'
import type { Exchange } from './exchange.ts'

/** Told of the requests of one endpoint. What it does stands in the way of every request: plain assignments, no waiting. */
export interface RequestWatch {
  /** The ports that the stack runs with: those given, or others around them that remember. */
  ports(given: Ports): Ports
  /** Its answer is out, and `ms` passed since its endpoint was found. */
  ended(exchange: Exchange, ms: number): void
}
