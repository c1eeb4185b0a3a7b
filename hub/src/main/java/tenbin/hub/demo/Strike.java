package tenbin.hub.demo;

import tenbin.nouns.net.Address;

/**
 * One contact that a member's own sensor saw.
 *
 * @param source who came
 * @param sourcePort from which port
 * @param target the sensor
 * @param targetPort which service it asked for
 * @param second of the day
 * @param family what it was, by the member's analysis
 */
record Strike(
    Address source, int sourcePort, Address target, int targetPort, int second, String family) {}
