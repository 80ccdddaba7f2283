import type { CategoryCues } from './category-cues.ts'

/** Cues of wonen, ondermijning, overig. */
export const HOUSING_AND_OTHER_CUES: Readonly<Record<string, CategoryCues>> = {
  'ondermijning/vermoeden': {
    strong: 'hennepkwekerij|wietplantage|drugslab|witwassen|mensenhandel|ondermijning|illegale prostitutie|illegaal casino|wietkwekerij',
    medium: 'henneplucht|criminele & pand|verdachte & pand|drugspand|afpersing|criminelen',
    weak: 'verdacht|hennep',
  },
  'overig/overig': {
    strong:
      'gemeenteraad|raadsvergadering|verkiezingen|gemeentebelasting|ozb|azc|asielzoekerscentrum|windmolens|bestemmingsplan|woningbouw|begroting|bijstand|jeugdzorg|wmo',
    medium: 'burgemeester|wethouder|subsidie|zwembad|bibliotheek|sporthal|inspraak|participatie|nieuwbouwplan|energie|bouwplan',
    weak: 'college|plan',
  },
  'overig/overige-dienstverlening': {
    strong:
      'paspoort|rijbewijs|identiteitskaart|balie & afspraak|digid|afspraak maken|gemeentewebsite|geen gehoor|uittreksel|stadhuis & wachten|vergunning & aanvraag|klantenservice',
    medium:
      'website|formulier|loket|afspraak|wachttijd|balie|vergunning|uitkering|terugbellen|teruggebeld|telefonisch|aanvraag|brief & gemeente|inloggen|ambtenaar|verhuizing doorgeven|wachtlijst',
    weak: 'brief|medewerker|bellen|reactie|mail',
  },
  'wonen/leegstand': {
    strong: 'leegstand|leegstaand pand|leegstaande woning|leegstaande panden|huis & leeg',
    medium: 'kraakpand|krakers|gekraakt|pand & leeg|winkels & leeg|dichtgetimmerd',
    weak: 'leeg',
  },
  'wonen/onderhuur-en-adreskwaliteit': {
    strong: 'onderhuur|illegaal onderverhuurd|adresfraude|ingeschreven & adres|woonfraude|niet ingeschreven',
    medium: 'onderverhuurd|adresonderzoek|schijnadres|verhuurt & kamers|inschrijving & adres',
    weak: 'huurder',
  },
  'wonen/vakantieverhuur': {
    strong: 'airbnb|vakantieverhuur|vakantiewoning|booking & woning|toeristen & huis',
    medium: 'toeristische verhuur|vakantiehuis|rolkoffers|verhuurd aan toeristen',
    weak: 'toeristen',
  },
  'wonen/wonen-overig': {
    strong: 'woningnood|huurwoning|sociale huur|woningcorporatie|huurverhoging|wachtlijst & woning|woningtekort|starterswoning',
    medium: 'huurhuis|huisjesmelker|verhuurder|urgentie & woning|woningzoekende|huurprijs|betaalbare woningen',
    weak: 'huur|woning',
  },
  'wonen/woningdelen-spookburgers': {
    strong: 'spookburgers|woningdelen|arbeidsmigranten & huis|kamerverhuur|te veel bewoners|kamers & verhuurd',
    medium: 'arbeidsmigranten|overbewoning|studentenhuis|kamerbewoning|poolse & busjes',
    weak: 'bewoners',
  },
  'wonen/woningkwaliteit': {
    strong:
      'schimmel & woning|schimmel & huis|vocht & woning|achterstallig onderhoud & woning|lekkage & woning|gevaarlijke woning|balkon & instorten',
    medium: 'schimmel|vochtplekken|tochtig huis|verwarming & kapot|koolmonoxide|slecht geïsoleerd|brandveiligheid',
    weak: 'lekkage|verhuurder',
  },
}
