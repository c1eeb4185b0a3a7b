package tenbin.wire.shadowserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tenbin.nouns.consent.Category;
import tenbin.nouns.observation.Rsit;
import tenbin.wire.csv.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class ShadowserverTableTest {
  private static final ShadowserverTable TABLE = ShadowserverTable.standard();

  @Test
  void every_published_type_and_column_is_known_and_classes_agree() throws IOException {
    Path schema =
        Path.of(System.getProperty("tenbin.samples", ""), "abuse/shadowserver-schema/reports.json");
    assumeTrue(Files.exists(schema), "no samples here");
    JsonNode root = JsonMapper.builder().build().readTree(Files.readString(schema));
    assertThat(root.size()).isEqualTo(170);
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, JsonNode> each : root.properties()) {
      ReportType type = TABLE.type(each.getKey()).orElse(null);
      if (type == null) {
        wrong.add("no type " + each.getKey());
        continue;
      }
      List<String> fields = new ArrayList<>();
      each.getValue().path("fields").forEach(field -> fields.add(field.asString()));
      if (!fields.equals(type.columns())) {
        wrong.add("columns of " + type.name());
      }
      fields.stream()
          .filter(field -> !TABLE.knows(field))
          .forEach(field -> wrong.add("column " + field));
      String published = each.getValue().path("classification.type").asString("");
      boolean darknet = type.name().equals("event4_honeypot_darknet");
      if (!published.isEmpty() && !darknet && !published.equals(type.rsit().type())) {
        wrong.add("class of " + type.name() + " is " + published);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void a_darknet_hit_is_a_scanner() {
    assertThat(TABLE.type("event4_honeypot_darknet").orElseThrow().rsit()).isEqualTo(Rsit.SCANNER);
  }

  @Test
  void every_type_finds_its_time_and_somebody_to_tell() {
    for (ReportType type : TABLE.types()) {
      if (type.columns().isEmpty()) {
        continue;
      }
      Map<Role, List<String>> roles = type.layout().roles();
      boolean source = type.layout().sides().aboutSource();
      List<Role> about =
          source
              ? List.of(Role.SOURCE_ADDRESS, Role.SOURCE_HOST, Role.SOURCE_MAILBOX)
              : List.of(Role.DESTINATION_ADDRESS, Role.DESTINATION_HOST);
      assertThat(about)
          .as(type.name())
          .anyMatch(role ->
              roles.getOrDefault(role, List.of()).stream().anyMatch(type.columns()::contains));
      assertThat(type.columns())
          .as(type.name())
          .containsAnyElementsOf(roles.getOrDefault(Role.TIME, List.of()));
    }
  }

  @Test
  void what_would_show_the_sensor_is_provenance() {
    Layout sensor = TABLE.layout("sensor");
    for (String column :
        new String[] {
          "dst_geo", "dst_city", "ssl_servername", "sensor_id", "event_id", "public_source"
        }) {
      assertThat(TABLE.category(column, sensor)).as(column).isEqualTo(Category.C8);
    }
    assertThat(TABLE.category("tag", sensor)).isEqualTo(Category.C1);
    assertThat(TABLE.category("src_city", sensor)).isEqualTo(Category.C2);
    assertThat(TABLE.category("request_raw", sensor)).isEqualTo(Category.C3);
    assertThat(TABLE.category("password", sensor)).isEqualTo(Category.C4);
    assertThat(TABLE.category("never_heard_of", sensor)).isEqualTo(Category.UNKNOWN);
    assertThat(TABLE.category("mapped_address", TABLE.layout("service"))).isEqualTo(Category.C8);
  }

  @Test
  void every_event_type_but_the_floods_hides_its_destination() {
    for (ReportType type : TABLE.types()) {
      boolean flood = type.name().contains("ddos") && !type.name().endsWith("_amp");
      if (type.name().startsWith("event") && !flood) {
        assertThat(type.layout().sides().sensorIsDestination()).as(type.name()).isTrue();
      }
    }
  }
}
