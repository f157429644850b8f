# The service: works without a network, as any user, on a read-only root.
#   docker build -t dragoman .                                  with the default models, en and pt
#   docker build -t dragoman --build-arg LANGUAGES=tr,ru,de .   and these languages, from and into English
#   docker build -t dragoman:slim --target slim .               without weights: they are mounted
#   docker run --read-only --network none -i dragoman digest - --to pt < article.txt
#   docker run --read-only -p 8080:8080 dragoman
#   docker run --read-only -p 8080:8080 -v /srv/models:/models:ro dragoman:slim
# Bundles (dragoman models bundle) in a folder bundles/ beside this file are added too.

FROM docker.io/library/debian:bookworm-slim AS build
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates git openjdk-17-jdk-headless python3-pip zip \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY .mvn .mvn
COPY mvnw pom.xml LICENSE NOTICE ./
COPY models models
COPY src/main src/main
RUN --mount=type=cache,target=/root/.m2 \
    ./mvnw -q -B -ntp package license:add-third-party -Dmaven.test.skip=true \
        -Dspotless.check.skip=true -Dcheckstyle.skip=true -Djacoco.skip=true
# The default weights, checked against their cards, and PyTorch's native libraries, unpacked by the
# engine itself; the digest proves both before anything is packed.
COPY src/test/resources/articles/harbour-strike.txt /tmp/sample.txt
ENV DRAGOMAN_HOME=/opt/dragoman DJL_CACHE_DIR=/opt/dragoman/natives ENGINE_CACHE_DIR=/opt/dragoman/natives \
    OMP_NUM_THREADS=1
RUN java -Dai.djl.offline=true -jar target/quarkus-app/quarkus-run.jar digest /tmp/sample.txt --to pt
# LANGUAGES: tags with commas; VARIANT: tiny, base-memory or base, else the best that fits the memory;
# SETTINGS: a properties file in bundles/ with more settings, such as mirrors.
ARG LANGUAGES=""
ARG VARIANT=""
ARG SETTINGS=""
RUN --mount=type=bind,target=/context \
    set -eu; \
    models() { java -Dai.djl.offline=true ${SETTINGS:+-Dsmallrye.config.locations=/context/bundles/$SETTINGS} \
        -jar target/quarkus-app/quarkus-run.jar models "$@"; }; \
    for bundle in /context/bundles/*.tar; do [ ! -e "$bundle" ] || models add "$bundle"; done; \
    [ -z "$LANGUAGES" ] || models add --to "$LANGUAGES" ${VARIANT:+--variant "$VARIANT"}; \
    models verify
# Of the jar that held the native libraries only the description stays, which the engine reads.
RUN mv target/quarkus-app /opt/dragoman/app \
    && zip -q -d /opt/dragoman/app/lib/main/ai.djl.pytorch.pytorch-native-cpu-*.jar 'pytorch/*' \
    && (cd /opt/dragoman/natives && jar xf ../app/lib/boot/net.java.dev.jna.jna-*.jar com/sun/jna/linux-x86-64/libjnidispatch.so) \
    && chmod -R a+rX /opt/dragoman \
    && mkdir /licenses \
    && cp LICENSE NOTICE target/generated-sources/license/THIRD-PARTY.txt /licenses/ \
    && cp /usr/share/common-licenses/MPL-2.0 /usr/share/common-licenses/Apache-2.0 /licenses/

FROM docker.io/library/debian:bookworm-slim AS service
RUN apt-get update \
    && apt-get install -y --no-install-recommends openjdk-17-jre-headless \
    && rm -rf /var/lib/apt/lists/*
COPY --from=build /licenses /licenses
COPY --from=build /opt/dragoman/natives /opt/dragoman/natives
COPY --from=build /opt/dragoman/app /opt/dragoman/app
COPY --chmod=644 src/main/launcher/classes /opt/dragoman/
COPY --chmod=755 src/main/docker/dragoman src/main/docker/healthcheck /usr/local/bin/
ENV LANG=C.UTF-8 \
    DRAGOMAN_HOME=/opt/dragoman \
    DRAGOMAN_MODELS_FETCH=false \
    DJL_CACHE_DIR=/opt/dragoman/natives \
    ENGINE_CACHE_DIR=/opt/dragoman/natives \
    OMP_NUM_THREADS=1 \
    MALLOC_ARENA_MAX=2
# Classes as this virtual machine has them in memory; without weights the check fails, and the archive is written.
RUN DRAGOMAN_KEEP_CLASSES=true dragoman serve --check; \
    test -s /opt/dragoman/app/classes.jsa
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s CMD ["healthcheck"]
ENTRYPOINT ["dragoman"]
CMD ["serve"]

# Without weights. The folder is the user's own, so that a named volume can be filled from here too:
#   docker run --rm -e DRAGOMAN_MODELS_FETCH=true -v models:/models dragoman:slim models add --to de
FROM service AS slim
RUN install -d -o 10001 -g 10001 /models
ENV DRAGOMAN_MODELS_DIRECTORY=/models
USER 10001:10001

FROM service
COPY --from=build /opt/dragoman/models /opt/dragoman/models
USER 10001:10001
