RETURN {
  `totalCount`: COUNT {
    MATCH (n5:Commitment)-[r7:ABOUT]->(n6:Theme)
    WHERE n6.id IN $p1
      AND (r7.unbounded OR (r7.rank <> 'DEPRECATED' AND (r7.validFrom IS NULL OR r7.validFrom <= $p2) AND (r7.validTo IS NULL OR r7.validTo > $p2)))
      AND n5.strength IN $p3
      AND EXISTS { MATCH (n5)<-[r8:HANDLES]-(n9) WHERE (r8.unbounded OR (r8.rank <> 'DEPRECATED' AND (r8.validFrom IS NULL OR r8.validFrom <= $p2) AND (r8.validTo IS NULL OR r8.validTo > $p2))) AND r8.role IN $p4 AND n9.id IN $p5 }
    WITH DISTINCT n5
    RETURN n5
  },
  `edges`: COLLECT {
    MATCH (n0:Commitment)-[r2:ABOUT]->(n1:Theme)
    WHERE n1.id IN $p1
      AND (r2.unbounded OR (r2.rank <> 'DEPRECATED' AND (r2.validFrom IS NULL OR r2.validFrom <= $p2) AND (r2.validTo IS NULL OR r2.validTo > $p2)))
      AND n0.strength IN $p3
      AND EXISTS { MATCH (n0)<-[r3:HANDLES]-(n4) WHERE (r3.unbounded OR (r3.rank <> 'DEPRECATED' AND (r3.validFrom IS NULL OR r3.validFrom <= $p2) AND (r3.validTo IS NULL OR r3.validTo > $p2))) AND r3.role IN $p4 AND n4.id IN $p5 }
    WITH DISTINCT n0
    WITH n0
    ORDER BY n0.id LIMIT $p0
    RETURN { `node`: n0 { .id } }
  }
} AS value

RETURN {
  `edges`: COLLECT {
    MATCH (n0:Commitment)
    WHERE n0.id >= ''
      AND n0.strength IN $p1
      AND n0.deadline < $p2
    WITH n0
    ORDER BY n0.id LIMIT $p0
    RETURN { `node`: n0 { .id, .deadlineAsWritten } }
  }
} AS value

RETURN {
  `totalCount`: COUNT {
    MATCH (n3:Commitment)
    WHERE NOT coalesce(EXISTS { MATCH (n3)<-[r4:HANDLES]-(n5) WHERE (r4.unbounded OR (r4.rank <> 'DEPRECATED' AND (r4.validFrom IS NULL OR r4.validFrom <= $p1) AND (r4.validTo IS NULL OR r4.validTo > $p1))) AND r4.basis IN $p2 }, false)
    RETURN n3
  }
} AS value
