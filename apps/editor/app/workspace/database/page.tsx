import type { Metadata } from 'next'
import { DatabasePage } from '../../../src/workspace/database-page.tsx'

export const metadata: Metadata = { title: 'Database' }

const Page = () => <DatabasePage />

export default Page
