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
                add(line.split(" ", 4));
            }
        }
    }

    private void add(String[] entry) {
        String name = entry[0] + "/" + entry[2];
        String path = ROOT + entry[0] + "-" + entry[1] + "/" + entry[2];
        pathByName.put(name, path);
        byPath.put(path, new Asset(path, Asset.contentTypeOf(name), "\"" + entry[3] + "\"", wrap(resource(name)),
                wrap(resource(name + ".gz"))));
    }

    Optional<Asset> find(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    Collection<Asset> all() {
        return List.copyOf(byPath.values());
    }

    /** The address of a file, such as {@code page/page.css}; a name that the build did not lay out is a mistake of ours. */
    public String path(String name) {
        return Objects.requireNonNull(pathByName.get(name), name);
    }

    /** The addresses of the page's modules, which the shell names so that the browser need not discover them one by one. */
    public List<String> modules() {
        return pathByName.entrySet().stream()
                .filter(asset -> asset.getKey().startsWith("page/") && asset.getKey().endsWith(".js"))
                .map(Map.Entry::getValue)
                .toList();
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
