import type { Metadata } from 'next'
import { DocumentationPage } from '../../../src/documentation/documentation-page.tsx'

export const metadata: Metadata = { title: 'Documentation' }

const Page = () => <DocumentationPage />

export default Page
