RETURN head(COLLECT {
  MATCH (n0:Entity|RemovedEntity { id: $p0 })
  OPTIONAL MATCH (v1:EntityVersion { entityId: n0.id })
  WHERE v1.recordedAt <= $p1 AND v1.supersededAt > $p1
  WITH *, coalesce(v1, n0) AS n0then
  WHERE (v1 IS NOT NULL OR (n0:Entity AND n0.recordedAt <= $p1))
    AND (n0then:Institution OR n0then.entityType IN ['Institution'])
  RETURN n0then {
    `label`: coalesce(n0then.labelEn, n0then.labelFr, n0then.labelNl),
    `mandates`: {
      `edges`: COLLECT {
        MATCH (n0)<-[r2:GOVERNS|SUPERSEDED_GOVERNS]-(n3)
        WHERE r2.recordedAt <= $p1 AND (r2.supersededAt IS NULL OR r2.supersededAt > $p1) AND coalesce(r2.unbounded, CASE WHEN r2.rank = 'DEPRECATED' OR r2.validFrom > $p3 OR r2.validTo <= $p3 THEN false ELSE true END)
        OPTIONAL MATCH (v4:EntityVersion { entityId: n3.id })
        WHERE v4.recordedAt <= $p1 AND v4.supersededAt > $p1
        WITH *, coalesce(v4, n3) AS n3then
        WHERE (v4 IS NOT NULL OR (n3:Entity AND n3.recordedAt <= $p1))
          AND (n3then:LegalInstrument OR n3then.entityType IN ['LegalInstrument'])
        WITH r2, n3, n3then
        ORDER BY n3.id, r2.id LIMIT $p2
        RETURN {
          `validFrom`: toString(r2.validFrom),
          `supersededAt`: toString(datetime(null)),
          `node`: n3then {
            .celex,
            `inForce`: (n3then.dateEntryIntoForce <= $p3 AND (n3then.dateEndOfValidity IS NULL OR n3then.dateEndOfValidity >= $p3)),
            `currentVersion`: head(COLLECT {
              MATCH path5 = (n3)<-[steps6:REPEALS|SUPERSEDED_REPEALS*0..10]-(n8)
              WHERE all(step7 IN steps6 WHERE size(coalesce(step7.provisions, [])) = 0 AND step7.recordedAt <= $p1 AND (step7.supersededAt IS NULL OR step7.supersededAt > $p1) AND coalesce(step7.unbounded, CASE WHEN step7.rank = 'DEPRECATED' OR step7.validFrom > $p4 OR step7.validTo <= $p4 THEN false ELSE true END))
              OPTIONAL MATCH (v9:EntityVersion { entityId: n8.id })
              WHERE v9.recordedAt <= $p1 AND v9.supersededAt > $p1
              WITH *, coalesce(v9, n8) AS n8then
              WHERE (v9 IS NOT NULL OR (n8:Entity AND n8.recordedAt <= $p1))
                AND (n8then:LegalInstrument OR n8then.entityType IN ['LegalInstrument'])
                AND (n8then.dateEntryIntoForce <= $p4 AND (n8then.dateEndOfValidity IS NULL OR n8then.dateEndOfValidity >= $p4))
              WITH n8, n8then ORDER BY length(path5) DESC, n8.id LIMIT 1
              RETURN n8then { .celex }
            })
          }
        }
      }
    }
  } LIMIT 1
}) AS value

RETURN head(COLLECT {
  CALL () {
    MATCH (n0:LegalInstrument)
    WHERE n0.celex = $p0
      AND n0:Entity AND n0.recordedAt <= $p1
    RETURN n0, n0 AS n0then
    UNION ALL
    MATCH (v1:EntityVersion)
    WHERE v1.entityType = 'LegalInstrument'
      AND v1.celex = $p0
      AND v1.recordedAt <= $p1 AND v1.supersededAt > $p1
    MATCH (n0:Entity|RemovedEntity)
    WHERE n0.id = v1.entityId
    RETURN n0, v1 AS n0then
  }
  RETURN n0then {
    .id,
    `inForce`: head(COLLECT {
      UNWIND [n0] AS n2
      OPTIONAL MATCH (v3:EntityVersion { entityId: n2.id })
      WHERE v3.recordedAt <= $p2 AND v3.supersededAt > $p2
      WITH *, coalesce(v3, CASE WHEN n2:Entity AND n2.recordedAt <= $p2 THEN n2 END) AS n2then
      RETURN (n2then.dateEntryIntoForce <= $p3 AND (n2then.dateEndOfValidity IS NULL OR n2then.dateEndOfValidity >= $p3))
    })
  } LIMIT 1
}) AS value

RETURN head(COLLECT {
  MATCH (n0:Entity|RemovedEntity { id: $p0 })
  OPTIONAL MATCH (v1:EntityVersion { entityId: n0.id })
  WHERE v1.recordedAt <= $p1 AND v1.supersededAt > $p1
  WITH *, coalesce(v1, n0) AS n0then
  WHERE (v1 IS NOT NULL OR (n0:Entity AND n0.recordedAt <= $p1))
  RETURN CASE
    WHEN (n0then:Place OR n0then.entityType IN ['Place']) THEN n0then { `__typename`: 'Place', .id }
    WHEN (n0then:Event OR n0then.entityType IN ['Event']) THEN n0then { `__typename`: 'Event', .id }
    WHEN (n0then:InformationSystem OR n0then.entityType IN ['InformationSystem']) THEN n0then { `__typename`: 'InformationSystem', .id }
    WHEN (n0then:Institution OR n0then.entityType IN ['Institution']) THEN n0then { `__typename`: 'Institution', .id }
    WHEN (n0then:LegalInstrument OR n0then.entityType IN ['LegalInstrument']) THEN n0then { `__typename`: 'LegalInstrument', .id }
    WHEN (n0then:Passage OR n0then.entityType IN ['Passage']) THEN n0then { `__typename`: 'Passage', .id }
    WHEN (n0then:ProgressReport OR n0then.entityType IN ['ProgressReport']) THEN n0then { `__typename`: 'ProgressReport', .id }
    WHEN (n0then:Theme OR n0then.entityType IN ['Theme']) THEN n0then { `__typename`: 'Theme', .id }
    WHEN (n0then:Commitment OR n0then.entityType IN ['Commitment']) THEN n0then { `__typename`: 'Commitment', .id }
    WHEN (n0then:Claim OR n0then.entityType IN ['Claim']) THEN n0then { `__typename`: 'Claim', .id }
    WHEN (n0then:Document OR n0then.entityType IN ['Document']) THEN n0then { `__typename`: 'Document', .id }
    WHEN (n0then:Person OR n0then.entityType IN ['Person']) THEN n0then { `__typename`: 'Person', .id }
  END LIMIT 1
}) AS value

RETURN {
  `totalCount`: COUNT {
    CALL () {
      MATCH (n2:Commitment)
      WHERE n2:Entity AND n2.recordedAt <= $p1
      RETURN n2, n2 AS n2then
      UNION ALL
      MATCH (v3:EntityVersion)
      WHERE v3.entityType = 'Commitment'
        AND v3.recordedAt <= $p1 AND v3.supersededAt > $p1
      MATCH (n2:Entity|RemovedEntity)
      WHERE n2.id = v3.entityId
      RETURN n2, v3 AS n2then
    }
    RETURN n2
  }
} AS value

RETURN coalesce(head(COLLECT {
  MATCH (n0:Revision) WHERE n0.at <= $p0
  WITH n0 ORDER BY n0.at DESC LIMIT 1
  RETURN { `number`: n0.number, `at`: toString(n0.at) }
}), { `number`: 0, `at`: null }) AS value
