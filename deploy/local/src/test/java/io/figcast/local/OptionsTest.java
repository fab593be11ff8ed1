package io.figcast.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import io.figcast.local.Options.Part;
import io.figcast.local.dataset.OwnDatasets.Option;

class OptionsTest {

    @Test
    void withoutArgumentsTheDocumentedDefaultsHold() {
        Options options = options();

        assertThat(options.port(Part.CHART)).isEqualTo(8080);
        assertThat(options.port(Part.COMPUTE)).isEqualTo(8081);
        assertThat(options.port(Part.KAFKA)).isEqualTo(9092);
        assertThat(options.port(Part.REDIS)).isEqualTo(6379);
        assertThat(options.demoCost()).isEqualTo("5s");
        assertThat(options.opensBrowser()).isTrue();
        assertThat(options.save()).isFalse();
        assertThat(Part.values()).allMatch(options::starts);
        assertThat(options.datasets()).isEmpty();
    }

    @Test
    void aValueFollowsItsOptionOrAnEqualsSign() {
        Options options = options("--port", "9000", "--x=a=b", "--no-open", "--demo-cost=250ms", "--without", "chart,kafka");

        assertThat(options.port(Part.CHART)).isEqualTo(9000);
        assertThat(options.datasets()).containsExactly(new Option("--x", "a=b"));
        assertThat(options.opensBrowser()).isFalse();
        assertThat(options.demoCost()).isEqualTo("250ms");
        assertThat(options.starts(Part.CHART)).isFalse();
        assertThat(options.starts(Part.COMPUTE)).isTrue();
    }

    @Test
    void whatIsSaidAboutDataKeepsItsOrder() {
        assertThat(options("--x", "p", "--file", "a.csv", "--file=-", "--y", "q", "--url", "jdbc:x:y", "--x", "r").datasets())
                .containsExactly(new Option("--x", "p"), new Option("--file", "a.csv"), new Option("--file", "-"),
                        new Option("--y", "q"), new Option("--url", "jdbc:x:y"), new Option("--x", "r"));
    }

    @Test
    void whatCannotBeMeantIsRefusedInOneSentenceThatNamesWhatIsAllowed() {
        refused("There is no option --prot; ./start --help lists what there is.", "--prot", "1");
        assertThatThrownBy(() -> Options.parse("--kafka-prot", "1")).hasMessageContaining("did you mean --kafka-port");
        refused("There is no option b.csv; a glob in quotes, such as --file '*.csv', is one dataset of all its files; "
                + "./start --help lists what there is.", "--file", "a.csv", "b.csv");
        refused("Missing required parameter for option '--port' (PORT); ./start --help lists what there is.", "--port");
        refused("Invalid value for option '--port': 70000 is not a number from 1 to 65535; "
                + "./start --help lists what there is.", "--port", "70000");
        refused("Invalid value for option '--redis-port': x is not a number from 1 to 65535; "
                + "./start --help lists what there is.", "--redis-port", "x");
        refused("--port and --compute-port name the same port 8081.", "--port", "8081");
        refused("--demo-cost is a time such as 5s, 500ms or 0s, not long.", "--demo-cost", "long");
        refused("--without leaves nothing to start; there are chart, compute, kafka, redis.", "--without",
                "chart,compute,kafka,redis");
        assertThatThrownBy(() -> Options.parse("--without", "nginx")).hasMessageContaining("nginx")
                .hasMessageContaining("CHART, COMPUTE, KAFKA, REDIS");
        assertThatThrownBy(() -> Options.parse("--port", "1", "--port", "2")).hasMessageContaining("--port")
                .isInstanceOf(UnknownOptionException.class);
    }

    @Test
    void theHelpThatNeedsNothingBuiltIsWhatTheOptionsSay() throws IOException {
        try (InputStream file = Objects.requireNonNull(Start.class.getResourceAsStream("usage.txt"))) {
            assertThat(new String(file.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(Arguments.usage());
        }
        assertThat(Options.parse("--help")).isEmpty();
    }

    private static Options options(String... arguments) {
        return Options.parse(arguments).orElseThrow();
    }

    private static void refused(String sentence, String... arguments) {
        assertThatThrownBy(() -> Options.parse(arguments)).isInstanceOf(UnknownOptionException.class).hasMessage(sentence);
    }
}
