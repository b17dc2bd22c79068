import { choice, required } from '../../define/parameters.ts'
import { contentAlgorithms, keyAlgorithms } from '../../crypto/token.ts'
import type { Parameter } from '../../define/types.ts'

/** What the older token statements take; imported workspaces still name them. */
export const jweLegacyArgs: Readonly<Record<string, Parameter>> = {
  key: required('text', 'Key', 'The secret.'),
  audience: required('text', 'Audience', 'Whom the token is for.'),
  key_algorithm: choice(keyAlgorithms, 'Key algorithm', 'How the key of the content is wrapped.'),
  content_algorithm: choice(contentAlgorithms, 'Content algorithm', 'How the content is encrypted.'),
}
