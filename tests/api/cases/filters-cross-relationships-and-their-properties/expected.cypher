RETURN {
  `totalCount`: COUNT {
    MATCH (n5:Commitment)-[r7:ABOUT]->(n6:Theme)
    WHERE n6.id IN $p0
      AND (r7.unbounded OR (r7.rank <> 'DEPRECATED' AND (r7.validFrom IS NULL OR r7.validFrom <= $p1) AND (r7.validTo IS NULL OR r7.validTo > $p1)))
      AND n5.strength IN $p2
      AND EXISTS { MATCH (n5)<-[r8:HANDLES]-(n9:Institution) WHERE (r8.unbounded OR (r8.rank <> 'DEPRECATED' AND (r8.validFrom IS NULL OR r8.validFrom <= $p1) AND (r8.validTo IS NULL OR r8.validTo > $p1))) AND r8.role IN $p3 AND n9.id IN $p4 }
    WITH DISTINCT n5
    RETURN n5
  },
  `edges`: COLLECT {
    MATCH (n0:Commitment)-[r2:ABOUT]->(n1:Theme)
    WHERE n1.id IN $p0
      AND (r2.unbounded OR (r2.rank <> 'DEPRECATED' AND (r2.validFrom IS NULL OR r2.validFrom <= $p1) AND (r2.validTo IS NULL OR r2.validTo > $p1)))
      AND n0.strength IN $p2
      AND EXISTS { MATCH (n0)<-[r3:HANDLES]-(n4:Institution) WHERE (r3.unbounded OR (r3.rank <> 'DEPRECATED' AND (r3.validFrom IS NULL OR r3.validFrom <= $p1) AND (r3.validTo IS NULL OR r3.validTo > $p1))) AND r3.role IN $p3 AND n4.id IN $p4 }
    WITH DISTINCT n0
    WITH n0
    ORDER BY n0.id LIMIT $p5
    RETURN { `node`: n0 { .id } }
  }
} AS value

RETURN {
  `edges`: COLLECT {
    MATCH (n0:Commitment)
    WHERE n0.strength IN $p0
      AND n0.deadline < $p1
    WITH n0
    ORDER BY n0.id LIMIT $p2
    RETURN { `node`: n0 { .id, .deadlineAsWritten } }
  }
} AS value

RETURN {
  `totalCount`: COUNT {
    MATCH (n3:Commitment)
    WHERE NOT coalesce(EXISTS { MATCH (n3)<-[r4:HANDLES]-(n5:Institution) WHERE (r4.unbounded OR (r4.rank <> 'DEPRECATED' AND (r4.validFrom IS NULL OR r4.validFrom <= $p0) AND (r4.validTo IS NULL OR r4.validTo > $p0))) AND r4.basis IN $p1 }, false)
    RETURN n3
  }
} AS value
