package tenbin.desks.routes.port;

import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;

/** What a neighbour may do to our speaker that no neighbour should, a connection each. */
public enum BgpNonsense {
  NOISE {
    @Override
    void say(Client client, SplittableRandom random) throws IOException {
      client.say(Client.noise(5_000, random));
    }
  },
  DAMAGED_OPEN {
    @Override
    void say(Client client, SplittableRandom random) throws IOException {
      client.say(Client.damaged(OPEN, random), ALIVE, Client.route(1));
    }
  },
  DAMAGED_UPDATES {
    @Override
    void say(Client client, SplittableRandom random) throws IOException {
      client.say(OPEN, ALIVE);
      for (int i = 0; i < 50; i++) {
        client.say(Client.damaged(Client.route(random.nextInt(60_000)), random));
      }
    }
  },
  DAMAGED_NOTIFICATION {
    @Override
    void say(Client client, SplittableRandom random) throws IOException {
      client.say(OPEN, ALIVE, Client.damaged(Client.bgp(3, "0602"), random));
    }
  },
  DAMAGED_KEEPALIVE {
    @Override
    void say(Client client, SplittableRandom random) throws IOException {
      client.say(OPEN, Client.damaged(ALIVE, random), Client.bgp(4, "00"));
    }
  },
  DAMAGED_REFRESH {
    @Override
    void say(Client client, SplittableRandom random) throws IOException {
      client.say(OPEN, ALIVE, Client.damaged(Client.bgp(5, "00010001"), random));
      client.say(Client.bgp(5, "0001000112"));
    }
  },
  /** Of a form that is right and says nothing true. */
  NOISE_IN_FORM {
    @Override
    void say(Client client, SplittableRandom random) throws IOException {
      client.say(OPEN, ALIVE);
      for (int i = 0; i < 20; i++) {
        String digits = java.util.HexFormat.of().formatHex(Client.noise(400, random));
        client.say(Client.bgp(1 + random.nextInt(5), digits));
      }
    }
  },
  TOO_LONG {
    @Override
    void say(Client client, SplittableRandom random) throws IOException {
      client.say(
          OPEN, ALIVE, Client.hex("ff".repeat(16) + "0fff02 0000"), Client.noise(70_000, random));
    }
  },
  NO_SUCH_LENGTH {
    @Override
    void say(Client client, SplittableRandom random) throws IOException {
      client.say(OPEN, ALIVE, Client.hex("ff".repeat(16) + "ffff05"));
    }
  },
  LONG_OPEN {
    @Override
    void say(Client client, SplittableRandom random) throws IOException {
      String many = "ff ff 0fd8 02 0fd5 " + "c8ff".repeat(2_026) + "00";
      client.say(Client.bgp(1, "04 fbf0 001e c0000201" + many));
    }
  },
  HALF_A_MESSAGE {
    @Override
    void say(Client client, SplittableRandom random) throws IOException {
      client.say(Arrays.copyOf(OPEN, 1 + random.nextInt(OPEN.length - 1)));
      pause(35_000);
    }
  },
  SLOWLY {
    @Override
    void say(Client client, SplittableRandom random) throws IOException {
      client.say(OPEN, ALIVE);
      for (byte octet : Client.route(7)) {
        client.say(new byte[] {octet});
        pause(1_000);
      }
    }
  },
  /** Says much that wants an answer, and reads none. */
  WITHOUT_READING {
    @Override
    void say(Client client, SplittableRandom random) throws IOException {
      client.say(OPEN, ALIVE);
      for (int i = 0; i < 300; i++) {
        client.say(Client.bgp(5, "00010001"));
      }
      pause(5_000);
    }
  },
  MANY_ROUTES {
    @Override
    void say(Client client, SplittableRandom random) throws IOException {
      client.say(OPEN, ALIVE);
      StringBuilder routes =
          new StringBuilder("0000 0014 40010100 400206 0201 0000fbf0 400304 c0000201");
      for (int i = 0; i < 900; i++) {
        routes.append(String.format("18%06x", random.nextInt(1 << 24)));
      }
      byte[] update = Client.bgp(2, routes.toString());
      client.say(update, update, update);
    }
  },
  STORM {
    @Override
    void say(Client client, SplittableRandom random) throws IOException {
      client.say(Arrays.copyOf(OPEN, random.nextInt(OPEN.length)));
    }

    @Override
    boolean waits() {
      return false;
    }
  };

  static final byte[] OPEN =
      Client.bgp(
          1,
          "04 fbf0 001e c0000201 1a 02 18 0104 0001 0001 0104 0002 0001 4104 0000fbf0 4002 4078 0600");

  static final byte[] ALIVE = Client.bgp(4, "");

  /** All of it; our side may close at any octet, that is its right. */
  abstract void say(Client client, SplittableRandom random) throws IOException;

  /** Whether it waits for the end that our side makes. */
  boolean waits() {
    return true;
  }

  static void pause(long millis) {
    LockSupport.parkNanos(millis * 1_000_000);
  }
}
