// Derived from src/schema by "npm run derive".

CREATE CONSTRAINT pacta_Entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;
CREATE RANGE INDEX pacta_Entity_dataset IF NOT EXISTS FOR (n:Entity) ON (n.dataset);
CREATE RANGE INDEX pacta_Document_id IF NOT EXISTS FOR (n:Document) ON (n.id);
CREATE RANGE INDEX pacta_Document_kind IF NOT EXISTS FOR (n:Document) ON (n.kind);
CREATE RANGE INDEX pacta_Document_datePublished IF NOT EXISTS FOR (n:Document) ON (n.datePublished);
CREATE RANGE INDEX pacta_Passage_id IF NOT EXISTS FOR (n:Passage) ON (n.id);
CREATE RANGE INDEX pacta_Commitment_id IF NOT EXISTS FOR (n:Commitment) ON (n.id);
CREATE RANGE INDEX pacta_Commitment_labelEn IF NOT EXISTS FOR (n:Commitment) ON (n.labelEn);
CREATE RANGE INDEX pacta_Commitment_labelFr IF NOT EXISTS FOR (n:Commitment) ON (n.labelFr);
CREATE RANGE INDEX pacta_Commitment_strength IF NOT EXISTS FOR (n:Commitment) ON (n.strength);
CREATE RANGE INDEX pacta_Commitment_deadline IF NOT EXISTS FOR (n:Commitment) ON (n.deadline);
CREATE RANGE INDEX pacta_Institution_id IF NOT EXISTS FOR (n:Institution) ON (n.id);
CREATE RANGE INDEX pacta_Institution_labelEn IF NOT EXISTS FOR (n:Institution) ON (n.labelEn);
CREATE RANGE INDEX pacta_Institution_labelFr IF NOT EXISTS FOR (n:Institution) ON (n.labelFr);
CREATE RANGE INDEX pacta_Institution_kind IF NOT EXISTS FOR (n:Institution) ON (n.kind);
CREATE RANGE INDEX pacta_LegalInstrument_id IF NOT EXISTS FOR (n:LegalInstrument) ON (n.id);
CREATE RANGE INDEX pacta_LegalInstrument_labelEn IF NOT EXISTS FOR (n:LegalInstrument) ON (n.labelEn);
CREATE RANGE INDEX pacta_LegalInstrument_labelFr IF NOT EXISTS FOR (n:LegalInstrument) ON (n.labelFr);
CREATE RANGE INDEX pacta_LegalInstrument_kind IF NOT EXISTS FOR (n:LegalInstrument) ON (n.kind);
CREATE CONSTRAINT pacta_LegalInstrument_celex IF NOT EXISTS FOR (n:LegalInstrument) REQUIRE n.celex IS UNIQUE;
CREATE RANGE INDEX pacta_LegalInstrument_dateDocument IF NOT EXISTS FOR (n:LegalInstrument) ON (n.dateDocument);
CREATE RANGE INDEX pacta_LegalInstrument_dateEntryIntoForce IF NOT EXISTS FOR (n:LegalInstrument) ON (n.dateEntryIntoForce);
CREATE RANGE INDEX pacta_InformationSystem_id IF NOT EXISTS FOR (n:InformationSystem) ON (n.id);
CREATE RANGE INDEX pacta_Event_id IF NOT EXISTS FOR (n:Event) ON (n.id);
CREATE RANGE INDEX pacta_Event_labelEn IF NOT EXISTS FOR (n:Event) ON (n.labelEn);
CREATE RANGE INDEX pacta_Event_labelFr IF NOT EXISTS FOR (n:Event) ON (n.labelFr);
CREATE RANGE INDEX pacta_Event_kind IF NOT EXISTS FOR (n:Event) ON (n.kind);
CREATE RANGE INDEX pacta_Event_startDate IF NOT EXISTS FOR (n:Event) ON (n.startDate);
CREATE RANGE INDEX pacta_Person_id IF NOT EXISTS FOR (n:Person) ON (n.id);
CREATE RANGE INDEX pacta_Place_id IF NOT EXISTS FOR (n:Place) ON (n.id);
CREATE RANGE INDEX pacta_Place_labelEn IF NOT EXISTS FOR (n:Place) ON (n.labelEn);
CREATE RANGE INDEX pacta_Place_labelFr IF NOT EXISTS FOR (n:Place) ON (n.labelFr);
CREATE RANGE INDEX pacta_Theme_id IF NOT EXISTS FOR (n:Theme) ON (n.id);
CREATE RANGE INDEX pacta_Theme_labelEn IF NOT EXISTS FOR (n:Theme) ON (n.labelEn);
CREATE RANGE INDEX pacta_Theme_labelFr IF NOT EXISTS FOR (n:Theme) ON (n.labelFr);
CREATE RANGE INDEX pacta_ProgressReport_id IF NOT EXISTS FOR (n:ProgressReport) ON (n.id);
CREATE RANGE INDEX pacta_ProgressReport_date IF NOT EXISTS FOR (n:ProgressReport) ON (n.date);
CREATE RANGE INDEX pacta_Claim_id IF NOT EXISTS FOR (n:Claim) ON (n.id);
CREATE CONSTRAINT pacta_Ledger_id IF NOT EXISTS FOR (n:Ledger) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT pacta_Revision_number IF NOT EXISTS FOR (n:Revision) REQUIRE n.number IS UNIQUE;
CREATE CONSTRAINT pacta_ApiKey_id IF NOT EXISTS FOR (n:ApiKey) REQUIRE n.id IS UNIQUE;
CREATE RANGE INDEX pacta_Revision_at IF NOT EXISTS FOR (n:Revision) ON (n.at);
CREATE CONSTRAINT pacta_Revision_requestKey IF NOT EXISTS FOR (n:Revision) REQUIRE n.requestKey IS UNIQUE;
CREATE CONSTRAINT pacta_Override_id IF NOT EXISTS FOR (n:Override) REQUIRE n.id IS UNIQUE;
CREATE RANGE INDEX pacta_Override_record IF NOT EXISTS FOR (n:Override) ON (n.record);
CREATE RANGE INDEX pacta_EntityVersion_entityId IF NOT EXISTS FOR (n:EntityVersion) ON (n.entityId);
CREATE RANGE INDEX pacta_EntityVersion_celex IF NOT EXISTS FOR (n:EntityVersion) ON (n.celex);
CREATE RANGE INDEX pacta_RemovedEntity_id IF NOT EXISTS FOR (n:RemovedEntity) ON (n.id);
CREATE RANGE INDEX pacta_CONTAINS_id IF NOT EXISTS FOR ()-[n:CONTAINS]-() ON (n.id);
CREATE RANGE INDEX pacta_STATED_IN_id IF NOT EXISTS FOR ()-[n:STATED_IN]-() ON (n.id);
CREATE RANGE INDEX pacta_MADE_BY_id IF NOT EXISTS FOR ()-[n:MADE_BY]-() ON (n.id);
CREATE RANGE INDEX pacta_CONCERNS_id IF NOT EXISTS FOR ()-[n:CONCERNS]-() ON (n.id);
CREATE RANGE INDEX pacta_FOLLOWS_UP_id IF NOT EXISTS FOR ()-[n:FOLLOWS_UP]-() ON (n.id);
CREATE RANGE INDEX pacta_RESTATES_id IF NOT EXISTS FOR ()-[n:RESTATES]-() ON (n.id);
CREATE RANGE INDEX pacta_ABOUT_id IF NOT EXISTS FOR ()-[n:ABOUT]-() ON (n.id);
CREATE RANGE INDEX pacta_HANDLES_id IF NOT EXISTS FOR ()-[n:HANDLES]-() ON (n.id);
CREATE RANGE INDEX pacta_OPERATES_id IF NOT EXISTS FOR ()-[n:OPERATES]-() ON (n.id);
CREATE RANGE INDEX pacta_PART_OF_id IF NOT EXISTS FOR ()-[n:PART_OF]-() ON (n.id);
CREATE RANGE INDEX pacta_SUCCEEDED_BY_id IF NOT EXISTS FOR ()-[n:SUCCEEDED_BY]-() ON (n.id);
CREATE RANGE INDEX pacta_LOCATED_IN_id IF NOT EXISTS FOR ()-[n:LOCATED_IN]-() ON (n.id);
CREATE RANGE INDEX pacta_PARTICIPATED_IN_id IF NOT EXISTS FOR ()-[n:PARTICIPATED_IN]-() ON (n.id);
CREATE RANGE INDEX pacta_ESTABLISHES_id IF NOT EXISTS FOR ()-[n:ESTABLISHES]-() ON (n.id);
CREATE RANGE INDEX pacta_GOVERNS_id IF NOT EXISTS FOR ()-[n:GOVERNS]-() ON (n.id);
CREATE RANGE INDEX pacta_AMENDS_id IF NOT EXISTS FOR ()-[n:AMENDS]-() ON (n.id);
CREATE RANGE INDEX pacta_REPEALS_id IF NOT EXISTS FOR ()-[n:REPEALS]-() ON (n.id);
CREATE RANGE INDEX pacta_IMPLEMENTS_id IF NOT EXISTS FOR ()-[n:IMPLEMENTS]-() ON (n.id);
CREATE RANGE INDEX pacta_BASED_ON_id IF NOT EXISTS FOR ()-[n:BASED_ON]-() ON (n.id);
CREATE RANGE INDEX pacta_TRIGGERED_id IF NOT EXISTS FOR ()-[n:TRIGGERED]-() ON (n.id);
CREATE RANGE INDEX pacta_SIGNED_id IF NOT EXISTS FOR ()-[n:SIGNED]-() ON (n.id);
CREATE RANGE INDEX pacta_BROADER_id IF NOT EXISTS FOR ()-[n:BROADER]-() ON (n.id);
CREATE RANGE INDEX pacta_REPORTS_ON_id IF NOT EXISTS FOR ()-[n:REPORTS_ON]-() ON (n.id);
CREATE RANGE INDEX pacta_CLAIMS_id IF NOT EXISTS FOR ()-[n:CLAIMS]-() ON (n.id);
CREATE FULLTEXT INDEX search_fr IF NOT EXISTS FOR (n:Entity) ON EACH [n.searchFr]
OPTIONS { indexConfig: { `fulltext.analyzer`: 'french' } };
CREATE FULLTEXT INDEX search_en IF NOT EXISTS FOR (n:Entity) ON EACH [n.searchEn]
OPTIONS { indexConfig: { `fulltext.analyzer`: 'english' } };
CREATE FULLTEXT INDEX search_nl IF NOT EXISTS FOR (n:Entity) ON EACH [n.searchNl]
OPTIONS { indexConfig: { `fulltext.analyzer`: 'dutch' } };
CREATE FULLTEXT INDEX search_fr_past IF NOT EXISTS FOR (n:EntityVersion) ON EACH [n.searchFr]
OPTIONS { indexConfig: { `fulltext.analyzer`: 'french' } };
CREATE FULLTEXT INDEX search_en_past IF NOT EXISTS FOR (n:EntityVersion) ON EACH [n.searchEn]
OPTIONS { indexConfig: { `fulltext.analyzer`: 'english' } };
CREATE FULLTEXT INDEX search_nl_past IF NOT EXISTS FOR (n:EntityVersion) ON EACH [n.searchNl]
OPTIONS { indexConfig: { `fulltext.analyzer`: 'dutch' } };
