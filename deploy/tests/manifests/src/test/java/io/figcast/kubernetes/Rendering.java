package io.figcast.kubernetes;

import java.util.List;
import java.util.stream.Stream;

/** Everything that one {@code kubectl apply -k} hands to a cluster. */
public record Rendering(String name, List<Manifest> manifests) {

    public Rendering {
        manifests = List.copyOf(manifests);
    }

    public Stream<Manifest> of(String kind) {
        return manifests.stream().filter(manifest -> manifest.kind().equals(kind));
    }

    public Stream<Manifest> workloads() {
        return manifests.stream().filter(Manifest::isWorkload);
    }

    /** The one object of this kind and name. */
    public Manifest the(String kind, String name) {
        return of(kind).filter(manifest -> manifest.name().equals(name)).findFirst()
                .orElseThrow(() -> new AssertionError(this + " holds no " + kind + " " + name));
    }

    @Override
    public String toString() {
        return name;
    }
}
