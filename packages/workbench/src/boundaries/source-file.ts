/** One source file of the repository, by its path with `/`. */
export type SourceFile = { path: string; text: string }

/** What a package.json says of itself, and the folder it stands in, such as `packages/walk`. */
export type PackageFile = { folder: string; name: string; dependencies: readonly string[]; devDependencies: readonly string[] }

export type Import = { specifier: string; typeOnly: boolean; dynamic: boolean }

const STATIC = /^[ \t]*(?:import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?['"]([^'"\n]+)['"]/gm
const DYNAMIC = /\b(?:import|require|createRequire\([^)]*\))\(\s*['"]([^'"\n]+)['"]\s*\)/g

/** What a file imports, at the top and on the way. Words in comments do not count. */
export function importsOf(text: string): Import[] {
  const code = withoutComments(text)
  return [
    ...[...code.matchAll(STATIC)].map(([, type, specifier]) => ({ specifier: specifier!, typeOnly: type !== undefined, dynamic: false })),
    ...[...code.matchAll(DYNAMIC)].map(([, specifier]) => ({ specifier: specifier!, typeOnly: false, dynamic: true })),
  ]
}

/** Code without whole-line comments and block comments; strings stay as they are. */
export const withoutComments = (text: string) => text.replace(/^\s*\/\*[\s\S]*?\*\//gm, '').replace(/^\s*\/\/.*$/gm, '')

/** `@scope/name/inner` → `@scope/name`; `name/inner` → `name`. */
export const packageOf = (specifier: string) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')

/** Tests, and what only tests use, may do what the code itself may not. */
export const isTestCode = (path: string) => /\.test\.tsx?$|\/testing\//.test(path)
