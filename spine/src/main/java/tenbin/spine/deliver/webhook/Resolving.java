package tenbin.spine.deliver.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** How a host name becomes addresses. */
@FunctionalInterface
interface Resolving {
  /** The machine's own resolver. */
  Resolving SYSTEM = host -> List.of(InetAddress.getAllByName(host));

  List<InetAddress> addresses(String host) throws UnknownHostException;
}
