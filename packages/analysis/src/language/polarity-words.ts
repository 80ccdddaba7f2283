/**
 * Dutch words and what they say of how people feel, −1 to 1; written by hand from everyday and municipal use. A word stands for its
 * inflections too (they meet at the stem); forms that differ are listed.
 */
export const POSITIVE: readonly (readonly [number, string])[] = [
  [
    1,
    `fantastisch geweldig uitstekend perfect schitterend prachtig subliem magnifiek heerlijk overheerlijk verrukkelijk uitmuntend briljant fenomenaal wonderbaarlijk voortreffelijk onvergetelijk superlekker supertof supergoed supervriendelijk topper toppie
     superleuk geniaal weergaloos onovertroffen verbluffend wauw wow hulde chapeau bravo fabelachtig hemels zalig droom droomplek voortreffelijk meesterlijk meesterwerk buitengewoon puik excellent excellente hartverwarmend grandioos sensationeel adembenemend idyllisch kanjer`,
  ],
  [
    0.8,
    `mooi prima blij tevreden leuk fijn gezellig lekker goed gaaf tof super top vriendelijk hartelijk gastvrij professioneel deskundig behulpzaam attent uitnodigend sfeervol smaakvol smakelijk genieten genoten genot genieting aanrader complimenten compliment
     dankbaar dankjewel dankuwel bedankt trots liefdevol lief enthousiast enthousiasme geslaagd succes succesvol beter best beste verbeterd verbetering opgelucht verrukt indrukwekkend bijzonder prettig aangenaam verzorgd knap vakkundig zorgzaam keurig netjes
     bewonderen bewondering gelukkig geluk gefeliciteerd felicitatie felicitaties proficiat winnaar winnen gewonnen held helden liefde houden feest feestelijk feestje warm hartverwarmende creatief origineel fris kraakhelder kraakvers vers knus romantisch charmant betoverend
     opgeknapt pareltje parel juweel juweeltje kwaliteit vlekkeloos feilloos topkwaliteit topservice toplocatie vriendelijkheid gastvrijheid gezelligheid voldaan verwend verwennen smullen gesmuld lekkerste mooiste leukste fijnste grappig humor lachen hoera jippie joepie yes`,
  ],
  [
    0.6,
    `snel vlot correct eerlijk schoon opgeruimd veilig rustig handig duidelijk helder betrouwbaar efficiënt nuttig waardevol waardering gewaardeerd waarderen waardeer geweldige opgelost gerepareerd gemaakt hersteld geholpen meedenken meegedacht meedenkend bereikbaar
     toegankelijk begripvol begrip geduldig geduld betrokken respect respectvol kindvriendelijk groen fleurig gezond lof loven geprezen prijzen steun steunen gesteund hoopvol hoop optimistisch vertrouwen welkom eindelijk ruim ruime comfortabel licht stijlvol modern authentiek
     verfijnd verrassend verrassing verrast afwisselend gevarieerd uitgebreid betaalbaar goedkoop voordelig redelijk rijkelijk gul overvloedig verdiend waard terugkomen terugkeren aanbevelen aanbevolen aanraden perfecte ideaal zorgvuldig aandacht aandachtig alert spontaan
     sympathiek innemend beleefd hoffelijk vrolijk opgewekt plezier plezierig pret lol vermakelijk boeiend interessant inspirerend leerzaam innovatief vooruitgang vooruitstrevend duurzaam krachtig sterk moedig dapper oprecht eerlijkheid rechtvaardig solidair saamhorig saamhorigheid
     samenwerking verbinding verbindend genoegen tevredenheid bevredigend overtuigend doordacht evenwichtig harmonieus smeuïg sappig krokant mals boterzacht romig geurig knapperig huisgemaakt ambachtelijk lekkernij lekkers culinair top-locatie gouden zonnig stralend opknapbeurt`,
  ],
  [
    0.4,
    `ok oké oke okay prachtplek degelijk netjes acceptabel voldoende aardig behoorlijk gelukt lukt lukken geregeld gerust geruststellend akkoord mee klopt terecht graag dank thanks gezellige zacht eenvoudig makkelijk gemakkelijk soepel stipt punctueel tijdig overzichtelijk
     leefbaar levendig bloeien bloemen bloeiende bankje speeltuin natuur kansen kans mogelijkheid groei groeien versterken verbeteren vooruit win samen vrij vrijheid vrede kalm stil stilte rust bewaken beschermen bescherming zeker zekerheid nieuw vernieuwd gerenoveerd verfraaid
     ontspannen ontspannend gratis extra actief zinvol passend geschikt gepast logisch sportief kundig bekwaam ervaren oplettend toegewijd kleurrijk stemmig verzorging huiselijk landelijk smaak proef proeven bewust gewaardeerde dankbaarheid wijs slim gevoelig open eensgezind`,
  ],
  [0.2, `normaal gewoontjes beschikbaar bereid verzoek hopelijk hopen benieuwd nieuwsgierig graagte idee belofte toezegging uitnodiging`],
]

export const NEGATIVE: readonly (readonly [number, string])[] = [
  [
    -1,
    `verschrikkelijk vreselijk afschuwelijk walgelijk waardeloos rampzalig ramp drama dramatisch belachelijk schandalig schande schandalige absurd bespottelijk triest droevig diefstal oplichters oplichting oplichter misselijk misselijkmakend onacceptabel onaanvaardbaar ontoelaatbaar
     onmenselijk mensonterend levensgevaarlijk gruwelijk ronduit-slecht slechtste slechtst hel horror nachtmerrie wantoestand wantoestanden wanbeleid wanbestuur walging walgen haat haten bah gadver gatver gadverdamme bagger kut klote klotezooi kutzooi kut-gemeente tyfus tering teringzooi kanker
     puinhoop zooitje bende zwijnenstal beestenbende respectloos onbeschoft schofterig minachting minachtend misdadig crimineel vernielen vernield vernieling moord vermoord geweld mishandeling mishandeld verkracht aanranding intimidatie intimiderend bedreigd bedreiging discriminatie racisme racistisch
     oneetbaar oneetbare ondrinkbaar bedorven beschimmeld schimmel vergiftiging smakeloze-troep teleurstellend-slecht afzetterij afzetters afgezet kwalijk barslecht superslecht knudde flut wansmaak rotzooi rotgemeente lachertje farce aanfluiting blamage`,
  ],
  [
    -0.8,
    `slecht vies smerig ranzig goor goorheid vuil viezigheid stank stinkt stinken stonk gestonken kapot gevaarlijk gevaar onveilig overlast overlastgevend boos woedend woest kwaad razend ergernis ergeren erger erg-slecht ergerlijk irritant irritatie irriteert irriteren geïrriteerd
     teleurgesteld teleurstelling teleurstellend tegenvaller tegengevallen tegenvallend tegenvallen frustratie frustrerend gefrustreerd hopeloos treurig zielig ellende ellendig vervelend rot naar akelig angstig angst bang doodsbang eng griezelig onprettig onaangenaam
     onvriendelijk onbeleefd lomp bot brutaal arrogant arrogantie onbekwaam incompetent incapabel onprofessioneel klungelig knullig amateuristisch amateurs laks nalatig nalatigheid onverschillig onverschilligheid genegeerd negeert negeren negeerden
     schunnig schandvlek verloederd verloedering verpauperd verpaupering verwaarloosd verwaarlozing vervuild vervuiling rommel troep zooi klerezooi dumping gedumpt vandalisme vandalen tuig hufters hufter aso asociaal asociale idioot idioten idioterie dom stom stomme achterlijk debiel
     misbruik corrupt corruptie liegen gelogen leugen leugens leugenaar bedrog bedriegen bedrogen fraude fraudeur onbetrouwbaar oneerlijk onrecht onrechtvaardig onbegrijpelijk onvoorstelbaar ongelofelijk-slecht ongehoord ongepast misplaatst misleidend misleiding
     onzin flauwekul kolder kletskoek gezeik gezeur zeuren klagen klacht klachten klaagde mislukt mislukking falen faalt gefaald fout fouten foutief foute fiasco flop geldverspilling verspilling zonde weggegooid
     smakeloos flauw taai uitgedroogd verbrand aangebrand verlept muf zompig slap drabbig vettig lauw rauw zurig ranzige lusteloos ongeïnteresseerd chagrijnig nors bits kortaf nukkig gehaast rommelig stoffig groezelig plakkerig afgeleefd afgetrapt versleten verouderd vunzig`,
  ],
  [
    -0.6,
    `jammer helaas lawaai herrie geluidsoverlast lawaaiig lawaaierig luidruchtig hinder hinderlijk hinderen storend stoort storen gestoord vernielde stuk defect gebroken gescheurd verzakt verzakking lek lekt lekken lekkage verstopt verstopping scheef los-liggende losliggend gat gaten kuil kuilen kuilen
     struikel struikelen gestruikeld gevallen valpartij uitgegleden glad spekglad gladheid donker pikdonker aardedonker onverlicht overstroomd overstroming ondergelopen blank ratten rat muizen ongedierte zwerfvuil zwerfafval hondenpoep poep uitwerpselen kots braaksel pis plassers wildplassen
     vuilnis grofvuil hangjongeren rondhangen dronken dronkaards drugs dealer dealers dealen junk junks schreeuwen geschreeuw gegil schelden gescholden ruzie vechten vechtpartij inbraak inbrekers ingebroken gestolen stelen dief dieven beroofd overval
     onduidelijk onduidelijkheid verwarrend verwarring ingewikkeld omslachtig onlogisch bureaucratie bureaucratisch traag traagheid langzaam sloom vertraagd vertraging vertragingen wachten gewacht wachttijd wachttijden wachtrij wachtrijen onbereikbaar kastje afgescheept
     afspraak-vergeten vergeten nagelaten uitblijft uitblijven uitgebleven verwaarloosde verslechterd verslechtering achteruit achteruitgang achteruitgegaan verslechteren weigert weigeren geweigerd afgewezen afwijzing geschrapt gesloopt sloop gekapt kap kaalslag weggehaald verdwenen verdwijnen kwijt
     zorgen bezorgd zorgelijk zorgwekkend verontrust verontrustend verontwaardigd verontwaardiging machteloos machteloosheid wanhopig wanhoop moedeloos moe zat beu ziek ziekmakend hoofdpijn pijn pijnlijk gewond letsel slachtoffer slachtoffers ongeluk ongelukken aanrijding ongeval botsing dood doden
     duur prijzig peperduur overpriced onbetaalbaar te-duur karig mager minimaal schamel klein krap benauwd bedompt tochtig tochten koud ijskoud kil ongezellig saai eentonig fantasieloos middelmatig matig ondermaats onvoldoende tekort tekortschieten gebrek gebrekkig slordig slordigheid
     onverzorgd onhygiënisch ongezond onvolledig incorrect onjuist ongelijk onterecht onredelijk onrealistisch onhandig onpraktisch onlogische onnodig zinloos nutteloos overbodig doelloos chaos chaotisch wanorde wanordelijk paniek crisis noodgeval alarm brand rook explosie gaslucht
     crimineel criminaliteit misdaad overtreding overtreden illegaal illegale boete boetes bekeuring bekeurd straf straffen dreigen dreigend agressief agressie hardrijders hardrijden racen scheuren wildparkeerders foutparkeerders foutgeparkeerd fout-geparkeerd geblokkeerd blokkade blokkeren versperd
     verloren verlies verliezen verliezer armoede arm honger eenzaam eenzaamheid verdrietig verdriet huilen spijt spijtig betreurenswaardig schaamte schaamteloos beschamend gênant pijnpunt kritiek kritisch bekritiseerd verwijt verwijten schuld beschuldigd beschuldiging schade beschadigd beschadiging
     verkeersonveilig sluipverkeer verkeersoverlast parkeeroverlast parkeerprobleem parkeerproblemen parkeerdruk stankoverlast rookoverlast wateroverlast jongerenoverlast burengerucht geluidshinder trillingen scheuren scheur afbrokkelen afgebrokkeld roest verroest verrot rotte dode overwoekerd`,
  ],
  [
    -0.4,
    `probleem problemen probleempje lastig moeilijk storing storingen uitval uitgevallen mankement gebreken druk drukte druk-verkeer hard harde luid vol overvol uitpuilend propvol puilt bult hobbel hobbelig oneffen ongelijke smal onoverzichtelijk onkruid onverhard modder modderig plassen plas drassig blubber
     nat-nog nooit niks zwaar kwetsbaar onrustig onrust gedoe rompslomp gesleep vertrokken zucht pff pfff tja hmm zeg-maar twijfel twijfels twijfelachtig vraagtekens onzeker onzekerheid wantrouwen wantrouw argwaan sceptisch oppassen waarschuwing pas-op risico risico's riskant kwestieus
     afval blikjes peuken glasscherven scherven glas-op plastic-troep graffiti beklad bekladding bekladden sluikstort sluikstorten afgesloten gesloten dicht omrijden omleiding file files opstopping verkeersdrempel-te haast gedrang wespen eikenprocessierups meeuwen duiven geblaf blaffen blaft
     minder slechter slechte erger ergst weinig nergens niemand mankeert mankeren ontbreekt ontbreken ontbrekend ontbrekende gemist missen mis gemiste achterstallig achterstand leegstand leegstaand verkommerd kaal lelijk foeilelijk grauw somber deprimerend afbreuk vertrapt bezuinigen bezuiniging bezuinigingen korting
     misverstand misverstanden vergissing vergissen betwijfel bezwaar bezwaren protest protesteren demonstratie staking boycot afgelast geannuleerd uitgesteld uitstel stopgezet weg-ermee beperkt beperkingen beperking flauwe zout zoutloos droog hard-brood klef vet zuur bitter afstandelijk koel nonchalant verstrooid oppervlakkig`,
  ],
  [
    -0.2,
    `vraag-me nog-steeds alweer opnieuw weer-eens meldde geklaagd terugbellen herhaaldelijk dagenlang wekenlang maandenlang jarenlang steeds eindeloos anders gewoonweg eigenlijk toch-wel twijfelen bloot simpel standaard afwachten`,
  ],
]

/** Words whose mood depends on what they stand beside; kept out although their stem meets a listed one. */
export const NEUTRAL_WORDS = `speeltuin bloemen natuur veilig-heid bank banken bankje bankjes houden houd houdt hield open opent gewoon hoop licht groen groene mee vrij extra natuur graag graagte erg heel zeer echt zo door best dicht prijzen wijs standaard hopen druk steun steunt samen nieuw nieuwe opnieuw proef maken gemaakt bewust win
  mooiweer bestemming bestaan besteld bestellen bestelling goederen lichten lichtmast lichtmasten weinigen vermoedelijk schoonmaken schoonmaak hardlopen hoofd naast natuurlijk best-wel eerlijk-gezegd gemeente prijs houdt bang-dat duurt duren duurzaamheid zorg verzorgen zout gemakshalve openen opening
  goede-middag goedemorgen goedemiddag goedenavond bestuur slim-park vrijdag vrijwel vrijwilliger vrijwilligers zeker-niet lachgas gezondheid zondag zonder groenstrook groenbak groente groenten groenafval vriend vrienden vriendin rooster warmte warmtenet rustplaats rustdag koude feestdag feestdagen zorginstelling sterkte`
