import { required } from '../../../define/parameters.ts'
import type { Parameter } from '../../../define/types.ts'

/** How Amazon S3 is reached. */
export const s3AccountArgs: Readonly<Record<string, Parameter>> = {
  bucket: required('text', 'Bucket', 'The name of the bucket.'),
  region: required('text', 'Region', 'Where it is.'),
  key: required('text', 'Access key', 'Says who asks.'),
  secret: required('text', 'Secret', 'Proves who asks.'),
}
