import { required } from '../../../define/parameters.ts'
import type { Parameter } from '../../../define/types.ts'

/** How Google Cloud Storage is reached. */
export const googleAccountArgs: Readonly<Record<string, Parameter>> = {
  service_account: required('any', 'Service account', 'The JSON key of the account that asks.'),
  bucket: required('text', 'Bucket', 'The name of the bucket.'),
}
