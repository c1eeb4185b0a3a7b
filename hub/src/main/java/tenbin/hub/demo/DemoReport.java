package tenbin.hub.demo;

import java.util.Optional;
import tenbin.nouns.member.MemberId;

/**
 * A report of the made-up day.
 *
 * @param reporter who brings it in
 * @param name file name
 * @param feed what it comes from, by the reporter's word; empty for the reporter's own sensors
 * @param mapping for plain CSV
 * @param bytes the report; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, to be read as a stream
public record DemoReport(
    MemberId reporter, String name, String feed, Optional<String> mapping, byte[] bytes) {}
