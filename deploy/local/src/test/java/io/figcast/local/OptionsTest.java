package io.figcast.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import io.figcast.local.server.ServerFailedException;

class OptionsTest {

    @Test
    void withoutArgumentsTheDocumentedDefaultsHold() {
        Options options = Options.parse();

        assertThat(options.port("--port")).isEqualTo(8080);
        assertThat(options.port("--compute-port")).isEqualTo(8081);
        assertThat(options.port("--kafka-port")).isEqualTo(9092);
        assertThat(options.port("--redis-port")).isEqualTo(6379);
        assertThat(options.demoCost()).isEqualTo("5s");
        assertThat(options.opensBrowser()).isTrue();
        assertThat(options.value("--file")).isEmpty();
    }

    @Test
    void aValueFollowsItsOptionOrAnEqualsSign() {
        Options options = Options.parse("--port", "9000", "--x=a=b", "--no-open", "--demo-cost=250ms");

        assertThat(options.port("--port")).isEqualTo(9000);
        assertThat(options.value("--x")).hasValue("a=b");
        assertThat(options.opensBrowser()).isFalse();
        assertThat(options.demoCost()).isEqualTo("250ms");
    }

    @Test
    void whatCannotBeMeantIsRefusedInOneSentence() {
        refused("There is no option --prot; ./start --help lists them.", "--prot", "1");
        refused("There is no option my.csv; ./start --help lists them.", "my.csv");
        refused("The option --port needs a value; ./start --help tells which.", "--port");
        refused("--port is a number from 1 to 65535, not 70000.", "--port", "70000");
        refused("--port is a number from 1 to 65535, not 0.", "--port", "0");
        refused("--redis-port is a number from 1 to 65535, not x.", "--redis-port", "x");
        refused("--port and --compute-port name the same port 8081.", "--port", "8081");
        refused("--demo-cost is a time such as 5s, 500ms or 0s, not long.", "--demo-cost", "long");
    }

    private static void refused(String sentence, String... arguments) {
        assertThatThrownBy(() -> Options.parse(arguments)).isInstanceOf(ServerFailedException.class).hasMessage(sentence);
    }
}
