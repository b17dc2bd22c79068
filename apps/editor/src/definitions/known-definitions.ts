import definitions from '../generated/definitions.json'
import { catalogueOf, type Catalogue } from './catalogue-of.ts'
import type { Definitions } from './definitions.ts'

/** What is known of statements and filters. It weighs much: pages that may do without it load it with `useDefinitions`. */
export const catalogue: Catalogue = catalogueOf(definitions as unknown as Definitions)
