import { ApiError, createEditorClient } from '@cairn/contract'
import { fetchOnce } from './early-answers.ts'

/** The editor's API on the server that sent this page. */
export const api = createEditorClient('', fetchOnce)

/** What to tell a person about an error. */
export const explain = (error: Error): string =>
  error instanceof ApiError ? error.message : 'Cairn can not be reached. Check that it is running, then try again.'
