import type { Metadata } from 'next'
import { SettingsPage } from '../../../src/workspace/settings-page.tsx'

export const metadata: Metadata = { title: 'Settings' }

const Page = () => <SettingsPage />

export default Page
