using Workflow.Engine.Messages;

namespace Workflow.Definitions.Reading.Faults;

/// <summary>What is wrong with an id, as a phrase of the table.</summary>
internal static class IdFaults
{
    public static Message Empty() => new("id.empty");

    public static Message TooLong(string start, int length, int most) =>
        new("id.too_long", ("start", start), ("length", length), ("most", most));

    public static Message Reserved(string id) => new("id.reserved", ("id", id));

    public static Message Sign(string id, string sign) => new("id.sign", ("id", id), ("sign", sign));

    public static Message First(string id) => new("id.first", ("id", id));
}
