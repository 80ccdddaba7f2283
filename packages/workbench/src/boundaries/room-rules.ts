/** Who may import what, as the architecture has it. Rooms that stand in no row may import no room at all. */
export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'packages/contracts': [],
  'packages/analysis': ['contracts'],
  'packages/store': ['contracts'],
  'packages/walk': ['contracts', 'analysis', 'store'],
  'packages/simulator': ['contracts'],
  'packages/workbench': ['contracts', 'analysis', 'store', 'walk', 'simulator', 'workbench'],
  'apps/api': ['contracts', 'analysis', 'store', 'walk', 'simulator'],
  'apps/cli': ['contracts', 'analysis', 'store', 'walk', 'simulator'],
  'apps/wall': ['contracts'],
}

/** The one way into the workbench: `rumoer bench` loads the benchmarks when it is asked to, and not before. */
export const ONLY_DYNAMIC: Readonly<Record<string, string>> = { '@rumoer/workbench/bench': 'apps/cli' }

/** Inner folders of a room, and the sibling folders each may import. A folder may always import itself; `*` is every folder that is not named. */
export const INNER_RULES: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'packages/analysis/src': {
    normalise: ['language', 'maths'],
    read: ['language', 'maths'],
    cluster: ['language', 'maths'],
    detect: ['language', 'maths'],
    decide: ['language', 'maths'],
    language: ['maths'],
    maths: [],
  },
  'apps/wall/src': {
    features: ['charts', 'map', 'ui', 'lib'],
    charts: ['ui', 'lib'],
    map: ['ui', 'lib'],
    ui: ['lib'],
    lib: [],
    stream: ['lib'],
  },
}

/** Folders whose own folders may not import each other. */
export const STRANGERS = ['apps/wall/src/features']

/** Libraries that only one room, or one folder of it, may know; a benchmark that measures against one knows it too. */
export const KEPT_BY: readonly { libraries: RegExp; folders: readonly string[] }[] = [
  { libraries: /^(drizzle-orm|drizzle-kit|pg|@electric-sql\/.*)(\/|$)/, folders: ['packages/store/'] },
  { libraries: /^natural(\/|$)/, folders: ['packages/analysis/src/language/', 'packages/workbench/src/bench/reading/'] },
  { libraries: /^recharts(\/|$)/, folders: ['apps/wall/src/charts/'] },
]

/** Modules of Node that think nothing: the analysis may know these and no other. */
export const PURE_NODE_MODULES = ['node:module']
