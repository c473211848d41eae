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
      WHERE r4.boundedFromId = i3.id AND NOT coalesce((r4.unbounded OR (r4.rank <> 'DEPRECATED' AND (r4.validFrom IS NULL OR r4.validFrom <= $p2) AND (r4.validTo IS NULL OR r4.validTo > $p2))), false)
    })
  }), 0),
  `edges`: COLLECT {
    MATCH (i1)-[r0:HANDLES]->(c2)
    WHERE r0.fromId = $p1
      AND r0.toId >= ''
      AND (r0.unbounded OR (r0.rank <> 'DEPRECATED' AND (r0.validFrom IS NULL OR r0.validFrom <= $p2) AND (r0.validTo IS NULL OR r0.validTo > $p2)))
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
    UNWIND CASE WHEN COUNT { (n2)--() } > 200 THEN COLLECT {
      CALL (n2) {
        MATCH ()-[r5:HANDLES]->(n6)
        WHERE r5.fromId = n2.id
          AND r5.toId >= ''
          AND (r5.unbounded OR (r5.rank <> 'DEPRECATED' AND (r5.validFrom IS NULL OR r5.validFrom <= $p3) AND (r5.validTo IS NULL OR r5.validTo > $p3)))
        WITH DISTINCT r5.fromId AS near, r5.toId AS far, n6
        RETURN n6 ORDER BY near, far LIMIT 100
        UNION ALL
        MATCH ()-[r5:PARTICIPATED_IN]->(n6)
        WHERE r5.fromId = n2.id
          AND r5.toId >= ''
          AND (r5.unbounded OR (r5.rank <> 'DEPRECATED' AND (r5.validFrom IS NULL OR r5.validFrom <= $p3) AND (r5.validTo IS NULL OR r5.validTo > $p3)))
        WITH DISTINCT r5.fromId AS near, r5.toId AS far, n6
        RETURN n6 ORDER BY near, far LIMIT 100
        UNION ALL
        MATCH ()-[r5:TRIGGERED]->(n6)
        WHERE r5.fromId = n2.id
          AND r5.toId >= ''
          AND (r5.unbounded OR (r5.rank <> 'DEPRECATED' AND (r5.validFrom IS NULL OR r5.validFrom <= $p3) AND (r5.validTo IS NULL OR r5.validTo > $p3)))
        WITH DISTINCT r5.fromId AS near, r5.toId AS far, n6
        RETURN n6 ORDER BY near, far LIMIT 100
        UNION ALL
        MATCH (n2)-[r5:CONTAINS|STATED_IN|MADE_BY|CONCERNS|FOLLOWS_UP|RESTATES|ABOUT|OPERATES|PART_OF|SUCCEEDED_BY|LOCATED_IN|ESTABLISHES|GOVERNS|AMENDS|REPEALS|IMPLEMENTS|BASED_ON|SIGNED|BROADER|REPORTS_ON|CLAIMS]->(n6:Entity)
        WHERE (r5.unbounded OR (r5.rank <> 'DEPRECATED' AND (r5.validFrom IS NULL OR r5.validFrom <= $p3) AND (r5.validTo IS NULL OR r5.validTo > $p3)))
        RETURN n6
        UNION ALL
        MATCH ()<-[r5:MADE_BY]-(n6)
        WHERE r5.toId = n2.id
          AND r5.fromId >= ''
          AND (r5.unbounded OR (r5.rank <> 'DEPRECATED' AND (r5.validFrom IS NULL OR r5.validFrom <= $p3) AND (r5.validTo IS NULL OR r5.validTo > $p3)))
        WITH DISTINCT r5.toId AS near, r5.fromId AS far, n6
        RETURN n6 ORDER BY near, far LIMIT 100
        UNION ALL
        MATCH ()<-[r5:CONCERNS]-(n6)
        WHERE r5.toId = n2.id
          AND r5.fromId >= ''
          AND (r5.unbounded OR (r5.rank <> 'DEPRECATED' AND (r5.validFrom IS NULL OR r5.validFrom <= $p3) AND (r5.validTo IS NULL OR r5.validTo > $p3)))
        WITH DISTINCT r5.toId AS near, r5.fromId AS far, n6
        RETURN n6 ORDER BY near, far LIMIT 100
        UNION ALL
        MATCH ()<-[r5:ABOUT]-(n6)
        WHERE r5.toId = n2.id
          AND r5.fromId >= ''
          AND (r5.unbounded OR (r5.rank <> 'DEPRECATED' AND (r5.validFrom IS NULL OR r5.validFrom <= $p3) AND (r5.validTo IS NULL OR r5.validTo > $p3)))
        WITH DISTINCT r5.toId AS near, r5.fromId AS far, n6
        RETURN n6 ORDER BY near, far LIMIT 100
        UNION ALL
        MATCH ()<-[r5:PART_OF]-(n6)
        WHERE r5.toId = n2.id
          AND r5.fromId >= ''
          AND (r5.unbounded OR (r5.rank <> 'DEPRECATED' AND (r5.validFrom IS NULL OR r5.validFrom <= $p3) AND (r5.validTo IS NULL OR r5.validTo > $p3)))
        WITH DISTINCT r5.toId AS near, r5.fromId AS far, n6
        RETURN n6 ORDER BY near, far LIMIT 100
        UNION ALL
        MATCH ()<-[r5:LOCATED_IN]-(n6)
        WHERE r5.toId = n2.id
          AND r5.fromId >= ''
          AND (r5.unbounded OR (r5.rank <> 'DEPRECATED' AND (r5.validFrom IS NULL OR r5.validFrom <= $p3) AND (r5.validTo IS NULL OR r5.validTo > $p3)))
        WITH DISTINCT r5.toId AS near, r5.fromId AS far, n6
        RETURN n6 ORDER BY near, far LIMIT 100
        UNION ALL
        MATCH ()<-[r5:PARTICIPATED_IN]-(n6)
        WHERE r5.toId = n2.id
          AND r5.fromId >= ''
          AND (r5.unbounded OR (r5.rank <> 'DEPRECATED' AND (r5.validFrom IS NULL OR r5.validFrom <= $p3) AND (r5.validTo IS NULL OR r5.validTo > $p3)))
        WITH DISTINCT r5.toId AS near, r5.fromId AS far, n6
        RETURN n6 ORDER BY near, far LIMIT 100
        UNION ALL
        MATCH (n2)<-[r5:CONTAINS|STATED_IN|FOLLOWS_UP|RESTATES|HANDLES|OPERATES|SUCCEEDED_BY|ESTABLISHES|GOVERNS|AMENDS|REPEALS|IMPLEMENTS|BASED_ON|TRIGGERED|SIGNED|BROADER|REPORTS_ON|CLAIMS]-(n6:Entity)
        WHERE (r5.unbounded OR (r5.rank <> 'DEPRECATED' AND (r5.validFrom IS NULL OR r5.validFrom <= $p3) AND (r5.validTo IS NULL OR r5.validTo > $p3)))
        RETURN n6
      }
      WITH DISTINCT n6 ORDER BY n6.id LIMIT 100
      RETURN n6
    } ELSE COLLECT {
      MATCH (n2)-[r5:CONTAINS|STATED_IN|MADE_BY|CONCERNS|FOLLOWS_UP|RESTATES|ABOUT|HANDLES|OPERATES|PART_OF|SUCCEEDED_BY|LOCATED_IN|PARTICIPATED_IN|ESTABLISHES|GOVERNS|AMENDS|REPEALS|IMPLEMENTS|BASED_ON|TRIGGERED|SIGNED|BROADER|REPORTS_ON|CLAIMS]-(n6:Entity)
      WHERE (r5.unbounded OR (r5.rank <> 'DEPRECATED' AND (r5.validFrom IS NULL OR r5.validFrom <= $p3) AND (r5.validTo IS NULL OR r5.validTo > $p3)))
      WITH DISTINCT n6 ORDER BY n6.id LIMIT 100
      RETURN n6
    } END AS found3
    WITH DISTINCT found3 WHERE NOT found3 IN nodes1
    RETURN found3 ORDER BY found3.id LIMIT $p1
  } AS found3s
  WITH (nodes1 + found3s)[..$p1] AS nodes4
  WITH nodes4, COLLECT {
    WITH nodes4, [n12 IN nodes4 WHERE COUNT { (n12)--() } > 200] AS busy10
    WITH nodes4, busy10, [n12 IN nodes4 WHERE NOT n12 IN busy10] AS quiet11
    CALL (nodes4, busy10, quiet11) {
      UNWIND quiet11 AS n7
      MATCH (n7)-[r8:CONTAINS|STATED_IN|MADE_BY|CONCERNS|FOLLOWS_UP|RESTATES|ABOUT|HANDLES|OPERATES|PART_OF|SUCCEEDED_BY|LOCATED_IN|PARTICIPATED_IN|ESTABLISHES|GOVERNS|AMENDS|REPEALS|IMPLEMENTS|BASED_ON|TRIGGERED|SIGNED|BROADER|REPORTS_ON|CLAIMS]->(n9:Entity)
      WHERE n9 IN nodes4
        AND (r8.unbounded OR (r8.rank <> 'DEPRECATED' AND (r8.validFrom IS NULL OR r8.validFrom <= $p3) AND (r8.validTo IS NULL OR r8.validTo > $p3)))
      RETURN r8
      UNION ALL
      UNWIND quiet11 AS n7
      MATCH (n7)<-[r8:CONTAINS|STATED_IN|MADE_BY|CONCERNS|FOLLOWS_UP|RESTATES|ABOUT|HANDLES|OPERATES|PART_OF|SUCCEEDED_BY|LOCATED_IN|PARTICIPATED_IN|ESTABLISHES|GOVERNS|AMENDS|REPEALS|IMPLEMENTS|BASED_ON|TRIGGERED|SIGNED|BROADER|REPORTS_ON|CLAIMS]-(n9:Entity)
      WHERE n9 IN busy10
        AND (r8.unbounded OR (r8.rank <> 'DEPRECATED' AND (r8.validFrom IS NULL OR r8.validFrom <= $p3) AND (r8.validTo IS NULL OR r8.validTo > $p3)))
      RETURN r8
      UNION ALL
      UNWIND busy10 AS n7
      MATCH (n7)-[r8:CONTAINS|STATED_IN|MADE_BY|CONCERNS|FOLLOWS_UP|RESTATES|ABOUT|OPERATES|PART_OF|SUCCEEDED_BY|LOCATED_IN|PARTICIPATED_IN|ESTABLISHES|GOVERNS|AMENDS|REPEALS|IMPLEMENTS|BASED_ON|SIGNED|BROADER|REPORTS_ON|CLAIMS]->(n9:Entity)
      WHERE n9 IN busy10
        AND (r8.unbounded OR (r8.rank <> 'DEPRECATED' AND (r8.validFrom IS NULL OR r8.validFrom <= $p3) AND (r8.validTo IS NULL OR r8.validTo > $p3)))
      RETURN r8
      UNION ALL
      UNWIND busy10 AS n7
      MATCH (n7)<-[r8:HANDLES|TRIGGERED]-(n9:Entity)
      WHERE n9 IN busy10
        AND (r8.unbounded OR (r8.rank <> 'DEPRECATED' AND (r8.validFrom IS NULL OR r8.validFrom <= $p3) AND (r8.validTo IS NULL OR r8.validTo > $p3)))
      RETURN r8
    }
    RETURN r8 ORDER BY type(r8), r8.id LIMIT 2000
  } AS relationships13
  RETURN {
    `nodes`: [n14 IN nodes4 | CASE
      WHEN n14:Place THEN n14 { `__typename`: 'Place', .id }
      WHEN n14:Event THEN n14 { `__typename`: 'Event', .id }
      WHEN n14:InformationSystem THEN n14 { `__typename`: 'InformationSystem', .id }
      WHEN n14:Institution THEN n14 { `__typename`: 'Institution', .id }
      WHEN n14:LegalInstrument THEN n14 { `__typename`: 'LegalInstrument', .id }
      WHEN n14:Passage THEN n14 { `__typename`: 'Passage', .id }
      WHEN n14:ProgressReport THEN n14 { `__typename`: 'ProgressReport', .id }
      WHEN n14:Theme THEN n14 { `__typename`: 'Theme', .id }
      WHEN n14:Commitment THEN n14 { `__typename`: 'Commitment', .id }
      WHEN n14:Claim THEN n14 { `__typename`: 'Claim', .id }
      WHEN n14:Document THEN n14 { `__typename`: 'Document', .id }
      WHEN n14:Person THEN n14 { `__typename`: 'Person', .id }
    END]
  }
}) AS value
