package tenbin.wire.delegated;

import java.time.LocalDate;
import java.util.Optional;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tenbin.wire.table.TableSink;

/** Takes what a registry delegated, in the file's order; what is free or reserved is left out. */
public interface DelegatedRows extends TableSink {
  /** What an entry tells beside the resource itself. */
  record Holding(String registry, String country, Optional<LocalDate> since, String status) {}

  /** The file names itself: before any entry. */
  default void version(String registry, LocalDate date) {}

  /** Part of an entry of addresses; a count that is no power of two comes as several prefixes. */
  void block(Prefix prefix, Holding holding);

  /** An entry of consecutive AS numbers. */
  default void systems(Asn first, long count, Holding holding) {}
}
