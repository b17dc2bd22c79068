import type { StatementModule } from '../../define/types.ts'
import * as addToArchive from './add-to-archive.ts'
import * as createArchive from './create-archive.ts'
import * as deleteFromArchive from './delete-from-archive.ts'
import * as extract from './extract.ts'
import * as viewContents from './view-contents.ts'

/** Statements of zip archives, in the order of the palette. */
export const zip: readonly StatementModule[] = [createArchive, addToArchive, deleteFromArchive, extract, viewContents]
