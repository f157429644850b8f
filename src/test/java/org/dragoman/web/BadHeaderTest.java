package org.dragoman.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import org.dragoman.failure.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers, methods and addresses that are not what they should be: refused, and told why. */
@QuarkusTest
class BadHeaderTest {
    private static final String PATH = "/v1/detections";
    private static final String GOOD = "{\"texts\": [\"The ferry runs again from Monday.\"]}";

    @TestHTTPResource("/")
    URI service = URI.create("http://localhost");

    private HttpResponse<String> post(byte[] body, String... headers) {
        return new Asked(service).post(PATH, body, headers);
    }

    private static void answered(HttpResponse<String> answer) {
        JsonNode detections = Asked.documented(answer);
        assertThat(detections.at("/detections/0/0/code").asText()).isEqualTo("en");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "multipart/form-data; boundary=x",
                "application/*",
                "*/*",
                "json",
                "a/b/c",
                ";;",
                "application/json;x=\""
            })
    void aBodyOfAnotherTypeIsRefused(String type) {
        Asked.refused(
                post(GOOD.getBytes(UTF_8), "Content-Type", type), ErrorCode.UNSUPPORTED_MEDIA_TYPE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json; charset=utf-8", "APPLICATION/JSON", "application/json;"})
    void jsonByAnyOfItsNamesIsRead(String type) {
        answered(post(GOOD.getBytes(UTF_8), "Content-Type", type));
    }

    @Test
    void aBodyWithoutATypeIsReadAsJson() {
        answered(post(GOOD.getBytes(UTF_8), new String[0]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/xml", "nonsense", "a/b/c,;;", "/"})
    void whatCannotBeGivenIsNotAcceptable(String accepted) {
        Asked.refused(
                post(GOOD.getBytes(UTF_8), "Content-Type", "application/json", "Accept", accepted),
                ErrorCode.NOT_ACCEPTABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "text/html, *; q=.2, */*; q=.2", "application/*;q=0.5"})
    void oneThatTakesAnythingIsAnswered(String accepted) {
        answered(
                post(GOOD.getBytes(UTF_8), "Content-Type", "application/json", "Accept", accepted));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en;q=9", ",,,", "*", "zz-zz-zz-zz", "\u00e9", "en-"})
    void aReaderOfNoLanguageReadsEnglish(String languages) {
        HttpResponse<String> answer =
                new Asked(service)
                        .send(
                                new Asked(service)
                                        .request(
                                                "GET",
                                                "/v1/languages?scope=installed",
                                                new byte[0],
                                                "Accept-Language",
                                                languages));
        assertThat(Asked.documented(answer).at("/languages/0/name").asText()).isEqualTo("English");
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, 405",
        "PATCH, 405",
        "DELETE, 405",
        "GET, 405",
        "BREW, 405",
        "OPTIONS, 200",
        "HEAD, 405"
    })
    void otherMethodsAreRefused(String method, int status) {
        Asked asked = new Asked(service);
        HttpResponse<String> answer = asked.send(asked.request(method, PATH, new byte[0]));
        assertThat(answer.statusCode()).isEqualTo(status);
        if (!List.of("HEAD", "OPTIONS").contains(method)) {
            Asked.refused(answer, ErrorCode.METHOD_NOT_ALLOWED);
            assertThat(answer.headers().firstValue("Allow")).contains("OPTIONS, POST");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/models/%00, 404",
        "/v1/models/..%2f..%2fetc, 404",
        "/v1/models/%ff%fe, 404",
        "/v1/languages?scope=%00, 400"
    })
    void anAddressOfNothingIsRefused(String address, int status) throws IOException {
        assertThat(get(address)).startsWith("HTTP/1.1 " + status).contains("\"traceId\":\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/models/%zz", "/v1/models/%", "/v1/models?x=%"})
    void anAddressThatIsNoneIsRefusedAsMalformedHttp(String address) throws IOException {
        assertThat(get(address)).startsWith("HTTP/1.1 400");
    }

    private String get(String address) throws IOException {
        return raw("GET " + address + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    }

    @Test
    void oneThatAsksFirstIsToldToGoOnOrNot() throws IOException {
        String head =
                "POST "
                        + PATH
                        + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                        + "Expect: 100-continue\r\nConnection: close\r\nContent-Length: ";
        assertThat(raw(head + GOOD.length() + "\r\n\r\n" + GOOD))
                .startsWith("HTTP/1.1 100")
                .contains("HTTP/1.1 200");
        assertThat(raw(head + (9 << 20) + "\r\n\r\n")).startsWith("HTTP/1.1 413");
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
