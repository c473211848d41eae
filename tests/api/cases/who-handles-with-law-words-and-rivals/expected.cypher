RETURN head([rows3 IN [COLLECT {
  MATCH (i1:Institution)-[r0:HANDLES]->(c2:Commitment { id: $p1 })
  WHERE (r0.unbounded OR (r0.rank <> 'DEPRECATED' AND (r0.validFrom IS NULL OR r0.validFrom <= $p2) AND (r0.validTo IS NULL OR r0.validTo > $p2)))
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
            AND (r4.unbounded OR (r4.rank <> 'DEPRECATED' AND (r4.validFrom IS NULL OR r4.validFrom <= $p2) AND (r4.validTo IS NULL OR r4.validTo > $p2)))
          WITH DISTINCT n5 ORDER BY n5.id LIMIT 25
          RETURN n5 { .id }
        },
        `passage`: head(COLLECT {
          MATCH (c2)-[r7:STATED_IN]->(n8:Passage)
          WHERE (r7.unbounded OR (r7.rank <> 'DEPRECATED' AND (r7.validFrom IS NULL OR r7.validFrom <= $p2) AND (r7.validTo IS NULL OR r7.validTo > $p2)))
          WITH n8 ORDER BY n8.id <> r0.source, n8.id LIMIT 1
          RETURN n8 {
            .id,
            .start,
            .end,
            `document`: head(COLLECT {
              MATCH (n8)<-[r9:CONTAINS]-(n10)
              WHERE (r9.unbounded OR (r9.rank <> 'DEPRECATED' AND (r9.validFrom IS NULL OR r9.validFrom <= $p2) AND (r9.validTo IS NULL OR r9.validTo > $p2)))
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
    WHERE (r12.unbounded OR (r12.rank <> 'DEPRECATED' AND (r12.validFrom IS NULL OR r12.validFrom <= $p2) AND (r12.validTo IS NULL OR r12.validTo > $p2)))
    RETURN i13
  },
  `pageInfo`: { `hasNextPage`: size(rows3) > $p3, `endCursor`: rows3[..$p3][-1].cursor },
  `edges`: [row IN rows3[..$p3] | row.edge0]
}]) AS value
