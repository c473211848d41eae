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
      MATCH (n2)-[r3:CONTAINS|STATED_IN|MADE_BY|CONCERNS|FOLLOWS_UP|RESTATES|ABOUT|HANDLES|OPERATES|PART_OF|SUCCEEDED_BY|LOCATED_IN|PARTICIPATED_IN|ESTABLISHES|GOVERNS|AMENDS|REPEALS|IMPLEMENTS|BASED_ON|TRIGGERED|SIGNED|BROADER|REPORTS_ON|CLAIMS]-(n4:Entity)
      WHERE coalesce(r3.unbounded, CASE WHEN r3.rank = 'DEPRECATED' OR r3.validFrom > $p3 OR r3.validTo <= $p3 THEN false ELSE true END)
      WITH DISTINCT n4 ORDER BY n4.id LIMIT 100
      RETURN n4
    } AS found5
    WITH DISTINCT found5 WHERE NOT found5 IN nodes1
    RETURN found5 ORDER BY found5.id LIMIT $p1
  } AS found5s
  WITH (nodes1 + found5s)[..$p1] AS nodes6
  WITH nodes6, COLLECT {
    UNWIND CASE WHEN $p0 >= 2 THEN nodes6 ELSE [] END AS n7
    UNWIND COLLECT {
      MATCH (n7)-[r8:CONTAINS|STATED_IN|MADE_BY|CONCERNS|FOLLOWS_UP|RESTATES|ABOUT|HANDLES|OPERATES|PART_OF|SUCCEEDED_BY|LOCATED_IN|PARTICIPATED_IN|ESTABLISHES|GOVERNS|AMENDS|REPEALS|IMPLEMENTS|BASED_ON|TRIGGERED|SIGNED|BROADER|REPORTS_ON|CLAIMS]-(n9:Entity)
      WHERE coalesce(r8.unbounded, CASE WHEN r8.rank = 'DEPRECATED' OR r8.validFrom > $p3 OR r8.validTo <= $p3 THEN false ELSE true END)
      WITH DISTINCT n9 ORDER BY n9.id LIMIT 100
      RETURN n9
    } AS found10
    WITH DISTINCT found10 WHERE NOT found10 IN nodes6
    RETURN found10 ORDER BY found10.id LIMIT $p1
  } AS found10s
  WITH (nodes6 + found10s)[..$p1] AS nodes11
  WITH nodes11, COLLECT {
    UNWIND CASE WHEN $p0 >= 3 THEN nodes11 ELSE [] END AS n12
    UNWIND COLLECT {
      MATCH (n12)-[r13:CONTAINS|STATED_IN|MADE_BY|CONCERNS|FOLLOWS_UP|RESTATES|ABOUT|HANDLES|OPERATES|PART_OF|SUCCEEDED_BY|LOCATED_IN|PARTICIPATED_IN|ESTABLISHES|GOVERNS|AMENDS|REPEALS|IMPLEMENTS|BASED_ON|TRIGGERED|SIGNED|BROADER|REPORTS_ON|CLAIMS]-(n14:Entity)
      WHERE coalesce(r13.unbounded, CASE WHEN r13.rank = 'DEPRECATED' OR r13.validFrom > $p3 OR r13.validTo <= $p3 THEN false ELSE true END)
      WITH DISTINCT n14 ORDER BY n14.id LIMIT 100
      RETURN n14
    } AS found15
    WITH DISTINCT found15 WHERE NOT found15 IN nodes11
    RETURN found15 ORDER BY found15.id LIMIT $p1
  } AS found15s
  WITH (nodes11 + found15s)[..$p1] AS nodes16
  WITH nodes16, COLLECT {
    UNWIND nodes16 AS n17
    MATCH (n17)-[r18:CONTAINS|STATED_IN|MADE_BY|CONCERNS|FOLLOWS_UP|RESTATES|ABOUT|HANDLES|OPERATES|PART_OF|SUCCEEDED_BY|LOCATED_IN|PARTICIPATED_IN|ESTABLISHES|GOVERNS|AMENDS|REPEALS|IMPLEMENTS|BASED_ON|TRIGGERED|SIGNED|BROADER|REPORTS_ON|CLAIMS]->(n19:Entity)
    WHERE n19 IN nodes16
      AND coalesce(r18.unbounded, CASE WHEN r18.rank = 'DEPRECATED' OR r18.validFrom > $p3 OR r18.validTo <= $p3 THEN false ELSE true END)
    RETURN r18 ORDER BY type(r18), r18.id LIMIT 2000
  } AS relationships20
  RETURN {
    `nodes`: [n21 IN nodes16 | CASE
      WHEN n21:Place THEN n21 { `__typename`: 'Place', .id }
      WHEN n21:Event THEN n21 { `__typename`: 'Event', .id }
      WHEN n21:InformationSystem THEN n21 { `__typename`: 'InformationSystem', .id }
      WHEN n21:Institution THEN n21 { `__typename`: 'Institution', .id }
      WHEN n21:LegalInstrument THEN n21 { `__typename`: 'LegalInstrument', .id }
      WHEN n21:Passage THEN n21 { `__typename`: 'Passage', .id }
      WHEN n21:ProgressReport THEN n21 { `__typename`: 'ProgressReport', .id }
      WHEN n21:Theme THEN n21 { `__typename`: 'Theme', .id }
      WHEN n21:Commitment THEN n21 { `__typename`: 'Commitment', .id }
      WHEN n21:Claim THEN n21 { `__typename`: 'Claim', .id }
      WHEN n21:Document THEN n21 { `__typename`: 'Document', .id }
      WHEN n21:Person THEN n21 { `__typename`: 'Person', .id }
    END],
    `relationships`: [r22 IN relationships20 | r22 {
      `type`: type(r22),
      `from`: head([n23 IN [startNode(r22)] | CASE
        WHEN n23:Place THEN n23 { `__typename`: 'Place', .id }
        WHEN n23:Event THEN n23 { `__typename`: 'Event', .id }
        WHEN n23:InformationSystem THEN n23 { `__typename`: 'InformationSystem', .id }
        WHEN n23:Institution THEN n23 { `__typename`: 'Institution', .id }
        WHEN n23:LegalInstrument THEN n23 { `__typename`: 'LegalInstrument', .id }
        WHEN n23:Passage THEN n23 { `__typename`: 'Passage', .id }
        WHEN n23:ProgressReport THEN n23 { `__typename`: 'ProgressReport', .id }
        WHEN n23:Theme THEN n23 { `__typename`: 'Theme', .id }
        WHEN n23:Commitment THEN n23 { `__typename`: 'Commitment', .id }
        WHEN n23:Claim THEN n23 { `__typename`: 'Claim', .id }
        WHEN n23:Document THEN n23 { `__typename`: 'Document', .id }
        WHEN n23:Person THEN n23 { `__typename`: 'Person', .id }
      END]),
      `to`: head([n24 IN [endNode(r22)] | CASE
        WHEN n24:Place THEN n24 { `__typename`: 'Place', .id }
        WHEN n24:Event THEN n24 { `__typename`: 'Event', .id }
        WHEN n24:InformationSystem THEN n24 { `__typename`: 'InformationSystem', .id }
        WHEN n24:Institution THEN n24 { `__typename`: 'Institution', .id }
        WHEN n24:LegalInstrument THEN n24 { `__typename`: 'LegalInstrument', .id }
        WHEN n24:Passage THEN n24 { `__typename`: 'Passage', .id }
        WHEN n24:ProgressReport THEN n24 { `__typename`: 'ProgressReport', .id }
        WHEN n24:Theme THEN n24 { `__typename`: 'Theme', .id }
        WHEN n24:Commitment THEN n24 { `__typename`: 'Commitment', .id }
        WHEN n24:Claim THEN n24 { `__typename`: 'Claim', .id }
        WHEN n24:Document THEN n24 { `__typename`: 'Document', .id }
        WHEN n24:Person THEN n24 { `__typename`: 'Person', .id }
      END])
    }]
  }
}) AS value
