RETURN head(COLLECT {
  MATCH (c0:Commitment)
  WITH count(c0) AS all1
  WITH all1, COUNT {
    MATCH (n8:Commitment)
    WHERE any(item IN $p0 WHERE item IN coalesce(n8.coded, []))
      AND NOT coalesce(EXISTS { MATCH (n8)<-[r9:HANDLES]-(n10) WHERE coalesce(r9.unbounded, CASE WHEN r9.rank = 'DEPRECATED' OR r9.validFrom > $p1 OR r9.validTo <= $p1 THEN false ELSE true END) AND r9.basis IN $p2 }, false)
    RETURN n8
  } AS gaps2, COUNT {
    MATCH (n11)<-[r13:HANDLES]-(n12:Institution)
    WHERE n12.kind IN $p3
      AND coalesce(r13.unbounded, CASE WHEN r13.rank = 'DEPRECATED' OR r13.validFrom > $p1 OR r13.validTo <= $p1 THEN false ELSE true END)
      AND r13.basis IN $p2
      AND NOT coalesce(EXISTS { MATCH (n11)<-[r14:HANDLES]-(n15) WHERE coalesce(r14.unbounded, CASE WHEN r14.rank = 'DEPRECATED' OR r14.validFrom > $p1 OR r14.validTo <= $p1 THEN false ELSE true END) AND r14.basis IN $p2 AND NOT coalesce(n15.kind IN $p4, false) }, false)
    WITH DISTINCT n11
    RETURN n11
  } AS gaps3, COUNT {
    MATCH (n16:Commitment)
    WHERE any(item IN $p5 WHERE item IN coalesce(n16.coded, []))
      AND NOT coalesce(EXISTS { MATCH (n16)-[r17:CONCERNS]->(n18:LegalInstrument) WHERE coalesce(r17.unbounded, CASE WHEN r17.rank = 'DEPRECATED' OR r17.validFrom > $p1 OR r17.validTo <= $p1 THEN false ELSE true END) AND r17.aspect IN $p6 }, false)
    RETURN n16
  } AS gaps4, COUNT {
    MATCH (n19:Commitment)
    WHERE any(item IN $p7 WHERE item IN coalesce(n19.coded, []))
      AND NOT coalesce(EXISTS { MATCH (n19)<-[r20:REPORTS_ON]-(n21) WHERE coalesce(r20.unbounded, CASE WHEN r20.rank = 'DEPRECATED' OR r20.validFrom > $p1 OR r20.validTo <= $p1 THEN false ELSE true END) AND (NOT coalesce(n21.kind IN $p8, false)) AND (n21.date <= $p1) }, false)
    RETURN n19
  } AS gaps5, COUNT {
    MATCH (n22:Commitment)
    WHERE ((NOT coalesce(any(item IN $p9 WHERE item IN coalesce(n22.coded, [])), false)) OR (NOT coalesce(any(item IN $p10 WHERE item IN coalesce(n22.coded, [])), false)) OR (NOT coalesce(any(item IN $p11 WHERE item IN coalesce(n22.coded, [])), false)))
    RETURN n22
  } AS gaps6, COUNT {
    MATCH (n23)<-[r25:REPORTS_ON]-(n24:ProgressReport)
    WHERE (n24.kind IN $p12) AND (n24.date <= $p1)
      AND coalesce(r25.unbounded, CASE WHEN r25.rank = 'DEPRECATED' OR r25.validFrom > $p1 OR r25.validTo <= $p1 THEN false ELSE true END)
    WITH DISTINCT n23
    RETURN n23
  } AS gaps7
  WITH all1, gaps2, gaps3, gaps4, gaps5, gaps6, gaps7, COLLECT {
    MATCH (c26:Commitment)
    WITH c26, CASE WHEN (any(item IN $p0 WHERE item IN coalesce(c26.coded, []))) AND (NOT coalesce(EXISTS { MATCH (c26)<-[r36:HANDLES]-(n37) WHERE coalesce(r36.unbounded, CASE WHEN r36.rank = 'DEPRECATED' OR r36.validFrom > $p1 OR r36.validTo <= $p1 THEN false ELSE true END) AND r36.basis IN $p2 }, false)) THEN 1 ELSE 0 END + CASE WHEN (EXISTS { MATCH (c26)<-[r38:HANDLES]-(n39) WHERE coalesce(r38.unbounded, CASE WHEN r38.rank = 'DEPRECATED' OR r38.validFrom > $p1 OR r38.validTo <= $p1 THEN false ELSE true END) AND r38.basis IN $p2 AND n39.kind IN $p3 }) AND (NOT coalesce(EXISTS { MATCH (c26)<-[r40:HANDLES]-(n41) WHERE coalesce(r40.unbounded, CASE WHEN r40.rank = 'DEPRECATED' OR r40.validFrom > $p1 OR r40.validTo <= $p1 THEN false ELSE true END) AND r40.basis IN $p2 AND NOT coalesce(n41.kind IN $p4, false) }, false)) THEN 2 ELSE 0 END + CASE WHEN (any(item IN $p5 WHERE item IN coalesce(c26.coded, []))) AND (NOT coalesce(EXISTS { MATCH (c26)-[r42:CONCERNS]->(n43:LegalInstrument) WHERE coalesce(r42.unbounded, CASE WHEN r42.rank = 'DEPRECATED' OR r42.validFrom > $p1 OR r42.validTo <= $p1 THEN false ELSE true END) AND r42.aspect IN $p6 }, false)) THEN 4 ELSE 0 END + CASE WHEN (any(item IN $p7 WHERE item IN coalesce(c26.coded, []))) AND (NOT coalesce(EXISTS { MATCH (c26)<-[r44:REPORTS_ON]-(n45) WHERE coalesce(r44.unbounded, CASE WHEN r44.rank = 'DEPRECATED' OR r44.validFrom > $p1 OR r44.validTo <= $p1 THEN false ELSE true END) AND (NOT coalesce(n45.kind IN $p8, false)) AND (n45.date <= $p1) }, false)) THEN 8 ELSE 0 END + CASE WHEN ((NOT coalesce(any(item IN $p9 WHERE item IN coalesce(c26.coded, [])), false)) OR (NOT coalesce(any(item IN $p10 WHERE item IN coalesce(c26.coded, [])), false)) OR (NOT coalesce(any(item IN $p11 WHERE item IN coalesce(c26.coded, [])), false))) THEN 16 ELSE 0 END + CASE WHEN EXISTS { MATCH (c26)<-[r46:REPORTS_ON]-(n47) WHERE coalesce(r46.unbounded, CASE WHEN r46.rank = 'DEPRECATED' OR r46.validFrom > $p1 OR r46.validTo <= $p1 THEN false ELSE true END) AND (n47.kind IN $p12) AND (n47.date <= $p1) } THEN 32 ELSE 0 END AS met28
    MATCH (c26)-[r49:STATED_IN]->(n48)
    WHERE coalesce(r49.unbounded, CASE WHEN r49.rank = 'DEPRECATED' OR r49.validFrom > $p1 OR r49.validTo <= $p1 THEN false ELSE true END)
    MATCH (n48)<-[r50:CONTAINS]-(n27)
    WHERE coalesce(r50.unbounded, CASE WHEN r50.rank = 'DEPRECATED' OR r50.validFrom > $p1 OR r50.validTo <= $p1 THEN false ELSE true END)
    WITH DISTINCT n27, c26, met28
    WITH n27, count(c26) AS all29, sum(met28 / 1 % 2) AS gaps30, sum(met28 / 2 % 2) AS gaps31, sum(met28 / 4 % 2) AS gaps32, sum(met28 / 8 % 2) AS gaps33, sum(met28 / 16 % 2) AS gaps34, sum(met28 / 32 % 2) AS gaps35
    ORDER BY n27.id LIMIT 1000
    RETURN {
      `document`: n27 { .id },
      `commitments`: all29,
      `gaps`: [{ `count`: gaps30 }, { `count`: gaps31 }, { `count`: gaps32 }, { `count`: gaps33 }, { `count`: gaps34 }, { `count`: gaps35 }]
    }
  } AS group0, COLLECT {
    MATCH (c51:Commitment)
    WITH c51, 0 AS met53
    MATCH (c51)-[r55:ABOUT]->(n52)
    WHERE coalesce(r55.unbounded, CASE WHEN r55.rank = 'DEPRECATED' OR r55.validFrom > $p1 OR r55.validTo <= $p1 THEN false ELSE true END)
    WITH DISTINCT n52, c51, met53
    WITH n52, count(c51) AS all54
    ORDER BY n52.id LIMIT 1000
    RETURN { `theme`: n52 { .id }, `commitments`: all54 }
  } AS group1
  RETURN {
    `commitments`: all1,
    `gaps`: [{ `kind`: 'NOBODY_NAMED', `count`: gaps2 }, { `kind`: 'NAMED_ONLY_BY_CLASS', `count`: gaps3 }, { `kind`: 'NO_LEGAL_BASIS', `count`: gaps4 }, { `kind`: 'NO_EVIDENCE', `count`: gaps5 }, { `kind`: 'NOT_CODED', `count`: gaps6 }, { `kind`: 'SEARCHED_NOT_FOUND', `count`: gaps7 }],
    `documents`: group0,
    `themes`: group1
  }
}) AS value
