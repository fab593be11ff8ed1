package io.figcast.chart.http.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.figcast.chart.category.CategoryRef;
import io.figcast.chart.category.Signal;
import io.figcast.chart.kafka.Signals;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;

class SignalStreamTest {

    private final Signals states = new Signals(100);
    private final List<String> written = new ArrayList<>();
    private boolean whole = true;
    private int most;

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

    @Test
    void moreThanAClientWantsInASecondIsToldByOneEvent() {
        most = 3;
        receive(0, "a");
        receive(1, "b");
        SignalStream stream = stream(null);
        stream.advance();
        receive(2, "c");
        stream.advance();
        receive(3, "d");
        stream.advance();
        assertThat(written).as("the fourth waits").containsExactly("0 1 ", "2 ");

        beat(stream);
        assertThat(written).containsExactly("0 1 ", "2 ", "3 ");
        for (int i = 4; i < 50; i++) {
            receive(i, "c" + i);
            stream.advance();
        }
        beat(stream);
        beat(stream);
        receive(50, "a");
        stream.advance();

        assertThat(written.subList(3, written.size())).containsExactly("4 ", "5 ",
                "event: changes\nid: " + states.log().topic() + "-49\ndata: {}\n\n", "50 ");
    }

    @Test
    void whoBeginsIsNotToldTheStateOfEverything() {
        most = 3;
        for (int i = 0; i < 9; i++) {
            receive(i, "c" + i);
        }
        stream(null).advance();
        assertThat(written).containsExactly("event: changes\nid: " + states.log().topic() + "-8\ndata: {}\n\n");
    }

    @Test
    void whatIsMemoizedAlreadyIsToldOnlyToWhoWantsAll() {
        most = 3;
        receive(0, "a", "same");
        SignalStream page = stream(null);
        page.advance();
        most = 0;
        SignalStream other = stream(null);
        other.advance();
        receive(1, "a", "same");
        page.advance();
        other.advance();
        assertThat(written).containsExactly("0 ", "0 ", "1 ");
        most = 3;
        stream(null).advance();
        assertThat(written).as("who has not heard it").hasSize(4).last().isEqualTo("1 ");
        receive(2, "a", "another");
        page.advance();
        assertThat(written).hasSize(5);
    }

    private void beat(SignalStream stream) {
        stream.beat(System.nanoTime(), Long.MAX_VALUE);
    }

    private SignalStream stream(@Nullable String lastSeen) {
        return new SignalStream(states, () -> whole, response(), new SignalStream.Wanted(null, most, lastSeen),
                OptionalLong.empty());
    }

    private void receive(long offset) {
        receive(offset, "figs");
    }

    private void receive(long offset, String category) {
        receive(offset, category, "v" + offset);
    }

    private static Signal signal(String category, String version) {
        return new Signal(new CategoryRef("fruit", category), Signal.Status.READY, "slice of " + category,
                new Signal.Result(version, 7, null, null, null, 1L), null, null, null, List.of());
    }

    private void receive(long offset, String category, String version) {
        states.moveTo(offset);
        states.add(new Signals.Entry(offset, signal(category, version), Buffer.buffer(offset + " ")));
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
