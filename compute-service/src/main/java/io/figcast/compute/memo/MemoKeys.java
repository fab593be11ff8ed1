package io.figcast.compute.memo;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.figcast.compute.slice.Manifest;
import io.figcast.compute.slice.SliceKey;

/** The names of one slice's keys. The id in braces is their hash tag: a cluster keeps them on one node. */
record MemoKeys(String prefix) {

    static MemoKeys of(SliceKey key) {
        return new MemoKeys("figcast:1:{" + key.id() + "}:");
    }

    String manifest() {
        return prefix + "manifest";
    }

    String failure() {
        return prefix + "failure";
    }

    String lease() {
        return prefix + "lease";
    }

    /** Of a category whatever its data: which requests to forget it there were, and which data each was about. */
    static String forgets(SliceKey key) {
        return of(key.withFingerprint("any")).prefix + "forgets";
    }

    /** Which requests to forget the slice were carried out. */
    String forgotten() {
        return prefix + "forgotten";
    }

    String chunk(String version, char column, int n) {
        return prefix + version + ':' + column + ':' + n;
    }

    List<String> chunks(@Nullable Manifest manifest) {
        return manifest == null ? List.of() : chunks(manifest.version(), manifest.chunks());
    }

    List<String> chunks(String version, int count) {
        List<String> keys = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            keys.add(chunk(version, 'x', n));
            keys.add(chunk(version, 'y', n));
        }
        return keys;
    }
}
