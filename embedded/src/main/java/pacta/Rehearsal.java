package pacta;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.GraphDatabaseService;

/**
 * Starts Neo4j once in a folder that is thrown away and asks it the usual things, for a JVM that is to archive the classes
 * which that needs ({@code -XX:ArchiveClassesAtExit}): later starts find them read and verified.
 *
 * <p>Arguments: the folder.
 */
public final class Rehearsal {
    /** Of each kind of statement that Pacta makes one: what it loads matters, not what it answers. */
    private static final List<String> STATEMENTS = List.of(
            "CREATE CONSTRAINT c IF NOT EXISTS FOR (n:A) REQUIRE n.id IS UNIQUE",
            "CREATE INDEX i IF NOT EXISTS FOR (n:A) ON (n.sort, n.id)",
            "CREATE INDEX r IF NOT EXISTS FOR ()-[r:R]-() ON (r.start, r.id)",
            "CREATE FULLTEXT INDEX t IF NOT EXISTS FOR (n:A) ON EACH [n.text] OPTIONS "
                    + "{ indexConfig: { `fulltext.analyzer`: 'standard-folding' } }",
            "CALL db.awaitIndexes(60)",
            "UNWIND $rows AS row MERGE (n:A { id: row.id }) SET n.sort = row.id, n.text = 'one two', n.at = date()",
            "UNWIND $rows AS row MATCH (a:A { id: row.id }), (b:A { id: 'b' }) CREATE (a)-[r:R { id: row.id, start: 'a' }]->(b)",
            "MATCH (n:A { id: $id }) CALL (n) { MATCH (n)-[r:R]-(m) WHERE r.start >= 'a' WITH r, m ORDER BY r.id LIMIT 5 "
                    + "RETURN collect({ id: m.id, at: toString(m.at) }) AS found } RETURN n { .id, found: found } AS node",
            "MATCH (n:A) WHERE n.sort > '' AND any(x IN [1, 2] WHERE x = 1) RETURN count(n), min(n.at) ORDER BY min(n.at)",
            "CALL db.index.fulltext.queryNodes('t', 'one') YIELD node, score RETURN node.id, score",
            "MATCH p = shortestPath((a:A { id: 'a' })-[:R*..4]-(b:A { id: 'b' })) RETURN [n IN nodes(p) | n.id] AS path",
            "MATCH (n:A { id: 'a' }) DETACH DELETE n",
            "SHOW INDEXES YIELD name, state RETURN name, state");

    public static void main(String[] arguments) throws IOException {
        Path home = Path.of(arguments[0]);
        DatabaseManagementService neo4j = new DatabaseManagementServiceBuilder(home)
                .setConfig(BoltConnector.enabled, true)
                .setConfig(BoltConnector.listen_address, new SocketAddress("127.0.0.1", 0))
                .setConfig(GraphDatabaseSettings.auth_enabled, true)
                .build();
        GraphDatabaseService database = neo4j.database("neo4j");
        Map<String, Object> parameters = Map.of("id", "a", "rows", List.of(Map.of("id", "a"), Map.of("id", "b")));
        for (String statement : STATEMENTS) {
            database.executeTransactionally(statement, parameters, result -> result.stream().count());
        }
        neo4j.shutdown();
        remove(home);
        System.exit(0);
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private Rehearsal() {}
}
