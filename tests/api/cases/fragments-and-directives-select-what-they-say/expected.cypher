RETURN head(COLLECT {
  MATCH (n0:Entity)
  WHERE n0.id = $p0
  RETURN CASE
    WHEN n0:Place THEN n0 { `__typename`: 'Place', .id, `label`: coalesce(n0.labelFr, n0.labelEn, n0.labelNl) }
    WHEN n0:Event THEN n0 { `__typename`: 'Event', .id, `label`: coalesce(n0.labelFr, n0.labelEn, n0.labelNl) }
    WHEN n0:InformationSystem THEN n0 { `__typename`: 'InformationSystem', .id, `label`: coalesce(n0.labelFr, n0.labelEn, n0.labelNl) }
    WHEN n0:Institution THEN n0 { `__typename`: 'Institution', .id, `label`: coalesce(n0.labelFr, n0.labelEn, n0.labelNl), .acronym }
    WHEN n0:LegalInstrument THEN n0 { `__typename`: 'LegalInstrument', .id, `label`: coalesce(n0.labelFr, n0.labelEn, n0.labelNl) }
    WHEN n0:Passage THEN n0 { `__typename`: 'Passage', .id, `label`: coalesce(n0.labelFr, n0.labelEn, n0.labelNl) }
    WHEN n0:ProgressReport THEN n0 { `__typename`: 'ProgressReport', .id, `label`: coalesce(n0.labelFr, n0.labelEn, n0.labelNl) }
    WHEN n0:Theme THEN n0 { `__typename`: 'Theme', .id, `label`: coalesce(n0.labelFr, n0.labelEn, n0.labelNl) }
    WHEN n0:Commitment THEN n0 {
      `__typename`: 'Commitment',
      .id,
      `label`: coalesce(n0.labelFr, n0.labelEn, n0.labelNl),
      .strength,
      `triggeredBy`: {
        `edges`: COLLECT {
          MATCH (n0)<-[r1:TRIGGERED]-(n2)
          WHERE coalesce(r1.unbounded, CASE WHEN r1.rank = 'DEPRECATED' OR r1.validFrom > $p2 OR r1.validTo <= $p2 THEN false ELSE true END)
          WITH r1, n2
          ORDER BY n2.id, r1.id LIMIT $p1
          RETURN {
            `quote`: r1.quote,
            `node`: n2 { .id, `label`: coalesce(n2.labelFr, n2.labelEn, n2.labelNl), `startDate`: toString(n2.startDate) }
          }
        }
      }
    }
    WHEN n0:Claim THEN n0 { `__typename`: 'Claim', .id, `label`: coalesce(n0.labelFr, n0.labelEn, n0.labelNl) }
    WHEN n0:Document THEN n0 { `__typename`: 'Document', .id, `label`: coalesce(n0.labelFr, n0.labelEn, n0.labelNl) }
    WHEN n0:Person THEN n0 { `__typename`: 'Person', .id, `label`: coalesce(n0.labelFr, n0.labelEn, n0.labelNl) }
  END LIMIT 1
}) AS value
