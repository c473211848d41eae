RETURN {
  `totalCount`: COUNT {
    MATCH (n5:Commitment)
    WHERE n5.deadline <= $p1
      AND CASE WHEN n5.deadline IS NULL THEN 'NO_DEADLINE' WHEN NOT (COUNT { (n5)<-[:REPORTS_ON]-() } > 0 AND EXISTS { MATCH (n5)<-[s6:REPORTS_ON]-(report7:ProgressReport) WHERE report7.progress = 'DELIVERED' AND report7.date <= $p1 AND coalesce(s6.unbounded, CASE WHEN s6.rank = 'DEPRECATED' OR s6.validFrom > $p1 OR s6.validTo <= $p1 THEN false ELSE true END) }) THEN CASE WHEN n5.deadline >= $p1 THEN 'NOT_DUE' ELSE 'OVERDUE' END WHEN EXISTS { MATCH (n5)<-[s8:REPORTS_ON]-(report9:ProgressReport) WHERE report9.progress = 'DELIVERED' AND report9.date <= $p1 AND report9.date <= n5.deadline AND coalesce(s8.unbounded, CASE WHEN s8.rank = 'DEPRECATED' OR s8.validFrom > $p1 OR s8.validTo <= $p1 THEN false ELSE true END) } THEN 'ON_TIME' ELSE 'LATE' END IN $p2
    RETURN n5
  }
} AS value

RETURN {
  `totalCount`: COUNT {
    MATCH (n5:Commitment)
    WHERE n5.deadline <= $p1
      AND CASE WHEN n5.deadline IS NULL THEN 'NO_DEADLINE' WHEN NOT (COUNT { (n5)<-[:REPORTS_ON]-() } > 0 AND EXISTS { MATCH (n5)<-[s6:REPORTS_ON]-(report7:ProgressReport) WHERE report7.progress = 'DELIVERED' AND report7.date <= $p1 AND coalesce(s6.unbounded, CASE WHEN s6.rank = 'DEPRECATED' OR s6.validFrom > $p1 OR s6.validTo <= $p1 THEN false ELSE true END) }) THEN CASE WHEN n5.deadline >= $p1 THEN 'NOT_DUE' ELSE 'OVERDUE' END WHEN EXISTS { MATCH (n5)<-[s8:REPORTS_ON]-(report9:ProgressReport) WHERE report9.progress = 'DELIVERED' AND report9.date <= $p1 AND report9.date <= n5.deadline AND coalesce(s8.unbounded, CASE WHEN s8.rank = 'DEPRECATED' OR s8.validFrom > $p1 OR s8.validTo <= $p1 THEN false ELSE true END) } THEN 'ON_TIME' ELSE 'LATE' END IN $p2
    RETURN n5
  },
  `edges`: COLLECT {
    MATCH (n0:Commitment)
    WHERE n0.deadline IS NOT NULL
      AND n0.deadline <= $p1
      AND CASE WHEN n0.deadline IS NULL THEN 'NO_DEADLINE' WHEN NOT (COUNT { (n0)<-[:REPORTS_ON]-() } > 0 AND EXISTS { MATCH (n0)<-[s1:REPORTS_ON]-(report2:ProgressReport) WHERE report2.progress = 'DELIVERED' AND report2.date <= $p1 AND coalesce(s1.unbounded, CASE WHEN s1.rank = 'DEPRECATED' OR s1.validFrom > $p1 OR s1.validTo <= $p1 THEN false ELSE true END) }) THEN CASE WHEN n0.deadline >= $p1 THEN 'NOT_DUE' ELSE 'OVERDUE' END WHEN EXISTS { MATCH (n0)<-[s3:REPORTS_ON]-(report4:ProgressReport) WHERE report4.progress = 'DELIVERED' AND report4.date <= $p1 AND report4.date <= n0.deadline AND coalesce(s3.unbounded, CASE WHEN s3.rank = 'DEPRECATED' OR s3.validFrom > $p1 OR s3.validTo <= $p1 THEN false ELSE true END) } THEN 'ON_TIME' ELSE 'LATE' END IN $p2
    WITH n0
    ORDER BY n0.deadline, n0.id LIMIT $p0
    RETURN {
      `node`: n0 {
        .id,
        `timeliness`: CASE WHEN n0.deadline IS NULL THEN 'NO_DEADLINE' WHEN NOT (COUNT { (n0)<-[:REPORTS_ON]-() } > 0 AND EXISTS { MATCH (n0)<-[s10:REPORTS_ON]-(report11:ProgressReport) WHERE report11.progress = 'DELIVERED' AND report11.date <= $p1 AND coalesce(s10.unbounded, CASE WHEN s10.rank = 'DEPRECATED' OR s10.validFrom > $p1 OR s10.validTo <= $p1 THEN false ELSE true END) }) THEN CASE WHEN n0.deadline >= $p1 THEN 'NOT_DUE' ELSE 'OVERDUE' END WHEN EXISTS { MATCH (n0)<-[s12:REPORTS_ON]-(report13:ProgressReport) WHERE report13.progress = 'DELIVERED' AND report13.date <= $p1 AND report13.date <= n0.deadline AND coalesce(s12.unbounded, CASE WHEN s12.rank = 'DEPRECATED' OR s12.validFrom > $p1 OR s12.validTo <= $p1 THEN false ELSE true END) } THEN 'ON_TIME' ELSE 'LATE' END,
        `deadline`: toString(n0.deadline)
      }
    }
  }
} AS value

RETURN {
  `totalCount`: COUNT {
    MATCH (n1:Commitment)
    WHERE NOT coalesce(n1.deadline <= $p1, false)
    RETURN n1
  }
} AS value
