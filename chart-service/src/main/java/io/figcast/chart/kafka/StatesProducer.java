package io.figcast.chart.kafka;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.MeterRegistry;

class StatesProducer {

    @Produces
    @Singleton
    CategoryStates states(SignalConfig config, MeterRegistry meters) {
        CategoryStates states = new CategoryStates(config.maxCategories());
        meters.gauge("figcast.signals.position", states, CategoryStates::position);
        meters.gauge("figcast.signals.categories", states, CategoryStates::size);
        return states;
    }
}
