import { Database, History, House, Library, Settings, Timer, Webhook, type LucideIcon } from 'lucide-react'
import type { Pages } from './addresses.ts'

/** The places of a workspace, as the navigation and the palette list them. */
export const PLACES: readonly { label: string; path: string; to: (pages: Pages) => string; icon: LucideIcon }[] = [
  { label: 'Overview', path: '/workspace', to: (pages) => pages.overview(), icon: House },
  { label: 'Database', path: '/workspace/database', to: (pages) => pages.database(), icon: Database },
  { label: 'API', path: '/workspace/api', to: (pages) => pages.api(), icon: Webhook },
  { label: 'Library', path: '/workspace/library', to: (pages) => pages.library(), icon: Library },
  { label: 'Tasks', path: '/workspace/tasks', to: (pages) => pages.tasks(), icon: Timer },
  { label: 'History', path: '/workspace/history', to: (pages) => pages.history(), icon: History },
  { label: 'Settings', path: '/workspace/settings', to: (pages) => pages.settings(), icon: Settings },
]
