import type { Prisma, PrismaClient } from './prisma/client.ts'

export type Transaction = Prisma.TransactionClient

/** Prisma, imported and connected on first use only: a process that just serves never loads it. */
export interface Records {
  client(): Promise<PrismaClient>
  transaction<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result>
  close(): Promise<void>
}

export const createRecords = (url: string): Records => {
  let opening: Promise<PrismaClient> | null = null
  const client = () => (opening ??= open(url))
  return {
    client,
    transaction: async (work) => (await client()).$transaction(work, { maxWait: 10_000, timeout: 60_000 }),
    async close() {
      if (opening === null) return
      const opened = await opening
      opening = null
      await opened.$disconnect()
    },
  }
}

const open = async (url: string): Promise<PrismaClient> => {
  const [{ PrismaClient: Client }, { PrismaPg: Adapter }] = await Promise.all([
    import('./prisma/client.ts'),
    import('@prisma/adapter-pg'),
  ])
  return new Client({ adapter: new Adapter({ connectionString: url, max: 4 }, { schema: 'cairn' }) })
}
