import type { CueList } from '../language/cue-trie.ts'

/** What people name when they speak of danger to life or of what a town cannot do without; in Dutch, and the same in English. */
export const DANGER_WORDS: CueList<'danger'> = [
  // Fire.
  'brand|brandlucht|vlammen|explosie|ontploffing|ontploft|vonken|fire|explosion',
  // Gas and poison.
  'gaslucht|gaslek|gas lek|gasgeur|koolmonoxide|giftig|chemische lucht|gas leak',
  // Violence.
  'steekpartij|neergestoken|schietpartij|geschoten|schoten gehoord|vechtpartij|met een mes|vuurwapen|stabbed|stabbing|shooting|shots',
  // Water.
  'geen water|drinkwater|waterleiding gesprongen|overstroming|no water|drinking water|flood',
  // Power.
  'geen stroom|zonder stroom|stroomuitval|stroomstoring|stroom uit|stroom uitgevallen|onder stroom|losse stroomkabel|stroomkabel|kabel geraakt|no power|power cut',
  // What gives way, and who is hurt.
  'instortingsgevaar|ingestort|instorten|zinkgat|ontruimd|evacuatie|geëvacueerd|gewond|gewonden|zwaargewond|levensgevaar|levensgevaarlijk|reanimatie|collapsed|evacuated|injured',
].map((cues) => ({ label: 'danger', weight: 1, cues: cues.split('|') }))

/** How people say that they have something from others and do not know it themselves. */
export const RUMOUR_WORDS: CueList<'rumour'> = [
  'gerucht|geruchten|roddel|roddels|nepnieuws|fabeltje|schijnt|naar verluidt|ze zeggen|men zegt|wordt gezegd|iemand zei|iemand vertelde',
  'hoor dat|hoorde dat|hoor ik|hoorde ik|hoor net|hoor van|hoorde van|gehoord|horen dat|via via|las dat|las ergens|las op facebook|lees op facebook|lees dat',
  'klopt het|klopt dit|klopt dat|is het waar|is dat waar|is dit waar|gaat rond|ging rond|doet de ronde|doofpot|volgens de buren',
  'rumour|rumours|rumor|i heard|people say|they say|is it true',
].map((cues) => ({ label: 'rumour', weight: 1, cues: cues.split('|') }))
