RETURN head([rows3 IN [COLLECT {
  MATCH (n0:Commitment)
  WHERE n0.id >= ''
    AND any(item IN $p1 WHERE item IN coalesce(n0.coded, []))
    AND NOT coalesce(EXISTS { MATCH (n0)<-[r1:HANDLES]-(n2) WHERE coalesce(r1.unbounded, CASE WHEN r1.rank = 'DEPRECATED' OR r1.validFrom > $p2 OR r1.validTo <= $p2 THEN false ELSE true END) AND r1.basis IN $p3 }, false)
  WITH n0
  ORDER BY n0.id LIMIT $p0
  RETURN {
    cursor: toString(n0.id),
    edge0: {
      `node`: n0 {
        .id,
        `gaps`: [gap IN [CASE WHEN (any(item IN $p1 WHERE item IN coalesce(n0.coded, []))) AND (NOT coalesce(EXISTS { MATCH (n0)<-[r4:HANDLES]-(n5) WHERE coalesce(r4.unbounded, CASE WHEN r4.rank = 'DEPRECATED' OR r4.validFrom > $p2 OR r4.validTo <= $p2 THEN false ELSE true END) AND r4.basis IN $p3 }, false)) THEN 'NOBODY_NAMED' END, CASE WHEN (EXISTS { MATCH (n0)<-[r6:HANDLES]-(n7) WHERE coalesce(r6.unbounded, CASE WHEN r6.rank = 'DEPRECATED' OR r6.validFrom > $p2 OR r6.validTo <= $p2 THEN false ELSE true END) AND r6.basis IN $p3 AND n7.kind IN $p5 }) AND (NOT coalesce(EXISTS { MATCH (n0)<-[r8:HANDLES]-(n9) WHERE coalesce(r8.unbounded, CASE WHEN r8.rank = 'DEPRECATED' OR r8.validFrom > $p2 OR r8.validTo <= $p2 THEN false ELSE true END) AND r8.basis IN $p3 AND NOT coalesce(n9.kind IN $p6, false) }, false)) THEN 'NAMED_ONLY_BY_CLASS' END, CASE WHEN (any(item IN $p7 WHERE item IN coalesce(n0.coded, []))) AND (NOT coalesce(EXISTS { MATCH (n0)-[r10:CONCERNS]->(n11:LegalInstrument) WHERE coalesce(r10.unbounded, CASE WHEN r10.rank = 'DEPRECATED' OR r10.validFrom > $p2 OR r10.validTo <= $p2 THEN false ELSE true END) AND r10.aspect IN $p8 }, false)) THEN 'NO_LEGAL_BASIS' END, CASE WHEN (any(item IN $p9 WHERE item IN coalesce(n0.coded, []))) AND (NOT coalesce(EXISTS { MATCH (n0)<-[r12:REPORTS_ON]-(n13) WHERE coalesce(r12.unbounded, CASE WHEN r12.rank = 'DEPRECATED' OR r12.validFrom > $p2 OR r12.validTo <= $p2 THEN false ELSE true END) AND (NOT coalesce(n13.kind IN $p10, false)) AND (n13.date <= $p2) }, false)) THEN 'NO_EVIDENCE' END, CASE WHEN ((NOT coalesce(any(item IN $p11 WHERE item IN coalesce(n0.coded, [])), false)) OR (NOT coalesce(any(item IN $p12 WHERE item IN coalesce(n0.coded, [])), false)) OR (NOT coalesce(any(item IN $p13 WHERE item IN coalesce(n0.coded, [])), false))) THEN 'NOT_CODED' END, CASE WHEN EXISTS { MATCH (n0)<-[r14:REPORTS_ON]-(n15) WHERE coalesce(r14.unbounded, CASE WHEN r14.rank = 'DEPRECATED' OR r14.validFrom > $p2 OR r14.validTo <= $p2 THEN false ELSE true END) AND (n15.kind IN $p14) AND (n15.date <= $p2) } THEN 'SEARCHED_NOT_FOUND' END] WHERE gap IS NOT NULL]
      }
    }
  }
}] | {
  `totalCount`: COUNT {
    MATCH (n16:Commitment)
    WHERE any(item IN $p1 WHERE item IN coalesce(n16.coded, []))
      AND NOT coalesce(EXISTS { MATCH (n16)<-[r17:HANDLES]-(n18) WHERE coalesce(r17.unbounded, CASE WHEN r17.rank = 'DEPRECATED' OR r17.validFrom > $p2 OR r17.validTo <= $p2 THEN false ELSE true END) AND r17.basis IN $p3 }, false)
    RETURN n16
  },
  `edges`: [row IN rows3[..$p4] | row.edge0],
  `pageInfo`: { `hasNextPage`: size(rows3) > $p4 }
}]) AS value

RETURN head([found5 IN [COLLECT {
  MATCH (n0)<-[r2:HANDLES]-(n1:Institution)
  WHERE n1.kind IN $p1
    AND coalesce(r2.unbounded, CASE WHEN r2.rank = 'DEPRECATED' OR r2.validFrom > $p2 OR r2.validTo <= $p2 THEN false ELSE true END)
    AND r2.basis IN $p3
    AND NOT coalesce(EXISTS { MATCH (n0)<-[r3:HANDLES]-(n4) WHERE coalesce(r3.unbounded, CASE WHEN r3.rank = 'DEPRECATED' OR r3.validFrom > $p2 OR r3.validTo <= $p2 THEN false ELSE true END) AND r3.basis IN $p3 AND NOT coalesce(n4.kind IN $p4, false) }, false)
  WITH DISTINCT n0
  RETURN [n0, n0.id]
}] | {
  `totalCount`: size(found5),
  `edges`: COLLECT {
    UNWIND found5 AS row6
    WITH row6, row6[0] AS n0
    WITH n0, row6
    ORDER BY row6[1] LIMIT $p0
    RETURN {
      `node`: n0 {
        .id,
        `handledBy`: {
          `edges`: COLLECT {
            MATCH (n0)<-[r7:HANDLES]-(n8)
            WHERE CASE WHEN r7.basis IN $p5 THEN coalesce(r7.unbounded, CASE WHEN r7.rank = 'DEPRECATED' OR r7.validFrom > $p2 OR r7.validTo <= $p2 THEN false ELSE true END) ELSE false END
            WITH r7, n8
            ORDER BY n8.id, r7.id LIMIT $p0
            RETURN { `node`: n8 { .id, .kind } }
          }
        }
      }
    }
  }
}]) AS value

RETURN {
  `totalCount`: COUNT {
    MATCH (n3:Commitment)
    WHERE any(item IN $p1 WHERE item IN coalesce(n3.coded, []))
      AND NOT coalesce(EXISTS { MATCH (n3)-[r4:CONCERNS]->(n5:LegalInstrument) WHERE coalesce(r4.unbounded, CASE WHEN r4.rank = 'DEPRECATED' OR r4.validFrom > $p2 OR r4.validTo <= $p2 THEN false ELSE true END) AND r4.aspect IN $p3 }, false)
    RETURN n3
  }
} AS value

RETURN {
  `totalCount`: COUNT {
    MATCH (n3:Commitment)
    WHERE any(item IN $p1 WHERE item IN coalesce(n3.coded, []))
      AND NOT coalesce(EXISTS { MATCH (n3)<-[r4:REPORTS_ON]-(n5) WHERE coalesce(r4.unbounded, CASE WHEN r4.rank = 'DEPRECATED' OR r4.validFrom > $p2 OR r4.validTo <= $p2 THEN false ELSE true END) AND (NOT coalesce(n5.kind IN $p3, false)) AND (n5.date <= $p2) }, false)
    RETURN n3
  }
} AS value

RETURN {
  `totalCount`: COUNT {
    MATCH (n1:Commitment)
    WHERE ((NOT coalesce(any(item IN $p1 WHERE item IN coalesce(n1.coded, [])), false)) OR (NOT coalesce(any(item IN $p2 WHERE item IN coalesce(n1.coded, [])), false)) OR (NOT coalesce(any(item IN $p3 WHERE item IN coalesce(n1.coded, [])), false)))
    RETURN n1
  }
} AS value

RETURN head([found3 IN [COLLECT {
  MATCH (n0)<-[r2:REPORTS_ON]-(n1:ProgressReport)
  WHERE (n1.kind IN $p1) AND (n1.date <= $p2)
    AND coalesce(r2.unbounded, CASE WHEN r2.rank = 'DEPRECATED' OR r2.validFrom > $p2 OR r2.validTo <= $p2 THEN false ELSE true END)
  WITH DISTINCT n0
  RETURN [n0, n0.id]
}] | {
  `totalCount`: size(found3),
  `edges`: COLLECT {
    UNWIND found3 AS row4
    WITH row4, row4[0] AS n0
    WITH n0, row4
    ORDER BY row4[1] LIMIT $p0
    RETURN { `node`: n0 { .id } }
  }
}]) AS value
