import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.neo4j.dbms.api.DatabaseManagementService;
import pacta.PactaNeo4j;

/**
 * Runs several Neo4js in one JVM, which so compiles Neo4j's code once for all of them: for tests, whose time goes to that.
 *
 * <p>Arguments: the homes, each with its neo4j.conf. As with {@link PactaNeo4j}, the first line of standard input is the
 * password, its end stops all of them, and one line on standard output gives their Bolt ports.
 */
final class ManyNeo4j {
    public static void main(String[] homes) throws IOException {
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in));
        String password = input.readLine();
        List<DatabaseManagementService> running = new ArrayList<>();
        List<Integer> ports = new ArrayList<>();
        for (String home : homes) {
            DatabaseManagementService neo4j = PactaNeo4j.start(Path.of(home), Path.of(home, "neo4j.conf"), password);
            running.add(neo4j);
            ports.add(PactaNeo4j.boltPort(neo4j));
        }
        System.out.println(ports);
        while (input.readLine() != null) {
            // Only its end matters.
        }
        running.forEach(DatabaseManagementService::shutdown);
        System.exit(0);
    }
}
