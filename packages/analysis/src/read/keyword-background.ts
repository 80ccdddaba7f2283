import { stemOf } from '../language/stem.ts'

const WORDS = `
  straat straten buurt wijk stad dorp gemeente huis huizen woning mensen bewoners bewoner inwoners buren buurman kinderen kind man vrouw jongens iemand niemand iedereen
  plek plaats plekken hoek kant deur ding dingen iets probleem problemen situatie zaak manier idee vraag vragen antwoord reactie actie
  dag week maand jaar uur tijd keer moment ochtend middag avond nacht weekend zomer winter maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
  weg auto auto's fiets lopen loopt rijden fietsen staan liggen ligt staat zitten zit hangen hangt komen gaan doen maken kijken kijk zien horen gehoord bellen gebeld mailen melden gemeld
  gebeuren gebeurt gebeurd blijven blijft krijgen geven gegeven nemen houden laten zetten gezet zorgen helpen hulp werken werkt betalen betaal vragen zeggen denken vinden lijkt snap begrijp
  nieuw nieuwe oude oud grote groot kleine klein hele veel weinig halve andere eigen mooie goede laatste eerste tweede derde lange
  foto foto's filmpje bericht post reacties facebook app telefoon nummer naam adres website mail
  gelukkig waarschijnlijk ineens plotseling onderhand intussen gisteren vandaag morgen straks overdag wakker zelfde verschillende mogelijk gemiddeld
  gebruik gebruiken oplossing oplossen opgelost regelen geregeld kosten geld euro prijs begin einde rest deel soort groep aantal stukje eind
  wethouder burgemeester college raad ambtenaar ambtenaren politie handhaving beleid plan plannen
  hoop wens lijst punt kans reden verschil gevolg last moeite zin gevoel aandacht
`

/** Stems of content words that turn up in messages about anything. Written by hand. */
export const BACKGROUND: ReadonlySet<string> = new Set(
  WORDS.split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => stemOf(word)),
)
