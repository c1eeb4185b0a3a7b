package tenbin.wire.fuzz;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import tenbin.wire.csv.PlainCsvReader;

/** Plain CSV by a mapping that somebody sent with it: the mapping is what is broken. */
record MappingTarget() implements Target {
  static final String SEED =
      """
      [file]
      delimiter = ,
      time = dd.MM.yyyy HH:mm
      zone = Asia/Tokyo
      quotes = none
      skip = 0
      sides = about-source
      [always]
      class = scanner
      [columns]  # a remark
      seen = time
      ip = source.address
      port = source.port
      """;

  private static final Input TABLE =
      new Input(
          "scan.csv", "seen,ip,port,note\n24.03.2026 09:47,126.64.0.1,80,x\n,2001:db8::1,,\"y\"\n");

  @Override
  public String name() {
    return "csv-mapping";
  }

  @Override
  public List<String> read(Input input) throws IOException {
    return new ReaderTarget(new PlainCsvReader(), Optional.of(input.text())).read(TABLE);
  }
}
