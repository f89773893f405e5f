using Workflow.Definitions.Laws;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading.Shapes;

/// <summary>What lies beside the file being read: the fragments that it may use, the processes that it may call, the laws that it may cite.</summary>
internal interface IShelf
{
    /// <summary>The laws, the folder's own over those shipped.</summary>
    LawBook Laws { get; }

    /// <summary>The ids of the processes; empty where nobody knows them.</summary>
    IReadOnlySet<string> Processes { get; }

    IEnumerable<string> FragmentIds { get; }

    /// <summary>What the register calls its roles.</summary>
    IReadOnlyDictionary<string, LocalizedText> RoleTitles { get; }

    /// <summary>The editions of a fragment, in the order in which they were read; none where there is no such fragment.</summary>
    IReadOnlyList<FragmentSource> Editions(string id);
}

/// <summary>The shelf of a file that stands alone.</summary>
internal sealed class EmptyShelf : IShelf
{
    public LawBook Laws { get; } = new([]);

    public IReadOnlySet<string> Processes { get; } = new HashSet<string>();

    public IEnumerable<string> FragmentIds => [];

    public IReadOnlyDictionary<string, LocalizedText> RoleTitles { get; } = new Dictionary<string, LocalizedText>();

    public IReadOnlyList<FragmentSource> Editions(string id) => [];
}
