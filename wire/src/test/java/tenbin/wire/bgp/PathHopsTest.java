package tenbin.wire.bgp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

final class PathHopsTest {
  private static int[] hops(String hexadecimal) throws Malformed {
    byte[] bytes = HexFormat.of().parseHex(hexadecimal.replace(" ", ""));
    return AsPath.read(Octets.of(bytes, 0, bytes.length), AsWidth.TWO).hopsAndSets();
  }

  @Test
  void an_as_that_repeats_itself_is_one_hop() throws Malformed {
    assertThat(hops("02 05 0001 0002 0002 0002 0003")).containsExactly(1, 2, 3);
    assertThat(hops("02 02 0001 0002 02 02 0002 0003")).containsExactly(1, 2, 3);
    assertThat(hops("")).isEmpty();
  }

  @Test
  void a_set_is_no_hop_of_anybody() throws Malformed {
    assertThat(hops("02 01 0001 01 02 0005 0006")).containsExactly(1, 0);
    assertThat(hops("03 02 fde8 fde9 02 02 0001 0002")).containsExactly(0, 1, 2);
    assertThat(hops("01 00")).containsExactly(0);
  }
}
