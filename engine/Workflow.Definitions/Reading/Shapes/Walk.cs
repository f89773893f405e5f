using Workflow.Definitions.Reading.Faults;
using Workflow.Definitions.Syntax;

namespace Workflow.Definitions.Reading.Shapes;

/// <summary>One walk over a process and its fragments. The first learns the names, the second binds with them.</summary>
/// <param name="problems">Where problems go; the first walk's are thrown away.</param>
/// <param name="known">The names that the first walk learnt; null in the first.</param>
/// <param name="shelf">What lies beside the file.</param>
/// <param name="declare">Reads what a file declares beside its steps, into what the process and its fragments declare together.</param>
internal sealed class Walk(Problems problems, Symbols? known, IShelf shelf, Action<Shape> declare)
{
    public const int MaxNodes = 2000;
    public const int MaxNesting = 16;
    public const int MaxFragmentDepth = 8;

    private int _nodes;

    public Problems Problems { get; private set; } = problems;

    /// <summary>The names to look up; in the first walk those found so far, and then nothing is reported.</summary>
    public Symbols Known { get; } = known ?? new Symbols();

    public Symbols Found { get; } = new();

    public IShelf Shelf { get; } = shelf;

    public Places Places { get; } = new();

    /// <summary>Whether this is the first walk: nothing is looked up.</summary>
    public bool Learns { get; } = known is null;

    /// <summary>The day that decides which editions of fragments are used; null where it does not read.</summary>
    public DateOnly? InForceFrom { get; set; }

    /// <summary>Where each fragment was used first, by its prefix and id.</summary>
    public Dictionary<string, Position> Uses { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether a fragment is read on its own: its user's parties are then taken as they are.</summary>
    public bool IsFragment { get; init; }

    /// <summary>How many lists of steps lie around the one being read.</summary>
    public int Nesting { get; set; }

    /// <summary>Begins the walk over a file that stands alone: it names nothing of another and has no steps.</summary>
    public static Walk Alone(Problems problems) => new(problems, null, new EmptyShelf(), _ => { });

    /// <summary>Reads what a file declares beside its steps.</summary>
    public void Declare(Shape file) => declare(file);

    /// <summary>Reads what stands on something that is wrong already: what is found there is not told.</summary>
    public T Silently<T>(Func<T> read)
    {
        var told = Problems;
        Problems = new Problems();
        var value = read();
        Problems = told;
        return value;
    }

    /// <summary>Counts one more node; false when there are too many.</summary>
    public bool Room(Position at)
    {
        if (++_nodes == MaxNodes + 1)
            Problems.Error(at, StepProblems.TooMany(MaxNodes));
        return _nodes <= MaxNodes;
    }
}
