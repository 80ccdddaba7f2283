/**
 * Derives `packages/contracts/src/taxonomy-default.json` from the category facts of Signalen (github.com/Amsterdam/signals, MPL-2.0).
 * Run: `node packages/workbench/src/derive/taxonomy.ts ../shared/data/signalen/categories.json`
 */
import { readFileSync, writeFileSync } from 'node:fs'

type Sub = { slug: string; name: string; active: boolean; responsibleDepartments: string[]; sla: { days: number; unit: string } | null }
const [input] = process.argv.slice(2)
if (!input) throw new Error('expected the path of categories.json')
const facts = JSON.parse(readFileSync(input, 'utf8')) as {
  departments: { code: string; name: string }[]
  categories: { slug: string; name: string; subcategories: Sub[] }[]
}
const taxonomy = {
  departments: facts.departments.map(({ code, name }) => ({ code, name })),
  categories: facts.categories.map((main) => ({
    slug: main.slug,
    name: main.name,
    subcategories: main.subcategories
      .filter((sub) => sub.active)
      .map((sub) => ({ slug: sub.slug, name: sub.name, departments: sub.responsibleDepartments, handlingDays: sub.sla?.days ?? null })),
  })),
}
writeFileSync(new URL('../../../contracts/src/taxonomy-default.json', import.meta.url), `${JSON.stringify(taxonomy, null, 1)}\n`)
