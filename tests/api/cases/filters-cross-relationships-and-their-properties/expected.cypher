RETURN head([found5 IN [COLLECT {
  MATCH (n0:Commitment)-[r2:ABOUT]->(n1:Theme)
  WHERE n1.id IN $p1
    AND CASE WHEN n0.strength IN $p2 THEN coalesce(r2.unbounded, CASE WHEN r2.rank = 'DEPRECATED' OR r2.validFrom > $p3 OR r2.validTo <= $p3 THEN false ELSE true END) ELSE false END
    AND EXISTS { MATCH (n0)<-[r3:HANDLES]-(n4) WHERE coalesce(r3.unbounded, CASE WHEN r3.rank = 'DEPRECATED' OR r3.validFrom > $p3 OR r3.validTo <= $p3 THEN false ELSE true END) AND r3.role IN $p4 AND n4.id IN $p5 }
  WITH DISTINCT n0
  RETURN n0
}] | {
  `totalCount`: size(found5),
  `edges`: COLLECT {
    UNWIND found5 AS n0
    WITH n0
    ORDER BY n0.id LIMIT $p0
    RETURN { `node`: n0 { .id } }
  }
}]) AS value

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
    WHERE NOT coalesce(EXISTS { MATCH (n3)<-[r4:HANDLES]-(n5) WHERE coalesce(r4.unbounded, CASE WHEN r4.rank = 'DEPRECATED' OR r4.validFrom > $p1 OR r4.validTo <= $p1 THEN false ELSE true END) AND r4.basis IN $p2 }, false)
    RETURN n3
  }
} AS value
