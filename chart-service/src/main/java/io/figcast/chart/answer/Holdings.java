package io.figcast.chart.answer;

import java.util.Optional;

import jakarta.inject.Singleton;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.figcast.chart.category.CategoryRef;
import io.micrometer.core.instrument.MeterRegistry;

/** What this replica holds in memory, bounded by its bytes. What is pushed out is read again from the memo. */
@Singleton
class Holdings {

    private static final int KIB = 1024;

    private final Cache<CategoryRef, Holding> held;

    Holdings(AnswerConfig config, MeterRegistry meters) {
        this.held = Caffeine.newBuilder().maximumWeight(config.maxBytes().asLongValue() / KIB)
                .weigher((CategoryRef ref, Holding holding) -> (int) (1 + holding.answer().weight() / KIB)).build();
        meters.gauge("figcast.answers.cached.bytes", held, h -> KIB
                * h.policy().eviction().map(e -> (double) e.weightedSize().orElse(0)).orElse(0.0));
        meters.gauge("figcast.answers.cached", held, Cache::estimatedSize);
    }

    Optional<Holding> get(CategoryRef ref) {
        return Optional.ofNullable(held.getIfPresent(ref));
    }

    void put(CategoryRef ref, Holding holding) {
        held.put(ref, holding);
    }

    void forget(CategoryRef ref) {
        held.invalidate(ref);
    }

    /** To be called when something of it has been encoded: the bytes count. */
    void weighAgain(Answer answer) {
        held.asMap().computeIfPresent(answer.manifest().ref(), (key, holding) -> new Holding(holding.answer(),
                holding.fingerprint(), holding.freshness(), holding.checkedOffset()));
    }
}
