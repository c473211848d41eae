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
    `timeliness`: CASE WHEN n0.deadline IS NULL THEN 'NO_DEADLINE' WHEN EXISTS { MATCH (n0)<-[s1:REPORTS_ON]-(report2:ProgressReport) WHERE report2.progress = 'DELIVERED' AND report2.date <= $p1 AND report2.date <= n0.deadline AND (s1.unbounded OR (s1.rank <> 'DEPRECATED' AND (s1.validFrom IS NULL OR s1.validFrom <= $p1) AND (s1.validTo IS NULL OR s1.validTo > $p1))) } THEN 'ON_TIME' WHEN EXISTS { MATCH (n0)<-[s3:REPORTS_ON]-(report4:ProgressReport) WHERE report4.progress = 'DELIVERED' AND report4.date <= $p1 AND (s3.unbounded OR (s3.rank <> 'DEPRECATED' AND (s3.validFrom IS NULL OR s3.validFrom <= $p1) AND (s3.validTo IS NULL OR s3.validTo > $p1))) } THEN 'LATE' WHEN n0.deadline >= $p1 THEN 'NOT_DUE' ELSE 'OVERDUE' END,
    `handledBy`: {
      `totalCount`: COUNT {
        MATCH (n0)<-[r7:HANDLES]-(n8)
        WHERE CASE WHEN r7.role IN $p3 THEN (r7.unbounded OR (r7.rank <> 'DEPRECATED' AND (r7.validFrom IS NULL OR r7.validFrom <= $p1) AND (r7.validTo IS NULL OR r7.validTo > $p1))) ELSE false END
        RETURN r7
      },
      `edges`: COLLECT {
        MATCH (n0)<-[r5:HANDLES]-(n6)
        WHERE CASE WHEN r5.role IN $p3 THEN (r5.unbounded OR (r5.rank <> 'DEPRECATED' AND (r5.validFrom IS NULL OR r5.validFrom <= $p1) AND (r5.validTo IS NULL OR r5.validTo > $p1))) ELSE false END
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
        WHERE (r9.unbounded OR (r9.rank <> 'DEPRECATED' AND (r9.validFrom IS NULL OR r9.validFrom <= $p1) AND (r9.validTo IS NULL OR r9.validTo > $p1)))
        WITH r9, n10
        ORDER BY n10.id, r9.id LIMIT $p2
        RETURN { `capacity`: r9.capacity, `node`: n10 { .id } }
      }
    },
    `statedIn`: {
      `edges`: COLLECT {
        MATCH (n0)-[r11:STATED_IN]->(n12)
        WHERE (r11.unbounded OR (r11.rank <> 'DEPRECATED' AND (r11.validFrom IS NULL OR r11.validFrom <= $p1) AND (r11.validTo IS NULL OR r11.validTo > $p1)))
        WITH r11, n12
        ORDER BY n12.id, r11.id LIMIT $p2
        RETURN {
          `node`: n12 {
            .id,
            .start,
            .end,
            `document`: head(COLLECT {
              MATCH (n12)<-[r13:CONTAINS]-(n14)
              WHERE (r13.unbounded OR (r13.rank <> 'DEPRECATED' AND (r13.validFrom IS NULL OR r13.validFrom <= $p1) AND (r13.validTo IS NULL OR r13.validTo > $p1)))
              RETURN n14 { .id, .sha256 } LIMIT 1
            })
          }
        }
      }
    },
    `themes`: {
      `edges`: COLLECT {
        MATCH (n0)-[r15:ABOUT]->(n16)
        WHERE (r15.unbounded OR (r15.rank <> 'DEPRECATED' AND (r15.validFrom IS NULL OR r15.validFrom <= $p1) AND (r15.validTo IS NULL OR r15.validTo > $p1)))
        WITH r15, n16
        ORDER BY n16.id, r15.id LIMIT $p2
        RETURN {
          `node`: n16 {
            .id,
            `broader`: {
              `edges`: COLLECT {
                MATCH (n16)-[r17:BROADER]->(n18)
                WHERE (r17.unbounded OR (r17.rank <> 'DEPRECATED' AND (r17.validFrom IS NULL OR r17.validFrom <= $p1) AND (r17.validTo IS NULL OR r17.validTo > $p1)))
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
