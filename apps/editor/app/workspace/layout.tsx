import type { ReactNode } from 'react'
import { WorkspaceShell } from '../../src/workspace/shell.tsx'

const Layout = ({ children }: { children: ReactNode }) => <WorkspaceShell>{children}</WorkspaceShell>

export default Layout
