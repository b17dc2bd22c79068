import type { Metadata } from 'next'
import { ApiPage } from '../../../src/workspace/api-page.tsx'

export const metadata: Metadata = { title: 'API' }

const Page = () => <ApiPage />

export default Page
