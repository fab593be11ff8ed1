package io.figcast.kubernetes;

import java.util.List;
import java.util.Set;

/** The schemas of KEDA and the Prometheus operator, which come from npm as validators ({@code src/test/node}). */
final class OperatorSchemas {

    private static final Set<String> GROUPS = Set.of("keda.sh", "monitoring.coreos.com");

    private OperatorSchemas() {
    }

    /** What is wrong with those of the objects that belong to one of the two, one sentence each. */
    static List<String> findings(List<Manifest> manifests) {
        List<Manifest> theirs = manifests.stream().filter(manifest -> GROUPS.contains(ApiTypes.group(manifest))).toList();
        if (theirs.isEmpty()) {
            return List.of();
        }
        String json = theirs.stream().map(manifest -> manifest.content().toString()).toList().toString();
        return Tool.run(List.of("node", "src/test/node/validate.mjs"), json).lines().toList();
    }
}
