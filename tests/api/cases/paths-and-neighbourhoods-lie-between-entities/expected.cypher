CALL () {
  OPTIONAL MATCH (n1:Entity { id: $p2 })
  WITH n1 LIMIT 1
  OPTIONAL MATCH (n2:Entity { id: $p3 }) WHERE n2 <> n1
  RETURN n1, n2 LIMIT 1
}
CALL (n1, n2) {
  RETURN COLLECT {
    WITH n1, n2 WHERE n2 IS NOT NULL
    MATCH path4 = allShortestPaths((n1)-[steps5*..3]-(n2))
    WITH path4, steps5 LIMIT 1000000
    WITH path4 ORDER BY [node IN nodes(path4) | node.id], [step IN relationships(path4) | step.id] LIMIT $p1
    RETURN path4
  } AS found6
}
CALL (n1, n2, found6) {
  RETURN CASE WHEN size(found6) = 0 OR all(path4 IN found6 WHERE all(r3 IN relationships(path4) WHERE NOT type(r3) STARTS WITH 'SUPERSEDED_' AND coalesce(r3.unbounded, CASE WHEN r3.rank = 'DEPRECATED' OR r3.validFrom > $p4 OR r3.validTo <= $p4 THEN false ELSE true END))) THEN found6 ELSE COLLECT {
    CALL (n1, n2) {
      RETURN COLLECT {
        WITH n1, n2 WHERE n2 IS NOT NULL
        MATCH path4 = allShortestPaths((n1)-[steps5*..3]-(n2))
        WITH path4, steps5 LIMIT 1000000 WHERE all(r3 IN steps5 WHERE NOT type(r3) STARTS WITH 'SUPERSEDED_' AND coalesce(r3.unbounded, CASE WHEN r3.rank = 'DEPRECATED' OR r3.validFrom > $p4 OR r3.validTo <= $p4 THEN false ELSE true END))
        WITH path4 ORDER BY [node IN nodes(path4) | node.id], [step IN relationships(path4) | step.id] LIMIT $p1
        RETURN path4
      } AS found7
    }
    UNWIND CASE WHEN size(found7) > 0 THEN found7 ELSE COLLECT {
      WITH n1, n2 WHERE n2 IS NOT NULL
      MATCH path4 = allShortestPaths((n1)-[steps5*..3]-(n2))
      WHERE all(r3 IN steps5 WHERE NOT type(r3) STARTS WITH 'SUPERSEDED_' AND coalesce(r3.unbounded, CASE WHEN r3.rank = 'DEPRECATED' OR r3.validFrom > $p4 OR r3.validTo <= $p4 THEN false ELSE true END))
      WITH path4 LIMIT 1000000
      WITH path4 ORDER BY [node IN nodes(path4) | node.id], [step IN relationships(path4) | step.id] LIMIT $p1
      RETURN path4
    } END AS path4
    RETURN path4
  } END AS found8
}
RETURN [path0 IN found8 | {
  `length`: size(relationships(path0)),
  `nodes`: [n9 IN nodes(path0) | CASE
    WHEN n9:Place THEN n9 { `__typename`: 'Place', .id }
    WHEN n9:Event THEN n9 { `__typename`: 'Event', .id }
    WHEN n9:InformationSystem THEN n9 { `__typename`: 'InformationSystem', .id }
    WHEN n9:Institution THEN n9 { `__typename`: 'Institution', .id }
    WHEN n9:LegalInstrument THEN n9 { `__typename`: 'LegalInstrument', .id }
    WHEN n9:Passage THEN n9 { `__typename`: 'Passage', .id }
    WHEN n9:ProgressReport THEN n9 { `__typename`: 'ProgressReport', .id }
    WHEN n9:Theme THEN n9 { `__typename`: 'Theme', .id }
    WHEN n9:Commitment THEN n9 { `__typename`: 'Commitment', .id }
    WHEN n9:Claim THEN n9 { `__typename`: 'Claim', .id }
    WHEN n9:Document THEN n9 { `__typename`: 'Document', .id }
    WHEN n9:Person THEN n9 { `__typename`: 'Person', .id }
  END],
  `relationships`: [r10 IN relationships(path0) | r10 { `type`: type(r10) }]
}] AS value

RETURN head(COLLECT {
  MATCH (n0:Entity { id: $p2 })
  WITH [n0] AS nodes1
  WITH nodes1, COLLECT {
    UNWIND CASE WHEN $p0 >= 1 THEN nodes1 ELSE [] END AS n2
    UNWIND COLLECT {
      MATCH (n2)-[r5:CONTAINS|STATED_IN|MADE_BY|CONCERNS|FOLLOWS_UP|RESTATES|ABOUT|HANDLES|OPERATES|PART_OF|SUCCEEDED_BY|LOCATED_IN|PARTICIPATED_IN|ESTABLISHES|GOVERNS|AMENDS|REPEALS|IMPLEMENTS|BASED_ON|TRIGGERED|SIGNED|BROADER|REPORTS_ON|CLAIMS]-(n6:Entity)
      WHERE coalesce(r5.unbounded, CASE WHEN r5.rank = 'DEPRECATED' OR r5.validFrom > $p3 OR r5.validTo <= $p3 THEN false ELSE true END)
      WITH DISTINCT n6 ORDER BY n6.id LIMIT 100
      RETURN n6
    } AS found3
    WITH DISTINCT found3 WHERE NOT found3 IN nodes1
    RETURN found3 ORDER BY found3.id LIMIT $p1
  } AS found3s
  WITH (nodes1 + found3s)[..$p1] AS nodes4
  WITH nodes4, COLLECT {
    UNWIND COLLECT {
      UNWIND nodes4 AS n7
      MATCH (n7)-[r8:CONTAINS|STATED_IN|MADE_BY|CONCERNS|FOLLOWS_UP|RESTATES|ABOUT|OPERATES|PART_OF|SUCCEEDED_BY|LOCATED_IN|ESTABLISHES|GOVERNS|AMENDS|REPEALS|IMPLEMENTS|BASED_ON|SIGNED|BROADER|REPORTS_ON|CLAIMS]->(n9:Entity)
      WHERE n9 IN nodes4
        AND coalesce(r8.unbounded, CASE WHEN r8.rank = 'DEPRECATED' OR r8.validFrom > $p3 OR r8.validTo <= $p3 THEN false ELSE true END)
      RETURN r8
    } + COLLECT {
      UNWIND nodes4 AS n7
      MATCH (n7)<-[r8:HANDLES|PARTICIPATED_IN|TRIGGERED]-(n9:Entity)
      WHERE n9 IN nodes4
        AND coalesce(r8.unbounded, CASE WHEN r8.rank = 'DEPRECATED' OR r8.validFrom > $p3 OR r8.validTo <= $p3 THEN false ELSE true END)
      RETURN r8
    } AS r8
    RETURN r8 ORDER BY type(r8), r8.id LIMIT 2000
  } AS relationships10
  RETURN {
    `nodes`: [n11 IN nodes4 | CASE
      WHEN n11:Place THEN n11 { `__typename`: 'Place', .id }
      WHEN n11:Event THEN n11 { `__typename`: 'Event', .id }
      WHEN n11:InformationSystem THEN n11 { `__typename`: 'InformationSystem', .id }
      WHEN n11:Institution THEN n11 { `__typename`: 'Institution', .id }
      WHEN n11:LegalInstrument THEN n11 { `__typename`: 'LegalInstrument', .id }
      WHEN n11:Passage THEN n11 { `__typename`: 'Passage', .id }
      WHEN n11:ProgressReport THEN n11 { `__typename`: 'ProgressReport', .id }
      WHEN n11:Theme THEN n11 { `__typename`: 'Theme', .id }
      WHEN n11:Commitment THEN n11 { `__typename`: 'Commitment', .id }
      WHEN n11:Claim THEN n11 { `__typename`: 'Claim', .id }
      WHEN n11:Document THEN n11 { `__typename`: 'Document', .id }
      WHEN n11:Person THEN n11 { `__typename`: 'Person', .id }
    END],
    `relationships`: [r12 IN relationships10 | r12 {
      `type`: type(r12),
      `from`: head([n13 IN [startNode(r12)] | CASE
        WHEN n13:Place THEN n13 { `__typename`: 'Place', .id }
        WHEN n13:Event THEN n13 { `__typename`: 'Event', .id }
        WHEN n13:Institution THEN n13 { `__typename`: 'Institution', .id }
        WHEN n13:LegalInstrument THEN n13 { `__typename`: 'LegalInstrument', .id }
        WHEN n13:ProgressReport THEN n13 { `__typename`: 'ProgressReport', .id }
        WHEN n13:Theme THEN n13 { `__typename`: 'Theme', .id }
        WHEN n13:Commitment THEN n13 { `__typename`: 'Commitment', .id }
        WHEN n13:Claim THEN n13 { `__typename`: 'Claim', .id }
        WHEN n13:Document THEN n13 { `__typename`: 'Document', .id }
        WHEN n13:Person THEN n13 { `__typename`: 'Person', .id }
      END]),
      `to`: head([n14 IN [endNode(r12)] | CASE
        WHEN n14:Place THEN n14 { `__typename`: 'Place', .id }
        WHEN n14:Event THEN n14 { `__typename`: 'Event', .id }
        WHEN n14:InformationSystem THEN n14 { `__typename`: 'InformationSystem', .id }
        WHEN n14:Institution THEN n14 { `__typename`: 'Institution', .id }
        WHEN n14:LegalInstrument THEN n14 { `__typename`: 'LegalInstrument', .id }
        WHEN n14:Passage THEN n14 { `__typename`: 'Passage', .id }
        WHEN n14:ProgressReport THEN n14 { `__typename`: 'ProgressReport', .id }
        WHEN n14:Theme THEN n14 { `__typename`: 'Theme', .id }
        WHEN n14:Commitment THEN n14 { `__typename`: 'Commitment', .id }
        WHEN n14:Document THEN n14 { `__typename`: 'Document', .id }
        WHEN n14:Person THEN n14 { `__typename`: 'Person', .id }
      END])
    }]
  }
}) AS value
