import type { CueList } from '../../language/cue-trie.ts'

/** Words for the municipality, its people and its public space. */
export const MUNICIPAL_CUES: CueList<'municipality'> = [
  {
    label: 'municipality',
    weight: 1,
    cues: `gemeente|gemeentelijke|wethouder|burgemeester|college|gemeenteraad|raadslid|stadhuis|gemeentehuis|ambtenaar|ambtenaren|loket|balie|handhaving|boa|boa's|stadsbeheer|buitendienst|gemeentewerken|klantcontactcentrum|kcc|wijkmanager|wijkagent|melding gemaakt|gemeld|vergunning|belastinggeld|ozb|afvalstoffenheffing|
openbare ruimte|openbaar groen|straatverlichting|lantaarnpaal|stoep|fietspad|wegdek|speeltuin|prullenbak|container|plantsoen|park|riool|milieustraat|parkeerplaats|verkeersbord|verkeerslicht|zwerfafval|grofvuil|hondenpoep|onkruid|groenonderhoud|parkeerbeleid|bestemmingsplan|azc|bewonersavond|inspraak|bestrating|strooien|omgevingsvergunning|wmo|jeugdzorg|paspoort|rijbewijs|uitkering|council|municipality`
      .split('|')
      .map((cue) => cue.trim()),
  },
]
