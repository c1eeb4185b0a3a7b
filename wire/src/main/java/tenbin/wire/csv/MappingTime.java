package tenbin.wire.csv;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import tenbin.wire.Refused;

/** How a mapping says that times are written: "time" and "zone" of its section on the file. */
final class MappingTime {
  private static final String ISO = "yyyy-MM-dd['T'][' ']HH:mm:ss[.SSSSSS][.SSS][XXX]";

  private MappingTime() {}

  static RowShape.TimeForm read(MappingSection file) throws Refused {
    Optional<ZoneId> zone = file.zone("zone");
    int line = file.line("time");
    String form = file.text("time");
    return switch (form) {
      case "epoch-seconds" -> new RowShape.TimeForm.EpochSeconds();
      case "", "iso" -> zone.map(MappingTime::isoIn).orElse(RowShape.TimeForm.UNSAID);
      default -> {
        try {
          yield new RowShape.TimeForm.Pattern(strict(form), zone.orElse(ZoneOffset.UTC));
        } catch (IllegalArgumentException unusable) {
          throw MappingSection.refused(line, "time: " + unusable.getMessage());
        }
      }
    };
  }

  private static RowShape.TimeForm isoIn(ZoneId zone) {
    return zone.normalized().equals(ZoneOffset.UTC)
        ? RowShape.TimeForm.UTC
        : new RowShape.TimeForm.Pattern(strict(ISO), zone);
  }

  /** With "yyyy" taken as the year of the calendar, so that 31 February is no date at all. */
  private static DateTimeFormatter strict(String form) {
    StringBuilder pattern = new StringBuilder();
    boolean literal = false;
    for (int i = 0; i < form.length(); i++) {
      char c = form.charAt(i);
      literal ^= c == '\'';
      pattern.append(c == 'y' && !literal ? 'u' : c);
    }
    return DateTimeFormatter.ofPattern(pattern.toString(), Locale.ROOT)
        .withResolverStyle(ResolverStyle.STRICT);
  }
}
