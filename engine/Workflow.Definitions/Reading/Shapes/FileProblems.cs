using Workflow.Engine.Messages;

namespace Workflow.Definitions.Reading.Shapes;

/// <summary>What is wrong with the shape of a file.</summary>
internal static class FileProblems
{
    public static Message Shape(Message what, Message found, Message? way) =>
        new Message("file.shape", ("what", what), ("found", found)).With(way);

    public static Message MissingKey(string key, Message what) => new("file.missing_key", ("key", key), ("what", what));

    public static Message NoProcess() => new("file.no_process");

    public static Message OneOf(IEnumerable<string> keys, string key, string first) =>
        new("file.one_of", ("keys", MessageValue.List(keys)), ("key", key), ("first", first));

    public static Message UnknownKey(Message what, string key, Message way) =>
        new Message("file.unknown_key", ("what", what), ("key", key)).With(way);

    public static Message UnknownKeyOfHead(string key) => new("file.unknown_key_of_head", ("key", key));
}
