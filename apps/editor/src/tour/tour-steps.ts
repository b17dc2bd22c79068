import type { Pages } from '../workspace/addresses.ts'

export interface TourStep {
  title: string
  text: string
  /** The page it is about. */
  page: (pages: Pages) => string
}

/** What somebody new is shown, in order. */
export const TOUR: readonly TourStep[] = [
  {
    title: 'Your workspace at a glance',
    text: 'Requests, errors, slow endpoints, drafts that wait, and what the checker found. Base URLs to call are below.',
    page: (pages) => pages.overview(),
  },
  {
    title: 'Tables hold rows',
    text: 'Add columns, type rows in, and turn on the lock of a table to let people sign in with it.',
    page: (pages) => pages.database(),
  },
  {
    title: 'Endpoints answer',
    text: 'Add one with “Endpoint”: empty, from a table, or for signing in. The lock of each is its authentication switch. Open one to assemble what it does, then publish: it is live at once.',
    page: (pages) => pages.api(),
  },
  {
    title: 'Stacks are shared',
    text: 'Functions, addons, middleware and triggers live in the library; every stack can call a function.',
    page: (pages) => pages.library(),
  },
  {
    title: 'Everything is a few letters away',
    text: 'Ctrl K (⌘ K) leads to any page, object or text in any stack, and does what has a name, such as “Add endpoint”.',
    page: (pages) => pages.api(),
  },
]
