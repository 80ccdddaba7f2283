import { posix } from 'node:path'
import { INNER_RULES, KEPT_BY, MAY_IMPORT, ONLY_DYNAMIC, PURE_NODE_MODULES, STRANGERS } from './room-rules.ts'
import { type Import, importsOf, isTestCode, type PackageFile, packageOf, type SourceFile, withoutComments } from './source-file.ts'

const SQL =
  /['"`]\s*(select\s[\s\S]*?\sfrom\s|insert\s+into\s|update\s+\w+\s+set\s|delete\s+from\s|create\s+(table|index|database|schema)\s|alter\s+table\s|drop\s+(table|database|schema)\s)/i
const LINES_ALARM = 400
const EMPTY_NAMES = new Set(['utils', 'util', 'helpers', 'helper', 'common', 'manager', 'misc'])
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)+$/
/** Tables of words and messages: long because the language is. */
const DATA_FILES = /^packages\/simulator\/src\/patterns\/|\.json$/

/** Everything in the files that the architecture forbids, one sentence each. */
export function findBreaches(files: readonly SourceFile[], packages: readonly PackageFile[]): string[] {
  return files.flatMap((file) => {
    const room = packages.find(({ folder }) => file.path.startsWith(`${folder}/`))
    if (!room) return [`${file.path}: stands in no room`]
    const imports = importsOf(file.text)
    return [
      ...imports.flatMap((one) => importBreaches(file, one, room, packages)),
      ...textBreaches(file, room),
      ...shapeBreaches(file),
    ].map((breach) => `${file.path}: ${breach}`)
  })
}

function importBreaches(file: SourceFile, one: Import, room: PackageFile, packages: readonly PackageFile[]): string[] {
  const { specifier } = one
  if (specifier.startsWith('.')) return relativeBreaches(file, specifier, room)
  if (specifier.startsWith('node:')) return nodeBreaches(file, specifier, room)
  const keeper = KEPT_BY.find(({ libraries }) => libraries.test(specifier))
  if (keeper && !keeper.folders.some((folder) => file.path.startsWith(folder)))
    return [`imports ${specifier}, which only ${keeper.folders[0]} may know`]
  return [...roomBreaches(one, room, packages), ...listedBreaches(file, one, room)]
}

function roomBreaches({ specifier, dynamic }: Import, room: PackageFile, packages: readonly PackageFile[]): string[] {
  const target = packages.find(({ name }) => name === packageOf(specifier))
  if (!target || target === room) return []
  if (ONLY_DYNAMIC[specifier] === room.folder && dynamic) return []
  const allowed = MAY_IMPORT[room.folder] ?? []
  return allowed.some((name) => target.folder === `packages/${name}`) ? [] : [`${room.folder} may not import ${specifier}`]
}

function listedBreaches(file: SourceFile, { specifier, typeOnly }: Import, room: PackageFile): string[] {
  const name = packageOf(specifier)
  if (name === room.name) return []
  const forTools = isTestCode(file.path) || typeOnly || /\.config\.ts$/.test(file.path) || room.folder === 'packages/workbench'
  const listed = [...room.dependencies, ...(forTools ? [...room.devDependencies, 'vitest'] : [])]
  const known = listed.includes(name) || (typeOnly && listed.includes(`@types/${name}`))
  return known ? [] : [`imports ${name}, which its package.json does not list`]
}

function relativeBreaches(file: SourceFile, specifier: string, room: PackageFile): string[] {
  const target = posix.join(posix.dirname(file.path), specifier)
  if (room.folder === 'packages/workbench' && target.startsWith('apps/')) return []
  if (!target.startsWith(`${room.folder}/`)) return [`reaches out of its room: ${specifier}`]
  for (const [root, rules] of Object.entries(INNER_RULES)) {
    const [from, to] = [folderIn(root, file.path), folderIn(root, target)]
    if (from === null || to === null || from === to) continue
    const allowed = rules[from]
    if (allowed && !allowed.includes(to)) return [`${from} may not import ${to}: ${specifier}`]
  }
  for (const root of STRANGERS) {
    const [from, to] = [folderIn(root, file.path), folderIn(root, target)]
    if (from !== null && to !== null && from !== to) return [`${from} and ${to} are strangers: ${specifier}`]
  }
  return []
}

/** The folder directly below `root` that holds the path; '' for a file in `root` itself, null outside it. */
function folderIn(root: string, path: string): string | null {
  if (!path.startsWith(`${root}/`)) return null
  const [first, ...rest] = path.slice(root.length + 1).split('/')
  return rest.length === 0 ? '' : first!
}

function nodeBreaches(file: SourceFile, specifier: string, room: PackageFile): string[] {
  if (isTestCode(file.path)) return []
  if (room.folder === 'packages/analysis' && !PURE_NODE_MODULES.includes(specifier))
    return [`thinks, and may not touch the world: ${specifier}`]
  return []
}

function textBreaches(file: SourceFile, room: PackageFile): string[] {
  const code = withoutComments(file.text)
  const breaches: string[] = []
  const isTool = room.folder === 'packages/workbench'
  const isTest = isTestCode(file.path)
  if (room.folder !== 'packages/store' && !isTest && SQL.test(code)) breaches.push('speaks SQL, which only the store does')
  // Handing the whole environment on (to `readConfig`, to a child process) reads nothing.
  const readsEnvironment = /\bprocess(\.env|\[['"]env['"]\])\s*(\??\.|\[)|\}\s*=\s*process\.env\b/.test(code)
  if (readsEnvironment && !isTool && !isTest && !/^apps\/\w+\/(src\/config|[\w.-]+\.config)\.ts$/.test(file.path)) {
    breaches.push('reads process.env outside the config.ts of an app')
  }
  const mayPrint = isTool || isTest || room.folder === 'apps/cli' || /\/main\.tsx?$/.test(file.path)
  if (/(^|[^.\w'"`])console\.\w+\(/m.test(code) && !mayPrint) breaches.push('prints to the console')
  if (
    room.folder === 'packages/analysis' &&
    !isTest &&
    /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.|\bperformance\.now\(/.test(code)
  ) {
    breaches.push('thinks, and may not use clock, chance or process')
  }
  if (room.folder === 'packages/walk' && !isTest && /\bDate\.now\(|\bnew Date\(\)/.test(code))
    breaches.push('uses the clock of the machine: the clock is a parameter')
  return breaches
}

function shapeBreaches({ path, text }: SourceFile): string[] {
  const parts = path.split('/')
  const name = parts.at(-1)!
  const lines = text.split('\n').length - 1
  return [
    ...(KEBAB.test(name) ? [] : [`is not named in kebab-case: ${name}`]),
    ...parts.flatMap((part) =>
      part
        .split(/[-.]/)
        .filter((word) => EMPTY_NAMES.has(word))
        .map((word) => `says nothing with its name: ${word}`),
    ),
    ...(lines > LINES_ALARM && !DATA_FILES.test(path) ? [`has ${lines} lines, the alarm is at ${LINES_ALARM}`] : []),
  ]
}
