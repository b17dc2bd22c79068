import { startTour } from '../tour/use-tour.ts'
import { pages } from '../workspace/addresses.ts'

/** Something the palette does, by its name. */
export interface PaletteAction {
  label: string
  /** The page where it begins. */
  to?: (workspace: number) => string
  act?: () => void
}

const asking = (address: string, what: string): string => `${address}&new=${what}`

/** What can be begun from anywhere. */
export const ACTIONS: readonly PaletteAction[] = [
  { label: 'Add API endpoint', to: (id) => asking(pages.api(id), 'endpoint') },
  { label: 'Add API group', to: (id) => asking(pages.api(id), 'group') },
  { label: 'Add table', to: (id) => asking(pages.database(id), 'table') },
  { label: 'Add function', to: (id) => asking(pages.library(id), 'function') },
  { label: 'Add task', to: (id) => asking(pages.tasks(id), 'task') },
  { label: 'Invite somebody', to: (id) => pages.settings(id, 'members') },
  { label: 'Set an environment variable', to: (id) => pages.settings(id, 'variables') },
  { label: 'Merge a branch or make it live', to: (id) => pages.settings(id, 'branches') },
  { label: 'Import or export files', to: (id) => pages.settings(id, 'folder') },
  { label: 'Take the tour', act: startTour },
]
