/** The migrations as Node finds them on disk. In a browser build: `import.meta.glob('…/migrations/*.sql', ?raw)`. */
import { readdir, readFile } from 'node:fs/promises'
import type { Migration } from './migrate.ts'

const folder = new URL('../migrations/', import.meta.url)

export async function migrationFiles(): Promise<readonly Migration[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.sql'))
  return Promise.all(
    files.map(async (name) => ({
      name: name.replace(/\.sql$/, ''),
      sql: await readFile(new URL(name, folder), 'utf8'),
    })),
  )
}
