using System.Text.RegularExpressions;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Registers;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Values;

namespace Workflow.Definitions.Stories.Reading;

/// <summary>The names that a story may use: those of the definition that binds it, and of the register.</summary>
internal sealed partial class StoryNames(PublishedProcess process, ScenarioWorld world)
{
    internal PublishedProcess Process { get; } = process;

    internal ProcessDefinition Definition => Process.Definition;

    internal Register Register { get; } = world.Register;

    /// <summary>Every definition of the same process.</summary>
    internal IEnumerable<PublishedProcess> Editions { get; } = world.Processes.Where(p => p.Definition.Id == process.Definition.Id);

    /// <summary>The names of another definition of the same process.</summary>
    internal StoryNames Under(string digest) => new(world.Bound(digest), world);

    internal IEnumerable<string> People { get; } = [.. world.Register.People.Select(p => p.Id)];

    internal IEnumerable<string> Steps { get; } = [.. Outline.All(process.Definition).Select(n => n.Id)];

    internal IEnumerable<string> Clocks { get; } =
    [
        .. process.Definition.Clocks.Select(c => c.Id),
        .. Outline.All(process.Definition).OfType<WorkNode>().Where(w => w.Limit is not null).Select(w => w.Id),
        .. process.Definition.Materials.Where(m => m.Promise is not null).Select(m => m.Promise!.Clock.Id),
        .. Outline
            .All(process.Definition)
            .OfType<JointNode>()
            .SelectMany(j => j.Participants)
            .Where(p => p.Limit is not null)
            .SelectMany(p => p.All is true ? world.Register.People.Select(m => Seat.Of(p.Limit!.Id, m.Id)) : [p.Limit!.Id]),
    ];

    internal IEnumerable<string> Moments { get; } =
    [.. Outline.All(process.Definition).SelectMany(Outline.Bodies).SelectMany(o => o.Marks).Select(m => m.Moment).Distinct()];

    internal IEnumerable<string> Materials => Definition.Materials.Select(m => m.Id);

    internal IEnumerable<string> Documents => Definition.Documents.Select(d => d.Id);

    /// <summary>A step's key, with row or run where it has one; null after reporting that the definition has no such step.</summary>
    internal string? Step(Scope scope, SyntaxNode? syntax) => Known(scope, syntax, Things.Step, Steps);

    internal string? Clock(Scope scope, SyntaxNode? syntax) => Known(scope, syntax, Things.Clock, Clocks);

    /// <summary>Somebody of the register, or a visitor of the case by the id that the record gives them.</summary>
    internal string? Person(Scope scope, SyntaxNode? syntax) =>
        syntax is ScalarSyntax { Text: var id } && VisitorId.Is(id) ? id : Known(scope, syntax, Things.PersonOfTheRegister, People);

    /// <summary>One of the known names; what follows <c>[</c> or <c>#</c> is the row or the run.</summary>
    internal static string? Known(Scope scope, SyntaxNode? syntax, Message what, IEnumerable<string> known) =>
        Values.Scalar(scope, syntax, what) is { } scalar && Check(scope, scalar.Text, scalar.At, what, known) ? scalar.Text : null;

    internal static bool Check(Scope scope, string name, Position at, Message what, IEnumerable<string> known)
    {
        var plain = Plain().Replace(name, "");
        if (known.Contains(plain))
            return true;
        scope.Error(at, ScenarioProblems.UnknownName(what, Shape.Short(name), Ways.Wide(plain) ?? Ways.Near(plain, known)));
        return false;
    }

    // A row stands behind the step's id, and before the participant of its review; the run stands at the end.
    [GeneratedRegex(@"\[[0-9]*\]?|#.*$")]
    private static partial Regex Plain();
}
