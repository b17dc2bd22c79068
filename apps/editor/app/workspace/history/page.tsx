import type { Metadata } from 'next'
import { HistoryPage } from '../../../src/requests/history-page.tsx'

export const metadata: Metadata = { title: 'History' }

const Page = () => <HistoryPage />

export default Page
