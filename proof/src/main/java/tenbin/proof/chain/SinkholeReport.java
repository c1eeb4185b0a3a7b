package tenbin.proof.chain;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A Shadowserver sinkhole report of synthetic rows: 33 columns, sources in 126.64.0.0/10, a fifth
 * of the rows exact repeats of earlier ones.
 */
final class SinkholeReport {
  private static final String HEADER =
      "timestamp,protocol,src_ip,src_port,src_asn,src_geo,src_region,src_city,src_hostname,"
          + "src_naics,src_sector,device_vendor,device_type,device_model,severity,dst_ip,dst_port,"
          + "dst_asn,dst_geo,dst_region,dst_city,dst_hostname,dst_naics,dst_sector,public_source,"
          + "infection,family,tag,application,version,event_id,ssl_cipher,ssl_servername\n";
  private static final String[] FAMILIES = {
    "avalanche-andromeda", "mirai", "mozi", "android.badbox2", "necurs", "conficker", "gamarue"
  };
  private static final double REPEATS = 0.2;
  private static final int REMEMBERED = 5_000;

  private SinkholeReport() {}

  static void write(Path file, int rows, RandomGenerator random) throws IOException {
    List<String> earlier = new ArrayList<>();
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
      out.write(HEADER);
      for (int row = 0; row < rows; row++) {
        boolean repeat = !earlier.isEmpty() && random.nextDouble() < REPEATS;
        String line = repeat ? earlier.get(random.nextInt(earlier.size())) : fresh(random);
        if (!repeat && earlier.size() < REMEMBERED) {
          earlier.add(line);
        }
        out.write(line);
      }
    }
  }

  private static String fresh(RandomGenerator random) {
    int a = random.nextInt(1 << 22);
    String family = FAMILIES[random.nextInt(FAMILIES.length)];
    return String.format(
        "\"2026-03-24"
            + " %02d:%02d:%02d\",\"tcp\",\"126.%d.%d.%d\",\"%d\",\"%d\",\"JP\",\"TOKYO\",\"CHIYODA\",\"p%x.bb.example.jp\",\"517311\",\"Communications,"
            + " Service Provider, and Hosting"
            + " Service\",\"\",\"\",\"\",\"critical\",\"52.1.2.%d\",\"80\",\"64511\",\"ZZ\","
            + "\"\",\"\",\"\",\"\",\"\",\"\",\"%s\",\"%s\",\"%s\",\"\",\"\",\"%016x\",\"\",\"\"%n",
        random.nextInt(24),
        random.nextInt(60),
        random.nextInt(60),
        64 + (a >> 16),
        a >> 8 & 255,
        a & 255,
        1024 + random.nextInt(64_000),
        64_496 + (a & 15),
        a,
        a & 255,
        family,
        family,
        family,
        random.nextLong());
  }
}
