RETURN head(COLLECT {
  MATCH (n0:Institution)
  WHERE n0.id = $p0
  RETURN n0 {
    `channel`: {
      `edges`: COLLECT {
        MATCH ()-[r1:HANDLES]->(n2)
        WHERE r1.fromId = n0.id
          AND r1.toId >= ''
          AND CASE WHEN r1.role IN $p2 THEN coalesce(r1.unbounded, CASE WHEN r1.rank = 'DEPRECATED' OR r1.validFrom > $p3 OR r1.validTo <= $p3 THEN false ELSE true END) ELSE false END
        WITH r1, n2
        ORDER BY r1.fromId, r1.toId, r1.id LIMIT $p1
        RETURN { `role`: r1.role, `node`: n2 { .id } }
      }
    },
    `support`: {
      `edges`: COLLECT {
        MATCH ()-[r3:HANDLES]->(n4)
        WHERE r3.fromId = n0.id
          AND r3.toId >= ''
          AND CASE WHEN r3.role IN $p4 THEN coalesce(r3.unbounded, CASE WHEN r3.rank = 'DEPRECATED' OR r3.validFrom > $p3 OR r3.validTo <= $p3 THEN false ELSE true END) ELSE false END
        WITH r3, n4
        ORDER BY r3.fromId, r3.toId, r3.id LIMIT $p1
        RETURN { `role`: r3.role, `node`: n4 { .id } }
      }
    }
  } LIMIT 1
}) AS value
