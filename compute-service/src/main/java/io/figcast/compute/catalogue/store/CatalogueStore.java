package io.figcast.compute.catalogue.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.figcast.compute.memo.RedisGateway;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.ResponseType;

/**
 * The catalogues in Redis. Every call blocks until the gateway's time-out at the latest and touches one key, so that a cluster
 * takes it.
 * A key's remaining life tells when it was last confirmed.
 */
public final class CatalogueStore {

    private static final String PREFIX = "figcast:1:catalogue:";
    /** The set of the names of all datasets, so that nobody needs to scan for them. */
    private static final String INDEX = "figcast:1:catalogues";
    private static final int LONGEST_ENDING = 100;
    /** What a catalogue ends with; it may be too long to be looked at each time. */
    private static final Pattern ENDING = Pattern.compile("\"revision\":\"[0-9a-f]{40}\"}$");
    /** Confirms the catalogue if it is the one that ends so, else answers with it. */
    private static final String CONFIRM = """
            if redis.call('GETRANGE', KEYS[1], -#ARGV[1], -1) == ARGV[1] then
              redis.call('PEXPIRE', KEYS[1], ARGV[2])
              return 1
            end
            return {redis.call('GET', KEYS[1]) or '', redis.call('PTTL', KEYS[1])}""";
    /** Replaces the catalogue if it is still the one that was seen. */
    private static final String REPLACE = """
            if redis.sha1hex(redis.call('GET', KEYS[1]) or '') ~= ARGV[1] then
              return 0
            end
            redis.call('SET', KEYS[1], ARGV[3], 'PX', ARGV[2])
            return 1""";
    /** Removes the catalogue if nobody has confirmed it for a while; answers whether there is none now. */
    private static final String REMOVE = """
            if redis.call('PTTL', KEYS[1]) <= tonumber(ARGV[1]) then
              redis.call('DEL', KEYS[1])
            end
            return 1 - redis.call('EXISTS', KEYS[1])""";

    /**
     * A dataset's catalogue as it was found.
     *
     * @param json empty where there is none, or something else
     * @param sha1 of its text, which a replacement names; of nothing where there is none
     * @param ending by which it is confirmed; empty where there is none, or one of a version that wrote no revision
     * @param unconfirmedFor how long no replica has confirmed it
     */
    public record Stored(Optional<CatalogueJson> json, String sha1, Optional<String> ending, Duration unconfirmedFor) {
    }

    private final RedisGateway redis;
    private final Duration ttl;

    public CatalogueStore(RedisGateway redis, Duration ttl) {
        this.redis = redis;
        this.ttl = ttl;
    }

    /** Confirms the catalogue with this ending; what stands there instead where it is another. */
    public Optional<Stored> confirm(String dataset, String ending) {
        Response answer = script(CONFIRM, PREFIX + dataset, ending, millis(ttl));
        if (answer == null || answer.type() != ResponseType.MULTI) {
            return Optional.empty();
        }
        String text = answer.get(0).toString(StandardCharsets.UTF_8);
        Duration left = Duration.ofMillis(answer.get(1).toLong());
        return Optional.of(new Stored(CatalogueJson.read(text), sha1(text), ending(text), ttl.minus(left)));
    }

    /** Puts a catalogue's text in the place of what was seen there; false if that has changed meanwhile. */
    public boolean replace(String dataset, Stored seen, String text) {
        Response answer = script(REPLACE, PREFIX + dataset, seen.sha1(), millis(ttl), text);
        return answer != null && answer.toInteger() == 1;
    }

    /** Tells in one step of all datasets that there are: whoever finds some of their catalogues knows that more will come. */
    public void index(Collection<String> datasets) {
        Request all = Request.cmd(Command.SADD).arg(INDEX);
        datasets.forEach(all::arg);
        call(all);
        call(Request.cmd(Command.PEXPIRE).arg(INDEX).arg(millis(ttl)));
    }

    public List<String> indexed() {
        List<String> names = new ArrayList<>();
        Response answer = call(Request.cmd(Command.SMEMBERS).arg(INDEX));
        if (answer != null) {
            answer.forEach(name -> names.add(name.toString(StandardCharsets.UTF_8)));
        }
        return names;
    }

    /** Takes a dataset out that no replica has confirmed for so long. */
    public void removeAbandoned(String dataset, Duration unconfirmedFor) {
        Response none = script(REMOVE, PREFIX + dataset, millis(ttl.minus(unconfirmedFor)));
        if (none != null && none.toInteger() == 1) {
            call(Request.cmd(Command.SREM).arg(INDEX).arg(dataset));
        }
    }

    /** What tells this text of a catalogue from any other. */
    public static Optional<String> ending(String text) {
        Matcher ending = ENDING.matcher(text).region(Math.max(0, text.length() - LONGEST_ENDING), text.length());
        return ending.find() ? Optional.of(ending.group()) : Optional.empty();
    }

    static String sha1(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest); // what Redis's sha1hex gives; no secret hangs on it
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }

    private @Nullable Response script(String script, String key, String... arguments) {
        return answer(redis.run(script, List.of(key), List.of(arguments)));
    }

    private @Nullable Response call(Request request) {
        return answer(redis.call(request));
    }

    private static @Nullable Response answer(CompletionStage<@Nullable Response> answer) {
        try {
            return answer.toCompletableFuture().join();
        } catch (CompletionException e) {
            throw new CatalogueStoreException(String.valueOf(e.getCause()), e);
        }
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
