package io.figcast.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A throw-away PostgreSQL cluster on a free loopback port, from the binaries of this machine. */
public final class PostgresServer implements AutoCloseable {

    public static final String USER = "figcast";
    public static final String PASSWORD = "se cr'et\\1";

    private final Path directory;
    private final Path data;
    private final int port;

    private PostgresServer(Path directory, int port) {
        this.directory = directory;
        this.data = directory.resolve("cluster");
        this.port = port;
    }

    public static PostgresServer start() {
        try {
            Path directory = Files.createTempDirectory(Path.of("/tmp"), "figcast-postgres-");
            PostgresServer server = new PostgresServer(directory, freePort());
            server.initialise();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), USER, PASSWORD);
    }

    public void execute(String... statements) throws SQLException {
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** How many sessions but our own are running a query like this. */
    public int running(String like) throws SQLException {
        return count("select count(*) from pg_stat_activity where state = 'active' and pid <> pg_backend_pid()"
                + " and query like '" + like + "'");
    }

    public int count(String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    public void stop() {
        run("pg_ctl", "-D", data.toString(), "-m", "immediate", "-w", "stop");
    }

    public void startAgain() {
        run("pg_ctl", "-D", data.toString(), "-w", "-t", "30", "-l", directory.resolve("log").toString(), "-o",
                "-c listen_addresses=127.0.0.1 -c fsync=off -c unix_socket_directories='' -p " + port, "start");
    }

    /** Freezes it with all that it has started: whoever waits for it waits, and nobody is told. */
    public void pause() {
        signal("-STOP");
    }

    public void resume() {
        signal("-CONT");
    }

    private void signal(String signal) {
        try {
            long postmaster = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
            List<String> command = new ArrayList<>(List.of("kill", signal, Long.toString(postmaster)));
            ProcessHandle.of(postmaster).stream().flatMap(ProcessHandle::descendants)
                    .forEach(backend -> command.add(Long.toString(backend.pid())));
            // One that has ended since then makes kill complain.
            new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (Files.exists(data.resolve("postmaster.pid"))) {
            resume();
            stop();
        }
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void initialise() throws IOException {
        Path password = Files.writeString(directory.resolve("password"), PASSWORD);
        if (isRoot()) {
            for (Path path : List.of(directory, password)) {
                Files.setOwner(path, path.getFileSystem().getUserPrincipalLookupService()
                        .lookupPrincipalByName("nobody"));
            }
        }
        run("initdb", "-D", data.toString(), "-U", USER, "-A", "scram-sha-256", "--pwfile", password.toString(),
                "--encoding=UTF8", "--no-sync", "--no-locale");
        startAgain();
    }

    private void run(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (isRoot()) { // as root PostgreSQL refuses to run
            command.addAll(List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"));
        }
        try {
            command.add(binary(program).toString());
            command.addAll(List.of(arguments));
            Path output = Files.createTempFile("figcast-postgres-", ".log");
            Process process = new ProcessBuilder(command).directory(Path.of("/").toFile()).redirectErrorStream(true)
                    .redirectOutput(output.toFile()).start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(program + " failed: " + Files.readString(output));
            }
            Files.delete(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    /** The machine's own, on the path or where Debian keeps it, or else the one that Maven brought. */
    private static Path binary(String program) throws IOException {
        List<Path> folders = new ArrayList<>();
        Stream.of(System.getenv("PATH").split(":")).map(Path::of).forEach(folders::add);
        Path debian = Path.of("/usr/lib/postgresql");
        if (Files.exists(debian)) {
            try (Stream<Path> versions = Files.list(debian)) {
                versions.map(version -> version.resolve("bin")).forEach(folders::add);
            }
        }
        Optional<Path> here = folders.stream().map(folder -> folder.resolve(program)).filter(Files::isExecutable).findFirst();
        return here.isPresent() ? here.get() : PostgresBinaries.unpacked().resolve("bin").resolve(program);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
