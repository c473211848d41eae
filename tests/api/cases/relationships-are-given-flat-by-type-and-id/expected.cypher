RETURN head([rows1 IN [COLLECT {
  CALL () {
    MATCH ()-[r0:FOLLOWS_UP]->()
    WHERE r0.id > ''
      AND coalesce(r0.unbounded, CASE WHEN r0.rank = 'DEPRECATED' OR r0.validFrom > $p1 OR r0.validTo <= $p1 THEN false ELSE true END)
    RETURN r0 ORDER BY r0.id LIMIT $p0
    UNION ALL
    MATCH ()-[r0:TRIGGERED]->()
    WHERE r0.id > ''
      AND coalesce(r0.unbounded, CASE WHEN r0.rank = 'DEPRECATED' OR r0.validFrom > $p1 OR r0.validTo <= $p1 THEN false ELSE true END)
    RETURN r0 ORDER BY r0.id LIMIT $p0
  }
  WITH r0
  ORDER BY type(r0), r0.id LIMIT $p0
  RETURN {
    cursor: toString(type(r0)) + '~' + toString(r0.id),
    edge0: {
      `node`: r0 {
        `type`: type(r0),
        `from`: head([n2 IN [startNode(r0)] | CASE
          WHEN n2:Event THEN n2 { `__typename`: 'Event', .id }
          WHEN n2:Commitment THEN n2 { `__typename`: 'Commitment', .id }
        END]),
        `to`: head([n3 IN [endNode(r0)] | CASE
          WHEN n3:Event THEN n3 { `__typename`: 'Event', .id }
          WHEN n3:Commitment THEN n3 { `__typename`: 'Commitment', .id }
        END]),
        .basis,
        .quote
      }
    }
  }
}] | {
  `totalCount`: (COUNT { ()-[:FOLLOWS_UP|TRIGGERED]->() } - COUNT {
    CALL () {
      MATCH ()-[r4:FOLLOWS_UP]->()
      WHERE r4.boundedFromId IS NOT NULL RETURN r4
      UNION ALL
      MATCH ()-[r4:TRIGGERED]->()
      WHERE r4.boundedFromId IS NOT NULL RETURN r4
    }
    WITH r4 WHERE NOT coalesce(r4.unbounded, CASE WHEN r4.rank = 'DEPRECATED' OR r4.validFrom > $p1 OR r4.validTo <= $p1 THEN false ELSE true END)
    RETURN r4
  }),
  `pageInfo`: { `hasNextPage`: size(rows1) > $p2 },
  `edges`: [row IN rows1[..$p2] | row.edge0]
}]) AS value
