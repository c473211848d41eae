CALL () {
  OPTIONAL MATCH (n3:Entity { id: $p3 })
  WITH n3 LIMIT 1
  OPTIONAL MATCH (n4:Entity { id: $p4 }) WHERE n4 <> n3
  WITH n3, n4, COUNT { (n3)--() } AS d9, COUNT { (n4)--() } AS d10 LIMIT 1
  WITH n3, n4, d9, d10, d9 <= d10 AS forth7
  WITH *, CASE WHEN forth7 THEN n3 ELSE n4 END AS n5, CASE WHEN forth7 THEN n4 ELSE n3 END AS n6
  RETURN n3, n4, n5, n6, forth7, CASE WHEN CASE WHEN forth7 THEN d9 ELSE d10 END * 20 + 5000 < CASE WHEN forth7 THEN d10 ELSE d9 END THEN COLLECT {
    WITH n5, n6 WHERE reduce(sum = 0, degree IN COLLECT {
      MATCH (n5)--(n11) WHERE n11 <> n6
      RETURN COUNT { (n11)--() }
    } | sum + degree) * 2 < CASE WHEN forth7 THEN d10 ELSE d9 END
    MATCH way12 = (n5)-[steps13*0..1]-(n11)
    WHERE n11 <> n6
    WITH n6, n11, way12, steps13 LIMIT 1000000
    MATCH (n11)-[r14]-(n6)
    WITH nodes(way12) + n6 AS way12, steps13 + r14 AS steps13
    WHERE all(r1 IN steps13 WHERE NOT type(r1) STARTS WITH 'SUPERSEDED_' AND coalesce(r1.unbounded, CASE WHEN r1.rank = 'DEPRECATED' OR r1.validFrom > $p2 OR r1.validTo <= $p2 THEN false ELSE true END))
    WITH CASE WHEN forth7 THEN { nodes: way12, steps: steps13 } ELSE { nodes: reverse(way12), steps: reverse(steps13) } END AS path15
    WITH path15 ORDER BY size(path15.steps), [node IN path15.nodes | node.id], [step IN path15.steps | step.id] LIMIT $p1
    RETURN path15
  } ELSE [] END AS near8
}
CALL (n3, n4, near8) {
  RETURN CASE WHEN size(near8) > 0 THEN [path16 IN near8 WHERE size(path16.steps) = size(near8[0].steps)] ELSE COLLECT {
    WITH n3, n4 WHERE n4 IS NOT NULL
    MATCH path16 = allShortestPaths((n3)-[steps17*..3]-(n4))
    WITH path16, steps17 LIMIT 1000000
    WITH path16 ORDER BY [node IN nodes(path16) | node.id], [step IN relationships(path16) | step.id] LIMIT $p1
    RETURN { nodes: nodes(path16), steps: relationships(path16) } AS path16
  } END AS found18
}
CALL (n3, n4, near8, found18) {
  RETURN CASE WHEN size(near8) > 0 OR size(found18) = 0 OR all(path16 IN found18 WHERE all(r1 IN path16.steps WHERE NOT type(r1) STARTS WITH 'SUPERSEDED_' AND coalesce(r1.unbounded, CASE WHEN r1.rank = 'DEPRECATED' OR r1.validFrom > $p2 OR r1.validTo <= $p2 THEN false ELSE true END))) THEN found18 ELSE COLLECT {
    CALL (n3, n4) {
      RETURN COLLECT {
        WITH n3, n4 WHERE n4 IS NOT NULL
        MATCH path16 = allShortestPaths((n3)-[steps17*..3]-(n4))
        WITH path16, steps17 LIMIT 1000000 WHERE all(r1 IN steps17 WHERE NOT type(r1) STARTS WITH 'SUPERSEDED_' AND coalesce(r1.unbounded, CASE WHEN r1.rank = 'DEPRECATED' OR r1.validFrom > $p2 OR r1.validTo <= $p2 THEN false ELSE true END))
        WITH path16 ORDER BY [node IN nodes(path16) | node.id], [step IN relationships(path16) | step.id] LIMIT $p1
        RETURN { nodes: nodes(path16), steps: relationships(path16) } AS path16
      } AS found19
    }
    UNWIND CASE WHEN size(found19) > 0 THEN found19 ELSE COLLECT {
      WITH n3, n4 WHERE n4 IS NOT NULL
      MATCH path16 = allShortestPaths((n3)-[steps17*..3]-(n4))
      WHERE all(r1 IN steps17 WHERE NOT type(r1) STARTS WITH 'SUPERSEDED_' AND coalesce(r1.unbounded, CASE WHEN r1.rank = 'DEPRECATED' OR r1.validFrom > $p2 OR r1.validTo <= $p2 THEN false ELSE true END))
      WITH path16 LIMIT 1000000
      WITH path16 ORDER BY [node IN nodes(path16) | node.id], [step IN relationships(path16) | step.id] LIMIT $p1
      RETURN { nodes: nodes(path16), steps: relationships(path16) } AS path16
    } END AS path16
    RETURN path16
  } END AS found20
}
RETURN [path0 IN found20 | {
  `length`: size(path0.steps),
  `nodes`: [n21 IN path0.nodes | CASE
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
  `relationships`: [r22 IN path0.steps | r22 { `type`: type(r22) }]
}] AS value

RETURN head(COLLECT {
  MATCH (n0:Entity { id: $p2 })
  WITH ([n0] + COLLECT {
    UNWIND COLLECT {
      MATCH (n0)-[r2:CONTAINS|STATED_IN|MADE_BY|CONCERNS|FOLLOWS_UP|RESTATES|ABOUT|HANDLES|OPERATES|PART_OF|SUCCEEDED_BY|LOCATED_IN|PARTICIPATED_IN|ESTABLISHES|GOVERNS|AMENDS|REPEALS|IMPLEMENTS|BASED_ON|TRIGGERED|SIGNED|BROADER|REPORTS_ON|CLAIMS]-(n3:Entity)
      WHERE coalesce(r2.unbounded, CASE WHEN r2.rank = 'DEPRECATED' OR r2.validFrom > $p3 OR r2.validTo <= $p3 THEN false ELSE true END)
      WITH DISTINCT n3 ORDER BY n3.id LIMIT 100
      RETURN n3
    } AS n4
    WITH DISTINCT n4 WHERE NOT n4 IN [n0]
    RETURN n4 ORDER BY n4.id LIMIT $p1
  })[..$p1] AS nodes1
  WITH nodes1, COLLECT {
    UNWIND COLLECT {
      UNWIND nodes1 AS n5
      MATCH (n5)-[r6:CONTAINS|STATED_IN|MADE_BY|CONCERNS|FOLLOWS_UP|RESTATES|ABOUT|OPERATES|PART_OF|SUCCEEDED_BY|LOCATED_IN|ESTABLISHES|GOVERNS|AMENDS|REPEALS|IMPLEMENTS|BASED_ON|SIGNED|BROADER|REPORTS_ON|CLAIMS]->(n7:Entity)
      WHERE n7 IN nodes1
        AND coalesce(r6.unbounded, CASE WHEN r6.rank = 'DEPRECATED' OR r6.validFrom > $p3 OR r6.validTo <= $p3 THEN false ELSE true END)
      RETURN r6
    } + COLLECT {
      UNWIND nodes1 AS n5
      MATCH (n5)<-[r6:HANDLES|PARTICIPATED_IN|TRIGGERED]-(n7:Entity)
      WHERE n7 IN nodes1
        AND coalesce(r6.unbounded, CASE WHEN r6.rank = 'DEPRECATED' OR r6.validFrom > $p3 OR r6.validTo <= $p3 THEN false ELSE true END)
      RETURN r6
    } AS r6
    RETURN r6 ORDER BY type(r6), r6.id LIMIT 2000
  } AS relationships8
  RETURN {
    `nodes`: [n9 IN nodes1 | CASE
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
    `relationships`: [r10 IN relationships8 | r10 {
      `type`: type(r10),
      `from`: head([n11 IN [startNode(r10)] | CASE
        WHEN n11:Place THEN n11 { `__typename`: 'Place', .id }
        WHEN n11:Event THEN n11 { `__typename`: 'Event', .id }
        WHEN n11:Institution THEN n11 { `__typename`: 'Institution', .id }
        WHEN n11:LegalInstrument THEN n11 { `__typename`: 'LegalInstrument', .id }
        WHEN n11:ProgressReport THEN n11 { `__typename`: 'ProgressReport', .id }
        WHEN n11:Theme THEN n11 { `__typename`: 'Theme', .id }
        WHEN n11:Commitment THEN n11 { `__typename`: 'Commitment', .id }
        WHEN n11:Claim THEN n11 { `__typename`: 'Claim', .id }
        WHEN n11:Document THEN n11 { `__typename`: 'Document', .id }
        WHEN n11:Person THEN n11 { `__typename`: 'Person', .id }
      END]),
      `to`: head([n12 IN [endNode(r10)] | CASE
        WHEN n12:Place THEN n12 { `__typename`: 'Place', .id }
        WHEN n12:Event THEN n12 { `__typename`: 'Event', .id }
        WHEN n12:InformationSystem THEN n12 { `__typename`: 'InformationSystem', .id }
        WHEN n12:Institution THEN n12 { `__typename`: 'Institution', .id }
        WHEN n12:LegalInstrument THEN n12 { `__typename`: 'LegalInstrument', .id }
        WHEN n12:Passage THEN n12 { `__typename`: 'Passage', .id }
        WHEN n12:ProgressReport THEN n12 { `__typename`: 'ProgressReport', .id }
        WHEN n12:Theme THEN n12 { `__typename`: 'Theme', .id }
        WHEN n12:Commitment THEN n12 { `__typename`: 'Commitment', .id }
        WHEN n12:Document THEN n12 { `__typename`: 'Document', .id }
        WHEN n12:Person THEN n12 { `__typename`: 'Person', .id }
      END])
    }]
  }
}) AS value
