package org.dragoman.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.stream.Stream;
import org.dragoman.failure.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are not what they should be: refused, and told why. */
@QuarkusTest
class BadBodyTest {
    private static final String PATH = "/v1/detections";
    private static final String GOOD = "{\"texts\": [\"The ferry runs again from Monday.\"]}";

    @TestHTTPResource("/")
    URI service = URI.create("http://localhost");

    private HttpResponse<String> post(byte[] body, String... headers) {
        return new Asked(service).post(PATH, body, headers);
    }

    private HttpResponse<String> post(byte[] body) {
        return post(body, "Content-Type", "application/json");
    }

    private static void answered(HttpResponse<String> answer) {
        JsonNode detections = Asked.documented(answer);
        assertThat(detections.at("/detections/0/0/code").asText()).isEqualTo("en");
    }

    static Stream<Arguments> tooMuch() {
        return Stream.of(
                arguments("lists in lists", "{\"x\": " + "[".repeat(100_000), ErrorCode.TOO_LARGE),
                arguments("objects in objects", "{\"x\":".repeat(100_000), ErrorCode.TOO_LARGE),
                arguments(
                        "33 deep",
                        "{\"x\": " + "[".repeat(32) + "]".repeat(32) + "}",
                        ErrorCode.TOO_LARGE),
                arguments("long name", "{\"" + "n".repeat(300) + "\": 1}", ErrorCode.TOO_LARGE),
                arguments(
                        "long number",
                        "{\"texts\": [" + "1".repeat(101) + "]}",
                        ErrorCode.TOO_LARGE),
                arguments(
                        "many texts",
                        "{\"texts\": [" + "\"\",".repeat(60_000) + "\"\"]}",
                        ErrorCode.TOO_LARGE),
                arguments(
                        "2,001 texts",
                        "{\"texts\": [" + "\"\",".repeat(2_000) + "\"\"]}",
                        ErrorCode.INVALID_FIELD));
    }

    static Stream<Arguments> noRequest() {
        return Stream.of(
                arguments("not a text", "{\"texts\": [1e999999999]}", ErrorCode.INVALID_FIELD),
                arguments("no number", "{\"texts\": [NaN]}", ErrorCode.MALFORMED_JSON),
                arguments(
                        "a field twice",
                        "{\"texts\": [], \"texts\": [\"a\"]}",
                        ErrorCode.MALFORMED_JSON),
                arguments("two documents", GOOD + GOOD, ErrorCode.MALFORMED_JSON),
                arguments("words after it", GOOD + " and so on", ErrorCode.MALFORMED_JSON),
                arguments(
                        "a bare control character",
                        "{\"texts\": [\"\u0001\"]}",
                        ErrorCode.MALFORMED_JSON),
                arguments("a comment", "/* */" + GOOD, ErrorCode.MALFORMED_JSON),
                arguments("a list", "[]", ErrorCode.MALFORMED_JSON),
                arguments("null", "null", ErrorCode.MALFORMED_JSON));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"tooMuch", "noRequest"})
    void aBodyThatCannotBeReadIsRefused(String name, String body, ErrorCode code) {
        Asked.refused(post(body.getBytes(UTF_8)), code);
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        byte[] broken = GOOD.getBytes(UTF_8);
        broken[15] = (byte) 0xff;
        Asked.refused(post(broken), ErrorCode.MALFORMED_JSON);

        byte[] overlong = GOOD.getBytes(UTF_8);
        overlong[15] = (byte) 0xc1;
        overlong[16] = (byte) 0x81;
        Asked.refused(post(overlong), ErrorCode.MALFORMED_JSON);
    }

    @Test
    void aNumberThatIsTooLargeIsPointedAt() {
        HttpResponse<String> answer =
                new Asked(service)
                        .json(
                                "/v1/digests",
                                "{\"text\": \"a\", \"summary\": {\"words\": 99999999999}}");
        Asked.refused(answer, ErrorCode.INVALID_FIELD);
        assertThat(Asked.read(answer.body()).at("/errors/0/pointer").asText())
                .isEqualTo("/summary/words");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-32"})
    void otherEncodingsOfUnicodeAreRefused(String charset) {
        Asked.refused(post(GOOD.getBytes(Charset.forName(charset))), ErrorCode.MALFORMED_JSON);
    }

    @Test
    void aByteOrderMarkIsPassedOver() {
        answered(post(("\ufeff" + GOOD).getBytes(UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "x-gzip"})
    void aPackedBodyIsUnpacked(String coding) {
        answered(packed(Asked.packed(GOOD.getBytes(UTF_8)), coding));
    }

    @Test
    void aPackedBodyIsNotUnpackedBeyondTheLimit() {
        byte[] bomb = Asked.packed(new byte[300 << 20]);
        assertThat(bomb.length).isLessThan(1 << 20);
        Asked.refused(packed(bomb, "gzip"), ErrorCode.TOO_LARGE);
    }

    @Test
    void whatIsNotPackedAsItSaysIsRefused() {
        byte[] body = Asked.packed(GOOD.getBytes(UTF_8));
        Asked.refused(packed(GOOD.getBytes(UTF_8), "gzip"), ErrorCode.MALFORMED_JSON);
        Asked.refused(packed(Arrays.copyOf(body, 20), "gzip"), ErrorCode.MALFORMED_JSON);
        Asked.refused(packed(new byte[0], "gzip"), ErrorCode.MALFORMED_JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "deflate", "gzip, gzip", "zyzzyvaquux"})
    void otherWaysOfPackingAreRefusedAndTheOneThatIsReadIsNamed(String coding) {
        HttpResponse<String> answer = packed(GOOD.getBytes(UTF_8), coding);
        Asked.refused(answer, ErrorCode.UNSUPPORTED_MEDIA_TYPE);
        assertThat(answer.headers().firstValue("Accept-Encoding")).contains("gzip");
        assertThat(answer.body()).doesNotContain("zyzzyvaquux");
    }

    private HttpResponse<String> packed(byte[] body, String coding) {
        return post(body, "Content-Type", "application/json", "Content-Encoding", coding);
    }
}
