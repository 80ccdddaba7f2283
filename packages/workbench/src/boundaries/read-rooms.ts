import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { findFiles } from '../find-files.ts'
import { REPOSITORY } from '../repository.ts'
import type { PackageFile, SourceFile } from './source-file.ts'

const SOURCE = /\.(ts|tsx|css)$/

/** The rooms, derived from the folders: every folder of `packages` and `apps` with a package.json. */
export async function readRooms(): Promise<{ packages: PackageFile[]; files: SourceFile[] }> {
  const folders = (await Promise.all(['packages', 'apps'].map(foldersOf))).flat()
  const packages = await Promise.all(folders.map(readPackage))
  const paths = (await Promise.all(folders.map((folder) => findFiles(REPOSITORY, (path) => SOURCE.test(path), folder)))).flat()
  const files = await Promise.all(paths.map(async (path) => ({ path, text: await readFile(join(REPOSITORY, path), 'utf8') })))
  return { packages, files }
}

async function foldersOf(parent: string): Promise<string[]> {
  const entries = await readdir(join(REPOSITORY, parent), { withFileTypes: true })
  return entries
    .filter((entry) => entry.isDirectory() && existsSync(join(REPOSITORY, parent, entry.name, 'package.json')))
    .map(({ name }) => `${parent}/${name}`)
}

/** Reads the package.json of a folder; '.' is the repository's own. */
export async function readPackage(folder: string): Promise<PackageFile> {
  const {
    name,
    dependencies = {},
    devDependencies = {},
  } = JSON.parse(await readFile(join(REPOSITORY, folder, 'package.json'), 'utf8')) as {
    name: string
    dependencies?: Record<string, string>
    devDependencies?: Record<string, string>
  }
  return { folder, name, dependencies: Object.keys(dependencies), devDependencies: Object.keys(devDependencies) }
}
