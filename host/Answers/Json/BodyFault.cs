using Workflow.Engine.Messages;

namespace Workflow.Host.Answers.Json;

/// <summary>One thing that is wrong in a body, so that a form can mark its field.</summary>
/// <param name="Place">Where it is.</param>
/// <param name="Reason">What is wrong, as a part of a sentence.</param>
internal sealed record BodyFault(BodyPlace Place, Message Reason)
{
    /// <summary>The whole sentence.</summary>
    internal Message Told => new Message("json.malformed", ("place", new Message("json.path", ("path", Place.Path))), ("reason", Reason));
}

/// <summary>A place in JSON, by the names and the numbers that lead to it.</summary>
/// <param name="Path">As sentences name it: <c>$.with[0]</c>.</param>
/// <param name="Pointer">As programs do (RFC 6901, as a fragment): <c>#/with/0</c>.</param>
internal sealed record BodyPlace(string Path, string Pointer)
{
    /// <summary>The whole body.</summary>
    internal static BodyPlace Root { get; } = new("$", "#");

    internal BodyPlace Member(string name) =>
        new($"{Path}.{Texts.Short(name)}", $"{Pointer}/{Uri.EscapeDataString(name.Replace("~", "~0").Replace("/", "~1"))}");

    internal BodyPlace Item(int at) => new($"{Path}[{at}]", $"{Pointer}/{at}");
}
