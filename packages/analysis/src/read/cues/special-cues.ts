import type { SpecialKind } from '@rumoer/contracts'
import type { CueList } from '../../language/cue-trie.ts'

const cue = (label: SpecialKind, text: string) => ({ label, weight: 1, cues: text.split('|').map((part) => part.trim()) })

/** What is said of a person, not of a place: a church that is dirty or a hospital that is closed is no cue. */
export const SPECIAL_CUES: CueList<SpecialKind> = [
  cue(
    'health',
    'psychose|psychotisch|verwarde man|verwarde vrouw|verwarde persoon|verward persoon|dementie|dement|alzheimer|depressie|depressief|zelfmoord|suïcide|suïcidaal|burn-out|schizofrenie|borderline|autisme|autist|autistisch|adhd|kanker heeft|heeft kanker|chemotherapie|hiv|epilepsie|diabetes|copd|verslaafd|verslaafde|alcoholist|drugsverslaafde|junk|junkie|psychiatrisch|psychiater|ggz|mijn medicijnen|zijn medicijnen|haar medicijnen|ernstig ziek|chronisch ziek|ongeneeslijk|verstandelijk beperkt|verstandelijke beperking|zwanger|miskraam|hartaanval|beroerte|herseninfarct',
  ),
  cue(
    'crime',
    'drugsdealer|dealer|dealers|drugs dealen|crimineel|criminelen|strafblad|veroordeeld|veroordeelde|tbs|pedofiel|pedo|verkracht|verkrachting|aangerand|aanranding|mishandelt|mishandeld|mishandeling|huiselijk geweld|inbreker|inbrekers|steekpartij|neergestoken|wietplantage|hennepkwekerij|witwassen|afpersing|bedreigt mij|bedreigd door|stalkt|stalker|stalking|gearresteerd|aangehouden voor',
  ),
  cue(
    'religion',
    'moslim|moslims|islamiet|islamitisch|jood|joden|joods|christen|christenen|christelijk gezin|katholiek gezin|hindoe|hindoes|jehova|jehova’s getuige|gelovig|gelovige|gelovigen|bekeerd tot|hoofddoek|boerka|nikab|salafist|salafisten',
  ),
  cue(
    'politics',
    'stemt pvv|pvv-stemmer|pvv stemmer|pvv stemmers|fvd-stemmer|stem zelf op|lid van de pvv|lid van de vvd|lid van de sp|lid van het cda|lid van denk|lid van forum|extreemrechts|extreemlinks|neonazi|nazi|fascist|communist|jihadist',
  ),
]
