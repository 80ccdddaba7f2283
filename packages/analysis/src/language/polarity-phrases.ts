/** Expressions of two to five words that say something else than their words do; −1 to 1. Weights as of single words. */
export const PHRASES: readonly (readonly [number, string])[] = [
  [
    0.9,
    `top geregeld|goed geregeld|goed gedaan|goed bezig|goed werk|goed geholpen|snel geholpen|keurig geholpen|netjes opgelost|snel opgelost|snelle reactie|petje af|duim omhoog|duimpje omhoog|hulde aan|niets dan lof|niks dan lof|geen klachten|niets aan te merken|niks aan te merken|niets op aan te merken
     |niks op aan te merken|de moeite waard|zeker een aanrader|absolute aanrader|echt een aanrader|voor herhaling vatbaar|voor elkaar|niet te versmaden|om van te smullen|om duimen en vingers|vingers bij af te likken|niet beter kunnen|kan niet beter|kon niet beter|te gek|dik in orde|helemaal in orde|in orde gemaakt|in de watten
     |niets te klagen|niks te klagen|geen enkel probleem|komen zeker terug|komen graag terug|komen hier terug|zeker nog terug|zeker terug|ga zo door|blij mee|blij met|wat een verbetering|meer dan tevreden|meer dan goed|ziet er goed uit|ziet er mooi uit|ziet er weer netjes uit|weer schoon|weer veilig|niet snel genoeg aanbevelen|nooit teleurgesteld|lof voor|dank voor|met plezier|op en top|prijs kwaliteit top|goede prijs kwaliteit`,
  ],
  [
    0.5,
    `valt mee|viel mee|valt reuze mee|valt best mee|niet slecht|niet verkeerd|niet gek|niet onaardig|geen probleem|geen moeite|gaat beter|gaat goed|gaat de goede kant op|een stuk beter|steeds beter|zo goed als nieuw|weer gemaakt|is gemaakt|is opgelost|is opgeruimd|is gerepareerd|op tijd|waar voor je geld|goed te doen|zou ik aanraden|kan ik aanraden`,
  ],
  [
    -0.9,
    `niet te doen|niet normaal|niet te geloven|niet te harden|niet om aan te zien|niet meer normaal|om te huilen|om te janken|om je dood te schamen|laat te wensen over|laten te wensen over|liet te wensen over|over de schreef|slaat nergens op|nergens op|kan echt niet|dit kan niet|kan zo niet|zo kan het niet|dit kan toch niet|kan toch niet|gaat te ver|te triest voor woorden|te gek voor woorden
     |te zot voor woorden|ver te zoeken|ver beneden|onder de maat|beneden alle peil|onder alle peil|op zijn zachtst gezegd|geen reet|geen zak|geen hol|schaam je|schamen jullie|schaamt u|nooit meer|nooit weer|eens maar nooit weer|één keer maar nooit meer|niet voor herhaling vatbaar|geen aanrader|niet aan te raden|afrader|weg met|waar betalen we voor|waar betaal ik voor|belasting betalen voor|weggegooid geld|zonde van het geld|zonde van het belastinggeld
     |van de zotte|van de gekke|de pan uit|de spuigaten uit|uit de hand|de keel uit|ben het zat|zijn het zat|helemaal klaar mee|er klaar mee|klaar mee|schijt aan|maling aan|lak aan|trekt zich niets aan|doet er niets aan|doen er niets aan|doet niets|doen niets|doen niks|doet niks|gebeurt niets|gebeurt niks|niets gedaan|niks gedaan|niets mee gedaan|niks mee gedaan|gebeurt er niets|gebeurt er niks|er gebeurt niets|er gebeurt niks|er wordt niets|niets aan gedaan|niks aan gedaan`,
  ],
  [
    -0.6,
    `geen reactie|geen antwoord|niets gehoord|niks gehoord|niets meer gehoord|niks meer gehoord|nooit meer iets gehoord|nooit iets gehoord|nog niets|nog niks|nog steeds niet|nog steeds niets|nog altijd niet|nog steeds kapot|al weken|al maanden|al jaren|al dagen|weken lang|maanden lang|voor de zoveelste keer|zoveelste keer|derde keer|vierde keer|vijfde keer|tiende keer|wanneer gaat de gemeente|wanneer doet de gemeente|van het kastje naar de muur
     |kastje naar de muur|niet serieus|niet serieus genomen|niet gehoord|niet luisteren|luistert niet|luisteren niet|neemt niet op|nemen niet op|valt tegen|viel tegen|vallen tegen|vielen tegen|niet goed|niet blij|niet leuk|niet prettig|niet veilig|niet schoon|werkt niet|werken niet|doet het niet|doen het niet|brandt niet|branden niet|niet opgehaald|niet geleegd|niet gerepareerd|niet opgeruimd|niet bereikbaar|niet bijgehouden|niet onderhouden|niet nagekomen
     |geen gehoor|geen zin|geen respect|geen oog voor|geen idee hebben|geen gezicht|slechte zaak|op instorten|wachten op een ongeluk|wachten tot er|moet er eerst|eerst een ongeluk|pas als er|daar gaan we weer|het is wat|lekker dan|lekker bezig|fijn hoor|leuk hoor|mooi is dat|mooie boel|fraaie boel|goed bezig gemeente|nou bedankt|lekker geregeld|te laat|te duur|te hard|te weinig|te lang|te klein|te druk|te veel lawaai|uit het oog verloren|links laten liggen|in de steek|zak erin|zo lek als|geen doen|had beter gekund|kan beter|kon beter|mocht wel|verre van`,
  ],
  [
    -0.3,
    `kan iemand|zou fijn zijn als|zou mooi zijn als|zou goed zijn als|zou prettig zijn als|zou leuk zijn als|het zou fijn|het zou mooi|graag beter|had gehoopt|hadden gehoopt|had verwacht|hadden verwacht`,
  ],
]
