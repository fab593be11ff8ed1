package io.figcast.chart.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;

/** The files that the build laid out for the browser ({@code src/main/web/assets.mjs}), by their address. */
@Singleton
public class Assets {

    private static final String ROOT = "/assets/";

    private final Map<String, Asset> byPath = new LinkedHashMap<>();
    private final Map<String, String> pathByName = new LinkedHashMap<>();

    Assets() {
        for (String line : new String(resource("index.txt"), StandardCharsets.UTF_8).split("\n", -1)) {
            if (!line.isEmpty()) {
                add(line.split(" ", 2));
            }
        }
    }

    private void add(String[] entry) {
        String file = entry[1];
        pathByName.put(entry[0], ROOT + file);
        byPath.put(ROOT + file, new Asset(ROOT + file, Asset.contentTypeOf(file), "\"" + file + "\"", wrap(resource(file)),
                wrap(resource(file + ".gz"))));
    }

    Optional<Asset> find(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    Collection<Asset> all() {
        return List.copyOf(byPath.values());
    }

    /** The address of a file, such as {@code main.css}; a name that the build did not lay out is a mistake of ours. */
    public String path(String name) {
        return Objects.requireNonNull(pathByName.get(name), name);
    }

    private static byte[] resource(String name) {
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream("assets/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Buffer wrap(byte[] bytes) {
        return Buffer.buffer(Unpooled.wrappedBuffer(bytes));
    }
}
