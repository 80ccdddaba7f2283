import { houseStyleSheet } from '../lib/house-style.ts'
import { useHouseStyle } from '../lib/use-house-style.ts'

/** Lays the house style of the municipality over the page, as soon as it is known whose it is. */
export function HouseStyleOnPage() {
  const style = useHouseStyle()
  return style && <style>{houseStyleSheet(style)}</style>
}
