using Mono.Cecil;

namespace Workflow.Tests.Guarantees;

/// <summary>What the folders of a project use of one another, read from its compiled types.</summary>
internal sealed class FolderArrows
{
    private readonly Dictionary<string, string> _folders;

    internal FolderArrows(WrittenTypes types)
    {
        _folders = types.All.ToDictionary(t => t.FullName, types.FolderOf);
        All = [.. types.All.SelectMany(Uses).Where(a => a.From != a.To)];
    }

    internal IReadOnlyList<FolderArrow> All { get; }

    internal IEnumerable<string> Folders => _folders.Values.Distinct().Order(StringComparer.Ordinal);

    /// <summary>Which folders below one, and that one itself, use which others there.</summary>
    internal IEnumerable<(string From, string To)> Within(string folder) =>
        All.Select(a => (a.From, a.To)).Distinct().Where(a => IsWithin(folder, a.From) && IsWithin(folder, a.To));

    private static bool IsWithin(string folder, string other) => $"{other}/".StartsWith($"{folder}/", StringComparison.Ordinal);

    private IEnumerable<FolderArrow> Uses(TypeDefinition type) =>
        UsedTypes
            .Of(type)
            .Where(_folders.ContainsKey)
            .Select(used => new FolderArrow(_folders[type.FullName], type.FullName, _folders[used], used));
}

/// <summary>A type of one folder that uses a type of another.</summary>
internal sealed record FolderArrow(string From, string Type, string To, string Used);
