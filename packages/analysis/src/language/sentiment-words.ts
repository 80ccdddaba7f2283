const setOf = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter((word) => word !== ''))

/** Words that turn what follows (or, for "niet" behind a verb, what stands just before). */
export const NEGATORS = setOf(
  'niet geen nooit niets niks nergens niemand zonder noch nauwelijks amper allerminst allesbehalve evenmin nimmer geenszins',
)
/** The scope of a negation does not pass these, nor punctuation. */
export const SCOPE_ENDS = setOf('maar omdat want echter doch hoewel terwijl')
export const TURNS = setOf('maar echter doch alleen')
/** Factor on the next word that carries feeling. */
export const INTENSIFIERS: ReadonlyMap<string, number> = new Map([
  ...[
    'heel',
    'erg',
    'zeer',
    'echt',
    'zo',
    'bijzonder',
    'best',
    'flink',
    'behoorlijk',
    'knap',
    'hartstikke',
    'super',
    'kei',
    'mega',
    'enorm',
    'ontzettend',
    'vreselijk',
    'verschrikkelijk',
    'ongelofelijk',
    'ongelooflijk',
    'onwijs',
    'waanzinnig',
    'absoluut',
    'volkomen',
    'volledig',
    'totaal',
    'helemaal',
    'compleet',
    'uiterst',
    'ronduit',
    'gewoonweg',
    'door',
    'extreem',
    'bizar',
    'gruwelijk',
    'kapot',
    'dik',
    'veel',
    'zwaar',
    'uitermate',
    'ontiegelijk',
    'belachelijk',
    'intens',
    'werkelijk',
    'oprecht',
    'alleraardigst',
    'super-de-super',
    'allemachtig',
    'verdomd',
    'verdraaid',
    'verrekte',
  ].map((word) => [word, ['heel', 'erg', 'zeer', 'echt', 'zo', 'best', 'behoorlijk', 'door'].includes(word) ? 1.3 : 1.5] as const),
])
export const DAMPERS: ReadonlyMap<string, number> = new Map(
  [
    'beetje',
    'wat',
    'vrij',
    'enigszins',
    'redelijk',
    'ietwat',
    'iets',
    'tamelijk',
    'lichtelijk',
    'soms',
    'bijna',
    'licht',
    'ietsje',
    'tikje',
    'nogal',
    'misschien',
    'mogelijk',
  ].map((word) => [word, word === 'nogal' ? 0.9 : 0.6] as const),
)
/** After "te" these are too much of something: "te hard", "te duur". Any adjective counts, these words do not. */
export const NOT_AFTER_TE = setOf(
  'doen gaan maken zien komen zijn hebben worden krijgen geven nemen zeggen vinden weten houden laten staan leggen zetten brengen halen kijken lezen schrijven werken wonen leven lopen rijden fietsen parkeren spelen eten drinken koop huur voet horen helpen regelen melden bellen vragen veel gast vinden leren betalen bestellen genieten proeven bezoeken wachten vroeg bedanken pakken raden versmaden merken klagen wensen',
)
/** Words that have a feeling of their own after "te". */
export const TOO = setOf(
  'hard duur laat weinig lang klein druk groot smal krap vol snel traag langzaam luid zout zoet koud warm heet donker licht dicht ver veel vet droog flauw zuur pittig gaar rauw moeilijk ingewikkeld gevaarlijk laag hoog oud jong kort dun dik zacht steil glad nat gek bizar belachelijk triest',
)
