package tenbin.spine.attribute;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tenbin.nouns.net.Prefix;
import tenbin.nouns.report.Warning;
import tenbin.wire.delegated.DelegatedReader;
import tenbin.wire.delegated.DelegatedRows;
import tenbin.wire.pfx2as.Pfx2asReader;
import tenbin.wire.pfx2as.Pfx2asRows;
import tenbin.wire.rpsl.AbuseChains;
import tenbin.wire.rpsl.RpslReader;
import tenbin.wire.table.TableSink;

/**
 * Makes tables of files: prefix-to-origin tables, registries' delegations, registries' databases,
 * each plain or gzip. Not for several threads.
 */
public final class TableFiles {
  private static final Pattern DATE = Pattern.compile("(20[0-9]{2})-?([01][0-9])-?([0-3][0-9])");

  private final TableSink faults;
  private final List<OriginTable> origins = new ArrayList<>();
  private final RouteFiles routes;
  private final RegistryTable.Builder registry = RegistryTable.builder();
  private final AbuseContacts.Builder contacts = AbuseContacts.builder();

  /** Damaged lines go to the sink, each with its place. */
  public TableFiles(TableSink faults) {
    this.faults = faults;
    this.routes = new RouteFiles(faults);
  }

  /** What the demo's circle is shown beside: a few invented networks, at any time. */
  public static Tables demo() {
    TableFiles files = new TableFiles(TableFiles::mustNotBeDamaged);
    Instant start = LocalDate.of(2020, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
    try (InputStream pfx2as = resource("demo.pfx2as");
        InputStream delegated = resource("demo-delegated.txt");
        InputStream rpsl = resource("demo.rpsl")) {
      files.origins(pfx2as, "pfx2as of the demo", start);
      files.delegations(delegated, "delegations of the demo");
      files.contacts(rpsl);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return files.tables(Duration.ofDays(36_500));
  }

  private static void mustNotBeDamaged(Warning warning) {
    throw new IllegalStateException("the demo's tables are damaged: " + warning);
  }

  private static InputStream resource(String name) throws IOException {
    InputStream in = TableFiles.class.getResourceAsStream(name);
    if (in == null) {
      throw new IOException("not packed with the program: " + name);
    }
    return in;
  }

  /**
   * Reads a file for what its name says: "pfx2as" with a date, or with a time as in
   * "20260324T150000Z", is a prefix-to-origin table that holds from then on, with "changes" what is
   * another from then on, "delegated" a registry's delegations, ".db", ".rpsl" or "whois" a
   * registry's database. Files of routes come in the order of their times.
   *
   * @throws IOException when it cannot be read, or when its name says nothing
   */
  public void add(Path file) throws IOException {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    try (InputStream in = Files.newInputStream(file)) {
      if (name.contains("pfx2as") && RouteFiles.timeOf(name).isPresent()) {
        routes.add(in, name, RouteFiles.timeOf(name).get());
      } else if (name.contains("pfx2as")) {
        LocalDate day =
            dateOf(name).orElseThrow(() -> new IOException("no date in the name: " + name));
        origins(in, "pfx2as " + day, day.atStartOfDay(ZoneOffset.UTC).toInstant());
      } else if (name.contains("delegated")) {
        delegations(in, dateOf(name).map(day -> "delegated " + day).orElse("delegated"));
      } else if (name.contains(".db") || name.contains("rpsl") || name.contains("whois")) {
        contacts(in);
      } else {
        throw new IOException("neither pfx2as, delegated nor a registry's database: " + name);
      }
    }
  }

  private static Optional<LocalDate> dateOf(String name) {
    Matcher found = DATE.matcher(name);
    try {
      return found.find()
          ? Optional.of(
              LocalDate.parse(
                  found.group(1) + found.group(2) + found.group(3),
                  DateTimeFormatter.BASIC_ISO_DATE))
          : Optional.empty();
    } catch (DateTimeException noDay) {
      return Optional.empty();
    }
  }

  /** Reads a prefix-to-origin table of a time. */
  public void origins(InputStream in, String source, Instant takenAt) throws IOException {
    OriginTable.Builder table = OriginTable.builder(source, takenAt);
    Pfx2asReader.read(
        in,
        new Pfx2asRows() {
          @Override
          public void prefix(long high, long low, int bits, long[] asns) {
            table.add(high, low, bits, asns);
          }

          @Override
          public void damaged(Warning warning) {
            faults.damaged(warning);
          }
        });
    origins.add(table.build());
  }

  /** Reads a registry's delegations. */
  public void delegations(InputStream in, String source) throws IOException {
    DelegatedReader.read(
        in,
        new DelegatedRows() {
          @Override
          public void block(Prefix prefix, Holding holding) {
            int since =
                holding.since().map(day -> (int) day.toEpochDay()).orElse(Integer.MIN_VALUE);
            registry.add(prefix, holding.registry(), holding.country(), since, source);
          }

          @Override
          public void damaged(Warning warning) {
            faults.damaged(warning);
          }
        });
  }

  /** Reads a registry's database for the abuse contacts in it; its chains end inside it. */
  public void contacts(InputStream in) throws IOException {
    AbuseChains chains = new AbuseChains(faults);
    RpslReader.read(in, chains, faults);
    chains.forEachBlock(contacts::add);
    chains.forEachSystem((asn, mail) -> contacts.add(asn.number(), mail));
  }

  /** What was read, with a most age for origin tables. */
  public Tables tables(Duration mostAge) {
    List<OriginTable> all = new ArrayList<>(origins);
    all.addAll(routes.tables());
    return new Tables(all, mostAge, registry.build(), contacts.build());
  }
}
