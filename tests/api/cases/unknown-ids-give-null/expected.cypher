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
    END]
  }
}) AS value
