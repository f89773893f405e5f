using System.Text.Json.Serialization;

namespace Workflow.Storage.Seals;

/// <summary>A head that a seal covers: up to this entry, with this hash.</summary>
/// <param name="Kind"><see cref="Case"/> or <see cref="Access"/>.</param>
/// <param name="Name">The case's number, or the access log's name.</param>
/// <param name="Entry">The number of its last entry when it was sealed.</param>
/// <param name="Hash">The hash of that entry; it carries all before it.</param>
public sealed record SealLeaf(string Kind, string Name, long Entry, string Hash)
{
    /// <summary>The head of a case.</summary>
    public const string Case = "case";

    /// <summary>The head of an access log.</summary>
    public const string Access = "access";

    /// <summary>The text that the tree hashes.</summary>
    [JsonIgnore]
    public string Text => SealJson.Write(this);

    /// <summary>Compares with another head as a seal's tree orders them: by kind, then by name, code unit by code unit.</summary>
    internal int ComparedTo(string kind, string name) =>
        string.CompareOrdinal(Kind, kind) is not 0 and var order ? order : string.CompareOrdinal(Name, name);
}
