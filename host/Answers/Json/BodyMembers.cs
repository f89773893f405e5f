using System.Text.Json.Serialization.Metadata;
using Workflow.Engine.Messages;

namespace Workflow.Host.Answers.Json;

/// <summary>The members that an object of a body may and must have.</summary>
internal static class BodyMembers
{
    /// <summary>The members that are read of a shape.</summary>
    internal static List<JsonPropertyInfo> Of(JsonTypeInfo shape) =>
        [.. shape.Properties.Where(p => p.Set is not null || p.AssociatedParameter is not null)];

    /// <summary>Whether a member must be there.</summary>
    internal static bool IsNeeded(JsonPropertyInfo member) => member.IsRequired || member.AssociatedParameter is { HasDefaultValue: false };

    /// <summary>What stands against a member that nobody reads.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="known">The members that are read there.</param>
    internal static Message Unknown(string name, IReadOnlyCollection<string> known) =>
        new Message("json.unknown_member", ("name", Texts.Short(name))).With(
            NearNames.NearWord(name, known) ?? (known.Count == 0 ? null : new Message("json.members", ("names", MessageValue.List(known))))
        );
}
