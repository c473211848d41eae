/** What instances (P31) of these items are among the kinds of institutions. */
export const wikidataKinds: Readonly<Record<string, string>> = {
  Q327333: 'AGENCY',
  Q192350: 'MINISTRY',
  Q41487: 'COURT',
  Q484652: 'INTERNATIONAL_ORGANISATION',
  Q47913: 'SERVICE',
  Q35535: 'POLICE',
  Q732717: 'POLICE',
  Q392918: 'EU_AGENCY',
}

/** What instances of these items are among the kinds of places. */
export const wikidataPlaces: Readonly<Record<string, string>> = {
  Q6256: 'COUNTRY',
  Q3624078: 'COUNTRY',
  Q515: 'CITY',
  Q1549591: 'CITY',
}

/** The properties of Wikidata that are properties of a node type. */
export const wikidataProperties: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Institution: { P571: 'dateFounded', P576: 'dateDissolved', P1813: 'acronym' },
  Place: { P297: 'iso3166' },
}

/** The properties of Wikidata that are relationship fields of a node type. */
export const wikidataStatements: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Institution: { P749: 'partOf', P361: 'partOf', P1366: 'successors', P159: 'locatedIn', P17: 'locatedIn' },
  Place: { P17: 'locatedIn' },
}
