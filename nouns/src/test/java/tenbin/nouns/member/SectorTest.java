package tenbin.nouns.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The closed list of sectors, against the two lists that it maps to. */
class SectorTest {
  /** The fifteen of the action plan's table, edition of March 2024. */
  private static final List<String> JAPAN =
      List.of(
          "情報通信",
          "金融",
          "航空",
          "空港",
          "鉄道",
          "電力",
          "ガス",
          "政府・行政サービス",
          "医療",
          "水道",
          "物流",
          "化学",
          "クレジット",
          "石油",
          "港湾");

  @Test
  void every_sector_of_japans_action_plan_has_its_word() {
    Set<String> mapped = new TreeSet<>();
    Sector.all().forEach(each -> mapped.add(each.japan()));
    mapped.remove("");
    assertThat(mapped).containsExactlyInAnyOrderElementsOf(JAPAN);
  }

  @Test
  void every_point_of_both_annexes_of_nis_2_is_mapped() {
    Set<String> wanted = new TreeSet<>();
    List.of("a", "b", "c", "d", "e").forEach(part -> wanted.add("I.1" + part));
    List.of("a", "b", "c", "d").forEach(part -> wanted.add("I.2" + part));
    for (int point = 3; point <= 11; point++) {
      wanted.add("I." + point);
    }
    for (int point = 1; point <= 7; point++) {
      wanted.add("II." + point);
    }
    Set<String> mapped = new TreeSet<>();
    Sector.all().forEach(each -> mapped.addAll(each.europe()));
    assertThat(mapped).containsExactlyElementsOf(wanted);
  }

  @Test
  void words_are_unique_and_stand_in_both_languages() {
    List<String> words = new ArrayList<>();
    for (Sector each : Sector.all()) {
      words.add(each.word());
      assertThat(each.word()).matches("[a-z][a-z-]+");
      assertThat(each.name(Locale.ENGLISH)).isNotBlank();
      assertThat(each.name(Locale.JAPANESE)).isNotBlank();
      assertThat(Sector.tryParse(each.word())).contains(each);
    }
    assertThat(words).doesNotHaveDuplicates().contains("consumer-access", "hosting");
    assertThat(Sector.tryParse("")).as("what is not known has no word").isEmpty();
    assertThat(Sector.UNKNOWN.isKnown()).isFalse();
  }
}
