RETURN head(COLLECT {
  MATCH (n0:Commitment)
  WHERE n0.id = $p0
  RETURN n0 {
    .id,
    `label`: coalesce(n0.labelFr, n0.labelEn, n0.labelNl),
    `summary`: coalesce(n0.summaryNl, n0.summaryEn, n0.summaryFr),
    .text,
    .verbAsWritten,
    .strength,
    .verifiable,
    `deadline`: toString(n0.deadline),
    `timeliness`: CASE WHEN n0.deadline IS NULL THEN 'NO_DEADLINE' WHEN NOT (COUNT { (n0)<-[:REPORTS_ON]-() } > 0 AND EXISTS { MATCH (n0)<-[s1:REPORTS_ON]-(report2:ProgressReport) WHERE report2.progress = 'DELIVERED' AND report2.date <= $p1 AND coalesce(s1.unbounded, CASE WHEN s1.rank = 'DEPRECATED' OR s1.validFrom > $p1 OR s1.validTo <= $p1 THEN false ELSE true END) }) THEN CASE WHEN n0.deadline >= $p1 THEN 'NOT_DUE' ELSE 'OVERDUE' END WHEN EXISTS { MATCH (n0)<-[s3:REPORTS_ON]-(report4:ProgressReport) WHERE report4.progress = 'DELIVERED' AND report4.date <= $p1 AND report4.date <= n0.deadline AND coalesce(s3.unbounded, CASE WHEN s3.rank = 'DEPRECATED' OR s3.validFrom > $p1 OR s3.validTo <= $p1 THEN false ELSE true END) } THEN 'ON_TIME' ELSE 'LATE' END,
    `handledBy`: {
      `totalCount`: COUNT {
        MATCH (n0)<-[r7:HANDLES]-(n8)
        WHERE CASE WHEN r7.role IN $p3 THEN coalesce(r7.unbounded, CASE WHEN r7.rank = 'DEPRECATED' OR r7.validFrom > $p1 OR r7.validTo <= $p1 THEN false ELSE true END) ELSE false END
        RETURN r7
      },
      `edges`: COLLECT {
        MATCH (n0)<-[r5:HANDLES]-(n6)
        WHERE CASE WHEN r5.role IN $p3 THEN coalesce(r5.unbounded, CASE WHEN r5.rank = 'DEPRECATED' OR r5.validFrom > $p1 OR r5.validTo <= $p1 THEN false ELSE true END) ELSE false END
        WITH r5, n6
        ORDER BY n6.id, r5.id LIMIT $p2
        RETURN {
          `role`: r5.role,
          `basis`: r5.basis,
          `quote`: r5.quote,
          `source`: r5.source,
          `node`: n6 { .id, .acronym }
        }
      }
    },
    `madeBy`: {
      `edges`: COLLECT {
        MATCH (n0)-[r9:MADE_BY]->(n10)
        WHERE coalesce(r9.unbounded, CASE WHEN r9.rank = 'DEPRECATED' OR r9.validFrom > $p1 OR r9.validTo <= $p1 THEN false ELSE true END)
        WITH r9, n10
        ORDER BY n10.id, r9.id LIMIT $p2
        RETURN { `capacity`: r9.capacity, `node`: n10 { .id } }
      }
    },
    `statedIn`: {
      `edges`: COLLECT {
        MATCH (n0)-[r11:STATED_IN]->(n12)
        WHERE coalesce(r11.unbounded, CASE WHEN r11.rank = 'DEPRECATED' OR r11.validFrom > $p1 OR r11.validTo <= $p1 THEN false ELSE true END)
        WITH r11, n12
        ORDER BY n12.id, r11.id LIMIT $p2
        RETURN {
          `node`: n12 {
            .id,
            .start,
            .end,
            `document`: head(COLLECT {
              MATCH (n12)<-[r13:CONTAINS]-(n14)
              WHERE coalesce(r13.unbounded, CASE WHEN r13.rank = 'DEPRECATED' OR r13.validFrom > $p1 OR r13.validTo <= $p1 THEN false ELSE true END)
              RETURN n14 { .id, .sha256 } LIMIT 1
            })
          }
        }
      }
    },
    `themes`: {
      `edges`: COLLECT {
        MATCH (n0)-[r15:ABOUT]->(n16)
        WHERE coalesce(r15.unbounded, CASE WHEN r15.rank = 'DEPRECATED' OR r15.validFrom > $p1 OR r15.validTo <= $p1 THEN false ELSE true END)
        WITH r15, n16
        ORDER BY n16.id, r15.id LIMIT $p2
        RETURN {
          `node`: n16 {
            .id,
            `broader`: {
              `edges`: COLLECT {
                MATCH (n16)-[r17:BROADER]->(n18)
                WHERE coalesce(r17.unbounded, CASE WHEN r17.rank = 'DEPRECATED' OR r17.validFrom > $p1 OR r17.validTo <= $p1 THEN false ELSE true END)
                WITH r17, n18
                ORDER BY n18.id, r17.id LIMIT $p2
                RETURN { `node`: n18 { .id } }
              }
            }
          }
        }
      }
    }
  } LIMIT 1
}) AS value
