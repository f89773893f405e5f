using Workflow.Definitions.Syntax;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading.Shapes;

/// <summary>A thing under its id, whose place is remembered: written as a title alone, or with keys.</summary>
internal sealed class NamedEntry
{
    private readonly Scope _scope;
    private readonly MapEntry _entry;
    private readonly string _place;

    private NamedEntry(Scope scope, MapEntry entry, string place) => (_scope, _entry, _place) = (scope, entry, place);

    /// <summary>Takes an entry and remembers where it stands.</summary>
    /// <param name="scope">Where problems go.</param>
    /// <param name="entry">The id, and what stands under it.</param>
    /// <param name="place">What the thing is called among the <see cref="Places"/>.</param>
    public static NamedEntry At(Scope scope, MapEntry entry, string place)
    {
        scope.Walk.Places.Add($"{place}/", entry.KeyAt);
        return new NamedEntry(scope, entry, place);
    }

    public bool IsTitleAlone => TitleReader.IsTitle(_entry.Value);

    /// <summary>The title that stands alone; null after reporting what was wrong.</summary>
    public LocalizedText? Title() => TitleReader.Read(_scope, _entry.Value, Things.Title);

    /// <summary>The keys; null after reporting that something else stands there.</summary>
    public Shape? Keys(KeySet known, Message what) => Shape.Of(_scope, _entry.Value, known, what)?.Placed(_place);
}
