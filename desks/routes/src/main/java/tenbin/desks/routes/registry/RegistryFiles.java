package tenbin.desks.routes.registry;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tenbin.desks.routes.registry.ExchangeLans.Lan;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tenbin.nouns.report.Fault;
import tenbin.nouns.report.Place;
import tenbin.nouns.report.Warning;
import tenbin.wire.Refused;
import tenbin.wire.asrel.AsRelReader;
import tenbin.wire.asrel.RelationRows;
import tenbin.wire.delegated.DelegatedReader;
import tenbin.wire.delegated.DelegatedRows;
import tenbin.wire.mrt.Unpacked;
import tenbin.wire.rpki.PayloadJson;
import tenbin.wire.rpki.PayloadRows;
import tenbin.wire.rpsl.RoutingObjects;
import tenbin.wire.rpsl.RpslReader;
import tenbin.wire.table.TableLines;

/**
 * Makes tables of the files that registries and others publish, plain or packed; the caller closes
 * them. What is damaged is handed over and left out. For one thread.
 */
public final class RegistryFiles {
  /** There are about 1,500 exchanges. */
  private static final int MOST_LANS = 100_000;

  /**
   * What one file of a validator says.
   *
   * @param vrps who may originate what
   * @param aspas who the providers are
   */
  public record Rpki(VrpTable vrps, AspaTable aspas) {
    /** Nothing at all. */
    public static final Rpki EMPTY = new Rpki(VrpTable.EMPTY, AspaTable.EMPTY);
  }

  private final Consumer<Warning> damaged;

  /** Takes the damaged rows of every file. */
  public RegistryFiles(Consumer<Warning> damaged) {
    this.damaged = damaged;
  }

  /** The JSON of a validator: routinator's, rpki-client's. */
  public Rpki rpki(InputStream in) throws IOException, Refused {
    VrpTable.Builder vrps = VrpTable.builder();
    List<Aspa> aspas = new ArrayList<>();
    PayloadJson.read(
        in,
        new PayloadRows() {
          @Override
          public void vrp(Prefix prefix, int maxLength, Asn asn, Ground ground) {
            vrps.add(new Vrp(prefix, maxLength, asn, ground.anchor(), fits(ground.expires())));
          }

          @Override
          public void aspa(Asn customer, Set<Asn> providers, Ground ground) {
            aspas.add(new Aspa(customer, providers));
          }

          @Override
          public void damaged(Warning warning) {
            damaged.accept(warning);
          }
        });
    return new Rpki(vrps.build(), AspaTable.of(aspas));
  }

  /** An end before 1970 or behind 2106 says nothing that one could wait for. */
  private static Optional<Instant> fits(Optional<Instant> end) {
    return end.filter(at -> at.getEpochSecond() > 0 && at.getEpochSecond() >>> Integer.SIZE == 0);
  }

  /** Databases in RPSL, one after the other: routes and who wants notices. */
  public IrrTable irr(List<InputStream> databases) throws IOException {
    IrrTable.Builder table = IrrTable.builder();
    IrrRows rows = new IrrRows(table, damaged);
    for (InputStream each : databases) {
      RpslReader.read(Unpacked.of(each), new RoutingObjects(rows), rows);
    }
    return table.build();
  }

  /** A file of CAIDA's as-rel. */
  public Relations relations(InputStream in) throws IOException {
    List<Relations.Link> links = new ArrayList<>();
    AsRelReader.read(
        in,
        new RelationRows() {
          @Override
          public void pair(Asn first, Kind is, Asn second) {
            links.add(
                new Relations.Link((int) second.number(), relation(is), (int) first.number()));
          }

          @Override
          public void damaged(Warning warning) {
            damaged.accept(warning);
          }
        });
    return Relations.of(links);
  }

  private static Relation relation(RelationRows.Kind is) {
    return switch (is) {
      case PROVIDER -> Relation.PROVIDER;
      case PEER -> Relation.PEER;
      case SIBLING -> Relation.SIBLING;
    };
  }

  /** The registries' delegated statistics, one file after the other. */
  public DelegatedSpace delegated(List<InputStream> files) throws IOException {
    List<Prefix> blocks = new ArrayList<>();
    DelegatedRows rows =
        new DelegatedRows() {
          @Override
          public void block(Prefix prefix, Holding holding) {
            blocks.add(prefix);
          }

          @Override
          public void damaged(Warning warning) {
            damaged.accept(warning);
          }
        };
    for (InputStream each : files) {
      DelegatedReader.read(Unpacked.of(each), rows);
    }
    return DelegatedSpace.of(blocks);
  }

  /** Networks of exchanges, one a line: the prefix, then the name; "#" begins a remark. */
  public ExchangeLans exchanges(InputStream in) throws IOException {
    List<Lan> lans = new ArrayList<>();
    TableLines lines = new TableLines(Unpacked.of(in));
    while (lines.next() && lans.size() < MOST_LANS) {
      String line = lines.text().strip();
      if (!line.isEmpty() && line.charAt(0) != '#') {
        String[] parts = line.split("[\\s,;|]+", 2);
        String name = parts.length > 1 ? parts[1].strip() : "";
        Prefix.tryParse(parts[0])
            .ifPresentOrElse(
                prefix -> lans.add(new Lan(prefix, name)), () -> damage(lines.number(), line));
      }
    }
    return ExchangeLans.of(lans);
  }

  private void damage(long row, String line) {
    damaged.accept(new Warning(Fault.ROW_UNREADABLE, Place.row(row), "no prefix: " + line));
  }
}
