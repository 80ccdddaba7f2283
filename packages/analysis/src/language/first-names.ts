const NAMES = `
  aad aagje abdel abdullah achmed ahmed aisha albert alexander ali amber amina anja anna anne annemarie annie anouk anton antoinette arie arjan astrid
  ayse barbara bart bas beatrix ben bennie bert bianca bjorn bob bram brigitte carla carolien cees chantal charlotte chris christiaan claudia cor corrie
  daan danny david debby demi dennis diana dick dirk edwin eef elly els emma erik ernst esther eva evelien evert fatima fatma femke floor floris frank frans
  freek frits geert gerard gerda gerrit gert gijs gijsbert greet guus hanneke hannie hans harm harrie harry hasan hassan heleen helma hendrik hendrika henk henny herman
  hilde hugo ibrahim ilse inge ingrid irene iris isa jaap jack jacqueline jan janneke jansen jantje jasper jeroen jesse jet joke joep johan johanna johannes jolanda
  joost joris josé jos judith julia jurgen kaat karel karin kees khalid kim klaas koen kristel lars laura leendert leo leon lianne lies lieke linda lisa
  loes lotte louis lucas luuk maaike maarten marcel margriet maria marieke marijke marja marjan mark marlies martijn martin mathijs maud max melissa menno
  michael michel mieke miranda mohamed mohammed monique mustafa nadia naomi nathalie nel nick nico niels nienke noah noor olga omar patricia paul peter petra
  piet pieter pim quinten rachid ramon regina remco rené rianne richard rik rita rob robert roel rogier ron ronald roos ruben rudi ruud sabine sander sandra sanne
  sara saskia sem sharon simone sjaak sjoerd sofie sonja stefan stijn suzanne sven sylvia tamara tess teun theo thijs thomas tim timo tineke tom ton trudy truus
  vera victor vincent wendy wesley wilfred willem willemijn wim wouter yasmin youssef yusuf yvonne
`

/** First names common in the Netherlands (statistics of the Sociale Verzekeringsbank and CBS), lower case. */
export const FIRST_NAMES: ReadonlySet<string> = new Set(NAMES.split(/\s+/).filter((name) => name !== ''))
