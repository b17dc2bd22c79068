import type { StatementModule } from '../../define/types.ts'
import * as appendFile from './append-file.ts'
import * as createAttachment from './create-attachment.ts'
import * as createAudio from './create-audio.ts'
import * as createFileResource from './create-file-resource.ts'
import * as createImage from './create-image.ts'
import * as createVideo from './create-video.ts'
import * as deleteFile from './delete-file.ts'
import * as readFileResource from './read-file-resource.ts'
import * as signPrivateUrl from './sign-private-url.ts'

/** Statements of files, in the order of the palette. */
export const storage: readonly StatementModule[] = [
  createImage,
  createVideo,
  createAudio,
  createAttachment,
  createFileResource,
  readFileResource,
  appendFile,
  deleteFile,
  signPrivateUrl,
]
