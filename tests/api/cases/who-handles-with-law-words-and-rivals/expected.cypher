RETURN head([rows3 IN [COLLECT {
  MATCH (i1:Institution)-[r0:HANDLES]->(c2:Commitment { id: $p1 })
  WHERE coalesce(r0.unbounded, CASE WHEN r0.rank = 'DEPRECATED' OR r0.validFrom > $p2 OR r0.validTo <= $p2 THEN false ELSE true END)
  WITH i1, r0, c2
  ORDER BY c2.id, i1.id, r0.id LIMIT $p0
  RETURN {
    cursor: toString(c2.id) + '~' + toString(i1.id) + '~' + toString(r0.id),
    edge0: {
      `node`: r0 {
        `institution`: i1 { .id },
        .role,
        `commitment`: c2 { .id },
        `legalBasis`: COLLECT {
          UNWIND [c2, i1] AS n6
          MATCH (n6)-[r4:CONCERNS|GOVERNS]-(n5:LegalInstrument)
          WHERE (type(r4) = 'GOVERNS' OR r4.aspect = 'LEGAL_BASIS')
            AND coalesce(r4.unbounded, CASE WHEN r4.rank = 'DEPRECATED' OR r4.validFrom > $p2 OR r4.validTo <= $p2 THEN false ELSE true END)
          WITH DISTINCT n5 ORDER BY n5.id LIMIT 25
          RETURN n5 { .id }
        },
        `passage`: head(COLLECT {
          MATCH (c2)-[r7:STATED_IN]->(n8:Passage)
          WHERE coalesce(r7.unbounded, CASE WHEN r7.rank = 'DEPRECATED' OR r7.validFrom > $p2 OR r7.validTo <= $p2 THEN false ELSE true END)
          WITH n8 ORDER BY n8.id <> r0.source, n8.id LIMIT 1
          RETURN n8 {
            .id,
            .start,
            .end,
            `document`: head(COLLECT {
              MATCH (n8)<-[r9:CONTAINS]-(n10)
              WHERE coalesce(r9.unbounded, CASE WHEN r9.rank = 'DEPRECATED' OR r9.validFrom > $p2 OR r9.validTo <= $p2 THEN false ELSE true END)
              RETURN n10 { .id } LIMIT 1
            })
          }
        }),
        .basis,
        .source,
        .quote,
        .rank,
        `rivals`: COLLECT {
          MATCH (i1)-[r11:HANDLES]->(c2)
          WHERE r11.id <> r0.id
          WITH r11 ORDER BY r11.id LIMIT 25
          RETURN r11 { .id }
        }
      }
    }
  }
}] | {
  `totalCount`: COUNT {
    MATCH (i13:Institution)-[r12:HANDLES]->(c14:Commitment { id: $p1 })
    WHERE coalesce(r12.unbounded, CASE WHEN r12.rank = 'DEPRECATED' OR r12.validFrom > $p2 OR r12.validTo <= $p2 THEN false ELSE true END)
    RETURN i13
  },
  `pageInfo`: { `hasNextPage`: size(rows3) > $p3, `endCursor`: rows3[..$p3][-1].cursor },
  `edges`: [row IN rows3[..$p3] | row.edge0]
}]) AS value
