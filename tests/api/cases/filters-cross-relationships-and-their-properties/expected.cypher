RETURN head([found12 IN [COLLECT {
  WITH [reduce(sum = 0, count IN COLLECT {
    MATCH (n9:Theme) WHERE n9.id IN $p1
    RETURN COUNT { (n9)<-[:ABOUT]-() }
  } | sum + count), reduce(sum = 0, count IN COLLECT {
    MATCH (n10:Institution) WHERE n10.id IN $p5
    RETURN COUNT { (n10)-[:HANDLES]->() }
  } | sum + count)] AS counts11
  UNWIND CASE WHEN all(count IN counts11 WHERE counts11[0] <= count) THEN COLLECT {
    MATCH (n0)-[r2:ABOUT]->(n1:Theme)
    WHERE n1.id IN $p1
      AND CASE WHEN n0.strength IN $p2 THEN coalesce(r2.unbounded, CASE WHEN r2.rank = 'DEPRECATED' OR r2.validFrom > $p3 OR r2.validTo <= $p3 THEN false ELSE true END) ELSE false END
      AND EXISTS { MATCH (n0)<-[r3:HANDLES]-(n4) WHERE coalesce(r3.unbounded, CASE WHEN r3.rank = 'DEPRECATED' OR r3.validFrom > $p3 OR r3.validTo <= $p3 THEN false ELSE true END) AND r3.role IN $p4 AND n4.id IN $p5 }
    WITH DISTINCT n0
    RETURN n0
  } ELSE COLLECT {
    MATCH (n0)<-[r6:HANDLES]-(n5:Institution)
    WHERE n5.id IN $p5
      AND CASE WHEN n0.strength IN $p2 THEN coalesce(r6.unbounded, CASE WHEN r6.rank = 'DEPRECATED' OR r6.validFrom > $p3 OR r6.validTo <= $p3 THEN false ELSE true END) ELSE false END
      AND r6.role IN $p4
      AND EXISTS { MATCH (n0)-[r7:ABOUT]->(n8) WHERE coalesce(r7.unbounded, CASE WHEN r7.rank = 'DEPRECATED' OR r7.validFrom > $p3 OR r7.validTo <= $p3 THEN false ELSE true END) AND n8.id IN $p1 }
    WITH DISTINCT n0
    RETURN n0
  } END AS n0
  RETURN [n0, n0.id]
}] | {
  `totalCount`: size(found12),
  `edges`: COLLECT {
    UNWIND found12 AS row13
    WITH row13, row13[0] AS n0
    WITH n0, row13
    ORDER BY row13[1] LIMIT $p0
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
