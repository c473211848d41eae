RETURN head(COLLECT {
  MATCH (n0:Institution)
  WHERE n0.id = $p0
  RETURN n0 {
    `channel`: {
      `edges`: COLLECT {
        MATCH (n0)-[r1:HANDLES]->(n2:Commitment)
        WHERE (r1.unbounded OR (r1.rank <> 'DEPRECATED' AND (r1.validFrom IS NULL OR r1.validFrom <= $p1) AND (r1.validTo IS NULL OR r1.validTo > $p1)))
          AND r1.role IN $p2
        WITH r1, n2
        ORDER BY n2.id, r1.id LIMIT $p3
        RETURN { `role`: r1.role, `node`: n2 { .id } }
      }
    },
    `support`: {
      `edges`: COLLECT {
        MATCH (n0)-[r3:HANDLES]->(n4:Commitment)
        WHERE (r3.unbounded OR (r3.rank <> 'DEPRECATED' AND (r3.validFrom IS NULL OR r3.validFrom <= $p1) AND (r3.validTo IS NULL OR r3.validTo > $p1)))
          AND r3.role IN $p4
        WITH r3, n4
        ORDER BY n4.id, r3.id LIMIT $p3
        RETURN { `role`: r3.role, `node`: n4 { .id } }
      }
    }
  } LIMIT 1
}) AS value
