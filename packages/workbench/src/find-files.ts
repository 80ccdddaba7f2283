import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

const PASSED_OVER = new Set(['node_modules', '.git', 'dist', 'coverage', '.vite'])

/** Paths below `root` that are ours and wanted, relative to it, with `/`, in order. */
export async function findFiles(root: string, wanted: (path: string) => boolean, folder = ''): Promise<string[]> {
  const found: string[] = []
  const entries = await readdir(join(root, folder), { withFileTypes: true })
  for (const entry of entries.sort((a, b) => a.name.localeCompare(b.name))) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.isDirectory()) {
      if (!PASSED_OVER.has(entry.name) && !entry.name.startsWith('.rumoer')) found.push(...(await findFiles(root, wanted, path)))
    } else if (entry.isFile() && wanted(path)) found.push(path)
  }
  return found
}
