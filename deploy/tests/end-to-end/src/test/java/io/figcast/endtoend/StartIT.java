package io.figcast.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.figcast.endtoend.StartCommand.Outcome;

/** What {@code ./start} promises to whoever types it. */
class StartIT {

    @TempDir
    Path directory;

    @Test
    void helpNamesEveryOptionAndNeedsNothingBuilt() throws IOException {
        Outcome outcome = new StartCommand(bareCheckout(), Map.of(), List.of("--help")).run();

        assertThat(outcome.code()).isZero();
        assertThat(outcome.output()).contains("--port", "--compute-port", "--kafka-port", "--redis-port", "--demo-cost",
                "--no-open", "--file", "--url", "--query", "--table", "--category", "--x", "--y", "--name", "--save",
                "--without");
    }

    @Test
    void aMissingToolIsNamedInOneSentence() throws IOException {
        Path script = bareCheckout();

        assertThat(onPathWithout(script, Set.of("java")))
                .isEqualTo("Figcast needs a JDK, 17 or later, and there is no java on the PATH.\n");
        assertThat(onPathWithout(script, Set.of("mvn")))
                .isEqualTo("Figcast needs Maven, 3.8.6 or later, to be built, and there is no mvn on the PATH.\n");
        assertThat(onPathWithout(script, Set.of("node", "npm"))).isEqualTo(
                "Figcast needs Node.js, 18 or later, with npm to be built, and there is no node or npm on the PATH.\n");
    }

    @Test
    void aBusyPortIsRefusedWithItsOwnerAndTheOptionThatMovesIt() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Outcome outcome = StartCommand.of("--no-open", "--redis-port", "" + taken.getLocalPort()).run();

            assertThat(outcome.code()).isEqualTo(1);
            assertThat(outcome.output()).contains("(process " + ProcessHandle.current().pid() + ")", "--redis-port");
            assertThat(outcome.output().lines()).hasSize(1);
        }
    }

    @Test
    void aDatasetThatCannotBeShownIsNoStartAndSaysWhy() throws IOException {
        Path file = Files.writeString(directory.resolve("birds.csv"), "kind,span,weight\nowl,1.2,3\n");

        try (StartedSystem system = StartedSystem.begin("--file", file.toString(), "--category", "kind", "--x", "length",
                "--y", "weight")) {
            assertThat(system.awaitEnd()).isEqualTo(1);
            assertThat(system.output()).doesNotContain("Figcast is ready.");
            assertThat(system.output().lines().reduce("", (first, last) -> last)).startsWith("birds.csv: ").contains("length",
                    "kind", "span", "weight");
            assertThat(system.children()).isEmpty();
        }
    }

    @Test
    void anOptionThatIsNotThereIsRefusedInOneSentence() throws IOException {
        assertThat(StartCommand.of("--prot", "1").run()).isEqualTo(
                new Outcome(1, "There is no option --prot; ./start --help lists what there is.\n"));
        assertThat(StartCommand.of("--file", directory.resolve("no.csv").toString()).run())
                .isEqualTo(new Outcome(1, "There is no file " + directory.resolve("no.csv") + ".\n"));
    }

    @Test
    void whatIsSavedIsWhatAPlainStartShows() throws IOException {
        Path file = Files.writeString(directory.resolve("birds.csv"), "kind,span,weight\nowl,1.2,3\nowl,2,4\njay,1,2\n");
        Path checkout = StartCommand.checkoutIn(directory);

        try (StartedSystem system = StartedSystem.startIn(checkout, "--file", file.toString(), "--category", "kind", "--x",
                "span", "--y", "weight", "--save")) {
            assertThat(system.output()).contains("Saved in " + checkout.resolve("config/application.properties"));
        }

        try (StartedSystem system = StartedSystem.startIn(checkout)) {
            assertThat(new Api(system.dashboard()).figures("birds", "owl", 30).json().path("rows").asInt()).isEqualTo(2);
        }
    }

    @Test
    void whatIsLeftOutIsNotStarted() {
        try (StartedSystem system = StartedSystem.start("--without", "chart")) {
            assertThat(system.children()).hasSize(3);
            assertThat(system.output()).doesNotContain("Dashboard").contains("Kafka      localhost:");
        }
    }

    @Test
    void whatComesOverStandardInputIsShown() throws IOException {
        Path rows = Files.writeString(directory.resolve("rows"), "kind,span,weight\nowl,1.2,3\nowl,2,4\njay,1,2\n");

        try (StartedSystem system = StartedSystem.startWithInput(rows, "--file", "-", "--category", "kind", "--x", "span",
                "--y", "weight")) {
            assertThat(system.output()).contains("Standard input: 2 categories", "weight over span", "?dataset=stdin");
            assertThat(new Api(system.dashboard()).figures("stdin", "owl", 30).json().path("rows").asInt()).isEqualTo(2);
        }
    }

    @Test
    void aStartAfterTheBuildDoesNotBuildAndCtrlCLeavesNothingRunning() throws IOException {
        // A Maven that fails would be noticed; the environment takes away the wish not to build.
        Path broken = Files.createDirectory(directory.resolve("bin"));
        Path maven = Files.writeString(broken.resolve("mvn"), "#!/bin/sh\necho 'Apache Maven 3.9.9'\n[ \"$1\" = -v ]\n");
        assertThat(maven.toFile().setExecutable(true)).isTrue();

        try (StartedSystem system = StartedSystem.startWith(
                Map.of("FIGCAST_BUILD", "", "PATH", broken + ":" + System.getenv("PATH")))) {
            List<ProcessHandle> children = system.children();
            assertThat(system.output()).doesNotContain("Building");
            assertThat(children).hasSize(4);

            long asked = System.nanoTime();
            system.signal("INT");

            assertThat(system.awaitEnd()).isEqualTo(130);
            assertThat(children).noneMatch(ProcessHandle::isAlive);
            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void ctrlCHalfWayLeavesNothingRunning() {
        try (StartedSystem system = StartedSystem.begin()) {
            await().atMost(Duration.ofSeconds(30)).until(() -> system.children().size() == 4);
            List<ProcessHandle> children = system.children();

            system.signal("INT");

            assertThat(system.awaitEnd()).isEqualTo(130);
            assertThat(children).noneMatch(ProcessHandle::isAlive);
        }
    }

    @Test
    void whatTheLauncherStartedDiesWithItEvenWhenItIsKilled() {
        try (StartedSystem system = StartedSystem.begin()) {
            await().atMost(Duration.ofSeconds(30)).until(() -> system.children().size() == 4);
            List<ProcessHandle> children = system.children();

            system.signal("KILL");

            await().atMost(Duration.ofSeconds(10)).until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
        }
    }

    /** A checkout in which nothing is built: the script and what it prints as help. */
    private Path bareCheckout() throws IOException {
        Path usage = Path.of("deploy/local/src/main/resources/io/figcast/local/usage.txt");
        Files.createDirectories(directory.resolve(usage).getParent());
        Files.copy(StartCommand.ROOT.resolve(usage), directory.resolve(usage));
        return Files.copy(StartCommand.ROOT.resolve("start"), directory.resolve("start"));
    }

    private String onPathWithout(Path script, Set<String> missing) throws IOException {
        Path bin = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "bin");
        for (String folder : List.of("/bin", "/usr/bin", "/usr/local/bin")) {
            try (var files = Files.list(Path.of(folder))) {
                for (Path file : files.toList()) {
                    Path link = bin.resolve(file.getFileName());
                    if (!missing.contains(file.getFileName().toString()) && !Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
                        Files.createSymbolicLink(link, file);
                    }
                }
            }
        }
        Outcome outcome = new StartCommand(script, Map.of("PATH", bin.toString(), "JAVA_HOME", ""), List.of()).run();
        assertThat(outcome.code()).isEqualTo(1);
        return outcome.output();
    }
}
