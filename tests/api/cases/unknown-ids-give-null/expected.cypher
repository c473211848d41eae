RETURN head(COLLECT {
  MATCH (n0:Entity)
  WHERE n0.id = $p0
  RETURN CASE
    WHEN n0:Place THEN n0 { `__typename`: 'Place', .id }
    WHEN n0:Event THEN n0 { `__typename`: 'Event', .id }
    WHEN n0:InformationSystem THEN n0 { `__typename`: 'InformationSystem', .id }
    WHEN n0:Institution THEN n0 { `__typename`: 'Institution', .id }
    WHEN n0:LegalInstrument THEN n0 { `__typename`: 'LegalInstrument', .id }
    WHEN n0:Passage THEN n0 { `__typename`: 'Passage', .id }
    WHEN n0:ProgressReport THEN n0 { `__typename`: 'ProgressReport', .id }
    WHEN n0:Theme THEN n0 { `__typename`: 'Theme', .id }
    WHEN n0:Commitment THEN n0 { `__typename`: 'Commitment', .id }
    WHEN n0:Claim THEN n0 { `__typename`: 'Claim', .id }
    WHEN n0:Document THEN n0 { `__typename`: 'Document', .id }
    WHEN n0:Person THEN n0 { `__typename`: 'Person', .id }
  END LIMIT 1
}) AS value

RETURN head(COLLECT {
  MATCH (n0:Institution)
  WHERE n0.id = $p0
  RETURN n0 { .id } LIMIT 1
}) AS value

RETURN {
  `totalCount`: coalesce(head(COLLECT {
    MATCH (i3:Institution { id: $p1 })
    RETURN (COUNT { (i3)-[:HANDLES]->() } - COUNT {
      MATCH ()-[r4:HANDLES]->()
      WHERE r4.boundedFromId = i3.id AND NOT coalesce(r4.unbounded, CASE WHEN r4.rank = 'DEPRECATED' OR r4.validFrom > $p2 OR r4.validTo <= $p2 THEN false ELSE true END)
    })
  }), 0),
  `edges`: COLLECT {
    MATCH (i1)-[r0:HANDLES]->(c2)
    WHERE r0.fromId = $p1
      AND r0.toId >= ''
      AND coalesce(r0.unbounded, CASE WHEN r0.rank = 'DEPRECATED' OR r0.validFrom > $p2 OR r0.validTo <= $p2 THEN false ELSE true END)
    WITH i1, r0, c2
    ORDER BY r0.fromId, r0.toId, r0.fromId, r0.id LIMIT $p0
    RETURN { `node`: r0 { .role } }
  }
} AS value

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
    END]
  }
}) AS value
