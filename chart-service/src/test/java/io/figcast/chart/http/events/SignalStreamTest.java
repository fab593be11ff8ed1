package io.figcast.chart.http.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.figcast.chart.category.CategoryRef;
import io.figcast.chart.kafka.Signals;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;

class SignalStreamTest {

    private final Signals states = new Signals(100);
    private final List<String> written = new ArrayList<>();
    private boolean whole = true;

    @Test
    void nothingIsToldBeforeTheStateIsWhole() {
        whole = false;
        receive(0);
        SignalStream stream = stream(null);
        stream.advance();
        receive(1);
        stream.advance();
        assertThat(written).as("old news").isEmpty();

        whole = true;
        stream.beat(System.nanoTime(), Long.MAX_VALUE);

        assertThat(written).containsExactly("1 ");
    }

    @Test
    void whoComesBackBeforeTheStateIsWholeGetsOnlyWhatWasMissed() {
        whole = false;
        receive(5);
        SignalStream stream = stream(states.log().topic() + "-7");
        stream.advance();
        receive(7);
        receive(8);

        whole = true;
        stream.advance();

        assertThat(written).containsExactly("8 ");
    }

    @Test
    void aPlaceBehindTheEndIsAnotherTopicsAndMeansNothing() {
        receive(3);

        stream(states.log().topic() + "-99").advance();

        assertThat(written).containsExactly("3 ");
    }

    @Test
    void aTopicThatBeganAnewIsToldFromItsBeginning() {
        receive(3);
        SignalStream present = stream(null);
        present.advance();
        String seen = states.log().topic() + "-3";

        receive(1, "apples");
        receive(5);
        present.advance();
        stream(seen).advance();

        assertThat(written).containsExactly("3 ", "1 5 ", "1 5 ");
    }

    private SignalStream stream(@Nullable String lastSeen) {
        return new SignalStream(states, () -> whole, response(), null, lastSeen, OptionalLong.empty());
    }

    private void receive(long offset) {
        receive(offset, "figs");
    }

    private void receive(long offset, String category) {
        states.moveTo(offset);
        states.add(new Signals.Entry(offset, new CategoryRef("fruit", category), Buffer.buffer(offset + " ")));
    }

    /** A client that takes everything at once. */
    private HttpServerResponse response() {
        return (HttpServerResponse) Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[] { HttpServerResponse.class }, (proxy, method, arguments) -> {
                    if (method.getName().equals("write")) {
                        written.add(arguments[0].toString());
                    }
                    return method.getReturnType() == boolean.class ? false : null;
                });
    }
}
