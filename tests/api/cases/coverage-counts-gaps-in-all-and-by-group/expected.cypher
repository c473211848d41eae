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
    CALL () {
      MATCH (n37:Commitment)
      MATCH (n37)-[r39:STATED_IN]->(n38)
      WHERE coalesce(r39.unbounded, CASE WHEN r39.rank = 'DEPRECATED' OR r39.validFrom > $p1 OR r39.validTo <= $p1 THEN false ELSE true END)
      MATCH (n38)<-[r40:CONTAINS]-(n33)
      WHERE coalesce(r40.unbounded, CASE WHEN r40.rank = 'DEPRECATED' OR r40.validFrom > $p1 OR r40.validTo <= $p1 THEN false ELSE true END)
      WITH DISTINCT n33, n37
      RETURN n33, count(*) AS number34, 0 AS kind35
      UNION ALL
      MATCH (n41:Commitment)
      WHERE any(item IN $p0 WHERE item IN coalesce(n41.coded, []))
        AND NOT coalesce(EXISTS { MATCH (n41)<-[r42:HANDLES]-(n43) WHERE coalesce(r42.unbounded, CASE WHEN r42.rank = 'DEPRECATED' OR r42.validFrom > $p1 OR r42.validTo <= $p1 THEN false ELSE true END) AND r42.basis IN $p2 }, false)
      MATCH (n41)-[r45:STATED_IN]->(n44)
      WHERE coalesce(r45.unbounded, CASE WHEN r45.rank = 'DEPRECATED' OR r45.validFrom > $p1 OR r45.validTo <= $p1 THEN false ELSE true END)
      MATCH (n44)<-[r46:CONTAINS]-(n33)
      WHERE coalesce(r46.unbounded, CASE WHEN r46.rank = 'DEPRECATED' OR r46.validFrom > $p1 OR r46.validTo <= $p1 THEN false ELSE true END)
      WITH DISTINCT n33, n41
      RETURN n33, count(*) AS number34, 1 AS kind35
      UNION ALL
      MATCH (n47)<-[r49:HANDLES]-(n48:Institution)
      WHERE n48.kind IN $p3
        AND coalesce(r49.unbounded, CASE WHEN r49.rank = 'DEPRECATED' OR r49.validFrom > $p1 OR r49.validTo <= $p1 THEN false ELSE true END)
        AND r49.basis IN $p2
        AND NOT coalesce(EXISTS { MATCH (n47)<-[r50:HANDLES]-(n51) WHERE coalesce(r50.unbounded, CASE WHEN r50.rank = 'DEPRECATED' OR r50.validFrom > $p1 OR r50.validTo <= $p1 THEN false ELSE true END) AND r50.basis IN $p2 AND NOT coalesce(n51.kind IN $p4, false) }, false)
      WITH DISTINCT n47
      MATCH (n47)-[r53:STATED_IN]->(n52)
      WHERE coalesce(r53.unbounded, CASE WHEN r53.rank = 'DEPRECATED' OR r53.validFrom > $p1 OR r53.validTo <= $p1 THEN false ELSE true END)
      MATCH (n52)<-[r54:CONTAINS]-(n33)
      WHERE coalesce(r54.unbounded, CASE WHEN r54.rank = 'DEPRECATED' OR r54.validFrom > $p1 OR r54.validTo <= $p1 THEN false ELSE true END)
      WITH DISTINCT n33, n47
      RETURN n33, count(*) AS number34, 2 AS kind35
      UNION ALL
      MATCH (n55:Commitment)
      WHERE any(item IN $p5 WHERE item IN coalesce(n55.coded, []))
        AND NOT coalesce(EXISTS { MATCH (n55)-[r56:CONCERNS]->(n57:LegalInstrument) WHERE coalesce(r56.unbounded, CASE WHEN r56.rank = 'DEPRECATED' OR r56.validFrom > $p1 OR r56.validTo <= $p1 THEN false ELSE true END) AND r56.aspect IN $p6 }, false)
      MATCH (n55)-[r59:STATED_IN]->(n58)
      WHERE coalesce(r59.unbounded, CASE WHEN r59.rank = 'DEPRECATED' OR r59.validFrom > $p1 OR r59.validTo <= $p1 THEN false ELSE true END)
      MATCH (n58)<-[r60:CONTAINS]-(n33)
      WHERE coalesce(r60.unbounded, CASE WHEN r60.rank = 'DEPRECATED' OR r60.validFrom > $p1 OR r60.validTo <= $p1 THEN false ELSE true END)
      WITH DISTINCT n33, n55
      RETURN n33, count(*) AS number34, 3 AS kind35
      UNION ALL
      MATCH (n61:Commitment)
      WHERE any(item IN $p7 WHERE item IN coalesce(n61.coded, []))
        AND NOT coalesce(EXISTS { MATCH (n61)<-[r62:REPORTS_ON]-(n63) WHERE coalesce(r62.unbounded, CASE WHEN r62.rank = 'DEPRECATED' OR r62.validFrom > $p1 OR r62.validTo <= $p1 THEN false ELSE true END) AND (NOT coalesce(n63.kind IN $p8, false)) AND (n63.date <= $p1) }, false)
      MATCH (n61)-[r65:STATED_IN]->(n64)
      WHERE coalesce(r65.unbounded, CASE WHEN r65.rank = 'DEPRECATED' OR r65.validFrom > $p1 OR r65.validTo <= $p1 THEN false ELSE true END)
      MATCH (n64)<-[r66:CONTAINS]-(n33)
      WHERE coalesce(r66.unbounded, CASE WHEN r66.rank = 'DEPRECATED' OR r66.validFrom > $p1 OR r66.validTo <= $p1 THEN false ELSE true END)
      WITH DISTINCT n33, n61
      RETURN n33, count(*) AS number34, 4 AS kind35
      UNION ALL
      MATCH (n67:Commitment)
      WHERE ((NOT coalesce(any(item IN $p9 WHERE item IN coalesce(n67.coded, [])), false)) OR (NOT coalesce(any(item IN $p10 WHERE item IN coalesce(n67.coded, [])), false)) OR (NOT coalesce(any(item IN $p11 WHERE item IN coalesce(n67.coded, [])), false)))
      MATCH (n67)-[r69:STATED_IN]->(n68)
      WHERE coalesce(r69.unbounded, CASE WHEN r69.rank = 'DEPRECATED' OR r69.validFrom > $p1 OR r69.validTo <= $p1 THEN false ELSE true END)
      MATCH (n68)<-[r70:CONTAINS]-(n33)
      WHERE coalesce(r70.unbounded, CASE WHEN r70.rank = 'DEPRECATED' OR r70.validFrom > $p1 OR r70.validTo <= $p1 THEN false ELSE true END)
      WITH DISTINCT n33, n67
      RETURN n33, count(*) AS number34, 5 AS kind35
      UNION ALL
      MATCH (n71)<-[r73:REPORTS_ON]-(n72:ProgressReport)
      WHERE (n72.kind IN $p12) AND (n72.date <= $p1)
        AND coalesce(r73.unbounded, CASE WHEN r73.rank = 'DEPRECATED' OR r73.validFrom > $p1 OR r73.validTo <= $p1 THEN false ELSE true END)
      WITH DISTINCT n71
      MATCH (n71)-[r75:STATED_IN]->(n74)
      WHERE coalesce(r75.unbounded, CASE WHEN r75.rank = 'DEPRECATED' OR r75.validFrom > $p1 OR r75.validTo <= $p1 THEN false ELSE true END)
      MATCH (n74)<-[r76:CONTAINS]-(n33)
      WHERE coalesce(r76.unbounded, CASE WHEN r76.rank = 'DEPRECATED' OR r76.validFrom > $p1 OR r76.validTo <= $p1 THEN false ELSE true END)
      WITH DISTINCT n33, n71
      RETURN n33, count(*) AS number34, 6 AS kind35
    }
    WITH n33, collect([kind35, number34]) AS found36
    WITH n33, coalesce(head([one IN found36 WHERE one[0] = 0 | one[1]]), 0) AS all26, coalesce(head([one IN found36 WHERE one[0] = 1 | one[1]]), 0) AS gaps27, coalesce(head([one IN found36 WHERE one[0] = 2 | one[1]]), 0) AS gaps28, coalesce(head([one IN found36 WHERE one[0] = 3 | one[1]]), 0) AS gaps29, coalesce(head([one IN found36 WHERE one[0] = 4 | one[1]]), 0) AS gaps30, coalesce(head([one IN found36 WHERE one[0] = 5 | one[1]]), 0) AS gaps31, coalesce(head([one IN found36 WHERE one[0] = 6 | one[1]]), 0) AS gaps32
    ORDER BY n33.id LIMIT 1000
    RETURN {
      `document`: n33 { .id },
      `commitments`: all26,
      `gaps`: [{ `count`: gaps27 }, { `count`: gaps28 }, { `count`: gaps29 }, { `count`: gaps30 }, { `count`: gaps31 }, { `count`: gaps32 }]
    }
  } AS group0, COLLECT {
    CALL () {
      MATCH (n82:Commitment)
      MATCH (n82)-[r83:ABOUT]->(n78)
      WHERE coalesce(r83.unbounded, CASE WHEN r83.rank = 'DEPRECATED' OR r83.validFrom > $p1 OR r83.validTo <= $p1 THEN false ELSE true END)
      WITH DISTINCT n78, n82
      RETURN n78, count(*) AS number79, 0 AS kind80
    }
    WITH n78, collect([kind80, number79]) AS found81
    WITH n78, coalesce(head([one IN found81 WHERE one[0] = 0 | one[1]]), 0) AS all77
    ORDER BY n78.id LIMIT 1000
    RETURN { `theme`: n78 { .id }, `commitments`: all77 }
  } AS group1
  RETURN {
    `commitments`: all1,
    `gaps`: [{ `kind`: 'NOBODY_NAMED', `count`: gaps2 }, { `kind`: 'NAMED_ONLY_BY_CLASS', `count`: gaps3 }, { `kind`: 'NO_LEGAL_BASIS', `count`: gaps4 }, { `kind`: 'NO_EVIDENCE', `count`: gaps5 }, { `kind`: 'NOT_CODED', `count`: gaps6 }, { `kind`: 'SEARCHED_NOT_FOUND', `count`: gaps7 }],
    `documents`: group0,
    `themes`: group1
  }
}) AS value
