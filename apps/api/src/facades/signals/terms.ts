import type { DEFAULT_TAXONOMY } from '@rumoer/contracts'
import { FACADE_PATHS } from '../../plugins/security.ts'
import { PUBLIC_CATEGORIES, type PublicCategory } from '../public-category.ts'

const [, BASE] = FACADE_PATHS
export const TERMS = `${BASE}/terms/categories`

type Main = (typeof DEFAULT_TAXONOMY)['categories'][number]
const mainPath = (main: { slug: string }) => `${TERMS}/${main.slug}`
const subPath = ({ main, sub }: Pick<PublicCategory, 'main' | 'sub'>) => `${mainPath(main)}/sub_categories/${sub.slug}`

/** The sub category that an address of ours stands for; with or without a host before it, or a slash after it. */
export function categoryAt(address: string): PublicCategory | undefined {
  const path = (URL.parse(address)?.pathname ?? address).replace(/\/$/, '')
  return PUBLIC_CATEGORIES.find((one) => subPath(one) === path)
}

export const toSubTerm = ({ main, sub }: Pick<PublicCategory, 'main' | 'sub'>) => ({
  _links: { self: { href: subPath({ main, sub }) } },
  _display: `${sub.name} (${main.name})`,
  name: sub.name,
  slug: sub.slug,
  handling: '',
  departments: sub.departments,
  is_active: true,
  description: null,
  handling_message: null,
})

export const toMainTerm = (main: Main) => ({
  _links: { self: { href: mainPath(main) } },
  _display: main.name,
  name: main.name,
  slug: main.slug,
  sub_categories: main.subcategories.map((sub) => toSubTerm({ main, sub })),
})
