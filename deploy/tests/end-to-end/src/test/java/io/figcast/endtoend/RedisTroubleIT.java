package io.figcast.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;

/** A Redis that is slow, that cannot be reached any more on the connections to it, that hangs, or that evicts. */
class RedisTroubleIT {

    private static final int CATEGORIES = 160;
    private static final int ROWS = 2_000;
    private static final AtomicInteger NEXT = new AtomicInteger();

    @TempDir
    static Path data;

    private static Fleet fleet;
    private static final Map<String, List<Double>> ROWS_OF = new HashMap<>();

    @BeforeAll
    static void start() throws IOException {
        Random random = new Random(3);
        StringBuilder rows = new StringBuilder("category,x,y\n");
        for (int n = 0; n < CATEGORIES; n++) {
            List<Double> xs = DoubleStream.generate(random::nextGaussian).limit(ROWS).boxed().toList();
            String category = "category " + n;
            ROWS_OF.put(category, xs);
            xs.forEach(x -> rows.append(category).append(',').append(x).append(',').append(x).append('\n'));
        }
        Path file = Files.writeString(data.resolve("trouble.csv"), rows);
        String prefix = "figcast.datasets.trouble.";
        fleet = Fleet.linked(1, Map.of("figcast.data-directories", data.toString(), prefix + "file", file.toString(),
                prefix + "category-column", "category", prefix + "x-column", "x", prefix + "y-column", "y")).start();
        await().atMost(Fleet.PATIENCE).ignoreExceptions()
                .until(() -> fleet.api(0).get("api/datasets", 0).json().toString().contains("trouble"));
    }

    @AfterAll
    static void stop() {
        if (fleet != null) {
            fleet.close();
        }
    }

    @AfterEach
    void heal() {
        fleet.link().delay(Duration.ZERO);
        redis().tell("CONFIG SET maxmemory 0");
    }

    @Test
    void aSlowRedisMakesAnswersSlowAndNothingElse() {
        fleet.link().delay(Duration.ofMillis(300));

        assertRightInTheEnd(next());
    }

    @Test
    void aRedisSlowerThanItsTimeoutCountsAsAwayUntilItIsQuickAgain() {
        String held = next();
        String cold = next();
        assertRightInTheEnd(held);
        fleet.link().delay(Duration.ofSeconds(5));

        assertThat(fleet.api(0).figures("trouble", cold, 0).status()).isEqualTo(503);
        assertThat(fleet.api(0).figures("trouble", held, 0).status()).isEqualTo(200);

        fleet.link().delay(Duration.ZERO);
        assertRightInTheEnd(cold);
    }

    @Test
    void connectionsThatSwallowEverythingAreGivenUp() {
        assertRightInTheEnd(IntStream.range(0, 40).mapToObj(n -> next()).toArray(String[]::new));

        fleet.link().swallow();

        assertRightInTheEnd(next());
    }

    @Test
    void aRedisThatHungIsUsedAgainAtOnce() {
        String held = next();
        assertRightInTheEnd(held);
        fleet.redis().pause();
        await().atMost(Fleet.PATIENCE).until(() -> fleet.api(0).figures("trouble", next(), 0).status() == 503);
        assertThat(fleet.api(0).figures("trouble", held, 0).status()).isEqualTo(200);
        fleet.redis().resume();

        assertRightInTheEnd(next());
    }

    @Test
    void aRedisThatEvictsCostsComputationsAndNothingElse() {
        assertThat(redis().tell("CONFIG SET maxmemory-policy allkeys-lru")).isEqualTo("+OK");
        // Room for some fifteen slices, of which forty follow.
        assertThat(redis().tell("CONFIG SET maxmemory " + (info("memory", "used_memory") + 500_000))).isEqualTo("+OK");

        String[] categories = IntStream.range(0, 40).mapToObj(n -> next()).toArray(String[]::new);
        for (String category : categories) {
            assertRightInTheEnd(category);
        }

        assertThat(info("stats", "evicted_keys")).isPositive();
        String region = "api/figures?dataset=trouble&category=" + SharedFigcast.encoded(categories[0])
                + "&x0=-1&x1=1&y0=-1&y1=1";
        await("what was evicted is computed again for whoever looks closer").atMost(Fleet.PATIENCE)
                .until(() -> fleet.api(0).get(region, 30).status() == 200);
    }

    private static RedisServer redis() {
        return new RedisServer(fleet.redis().address());
    }

    private static long info(String section, String field) {
        return Long.parseLong(redis().tell("EVAL \"return tonumber(string.match(redis.call('info','%s'),'%s:(%%d+)'))\" 0"
                .formatted(section, field)).substring(1));
    }

    private static String next() {
        return "category " + NEXT.getAndIncrement() % CATEGORIES;
    }

    /** All at once, as often as it takes; whatever is answered on the way, a figure is never wrong. */
    private static void assertRightInTheEnd(String... categories) {
        List<CompletableFuture<Api.Answer>> answers = Stream.of(categories)
                .map(category -> fleet.api(0).figuresInTheEnd("trouble", category)).toList();
        await().atMost(Fleet.PATIENCE).until(() -> answers.stream().allMatch(CompletableFuture::isDone));
        for (int n = 0; n < categories.length; n++) {
            JsonNode scatter = answers.get(n).join().json().path("figures").path(0).path("data").path(0);
            assertThat(numbers(scatter.path("x"))).as(categories[n]).isEqualTo(ROWS_OF.get(categories[n]));
            assertThat(numbers(scatter.path("y"))).as(categories[n]).isEqualTo(ROWS_OF.get(categories[n]));
        }
    }

    private static List<Double> numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asDouble).toList();
    }
}
