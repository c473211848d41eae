/** The prefix of the Common Data Model of the Publications Office. */
export const cdm = 'http://publications.europa.eu/ontology/cdm#'
/** Where the authority tables of the Publications Office begin. */
export const authority = 'http://publications.europa.eu/resource/authority/'

/** The predicates of a notice that are days of an instrument. Of several values the earliest counts. */
export const noticeDates: Readonly<Record<string, string>> = {
  work_date_document: 'dateDocument',
  'resource_legal_date_entry-into-force': 'dateEntryIntoForce',
  'resource_legal_date_end-of-validity': 'dateEndOfValidity',
  resource_legal_date_transposition: 'dateTranspositionDeadline',
}

/** The predicates of a notice that join two instruments, with the field that they are written in. */
export const noticeStatements: Readonly<Record<string, string>> = {
  resource_legal_amends_resource_legal: 'amends',
  resource_legal_repeals_resource_legal: 'repeals',
  resource_legal_based_on_resource_legal: 'basedOn',
}

/** The kinds of instruments by the codes of the authority table `resource-type`, and else by the letter of the CELEX number. */
export const noticeKinds: Readonly<Record<string, string>> = {
  REG: 'REGULATION',
  DIR: 'DIRECTIVE',
  DEC: 'DECISION',
  DEC_FRAMW: 'FRAMEWORK_DECISION',
  REG_IMPL: 'IMPLEMENTING_ACT',
  DEC_IMPL: 'IMPLEMENTING_ACT',
  DIR_IMPL: 'IMPLEMENTING_ACT',
  REG_DEL: 'IMPLEMENTING_ACT',
  RECO: 'RECOMMENDATION',
  TREATY: 'TREATY',
  AGREE_INTERNATION: 'AGREEMENT',
  R: 'REGULATION',
  L: 'DIRECTIVE',
  D: 'DECISION',
  F: 'FRAMEWORK_DECISION',
  H: 'RECOMMENDATION',
  PC: 'PROPOSAL',
}

/** The languages of titles by the codes of the authority table `language`. */
export const noticeLanguages: Readonly<Record<string, string>> = { FRA: 'fr', ENG: 'en', NLD: 'nl' }
