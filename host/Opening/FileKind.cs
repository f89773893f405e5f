using Workflow.Engine.Messages;

namespace Workflow.Host.Opening;

/// <summary>What a file is, as a part of a sentence.</summary>
internal static class FileKind
{
    internal static Message Log => new("kind.log");

    internal static Message Map => new("kind.map");

    internal static Message Definition => new("kind.definition");

    internal static Message Calendars => new("kind.calendars");

    internal static Message Register => new("kind.register");

    internal static Message Mapping => new("kind.mapping");

    internal static Message Story => new("kind.story");

    internal static Message Transfer => new("kind.transfer");

    internal static Message Series => new("kind.series");

    internal static Message Export => new("kind.export");

    internal static Message Path => new("kind.path");
}
