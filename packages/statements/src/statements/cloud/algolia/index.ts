import type { StatementModule } from '../../../define/types.ts'
import * as deleteObject from './delete-object.ts'
import * as request from './request.ts'
import * as saveObject from './save-object.ts'
import * as saveObjects from './save-objects.ts'
import * as search from './search.ts'
import * as setSettings from './set-settings.ts'

/** Statements of Algolia. */
export const algolia: readonly StatementModule[] = [request, search, saveObject, saveObjects, deleteObject, setSettings]
