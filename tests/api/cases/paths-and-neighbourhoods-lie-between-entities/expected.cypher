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
  RETURN CASE WHEN size(found6) = 0 OR all(path4 IN found6 WHERE all(r3 IN relationships(path4) WHERE NOT type(r3) STARTS WITH 'SUPERSEDED_' AND (r3.unbounded OR (r3.rank <> 'DEPRECATED' AND (r3.validFrom IS NULL OR r3.validFrom <= $p4) AND (r3.validTo IS NULL OR r3.validTo > $p4))))) THEN found6 ELSE COLLECT {
    CALL (n1, n2) {
      RETURN COLLECT {
        WITH n1, n2 WHERE n2 IS NOT NULL
        MATCH path4 = allShortestPaths((n1)-[steps5*..3]-(n2))
        WITH path4, steps5 LIMIT 1000000 WHERE all(r3 IN steps5 WHERE NOT type(r3) STARTS WITH 'SUPERSEDED_' AND (r3.unbounded OR (r3.rank <> 'DEPRECATED' AND (r3.validFrom IS NULL OR r3.validFrom <= $p4) AND (r3.validTo IS NULL OR r3.validTo > $p4))))
        WITH path4 ORDER BY [node IN nodes(path4) | node.id], [step IN relationships(path4) | step.id] LIMIT $p1
        RETURN path4
      } AS found7
    }
    UNWIND CASE WHEN size(found7) > 0 THEN found7 ELSE COLLECT {
      WITH n1, n2 WHERE n2 IS NOT NULL
      MATCH path4 = allShortestPaths((n1)-[steps5*..3]-(n2))
      WHERE all(r3 IN steps5 WHERE NOT type(r3) STARTS WITH 'SUPERSEDED_' AND (r3.unbounded OR (r3.rank <> 'DEPRECATED' AND (r3.validFrom IS NULL OR r3.validFrom <= $p4) AND (r3.validTo IS NULL OR r3.validTo > $p4))))
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
    END],
    `relationships`: [r15 IN relationships13 | r15 {
      `type`: type(r15),
      `from`: head([n16 IN [startNode(r15)] | CASE
        WHEN n16:Place THEN n16 { `__typename`: 'Place', .id }
        WHEN n16:Event THEN n16 { `__typename`: 'Event', .id }
        WHEN n16:InformationSystem THEN n16 { `__typename`: 'InformationSystem', .id }
        WHEN n16:Institution THEN n16 { `__typename`: 'Institution', .id }
        WHEN n16:LegalInstrument THEN n16 { `__typename`: 'LegalInstrument', .id }
        WHEN n16:Passage THEN n16 { `__typename`: 'Passage', .id }
        WHEN n16:ProgressReport THEN n16 { `__typename`: 'ProgressReport', .id }
        WHEN n16:Theme THEN n16 { `__typename`: 'Theme', .id }
        WHEN n16:Commitment THEN n16 { `__typename`: 'Commitment', .id }
        WHEN n16:Claim THEN n16 { `__typename`: 'Claim', .id }
        WHEN n16:Document THEN n16 { `__typename`: 'Document', .id }
        WHEN n16:Person THEN n16 { `__typename`: 'Person', .id }
      END]),
      `to`: head([n17 IN [endNode(r15)] | CASE
        WHEN n17:Place THEN n17 { `__typename`: 'Place', .id }
        WHEN n17:Event THEN n17 { `__typename`: 'Event', .id }
        WHEN n17:InformationSystem THEN n17 { `__typename`: 'InformationSystem', .id }
        WHEN n17:Institution THEN n17 { `__typename`: 'Institution', .id }
        WHEN n17:LegalInstrument THEN n17 { `__typename`: 'LegalInstrument', .id }
        WHEN n17:Passage THEN n17 { `__typename`: 'Passage', .id }
        WHEN n17:ProgressReport THEN n17 { `__typename`: 'ProgressReport', .id }
        WHEN n17:Theme THEN n17 { `__typename`: 'Theme', .id }
        WHEN n17:Commitment THEN n17 { `__typename`: 'Commitment', .id }
        WHEN n17:Claim THEN n17 { `__typename`: 'Claim', .id }
        WHEN n17:Document THEN n17 { `__typename`: 'Document', .id }
        WHEN n17:Person THEN n17 { `__typename`: 'Person', .id }
      END])
    }]
  }
}) AS value
