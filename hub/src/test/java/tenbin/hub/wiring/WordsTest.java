package tenbin.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tenbin.balance.Outlet;
import tenbin.balance.Reason;
import tenbin.balance.ground.ConsentState;
import tenbin.hub.today.Need;
import tenbin.nouns.casework.AnswerState;
import tenbin.nouns.casework.SeenBy;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.incident.IncidentFault;
import tenbin.nouns.incident.IncidentField;
import tenbin.nouns.member.ContactRole;
import tenbin.nouns.member.MemberClass;
import tenbin.nouns.observation.Rsit;
import tenbin.nouns.report.Fault;
import tenbin.spine.collect.UploadRefused;
import tenbin.spine.permission.Permission;
import tenbin.web.signin.Office;
import tenbin.web.words.WordList;

/** Every word that a page asks for is there, in every language. */
class WordsTest {
  private static final Pattern KEY = Pattern.compile("#\\{([a-z][a-z0-9.-]+)[}(]");
  private static final WordList WORDS = new WordList(HubShell.WORDS);

  @Test
  void every_key_of_every_template_has_words() {
    Set<String> missing = new TreeSet<>();
    for (String folder : List.of("../web/src/main/resources", "src/main/resources")) {
      try (Stream<Path> files = Files.walk(Path.of(folder))) {
        files
            .filter(each -> each.toString().endsWith(".html"))
            .forEach(each -> collect(each, missing));
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
    assertThat(missing).isEmpty();
  }

  private static void collect(Path file, Set<String> missing) {
    try {
      Matcher found = KEY.matcher(Files.readString(file));
      while (found.find()) {
        if (!WORDS.keys().contains(found.group(1))) {
          missing.add(file.getFileName() + ": " + found.group(1));
        }
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Test
  void every_value_that_is_shown_has_words() {
    Set<String> wanted = new TreeSet<>();
    Stream.of(Rsit.values()).forEach(each -> wanted.add("rsit." + each.type()));
    Stream.of(Purpose.values()).forEach(each -> wanted.add("purpose." + each.word()));
    words(wanted, "fault.", Fault.values());
    words(wanted, "weight.", Fault.Weight.values());
    words(wanted, "upload.refused.", UploadRefused.Cause.values());
    words(wanted, "seen-by.", SeenBy.values());
    words(wanted, "reason.", Reason.values());
    words(wanted, "opener.", Reason.values());
    words(wanted, "category.", Category.values());
    words(wanted, "answer.", AnswerState.values());
    words(wanted, "class.", MemberClass.values());
    words(wanted, "office.", Office.values());
    words(wanted, "today.kind.", Need.Kind.values());
    words(wanted, "today.why.", Need.Kind.values());
    Stream.of(
            "case",
            "recall",
            "question.rows",
            "question.report",
            "contact.old",
            "contact.bounced",
            "channel",
            "token")
        .forEach(each -> wanted.add("today." + each));
    words(wanted, "contact.", ContactRole.values());
    words(wanted, "incident.", IncidentField.values());
    words(wanted, "fault.", IncidentFault.What.values());
    words(wanted, "part.", Permission.Part.values());
    words(wanted, "aim.", Permission.Aim.values());
    words(wanted, "way-out.", Outlet.values());
    Stream.of(ConsentState.values()).forEach(each -> wanted.add("consent." + each.word()));
    wanted.removeAll(WORDS.keys());
    assertThat(wanted).isEmpty();
  }

  private static void words(Set<String> wanted, String prefix, Enum<?>[] values) {
    for (Enum<?> each : values) {
      wanted.add(prefix + each.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
  }

  @Test
  void the_two_languages_say_different_things() {
    Set<String> same = new TreeSet<>();
    for (String key : WORDS.keys()) {
      String english = WORDS.text(key, Locale.ENGLISH);
      if (english.equals(WORDS.text(key, Locale.JAPANESE))) {
        same.add(english);
      }
    }
    assertThat(same).containsExactlyInAnyOrder("IntelMQ JSON", "Tor", "URL", "XARF v4");
  }
}
