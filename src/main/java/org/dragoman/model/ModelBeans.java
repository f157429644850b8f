package org.dragoman.model;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.BaseUnits;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Map;

/** Builds the store and the pool from the configuration. */
final class ModelBeans {
    @Produces
    @Singleton
    ModelStore store(ModelsConfig config) {
        Map<String, String> environment = System.getenv();
        return new ModelStore(
                Catalogue.bundled(),
                config.fetch(),
                Installation.in(
                        config.directory().map(Path::of).orElseGet(() -> directory(environment)),
                        config.python(),
                        Fetching.settings(config, environment),
                        Fetching.hubs(config, environment)));
    }

    @Produces
    @Singleton
    ModelFolders folders(ModelStore store, Instance<ModelLoader> loaders) {
        return new ModelFolders(store, loaders.stream().toList());
    }

    @Produces
    @Singleton
    HubRepositories repositories(ModelStore store, Instance<ModelLoader> loaders) {
        return new HubRepositories(store, loaders.stream().toList());
    }

    @Produces
    @Singleton
    ModelPool pool(
            ModelStore store,
            ModelsConfig config,
            RoutesConfig routes,
            Instance<ModelLoader> loaders,
            MeterRegistry meters) {
        ModelPool pool =
                new ModelPool(
                                store,
                                loaders.stream().toList(),
                                new Precisions(config.precisions(), config.precision()),
                                config.memory().asLongValue(),
                                config.closeTimeout())
                        .routing(RouteRules.of(routes));
        Gauge.builder("dragoman.models.native", pool, ModelPool::nativeBytes)
                .baseUnit(BaseUnits.BYTES)
                .description("Memory outside the heap that models take")
                .register(meters);
        Gauge.builder("dragoman.models.loaded", pool, ModelPool::loaded)
                .description("Models in memory")
                .register(meters);
        return pool;
    }

    void close(@Disposes ModelPool pool) {
        pool.close();
    }

    /** Where models lie when nothing is configured. */
    static Path directory(Map<String, String> environment) {
        return DataHome.of(environment).resolve("models");
    }
}
