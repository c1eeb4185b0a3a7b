package tenbin.spine.backup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What an archive holds, one thing a line with tabs between, the last entry of the archive.
 *
 * @param made when
 * @param schema the migrations that the database had, with their checksums, as one digest
 * @param version the last of them
 * @param tables in an order in which they can be filled
 * @param partitions to be made before
 * @param sequences and where they stand
 * @param files beside the database
 */
public record Manifest(
    Instant made,
    String schema,
    String version,
    List<Table> tables,
    List<Partition> partitions,
    List<Sequence> sequences,
    List<Kept> files) {
  /** The first line: what it is and how it is to be read. */
  private static final String HEAD = "tenbin-backup 1";

  public Manifest {
    tables = List.copyOf(tables);
    partitions = List.copyOf(partitions);
    sequences = List.copyOf(sequences);
    files = List.copyOf(files);
  }

  /** A table's rows as PostgreSQL's COPY writes them. */
  public record Table(String name, String columns, long rows, String digest) {}

  /** A part of a table with its bounds as PostgreSQL writes them. */
  public record Partition(String name, String parent, String bound) {}

  /** A sequence of numbers. */
  public record Sequence(String name, long value, boolean called) {}

  /** A file below the data folder. */
  public record Kept(String path, long bytes, String digest) {}

  /** All rows. */
  public long rows() {
    return tables.stream().mapToLong(Table::rows).sum();
  }

  /** All bytes of files. */
  public long bytes() {
    return files.stream().mapToLong(Kept::bytes).sum();
  }

  String text() {
    List<List<String>> lines = new ArrayList<>();
    lines.add(List.of(HEAD));
    lines.add(List.of("made", made.toString()));
    lines.add(List.of("schema", version, schema));
    partitions.forEach(each -> lines.add(List.of("partition", each.name, each.parent, each.bound)));
    tables.forEach(each ->
        lines.add(
            List.of("table", each.name, each.columns, Long.toString(each.rows), each.digest)));
    sequences.forEach(each ->
        lines.add(
            List.of(
                "sequence", each.name, Long.toString(each.value), Boolean.toString(each.called))));
    files.forEach(
        each -> lines.add(List.of("file", each.path, Long.toString(each.bytes), each.digest)));
    return lines.stream()
        .map(words -> String.join("\t", words) + "\n")
        .collect(Collectors.joining());
  }

  /** Reads what {@link #text} wrote. */
  static Manifest parse(String text) throws BackupRefused {
    List<Table> tables = new ArrayList<>();
    List<Partition> partitions = new ArrayList<>();
    List<Sequence> sequences = new ArrayList<>();
    List<Kept> files = new ArrayList<>();
    Instant made = Instant.EPOCH;
    String version = "";
    String schema = "";
    List<String> lines = text.lines().toList();
    if (lines.isEmpty() || !lines.getFirst().equals(HEAD)) {
      throw new BackupRefused("not a backup that this version can read");
    }
    try {
      for (String line : lines.subList(1, lines.size())) {
        String[] w = line.split("\t", -1);
        switch (w[0]) {
          case "made" -> made = Instant.parse(w[1]);
          case "schema" -> {
            version = w[1];
            schema = w[2];
          }
          case "partition" -> partitions.add(new Partition(w[1], w[2], w[3]));
          case "table" -> tables.add(new Table(w[1], w[2], Long.parseLong(w[3]), w[4]));
          case "sequence" ->
              sequences.add(new Sequence(w[1], Long.parseLong(w[2]), Boolean.parseBoolean(w[3])));
          case "file" -> files.add(new Kept(w[1], Long.parseLong(w[2]), w[3]));
          default -> throw new BackupRefused("not a line of a backup: " + w[0]);
        }
      }
    } catch (IllegalArgumentException
        | IndexOutOfBoundsException
        | java.time.DateTimeException broken) {
      throw new BackupRefused("the backup's list of contents is damaged");
    }
    return new Manifest(made, schema, version, tables, partitions, sequences, files);
  }
}
