import type { Metadata } from 'next'
import { SettingsPage } from '../../../src/settings/settings-page.tsx'

export const metadata: Metadata = { title: 'Settings' }

const Page = () => <SettingsPage />

export default Page
