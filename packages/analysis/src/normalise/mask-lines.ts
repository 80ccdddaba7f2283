import type { MaskedKind } from './mask-personal-data.ts'

/** Adversarial lines, all fictional: what must go stands between « and ». */
export const SECRETS: Readonly<Record<Exclude<MaskedKind, 'name' | 'account'>, string>> = {
  bsn: `
Mijn BSN is «123456782».
bsn: «111222333»
BSN«123456782» staat op de brief
burgerservicenummer «1112.22.333» klopt niet
«123456782» dat is mijn nummer, bel me terug
Ik heb bsn «123 456 782» doorgegeven aan de balie
«1234.56.782»
«1234 56 782» is van mijn moeder
«12.34.56.782» stond op het formulier
sofinummer «123-456-782»
mijn bsn nr. «123.456.782», geboren in 1980
(bsn «176338744»)
BSN:«192749370», gaat over de uitkering
bsn=«242055713»
Dit is hem:«123456782»!
Nummer «123456782», wanneer krijg ik antwoord?
paspoort aanvraag, «123456782», met spoed
BSN «012345672» begint met een nul
bsn van mijn kind is «1234 5678 2»
mijn burger service nummer: «123456782»
Bsn «1 2 3 4 5 6 7 8 2»
BSN nummer is «123456789» (tikfout?)
Bsn mijn zoon «111222333», bsn mijn dochter «123456782»
Waarom staat "«123456782»" op de envelop?
[«123456782»]
/«123456782»/
bsn-nummer «12345-6782»
persoonsnummer «1234-56782»
Ik stuur u mijn gegevens: J., «111222333», Dorpsstraat 3
Bsn «111 222 333» en huisnummer 12
«111.222.333»`,
  email: `
Mail mij op «jan@voorbeeld.nl».
«j.de.vries@ziggo.nl» graag antwoord
mijn adres: «piet_jansen+gemeente@mail.example.com»
e-mail:«a@b.nl»
<«klaas@voorbeeld.nl»>
«KLAAS@VOORBEELD.NL» IN HOOFDLETTERS
(«info.mien@kpnmail.nl»)
mailto:«sanne@voorbeeld.nl»
Stuur het naar «jan @ voorbeeld.nl»
«jan at voorbeeld punt nl» is mijn mail
«jan (at) voorbeeld.nl»
«jan[at]voorbeeld[dot]nl»
«jan apenstaartje voorbeeld punt nl»
«jan(at)voorbeeld(punt)com»
Mail: «andré.björk@voorbeeld.nl»!
«x.y-z@sub.domein.co.uk» is van mijn buurman
«1980jan@hotmail.com»
«jan@voorbeeld.amsterdam»
antwoord naar «jan@voorbeeld.nl»en snel
«jan.o'neil@voorbeeld.ie»
«jan@voorbeeld.nl»,«kees@voorbeeld.nl»
wie mailt «de-buurt@wijk-noord.nl»?
"«marie@voorbeeld.be»"
Contact: «jan@voorbeeld.nl».Groet
«jan@voorbeeld. nl»
stuur foto's naar «jan%test@voorbeeld.org»
«_jan_@voorbeeld.eu»
tweede adres «jan@mail.voorbeeld.gov.nl»`,
  phone: `
Bel 06-«12345678».
Bel «0612345678» na vijven
tel. «06 12345678»
tel «06 12 34 56 78»
«06 - 12 34 56 78»
«06-12 34 56 78»
«06.12.34.56.78»
«06.12345678»
«06/12345678»
«(06) 12345678»
«(06)-12345678»
«+31612345678»
«+31 6 12345678»
«+31 6 12 34 56 78»
«+31(0)6 12345678»
«+31 (0)6-12345678»
«+31-6-12345678»
«+316-12345678»
«0031612345678»
«0031 6 12345678»
«0031 (0)6 12 34 56 78»
«00 31 6 12345678»
«(+31) 6 12345678»
app mij: «31612345678»
«06–12345678» met een lang streepje
«06 1234 5678»
«061 234 5678»
«06 123 456 78»
«0 6 1 2 3 4 5 6 7 8»
«0592-123456»
«0592 123456»
«0592 12 34 56»
«(0592) 12 34 56»
«(0592)123456»
«010-1234567»
«010 123 45 67»
«020 1234567»
«(020) 123 4567»
«+31 20 123 4567»
«+31 (0)20 1234567»
«+31592123456»
«0031592123456»
«088-1234567»
«085 1234567»
«085-123 45 67»
«070.1234567»
Bel mij:«0612345678»!
tel:«0612345678»,bel maar
Telefoon «06-12345678», mobiel «06-87654321»
Mijn nummer is «612345678»
bel «6 12345678»
Belgisch nummer «+32 475 12 34 56»
«+49 151 12345678»
«06-1234 5678» of «0592-654321»
06nummer: «06-12345678»
bel op «06  12345678»`,
  iban: `
«NL91ABNA0417164300»
«NL91 ABNA 0417 1643 00» is mijn rekening
«nl91abna0417164300»
«nl91 abna 0417 1643 00»
«NL91-ABNA-0417-1643-00»
«NL91.ABNA.0417.1643.00»
IBAN: «NL02ABNA0123456789».
rekening «NL69INGB0123456789», op naam van J.
«NL44RABO0123456789» graag terugstorten
(«NL44 RABO 0123 4567 89»)
«NL 91 ABNA 0417164300»
«NL91ABNA 0417164300»
«NL91 ABNA 04 17 16 43 00»
iban=«NL91ABNA0417164300»
«N L 9 1 ABNA 0417 1643 00»
«BE68 5390 0754 7034»
«BE68539007547034»
«DE89 3704 0044 0532 0130 00»
«DE89370400440532013000» is Duits
«GB29 NWBK 6016 1331 9268 19»
«FR14 2004 1010 0505 0001 3M02 606»
Maak over op «NL91ABNA0417164300»!
boete betaald van «NL69 INGB 0123 4567 89» op 3 mei
"«NL91ABNA0417164300»"
NL91 is fout, «NL91ABNA0417164300» is goed
«NL02 ABNA 0123 4567 89»,«NL69INGB0123456789»`,
  plate: `
Auto met kenteken «12-AB-CD» staat fout
kenteken «AB-12-CD»
«AB-12-34» staat er al weken
«12-34-AB»
«12-AB-34»
«AB-CD-12»
«12-AB-CD»
«12-BCD-3»
«1-BCD-23» rijdt te hard
«AB-123-C»
«A-123-BC»
«ABC-12-D»
«A-12-BCD»
«1-AB-234»
«123-AB-4»
«12-ab-cd» in kleine letters
«1-tbd-23» parkeert op de stoep
Kenteken: «12ABCD»
kenteken «12abcd»
kenteken «ab12cd»
Een busje, «VB123K», dumpt afval
«RT123B» staat op de stoep
«1TBD23» weer dubbel geparkeerd
«GZ123K»!
witte bus «V 123 BK»
zwarte golf «RT 123 B» racet door de straat
kenteken «RT-123-B», elke avond
nummerbord «12 BC DF»
(«12-BCD-3»)
scooter met plaat «D-123-BC»
scooter «DBC12D»
Auto «12‑BCD‑3» met een ander streepje
kenteken is «1 TBD 23»
kenteken «12 34 BC»
vrachtwagen «BX-DF-12» elke ochtend om 6 uur
grijze volvo «12 bcd 3»
nummerplaat «xx99xx»
de auto (kenteken «G 123 BD») staat er nog`,
}

/** Lines that hold no personal data, however much they look like it. */
export const HARMLESS = `
Op 24-11-2026 om 14:30 uur was het weer raak
op 24 11 2026 14:30
sinds 01-02-2026
01/02/2026 - 05/02/2026
van 09.00 - 17.00 uur open
09.00-17.30 en 19.00-21.30
09:00 - 17:00
Het is 24.11.2026
20261124
24112026 is de datum
Meldingsnummer 12345678
melding 202612345
melding: 123456782
Meldnummer SIG-123456782
SIG-12345678 is gesloten
zaaknummer 123456782
Zaak 2026-123456
Z/26/123456
kenmerk 111222333
ordernummer 123456782
KT-12345678
9401 AB
9401AB 12
9401 ab, Assen
1012 JS Amsterdam
Dorpsstraat 12a
Dorpsstraat 12-A
Dorpsstraat 123-125
Kerkstraat 1 tot en met 12
Lindelaan 12 t/m 34
huisnummer 12-14-16
€ 1.234.567,89
€ 123.456.782
123.456.782 euro begroot
12.345.678 inwoners
1.250 euro boete
12,50 per keer
de A28 bij hectometerpaal 123,4
N33 en N371
lijn 12 en bus 3
bus 12 rijdt niet
de 06-lijn bestaat niet
0800-1351 is gratis
Bel 0900-8844
Bel 14 0592
bel 112 bij brand
bel 14020
groep 3-4-5 van de basisschool
van 10-12-2025 tot 12-01-2026
10 tot 12 jaar
12 mei 26
2mei26
1 jan 24
10 en 12
8-12-jarigen
artikel 12-3
t/m 31-12-2026
temperatuur 12,5 graden
52.992752, 6.564228
coördinaten 52.379189 4.899431
50km per uur waar 30 mag
20euro
10jaar
covid19 regels
B1 niveau
2e melding van 3
wk 12 2026
12x gebeld
100% waardeloos
ISO 27001
windows11 werkt niet
06:15 uur ging het alarm
ik wacht al 12 34 dagen
3-4 weken
CO2 en PM10
BU01060001
GM0106
12.000.000
14 02 07
@ 10 uur op het plein
wij zijn er om 8@school
#buurt2026
NL-alert gehad om 12 uur
NL is mooi
DE 12 provincies`

/** Lines with a name that must go (between « and ») and lines with street and place names that must stay. */
export const NAMES = `
Mijn naam is «Jan Jansen» en ik woon hier
Mijn naam is «jan jansen»
mijn naam is «Fatima el Idrissi».
Ik heet «Sjoerd»
ik ben «Piet de Vries» van nummer 12
Ik ben «Anna Bakker»
mevrouw «De Boer» zei dat
Mevr. «Jansen» belde
Dhr. «P. van Dijk» staat in de brief
de heer «Van den Berg» woont daar
meneer «Pietersen» veegt altijd
Mw. «El Amrani»
familie «Bakker» heeft last
Groet, «Karin»
Groeten, «Henk»
Groetjes «Marijke de Wit»
Met vriendelijke groet, «A.B. de Groot»
Met vriendelijke groeten,
«Joris van der Laan»
mvg «Willem»
MVG, «Ali Yilmaz»
Vriendelijke groet «Ömer Çelik»
gr. «Ans»
groetjes «ans»
Hoogachtend, «J. Pieters»
mr. «J.P. Smit» schreef een brief
Naam: «Kees Mulder»
Buurman «Kees» parkeert op de stoep`
export const STREETS = `
De Burgemeester Reigerstraat is vies
Op de Mevrouw Vosstraat ligt glas
Meneer Visserplein is een bende
Mr. Tripkade 12
Het Jan van Galenpark
In de Jan Steenstraat
Dr. Nassaulaan 5
Ik ben Nederlander
Ik ben boos op de gemeente
Groeten uit Assen
Groet, bewoners van de Lindelaan
Groet, Bewoners Lindelaan
Met vriendelijke groet, namens de buurt
Familie Boersmastraat
De Anne Frankschool
groet een bezorgde inwoner
Ik ben Inwoner Van Assen`
