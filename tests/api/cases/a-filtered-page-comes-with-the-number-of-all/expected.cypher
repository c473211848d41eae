RETURN head([found4 IN [COLLECT {
  MATCH (n0)-[r2:ABOUT]->(n1:Theme)
  WHERE n1.id IN $p1
    AND coalesce(r2.unbounded, CASE WHEN r2.rank = 'DEPRECATED' OR r2.validFrom > $p2 OR r2.validTo <= $p2 THEN false ELSE true END)
  WITH DISTINCT n0
  RETURN [n0, n0.deadline, n0.id]
}] | head([rows3 IN [COLLECT {
  UNWIND found4 AS row5
  WITH row5, row5[0] AS n0
  WITH n0, row5
  ORDER BY row5[1] IS NULL, row5[1] DESC, row5[2] LIMIT $p0
  RETURN {
    cursor: coalesce(toString(n0.deadline), '') + '~' + toString(n0.id),
    edge0: {
      `node`: n0 {
        .id,
        `deadline`: toString(n0.deadline),
        `themes`: {
          `totalCount`: COUNT {
            MATCH (n0)-[r8:ABOUT]->(n9)
            WHERE coalesce(r8.unbounded, CASE WHEN r8.rank = 'DEPRECATED' OR r8.validFrom > $p2 OR r8.validTo <= $p2 THEN false ELSE true END)
            RETURN r8
          },
          `edges`: COLLECT {
            MATCH (n0)-[r6:ABOUT]->(n7)
            WHERE coalesce(r6.unbounded, CASE WHEN r6.rank = 'DEPRECATED' OR r6.validFrom > $p2 OR r6.validTo <= $p2 THEN false ELSE true END)
            WITH r6, n7
            ORDER BY n7.id, r6.id LIMIT $p4
            RETURN { `node`: n7 { .id } }
          }
        }
      }
    }
  }
}] | {
  `totalCount`: size(found4),
  `pageInfo`: { `hasNextPage`: size(rows3) > $p3, `endCursor`: rows3[..$p3][-1].cursor },
  `edges`: [row IN rows3[..$p3] | row.edge0]
}])]) AS value

RETURN head([found3 IN [COLLECT {
  MATCH (n0)-[r2:ABOUT]->()
  WHERE r2.toId IN $p1
    AND r2.fromDeadline >= $p2
    AND coalesce(r2.unbounded, CASE WHEN r2.rank = 'DEPRECATED' OR r2.validFrom > $p3 OR r2.validTo <= $p3 THEN false ELSE true END)
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

RETURN head([found3 IN [COLLECT {
  MATCH (n0)-[r2:ABOUT]->(n1:Theme)
  WHERE n1.id IN $p1
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
