import type { Metadata } from 'next'
import { TasksPage } from '../../../src/tasks/tasks-page.tsx'

export const metadata: Metadata = { title: 'Tasks' }

const Page = () => <TasksPage />

export default Page
