package tenbin.desks.routes.port;

import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import tenbin.desks.routes.bmp.Said;

/** What a router may do to our station that no router should, a connection each. */
public enum BmpNonsense {
  NOISE {
    @Override
    void say(Client client, SplittableRandom random) throws IOException {
      client.say(Client.noise(3_000, random));
    }
  },
  TOO_LONG {
    @Override
    void say(Client client, SplittableRandom random) throws IOException {
      client.say(Said.HELLO, Client.hex("03 7fffffff 00"));
    }
  },
  /** A megabyte is promised and never comes. */
  HALF_A_MESSAGE {
    @Override
    void say(Client client, SplittableRandom random) throws IOException {
      client.say(Said.HELLO, Client.hex("03 000ffff0 00 1234"));
      BgpNonsense.pause(40_000);
    }
  },
  SLOWLY {
    @Override
    void say(Client client, SplittableRandom random) throws IOException {
      for (byte octet : Said.up(false)) {
        client.say(new byte[] {octet});
        BgpNonsense.pause(1_000);
      }
    }
  },
  DAMAGED_ROUTES {
    @Override
    void say(Client client, SplittableRandom random) throws IOException {
      client.say(Said.HELLO, Said.up(random.nextBoolean()));
      for (int i = 0; i < 60; i++) {
        client.say(Client.damaged(Said.routes(Client.route(i)), random));
      }
    }
  },
  DAMAGED_PEERS {
    @Override
    void say(Client client, SplittableRandom random) throws IOException {
      client.say(Said.HELLO);
      for (int i = 0; i < 20; i++) {
        client.say(Client.damaged(Said.up(true), random), Client.damaged(Said.down(), random));
      }
    }
  },
  STORM {
    @Override
    void say(Client client, SplittableRandom random) throws IOException {
      client.say(Arrays.copyOf(Said.HELLO, random.nextInt(Said.HELLO.length)));
    }
  };

  /** All of it; our side may close at any octet, that is its right. */
  abstract void say(Client client, SplittableRandom random) throws IOException;
}
