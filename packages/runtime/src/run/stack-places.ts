/** Where the statements of a compiled stack stand, by number, for whatever fails in it. */
export interface StackPlaces {
  addresses: string[]
  /** Their names: `api.lambda`. */
  statements: string[]
  object: { kind: string; name: string } | null
}
