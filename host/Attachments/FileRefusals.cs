using Workflow.Engine.Messages;
using Workflow.Host.Answers;

namespace Workflow.Host.Attachments;

/// <summary>What stands against an attachment.</summary>
internal static class FileRefusals
{
    /// <summary>Files of this type are not taken.</summary>
    internal static RequestRefusedException MediaType(IEnumerable<string> accepted, string? found) =>
        new("file.media_type", ("accepted", MessageValue.List(accepted)), ("found", RequestRefusals.Found(found)));

    /// <summary>The person brings more within a day than anybody may.</summary>
    internal static RequestRefusedException MuchToday(long most) => new("file.much_today", ("most", most), ("hours", 24));

    /// <summary>The file is empty.</summary>
    internal static RequestRefusedException Empty() => new("file.empty");

    /// <summary>The content is of another type.</summary>
    internal static RequestRefusedException NotItsType(string type) => new("file.not_its_type", ("type", type));

    /// <summary>The case has no such file.</summary>
    internal static RequestRefusedException Unknown(string number) => new("file.unknown", ("number", number));
}
