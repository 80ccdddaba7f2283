import { useQuery } from '@tanstack/react-query'
import { areasQuery } from '../lib/queries.ts'
import { useReplayId } from '../lib/replay.ts'
import { useText } from '../lib/text.ts'
import { Choice } from './choice.tsx'

const ALL = 'all'

/** A wijk or a buurt; buurten stand under their wijk. */
export function AreaChoice({ value, onChange }: { value: string | undefined; onChange: (code: string | undefined) => void }) {
  const text = useText()
  const { data: areas = [] } = useQuery(areasQuery(useReplayId()))
  const wijken = areas.filter((area) => area.level === 'wijk').sort((a, b) => a.name.localeCompare(b.name, 'nl'))
  const buurten = areas.filter((area) => area.level === 'buurt').sort((a, b) => a.name.localeCompare(b.name, 'nl'))
  const options = [
    { id: ALL, name: text('filter.anyArea') },
    ...wijken.flatMap((wijk) => [
      { id: wijk.code, name: wijk.name },
      ...buurten.filter((buurt) => buurt.parentCode === wijk.code).map((buurt) => ({ id: buurt.code, name: `\u2003${buurt.name}` })),
    ]),
    ...buurten
      .filter((buurt) => !wijken.some((wijk) => wijk.code === buurt.parentCode))
      .map((buurt) => ({ id: buurt.code, name: buurt.name })),
  ]
  return (
    <Choice
      label={text('filter.area')}
      quietLabel
      neutral={ALL}
      value={value ?? ALL}
      options={options}
      onChange={(code) => onChange(code === ALL ? undefined : code)}
    />
  )
}
