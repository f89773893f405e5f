using Workflow.Engine.Messages;

namespace Workflow.Mining.Logs;

/// <summary>What is wrong with an event log.</summary>
internal static class XesProblems
{
    public static Message NoLog(Message found) => new("xes.no_log", ("found", found));

    public static Message UnknownElement(Message found) => new("xes.unknown_element", ("found", found));

    public static Message TooManyEvents(int most) => new("xes.too_many_events", ("most", most));

    public static Message TooManyInElement(int most) => new("xes.too_many_attributes", ("most", most));

    public static Message TooManyInTrace(int most) => new("xes.too_many_in_trace", ("most", most));

    public static Message TooManyXml(int most, int found) => new("xes.too_many_xml", ("most", most), ("found", found));

    public static Message NoKey(string element) => new("xes.no_key", ("element", element));

    public static Message KeyTooLong(int most, int found) => new("xes.key_too_long", ("most", most), ("found", found));

    public static Message NoValue(string key) => new("xes.no_value", ("key", key));

    public static Message ValueTooLong(int most, string key, int found) =>
        new("xes.value_too_long", ("most", most), ("key", key), ("found", found));

    public static Message NoMoment(string key, string found) => new("xes.value", ("key", key), ("found", found));

    public static Message Ends() => new("xes.ends");

    public static Message TooDeep(int most) => new("xes.too_deep", ("most", most));

    public static Message Xml() => new("xes.xml");

    public static Message DocumentType() => new("xes.document_type");

    public static Message Undecodable() => new("xes.encoding");

    public static Message Encoding(string found) => new("xes.unknown_encoding", ("found", found));

    public static Message Gzip() => new("xes.gzip");

    public static Message TooLarge(long most) => new("xes.too_large", ("most", most));

    public static Message TagTooLarge(int most) => new("xes.tag_too_large", ("most", most));

    public static Message Bomb(int most) => new("xes.bomb", ("most", most));
}
