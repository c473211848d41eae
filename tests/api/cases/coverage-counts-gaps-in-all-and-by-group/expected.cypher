RETURN head(COLLECT {
  MATCH (c0:Commitment)
  WITH count(c0) AS all1, sum(CASE WHEN (any(item IN $p0 WHERE item IN c0.coded)) AND (NOT coalesce(EXISTS { MATCH (c0)<-[r8:HANDLES]-(n9) WHERE coalesce(r8.unbounded, CASE WHEN r8.rank = 'DEPRECATED' OR r8.validFrom > $p1 OR r8.validTo <= $p1 THEN false ELSE true END) AND r8.basis IN $p2 }, false)) THEN 1 ELSE 0 END) AS gaps2, sum(CASE WHEN (EXISTS { MATCH (c0)<-[r10:HANDLES]-(n11) WHERE coalesce(r10.unbounded, CASE WHEN r10.rank = 'DEPRECATED' OR r10.validFrom > $p1 OR r10.validTo <= $p1 THEN false ELSE true END) AND r10.basis IN $p2 AND n11.kind IN $p3 }) AND (NOT coalesce(EXISTS { MATCH (c0)<-[r12:HANDLES]-(n13) WHERE coalesce(r12.unbounded, CASE WHEN r12.rank = 'DEPRECATED' OR r12.validFrom > $p1 OR r12.validTo <= $p1 THEN false ELSE true END) AND r12.basis IN $p2 AND NOT coalesce(n13.kind IN $p4, false) }, false)) THEN 1 ELSE 0 END) AS gaps3, sum(CASE WHEN (any(item IN $p5 WHERE item IN c0.coded)) AND (NOT coalesce(EXISTS { MATCH (c0)-[r14:CONCERNS]->(n15:LegalInstrument) WHERE coalesce(r14.unbounded, CASE WHEN r14.rank = 'DEPRECATED' OR r14.validFrom > $p1 OR r14.validTo <= $p1 THEN false ELSE true END) AND r14.aspect IN $p6 }, false)) THEN 1 ELSE 0 END) AS gaps4, sum(CASE WHEN (any(item IN $p7 WHERE item IN c0.coded)) AND (NOT coalesce(EXISTS { MATCH (c0)<-[r16:REPORTS_ON]-(n17) WHERE coalesce(r16.unbounded, CASE WHEN r16.rank = 'DEPRECATED' OR r16.validFrom > $p1 OR r16.validTo <= $p1 THEN false ELSE true END) AND (NOT coalesce(n17.kind IN $p8, false)) AND (n17.date <= $p1) }, false)) THEN 1 ELSE 0 END) AS gaps5, sum(CASE WHEN ((NOT coalesce(any(item IN $p9 WHERE item IN c0.coded), false)) OR (NOT coalesce(any(item IN $p10 WHERE item IN c0.coded), false)) OR (NOT coalesce(any(item IN $p11 WHERE item IN c0.coded), false))) THEN 1 ELSE 0 END) AS gaps6, sum(CASE WHEN EXISTS { MATCH (c0)<-[r18:REPORTS_ON]-(n19) WHERE coalesce(r18.unbounded, CASE WHEN r18.rank = 'DEPRECATED' OR r18.validFrom > $p1 OR r18.validTo <= $p1 THEN false ELSE true END) AND (n19.kind IN $p12) AND (n19.date <= $p1) } THEN 1 ELSE 0 END) AS gaps7
  WITH all1, gaps2, gaps3, gaps4, gaps5, gaps6, gaps7, COLLECT {
    MATCH (c20:Commitment)
    MATCH (c20)-[r28:STATED_IN]->(n29)
    WHERE coalesce(r28.unbounded, CASE WHEN r28.rank = 'DEPRECATED' OR r28.validFrom > $p1 OR r28.validTo <= $p1 THEN false ELSE true END)
    MATCH (n29)<-[r30:CONTAINS]-(n31)
    WHERE coalesce(r30.unbounded, CASE WHEN r30.rank = 'DEPRECATED' OR r30.validFrom > $p1 OR r30.validTo <= $p1 THEN false ELSE true END)
    WITH DISTINCT n31, c20
    WITH n31, count(c20) AS all21, sum(CASE WHEN (any(item IN $p0 WHERE item IN c20.coded)) AND (NOT coalesce(EXISTS { MATCH (c20)<-[r32:HANDLES]-(n33) WHERE coalesce(r32.unbounded, CASE WHEN r32.rank = 'DEPRECATED' OR r32.validFrom > $p1 OR r32.validTo <= $p1 THEN false ELSE true END) AND r32.basis IN $p2 }, false)) THEN 1 ELSE 0 END) AS gaps22, sum(CASE WHEN (EXISTS { MATCH (c20)<-[r34:HANDLES]-(n35) WHERE coalesce(r34.unbounded, CASE WHEN r34.rank = 'DEPRECATED' OR r34.validFrom > $p1 OR r34.validTo <= $p1 THEN false ELSE true END) AND r34.basis IN $p2 AND n35.kind IN $p3 }) AND (NOT coalesce(EXISTS { MATCH (c20)<-[r36:HANDLES]-(n37) WHERE coalesce(r36.unbounded, CASE WHEN r36.rank = 'DEPRECATED' OR r36.validFrom > $p1 OR r36.validTo <= $p1 THEN false ELSE true END) AND r36.basis IN $p2 AND NOT coalesce(n37.kind IN $p4, false) }, false)) THEN 1 ELSE 0 END) AS gaps23, sum(CASE WHEN (any(item IN $p5 WHERE item IN c20.coded)) AND (NOT coalesce(EXISTS { MATCH (c20)-[r38:CONCERNS]->(n39:LegalInstrument) WHERE coalesce(r38.unbounded, CASE WHEN r38.rank = 'DEPRECATED' OR r38.validFrom > $p1 OR r38.validTo <= $p1 THEN false ELSE true END) AND r38.aspect IN $p6 }, false)) THEN 1 ELSE 0 END) AS gaps24, sum(CASE WHEN (any(item IN $p7 WHERE item IN c20.coded)) AND (NOT coalesce(EXISTS { MATCH (c20)<-[r40:REPORTS_ON]-(n41) WHERE coalesce(r40.unbounded, CASE WHEN r40.rank = 'DEPRECATED' OR r40.validFrom > $p1 OR r40.validTo <= $p1 THEN false ELSE true END) AND (NOT coalesce(n41.kind IN $p8, false)) AND (n41.date <= $p1) }, false)) THEN 1 ELSE 0 END) AS gaps25, sum(CASE WHEN ((NOT coalesce(any(item IN $p9 WHERE item IN c20.coded), false)) OR (NOT coalesce(any(item IN $p10 WHERE item IN c20.coded), false)) OR (NOT coalesce(any(item IN $p11 WHERE item IN c20.coded), false))) THEN 1 ELSE 0 END) AS gaps26, sum(CASE WHEN EXISTS { MATCH (c20)<-[r42:REPORTS_ON]-(n43) WHERE coalesce(r42.unbounded, CASE WHEN r42.rank = 'DEPRECATED' OR r42.validFrom > $p1 OR r42.validTo <= $p1 THEN false ELSE true END) AND (n43.kind IN $p12) AND (n43.date <= $p1) } THEN 1 ELSE 0 END) AS gaps27
    ORDER BY n31.id LIMIT 1000
    RETURN {
      `document`: n31 { .id },
      `commitments`: all21,
      `gaps`: [{ `count`: gaps22 }, { `count`: gaps23 }, { `count`: gaps24 }, { `count`: gaps25 }, { `count`: gaps26 }, { `count`: gaps27 }]
    }
  } AS group0, COLLECT {
    MATCH (c44:Commitment)
    MATCH (c44)-[r46:ABOUT]->(n47)
    WHERE coalesce(r46.unbounded, CASE WHEN r46.rank = 'DEPRECATED' OR r46.validFrom > $p1 OR r46.validTo <= $p1 THEN false ELSE true END)
    WITH DISTINCT n47, c44
    WITH n47, count(c44) AS all45
    ORDER BY n47.id LIMIT 1000
    RETURN { `theme`: n47 { .id }, `commitments`: all45 }
  } AS group1
  RETURN {
    `commitments`: all1,
    `gaps`: [{ `kind`: 'NOBODY_NAMED', `count`: gaps2 }, { `kind`: 'NAMED_ONLY_BY_CLASS', `count`: gaps3 }, { `kind`: 'NO_LEGAL_BASIS', `count`: gaps4 }, { `kind`: 'NO_EVIDENCE', `count`: gaps5 }, { `kind`: 'NOT_CODED', `count`: gaps6 }, { `kind`: 'SEARCHED_NOT_FOUND', `count`: gaps7 }],
    `documents`: group0,
    `themes`: group1
  }
}) AS value
