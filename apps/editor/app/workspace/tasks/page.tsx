import type { Metadata } from 'next'
import { TasksPage } from '../../../src/workspace/list-pages.tsx'

export const metadata: Metadata = { title: 'Tasks' }

const Page = () => <TasksPage />

export default Page
