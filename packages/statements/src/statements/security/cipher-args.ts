import { cipherNames } from '../../crypto/cipher.ts'
import { choice, required } from '../../define/parameters.ts'
import type { Parameter } from '../../define/types.ts'

/** How data is encrypted. */
export const cipherArgs: Readonly<Record<string, Parameter>> = {
  algorithm: choice(cipherNames, 'Algorithm', 'gcm also notices when the data was changed.'),
  key: required('text', 'Key', '32 bytes for 256, 24 for 192, 16 for 128.'),
  iv: required('text', 'Initialization vector', '16 bytes for cbc, 12 for gcm; a new one for each text.'),
}
