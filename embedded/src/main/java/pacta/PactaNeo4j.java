package pacta;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/**
 * Runs one Neo4j for the process that started it, until that process asks it to stop or is gone.
 *
 * <p>Arguments: Neo4j's home directory and its neo4j.conf. The first line of standard input is the
 * password, which therefore shows in no list of processes; the end of standard input stops Neo4j. One line of JSON on
 * standard output says that it is ready, or why it is not.
 */
public final class PactaNeo4j {
    private static final long SECONDS_FOR_RECOVERY = 600;

    public static void main(String[] arguments) {
        // Standard output carries the one line of JSON, so nothing else may print there.
        PrintStream report = System.out;
        System.setOut(System.err);
        CompletableFuture<DatabaseManagementService> started = new CompletableFuture<>();
        // A signal during the start waits for its end: a store is never left half created.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(started), "stop Neo4j"));
        try {
            BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            String password = input.readLine();
            DatabaseManagementService neo4j = build(Path.of(arguments[0]), Path.of(arguments[1]));
            started.complete(neo4j);
            makeReady(neo4j, password);
            report.println("{\"ready\":true,\"port\":" + boltPort(neo4j) + "}");
            waitForEnd(input);
            System.exit(0);
        } catch (Throwable failure) {
            failure.printStackTrace();
            report.println("{\"error\":" + quote(rootMessage(failure)) + "}");
            started.cancel(false);
            System.exit(1);
        }
    }

    /** Starts a Neo4j and returns when it can be asked with this password. */
    public static DatabaseManagementService start(Path home, Path settings, String password) {
        DatabaseManagementService neo4j = build(home, settings);
        makeReady(neo4j, password);
        return neo4j;
    }

    private static void makeReady(DatabaseManagementService neo4j, String password) {
        if (!neo4j.database("neo4j").isAvailable(TimeUnit.SECONDS.toMillis(SECONDS_FOR_RECOVERY))) {
            throw new IllegalStateException("the database did not become available");
        }
        setPassword(neo4j.database("system"), password);
    }

    private static DatabaseManagementService build(Path home, Path settings) {
        return new DatabaseManagementServiceBuilder(home).loadPropertiesFromFile(settings).build();
    }

    private static void stop(CompletableFuture<DatabaseManagementService> started) {
        started.handle((neo4j, failure) -> {
            if (neo4j != null) {
                neo4j.shutdown();
            }
            return null;
        }).join();
    }

    /** Makes the given password the right one at every start, so that a lost password file is no lost database. */
    private static void setPassword(GraphDatabaseService system, String password) {
        try {
            system.executeTransactionally(
                    "ALTER USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED", Map.of("password", password));
        } catch (RuntimeException refusal) {
            if (!rootMessage(refusal).contains("Old password and new password cannot be the same")) {
                throw refusal;
            }
        }
    }

    /** The port on which a Neo4j that was started listens. */
    public static int boltPort(DatabaseManagementService neo4j) {
        return ((GraphDatabaseAPI) neo4j.database("neo4j")).getDependencyResolver()
                .resolveDependency(ConnectorPortRegister.class)
                .getLocalAddress(ConnectorType.BOLT)
                .getPort();
    }

    private static void waitForEnd(BufferedReader input) throws IOException {
        while (input.readLine() != null) {
            // Nothing is asked of a running Neo4j this way; only the end of input matters.
        }
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.toString() : root.getMessage();
    }

    private static String quote(String text) {
        String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}+", " ");
        return "\"" + escaped + "\"";
    }

    private PactaNeo4j() {}
}
