import type { StatementModule } from '../../../define/types.ts'
import * as deleteFile from './delete-file.ts'
import * as getFileInfo from './get-file-info.ts'
import * as listDirectory from './list-directory.ts'
import * as readFile from './read-file.ts'
import * as signUrl from './sign-url.ts'
import * as uploadFile from './upload-file.ts'

/** Statements of Azure Blob Storage. */
export const azure: readonly StatementModule[] = [uploadFile, readFile, signUrl, listDirectory, deleteFile, getFileInfo]
