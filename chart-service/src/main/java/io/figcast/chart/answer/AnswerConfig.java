package io.figcast.chart.answer;

import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What is kept of finished answers, and how patient this service is with what it has asked for. */
@ConfigMapping(prefix = "figcast.answers")
public interface AnswerConfig {

    @WithDefault("256M")
    MemorySize maxBytes();

    /** For figures of a region; they are cheap to make again. */
    @WithDefault("64M")
    MemorySize maxRegionBytes();

    /** Nothing has been heard of a request for so long: it is sent again when someone asks again. */
    @WithDefault("60s")
    Duration patience();

    /** How many calls may wait for an answer; more are answered at once. */
    @WithDefault("20000")
    int maxWaiting();

    /** How many categories may be asked for at the same time. */
    @WithDefault("10000")
    int maxOutstanding();

    /** What is set, but never more than a fifth of the heap. */
    default long answerBytes() {
        return Math.min(maxBytes().asLongValue(), Runtime.getRuntime().maxMemory() / 5);
    }

    /** What is set, but never more than a tenth of the heap. */
    default long regionBytes() {
        return Math.min(maxRegionBytes().asLongValue(), Runtime.getRuntime().maxMemory() / 10);
    }
}
