import { startTour } from '../tour/use-tour.ts'
import type { Pages } from '../workspace/addresses.ts'

/** Something the palette does, by its name. */
export interface PaletteAction {
  label: string
  /** The page where it begins. */
  to?: (pages: Pages) => string
  act?: () => void
}

const asking = (address: string, what: string): string => `${address}&new=${what}`

/** What can be begun from anywhere. */
export const ACTIONS: readonly PaletteAction[] = [
  { label: 'Add API endpoint', to: (pages) => asking(pages.api(), 'endpoint') },
  { label: 'Add API group', to: (pages) => asking(pages.api(), 'group') },
  { label: 'Add table', to: (pages) => asking(pages.database(), 'table') },
  { label: 'Add function', to: (pages) => asking(pages.library(), 'function') },
  { label: 'Add task', to: (pages) => asking(pages.tasks(), 'task') },
  { label: 'Invite somebody', to: (pages) => pages.settings('members') },
  { label: 'Set an environment variable', to: (pages) => pages.settings('variables') },
  { label: 'Merge a branch or make it live', to: (pages) => pages.settings('branches') },
  { label: 'Import or export files', to: (pages) => pages.settings('folder') },
  { label: 'Take the tour', act: startTour },
]
