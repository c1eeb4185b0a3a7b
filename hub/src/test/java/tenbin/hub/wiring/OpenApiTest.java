package tenbin.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The document about the API against the API. */
class OpenApiTest {
  private static final FakeHub HUB = FakeHub.shared();
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  private final JsonNode document = document();

  private static JsonNode document() {
    HttpResponse<String> answer = new Caller(HUB).get("/api/openapi.json");
    assertThat(answer.statusCode()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body());
  }

  @Test
  void every_route_is_in_the_document_and_every_path_of_it_is_a_route() {
    Set<String> told = new TreeSet<>();
    document
        .path("paths")
        .forEachEntry((path, item) ->
            item.propertyNames().stream()
                .filter(METHODS::contains)
                .forEach(method -> told.add(method + " " + path)));
    assertThat(told).hasSizeGreaterThan(20).isEqualTo(mapped());
  }

  private static Set<String> mapped() {
    Set<String> mapped = new TreeSet<>();
    HUB.server
        .context()
        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .keySet()
        .forEach(route ->
            route.getPatternValues().stream()
                .filter(path -> path.startsWith("/api/"))
                .forEach(path ->
                    route
                        .getMethodsCondition()
                        .getMethods()
                        .forEach(method ->
                            mapped.add(method.name().toLowerCase(Locale.ROOT) + " " + path))));
    return mapped;
  }

  @Test
  void errors_are_problems_and_the_cursor_is_described() {
    JsonNode components = document.path("components");
    components
        .path("responses")
        .forEachEntry((code, response) ->
            assertThat(response.path("content").has("application/problem+json")).as(code).isTrue());
    assertThat(components.path("schemas").path("Problem").path("required").toString())
        .contains("type", "title", "status", "detail");
    JsonNode rows = document.path("paths").path("/api/v1/rows").path("get");
    assertThat(rows.path("responses").path("200").path("headers").propertyNames())
        .contains("Tenbin-Cursor", "Tenbin-More", "Tenbin-Receipt");
    assertThat(rows.toString()).contains("\"after\"");
  }

  @Test
  void every_reference_leads_somewhere_and_every_parameter_of_a_path_is_declared() {
    document
        .findValuesAsString("$ref")
        .forEach(to -> assertThat(document.at(to.substring(1)).isMissingNode()).as(to).isFalse());
    document
        .path("paths")
        .forEachEntry((path, item) -> {
          Set<String> declared = new TreeSet<>();
          item.path("parameters").forEach(each -> declared.add(each.path("name").asString("")));
          Set<String> wanted = new TreeSet<>();
          java.util.regex.Pattern.compile("\\{([a-z]+)}")
              .matcher(path)
              .results()
              .forEach(found -> wanted.add(found.group(1)));
          assertThat(declared).as(path).isEqualTo(wanted);
        });
  }
}
