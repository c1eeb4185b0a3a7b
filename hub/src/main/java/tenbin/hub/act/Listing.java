package tenbin.hub.act;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import tenbin.nouns.member.MemberId;

/**
 * A table that an act prints: one thing a line, tabs between, a hyphen where there is nothing.
 *
 * @param member only this member's things; empty for everybody's
 */
record Listing(CommandSpec spec, Optional<String> member) {
  private static final String NOTHING = "-";

  /** Prints things in their order. */
  <T> int print(List<T> things, Function<T, MemberId> whose, Function<T, List<String>> columns) {
    PrintWriter out = spec.commandLine().getOut();
    things.stream()
        .filter(each -> member.isEmpty() || whose.apply(each).text().equals(member.get()))
        .forEach(each -> out.println(line(columns.apply(each))));
    out.flush();
    return Acts.DONE;
  }

  /** What people typed stays in its column. */
  private static String line(List<String> columns) {
    return columns.stream()
        .map(each -> each.replaceAll("\\p{Cntrl}", " "))
        .collect(Collectors.joining("\t"));
  }

  /** A time that may not have come. */
  static String time(Optional<Instant> at) {
    return at.map(Instant::toString).orElse(NOTHING);
  }
}
